"""Figures told in a row or a table, which are surely no codes."""

from __future__ import annotations

import pytest

from assistant.codes.finding.figure_columns import figures_of_tables
from assistant.codes.finding.figure_series import counts, figures

KNOWN = frozenset({"33461", "916", "311", "3106", "3151"})


def read(text: str) -> list[str]:
    found = dict.fromkeys((*counts(text), *figures(text, KNOWN.__contains__), *figures_of_tables(text)))
    return [text[start:end] for start, end in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("aisle 33, bay 461, pallet 33461, weight 312,5 kg", ["33", "461", "33461", "312,5"]),
        ("done, 916 dirs, 10048 files copied, 0 failed, 311 skipped", ["916", "10048", "0", "311"]),
        ("Disk sec 0.342, Queue 58, Pages/sec 3106", ["0.342", "58", "3106"]),
    ],
)
def test_one_figure_that_is_no_code_makes_the_row_one_of_figures(text: str, expected: list[str]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "host 3151, guest 3106, store 916",  # all of them have an entry
        "aisle 33, pallet 33461",  # two are no row
        "wizard 33461, host 12, try 3",  # what tells of errors comes with one
        "916 on Monday, 311 since noon, 4 at night",  # when it came, not what is counted
        "bay 33461, bay 12, bay 13",  # the same thing again
    ],
)
def test_other_rows_are_left_open(text: str) -> None:
    assert read(text) == []


def test_a_long_text_is_not_searched() -> None:
    assert read("aisle 33, bay 461, pallet 33461. " + "x" * 600) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mailbox count per DB: DB01 916, DB02 311.", ["916", "311"]),
        ("SELECT COUNT(*) FROM tbl --> 33461", ["33461"]),
        ("| Server | Size |\n|---|---|\n| FILE01 | 33461 |", ["33461"]),
        ("Number Name   Serial\n------ ----   ------\n916    Disk   3106", ["916", "3106"]),
    ],
)
def test_what_is_counted_or_stands_below_another_head_is_a_figure(text: str, expected: list[str]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Number of the alert: 33461",
        "Number of failed jobs = 4. (ID 3106)",
        "| Server | Error |\n|---|---|\n| FILE01 | 33461 |",
        "| Server | Result |\n|---|---|\n| FILE01 | ID 33461 |",
    ],
)
def test_what_tells_of_errors_is_left_open_in_tables_too(text: str) -> None:
    assert [number for number in read(text) if number in KNOWN] == []


def test_below_what_they_are_counted_by_stand_counts() -> None:
    text = "errors by server:\nFS1: 52\nFS2: 310"

    assert {text[slice(*place)] for place in counts(text)} == {"52", "310"}
    assert not list(counts("errors by code:\n3106: 52"))
