"""Codes that a line end or a blank has cut in two."""

from __future__ import annotations

import pytest

from assistant.codes.entry_fit import fits_in
from assistant.codes.finding.number_judge import Judge
from assistant.codes.finding.split_codes import find_broken, find_spaced
from assistant.codes.reference import load_reference


def judge(text: str) -> Judge:
    reference = load_reference()
    return Judge(text, reference.has, fits_in(reference))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("error code: 100\n067 since monday", "100067"),
        ("0x80070\n003 path not found", "0x80070003"),
        ("result -21470248\n91 in the console", "0x80070005"),
    ],
)
def test_halves_on_two_lines_are_one_code(text: str, value: str) -> None:
    assert [hit.meaning.readings[0].value for hit in find_broken(text, judge(text))] == [value]


def test_halves_with_a_blank_between_them_are_one_code() -> None:
    text = "error 100 067 since monday"

    assert [hit.meaning.readings[0].value for hit in find_spaced(text, judge(text))] == ["100067"]


@pytest.mark.parametrize("text", ["error 3106\n067 MB left", "100\n067 files", "ended\nface to face"])
def test_what_is_whole_or_tells_of_no_error_is_not_joined(text: str) -> None:
    assert list(find_broken(text, judge(text))) == []
