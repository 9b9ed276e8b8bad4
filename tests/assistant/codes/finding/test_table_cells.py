"""The rows and cells of tables."""

from __future__ import annotations

from assistant.codes.finding.table_cells import (
    ALIGNED,
    cells_of,
    delimiter_of,
    is_rule,
    is_ruled,
    lines_of,
    lines_until_blank,
    ruled,
)


def cells(line: str) -> list[str]:
    delimiter = delimiter_of(line)
    assert delimiter is not None
    return [line[start:end].strip() for start, end in cells_of(line, delimiter)]


def test_what_parts_the_cells_is_found_in_the_line() -> None:
    assert cells("a;b;c") == cells("a,b,c") == cells("a\tb\tc") == cells("a | b | c") == cells("a  b   c")
    assert delimiter_of("a  b") is ALIGNED
    assert delimiter_of("one cell") is None


def test_the_last_cells_of_a_row_may_be_empty() -> None:
    assert cells("a\tb\t\t") == ["a", "b", "", ""]
    assert cells("a;b;") == ["a", "b", ""]


def test_within_quotation_marks_nothing_is_parted() -> None:
    assert cells('1,"two, and three",4') == ["1", '"two, and three"', "4"]


def test_a_line_of_dashes_is_below_the_head() -> None:
    text = "Id  Name\n--  ----\n52  x"

    assert [head for head, _ in ruled(text)] == ["Id  Name"]
    assert is_ruled(text, text.index("\n"))
    assert not is_ruled("Id  Name\n52  x", 8)
    assert is_rule("|---|---|")
    assert not is_rule("| 52 | x |")


def test_lines_go_until_a_blank_one() -> None:
    assert [line for _, line in lines_until_blank("head\na\nb\n\nc", 5)] == ["a", "b"]
    assert [line for _, line in lines_of("a\n+---+\nb")] == ["a", "b"]
