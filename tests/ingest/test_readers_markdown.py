from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.documents import Block
from ingest.errors import UnreadableDocument
from ingest.readers.markdown import read_markdown
from ingest.tables import parse_table


def blocks(text: str) -> tuple[Block, ...]:
    return read_markdown(text.encode()).blocks


def texts(text: str) -> list[str]:
    return [block.text for block in blocks(text)]


def paths(text: str) -> list[tuple[str, ...]]:
    return [block.headings for block in blocks(text)]


class TestHeadings:
    def test_the_title_is_not_in_the_path(self) -> None:
        parsed = read_markdown(b"# The title\n\nIntro.\n\n## Part\n\nText.\n\n### Sub\n\nMore.\n")
        assert parsed.title == "The title"
        assert [block.headings for block in parsed.blocks] == [(), ("Part",), ("Part", "Sub")]

    def test_a_heading_closes_deeper_ones(self) -> None:
        assert paths("# T\n## A\n### B\n1\n\n## C\n2") == [("A", "B"), ("C",)]

    def test_a_skipped_level_is_no_matter(self) -> None:
        assert paths("# T\n#### Deep\n1\n\n## A\n2") == [("Deep",), ("A",)]

    def test_a_second_heading_of_the_first_level_is_in_the_path(self) -> None:
        assert paths("# T\n1\n\n# U\n2\n\n## V\n3") == [(), ("U",), ("U", "V")]

    def test_the_title_of_the_front_matter_goes_first(self) -> None:
        parsed = read_markdown(b"---\ntitle: From YAML\n---\n# From the text\n\nText.")
        assert parsed.title == "From YAML"
        assert parsed.blocks == (Block("prose", (), "Text."),)

    def test_headings_are_plain_text(self) -> None:
        heading = "## **Bold** `code` [link](https://example.org) <a name='x'></a>&amp; *more*"
        assert paths(f"# T\n{heading}\n1") == [("Bold code link & more",)]

    def test_underlined_headings_count(self) -> None:
        assert paths("T\n===\n\nPart\n----\n\nText") == [("Part",)]


class TestInline:
    @pytest.mark.parametrize(
        ("source", "expected"),
        [
            ("Select **Next** and run `setup.exe`.", "Select **Next** and run `setup.exe`."),
            ("It *must* be joined.", "It *must* be joined."),
            ("It _must_ be __joined__.", "It *must* be **joined**."),
            ("See [the guide](https://example.org/a?b=c).", "See [the guide](https://example.org/a?b=c)."),
            ("See [the guide](../other/guide.md#part).", "See the guide."),
            ("See [it](#part) and [mail](mailto:a@example.org).", "See it and [mail](mailto:a@example.org)."),
            ("See <https://example.org>.", "See https://example.org."),
            ("Two lines\nare one.", "Two lines are one."),
            ("Hard  \nbreak", "Hard\nbreak"),
            ("Hard<br/>break", "Hard\nbreak"),
            ("A&nbsp;B &lt;C&gt;", "A B <C>"),
            ("`` a`b ``", "``a`b``"),
            ("![Install page](media/a.png)", "(image: Install page)"),
            ("Press <kbd>F5</kbd> now<sup>1</sup>.", "Press F5 now1."),
            ("<b>Bold</b> and <code>code</code>", "**Bold** and `code`"),
            ("<img src='a.png' alt='The page'> here", "(image: The page) here"),
            ("Open <ServerName> or <_Volume_> or *\\<Disk>*.", "Open <ServerName> or <Volume> or <Disk>."),
            ('<a name="x"></a>Anchored', "Anchored"),
            ("Text <!-- hidden --> seen", "Text seen"),
            ("[ref] text\n\n[ref]: https://example.org", "[ref](https://example.org) text"),
        ],
    )
    def test_inline_markdown_stays_readable(self, source: str, expected: str) -> None:
        assert texts(source) == [expected]

    @pytest.mark.parametrize(
        "alt", ["", "image", "Screenshot", "screen shot 2", "image001.png", "media_1.PNG"]
    )
    def test_images_that_say_nothing_are_dropped(self, alt: str) -> None:
        assert texts(f"Text ![{alt}](a.png)") == ["Text"]


class TestBlocks:
    def test_a_list_is_one_block_with_its_nested_parts(self) -> None:
        source = """\
3. First **step**

    More on it.

    - Nested *one*
    - Nested two

    ```console
    dir

    exit
    ```

4. Second
"""
        expected = (
            "3. First **step**\n   More on it.\n   - Nested *one*\n   - Nested two\n"
            "   ```console\n   dir\n   exit\n   ```\n4. Second"
        )
        assert blocks(source) == (Block("list", (), expected),)

    def test_a_table_in_a_list_item_stays_in_it(self) -> None:
        assert texts("- Item\n\n  | a | b |\n  |---|---|\n  | 1 | 2 |\n") == [
            "- Item\n  | a | b |\n  | --- | --- |\n  | 1 | 2 |"
        ]

    def test_a_quote_is_prose_line_by_line(self) -> None:
        assert texts("> Log Name: Application  \n> Source: MSDPM\n>\n> Second.") == [
            "Log Name: Application\nSource: MSDPM",
            "Second.",
        ]

    def test_code_keeps_its_lines_and_language(self) -> None:
        assert blocks("```powershell title\nGet-Disk\n\n  $a\n```") == (
            Block("code", (), "```powershell\nGet-Disk\n\n  $a\n```"),
        )

    def test_indented_code_is_fenced(self) -> None:
        assert blocks("Text\n\n    dir *.*\n")[1] == Block("code", (), "```\ndir *.*\n```")

    def test_code_that_holds_a_fence_gets_a_longer_one(self) -> None:
        assert texts("~~~\n```\nx\n```\n~~~") == ["````\n```\nx\n```\n````"]

    def test_table_cells_keep_bars_and_lists(self) -> None:
        source = "|a|b|\n|---|---|\n|x\\|y|<ol><li>One</li><li>Two</ol>After|\n|1|<br/>1. A<br/>2. B|\n"
        (block,) = blocks(source)
        assert block.kind == "table"
        assert parse_table(block.text).rows == (("x|y", "1. One\n2. Two\nAfter"), ("1", "1. A\n2. B"))

    def test_unclosed_html_lists_in_a_cell_end_with_it(self) -> None:
        (block,) = blocks("|a|\n|---|\n|<ul><li>One|\n|Two|\n")
        assert parse_table(block.text).rows == (("- One",), ("Two",))

    def test_html_blocks_are_read_as_html(self) -> None:
        source = "<table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr></table>\n\nAfter."
        assert [(block.kind, block.text) for block in blocks(source)] == [
            ("table", "| A | B |\n| --- | --- |\n| 1 | 2 |"),
            ("prose", "After."),
        ]

    def test_placeholders_at_the_start_of_a_line_stay(self) -> None:
        assert texts("<ServerName>\nis the name.") == ["<ServerName> is the name."]

    def test_html_comments_and_scripts_are_dropped(self) -> None:
        assert texts("<!-- a\n\nb -->\n\nSeen.\n\n<script>\nalert(1)\n</script>\n\nToo.") == ["Seen.", "Too."]


class TestAsks:
    def test_asks_go_to_the_next_block(self) -> None:
        found = blocks("<!-- asks: how much RAM; minimum memory -->\nText.\n\nOther.")
        assert [block.asks for block in found] == [("how much RAM", "minimum memory"), ()]

    def test_asks_before_or_after_a_heading_go_to_the_first_block_below_it(self) -> None:
        found = blocks("# T\n\n<!-- asks: a -->\n## H\n<!-- asks: b;\n  c d -->\n- item\n\nText.")
        assert [block.asks for block in found] == [("a", "b", "c d"), ()]

    def test_asks_inside_a_block_belong_to_it(self) -> None:
        assert [block.asks for block in blocks("Text <!-- asks: a --> more.\n\nOther.")] == [("a",), ()]
        assert blocks("- one\n\n  <!-- asks: a -->\n\n  two")[0].asks == ("a",)

    def test_asks_are_never_seen(self) -> None:
        assert texts("<!-- asks: secret -->\nText.") == ["Text."]

    def test_asks_before_nothing_are_told(self) -> None:
        parsed = read_markdown(b"Text.\n\n<!-- asks: a -->\n")
        assert "before nothing" in parsed.notices[0]


def test_a_file_without_text_has_no_blocks() -> None:
    assert blocks("# Only a heading") == ()
    with pytest.raises(UnreadableDocument):
        read_markdown(b"  ")


MARKS = st.lists(
    st.sampled_from(
        [
            *("# ", "## ", "- ", "1. ", "> ", "> [!NOTE]\n", "|a|b|\n|-|-|\n|", "```", "\n", "\n\n", "    "),
            *("word ", "**", "`", "<b>", "</li>", "<ol>", "<!-- ", "-->", "[x](", ")", ":::row:::", "---\n"),
            *(':::image alt-text="x":::', "<br/>", "&nbsp;", "![", "]", "[!INCLUDE [a](b.md)]", "<X>"),
            *("===\n", "asks: a; b ", "<table>", "<td>", "</table>"),
        ]
    ),
    max_size=40,
)


@settings(max_examples=300, deadline=None)
@given(MARKS)
def test_any_mix_of_marks_is_read(parts: Sequence[str]) -> None:
    text = "".join(parts) + "\n\nlast"
    for block in read_markdown(text.encode()).blocks:
        assert block.text.strip()
        if block.kind == "table":
            parse_table(block.text)


PARAGRAPHS = st.lists(st.from_regex(r"[A-Za-z][a-z0-9 ,]{0,30}[a-z]", fullmatch=True), min_size=1, max_size=8)


@given(PARAGRAPHS)
def test_plain_paragraphs_come_through_as_they_are(paragraphs: list[str]) -> None:
    assert texts("\n\n".join(paragraphs)) == [" ".join(text.split()) for text in paragraphs]
