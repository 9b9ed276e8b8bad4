"""What numbers beside each other say of one another."""

from __future__ import annotations

import re

import pytest

from assistant.codes.finding.number_rows import are_joined, figures, of_column, of_kin, of_row

KNOWN = frozenset({"33461", "33462", "916", "311"}).__contains__


def place(text: str, number: str) -> tuple[int, int]:
    match = re.search(rf"\b{number}\b", text)
    assert match
    return match.span()


def test_plain_numbers_are_figures_and_parts_of_others_are_none() -> None:
    text = "916 and 311, at 10:42, v2.33, 12/2024"
    assert [text[slice(*one)] for one in figures(text)] == ["916", "311"]


@pytest.mark.parametrize(
    ("text", "joined"), [("916, 311", True), ("916 and then 311", True), ("916 guests, 311", False)]
)
def test_numbers_are_joined_by_little_words(text: str, joined: bool) -> None:
    assert are_joined(text, place(text, "916"), place(text, "311")) is joined


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("916, 311", ["row known"]),
        ("916, 77777", ["row open"]),
        ("916, 311 / 77777", ["row mixed"]),
        ("916", []),
    ],
)
def test_a_row_is_known_when_somebody_uses_its_numbers(text: str, sign: list[str]) -> None:
    text = text.replace("916, 311 /", "311, 916,")
    assert list(of_row(text, place(text, "916"), figures(text), [], KNOWN)) == sign


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        ("srv-a 916\nsrv-b ok", ["column of results"]),
        ("srv-a 916\nsrv-b 311", ["column known"]),
        ("srv-a 916\nsrv-b 77777", ["column open"]),
        ("srv-a 916\nsee below", []),
        ("916\nok", []),
    ],
)
def test_lines_that_begin_alike_tell_of_a_column(text: str, signs: list[str]) -> None:
    assert list(of_column(text, place(text, "916"), KNOWN)) == signs


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        ("build 33462, and 33461", ["kin of a thing"]),
        ("33462, and 33461", ["kin"]),
        ("33900, and 33461", []),
        ("462, and 33461", []),
    ],
)
def test_a_number_is_of_the_kind_of_those_near_it(text: str, signs: list[str]) -> None:
    assert list(of_kin(text, place(text, "33461"), figures(text), [])) == signs


def test_a_number_near_a_code_is_of_its_kind() -> None:
    text = "33462, and 33461"
    assert list(of_kin(text, place(text, "33461"), figures(text), [place(text, "33462")])) == [
        "kin of a code"
    ]
