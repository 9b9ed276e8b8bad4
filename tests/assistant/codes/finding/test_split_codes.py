"""Codes that a line end, a blank or a point between thousands has cut in two."""

from __future__ import annotations

import pytest

from assistant.codes.entry_fit import fits_in
from assistant.codes.finding.number_judge import Judge
from assistant.codes.finding.split_codes import find_broken, find_pointed, find_spaced
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


@pytest.mark.parametrize("text", ["ID 33 424", "it says error 33 424?"])
def test_a_blank_parts_thousands_where_the_first_half_has_an_entry_as_well(text: str) -> None:
    assert [hit.meaning.readings[0].value for hit in find_spaced(text, judge(text))] == ["33424"]


@pytest.mark.parametrize("text", ["errors 33 424", "event 33 424 times", "error 33 104"])
def test_two_codes_or_a_count_are_not_joined(text: str) -> None:
    assert list(find_spaced(text, judge(text))) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("id 100.067", "100067"),
        ("shows error code: 33.424, any idea?", "33424"),
        ("Event ID 3.106 again.", "3106"),
    ],
)
def test_a_point_between_thousands_behind_a_cue_is_left_out(text: str, value: str) -> None:
    assert [hit.meaning.readings[0].value for hit in find_pointed(text, judge(text))] == [value]


@pytest.mark.parametrize(
    "text",
    ["id 10.100", "version 3.106", "error 33.424.1", "failed at 33.424", "error 3.106 GB left", "ID 900.001"],
)
def test_versions_amounts_and_what_has_no_entry_keep_their_point(text: str) -> None:
    assert list(find_pointed(text, judge(text))) == []


@pytest.mark.parametrize("text", ["error 3106\n067 MB left", "100\n067 files", "ended\nface to face"])
def test_what_is_whole_or_tells_of_no_error_is_not_joined(text: str) -> None:
    assert list(find_broken(text, judge(text))) == []
