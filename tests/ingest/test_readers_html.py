from __future__ import annotations

import pytest

from ingest.documents import Block
from ingest.readers.html import read_html
from ingest.tables import parse_table


def blocks(text: str) -> tuple[Block, ...]:
    return read_html(text.encode()).blocks


def texts(text: str) -> list[str]:
    return [block.text for block in blocks(text)]


def test_headings_make_the_path_and_the_first_is_the_title() -> None:
    parsed = read_html(b"<title>Site</title><h1>Page</h1><p>A</p><h2>Part</h2><div><h3>Sub</h3>B</div>")
    assert parsed.title == "Page"
    assert [(block.headings, block.text) for block in parsed.blocks] == [((), "A"), (("Part", "Sub"), "B")]


def test_without_headings_the_title_element_counts() -> None:
    assert read_html(b"<head><title> The\n site </title></head><p>A</p>").title == "The site"


@pytest.mark.parametrize("name", ["ms.date", "article:published_time"])
def test_the_date_is_taken_from_the_head(name: str) -> None:
    assert read_html(f'<meta name="{name}" content="2023-05-01T10:00"><p>A'.encode()).date == "2023-05-01"


@pytest.mark.parametrize(
    "unseen",
    [
        "<script>alert('x')</script>",
        "<style>p {color: red}</style>",
        "<nav><p>Menu</p></nav>",
        "<footer>Imprint</footer>",
        "<noscript>Turn it on</noscript>",
        "<template><p>x</p></template>",
        "<!-- comment -->",
        "<p hidden>x</p>",
        '<p style="display: none">x</p>',
        '<span aria-hidden="true">x</span>',
        "<svg><text>x</text></svg>",
        "<script type='text/html'><p>x</p></script>",
        '<div role="navigation"><nav>x</nav></div>',
    ],
)
def test_what_is_not_seen_is_dropped(unseen: str) -> None:
    assert texts(f"<p>Before</p>{unseen}<p>After</p>") == ["Before", "After"]


def test_only_the_main_part_is_read() -> None:
    assert texts("<header>Logo</header><main><p>Text</p></main><aside>Ad</aside>") == ["Text"]
    assert texts("<main></main><p>Text</p>") == ["Text"]


def test_lists_keep_their_nesting_and_numbers() -> None:
    page = "<ol start=3><li>One<ul><li>In</li></ul></li><li><p>Two</p><p>More</p></li></ol>"
    assert blocks(page) == (Block("list", (), "3. One\n   - In\n4. Two\n   More"),)


def test_definitions_are_a_list() -> None:
    assert texts("<dl><dt>Term</dt><dd>Meaning</dd><dt>Two</dt><dd>b</dd></dl>") == [
        "- **Term**\n  Meaning\n- **Two**\n  b"
    ]


def test_tables_keep_header_spans_and_breaks() -> None:
    page = (
        "<table><thead><tr><th>A</th><th colspan=2>B|C</th></tr></thead>"
        "<tr><td>1</td><td>x<br>y</td><td><ul><li>l</ul></td></tr></table>"
    )
    (block,) = blocks(page)
    table = parse_table(block.text)
    assert table.header == ("A", "B|C", "")
    assert table.rows == (("1", "x\ny", "- l"),)


def test_layout_tables_are_read_as_text() -> None:
    assert texts("<table><tr><td><p>Left</p></td></tr><tr><td>Right</td></tr></table>") == ["Left", "Right"]
    page = "<table><tr><td><h2>H</h2>Text</td><td>B</td></tr></table>"
    assert blocks(page) == (Block("prose", ("H",), "Text"), Block("prose", ("H",), "B"))


def test_code_keeps_its_lines_and_language() -> None:
    page = '<pre><code class="lang-console">dir\n  exit</code></pre>'
    assert blocks(page) == (Block("code", (), "```console\ndir\n  exit\n```"),)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("a <b>bold</b> b", "a **bold** b"),
        ("a<strong> bold </strong>b", "a **bold** b"),
        ("<em>x</em> <code>y</code>", "*x* `y`"),
        ('<a href="https://example.org">x</a>', "[x](https://example.org)"),
        ('<a href="/local">x</a> <a name="z"></a>', "x"),
        ('<a href="javascript:alert(1)">x</a>', "x"),
        ('<img alt="A page" src=x><img alt="" src=y>', "(image: A page)"),
        ("one<br>two", "one\ntwo"),
        ("a\n   b&nbsp;&lt;c&gt;", "a b <c>"),
        ("<b></b>x", "x"),
    ],
)
def test_inline_html_becomes_markdown(source: str, expected: str) -> None:
    assert texts(f"<p>{source}</p>") == [expected]


def test_text_outside_paragraphs_and_inside_inline_wrappers_is_kept() -> None:
    page = "Bare <span>text<div>Inner</div>rest</span><custom-tag>own</custom-tag>"
    assert texts(page) == ["Bare", "text", "Inner", "rest", "own"]


def test_xhtml_is_read_without_a_warning() -> None:
    page = '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><body><p>Text</p></body></html>'
    assert texts(page) == ["Text"]


def test_something_that_looks_like_a_path_is_read_without_a_warning() -> None:
    assert texts("https://example.org/a.html") == ["https://example.org/a.html"]
    assert texts("notes.html") == ["notes.html"]
