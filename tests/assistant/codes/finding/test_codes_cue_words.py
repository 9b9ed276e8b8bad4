"""Where the words stand that make a number beside them a code."""

from __future__ import annotations

import pytest

from assistant.codes.code_extraction import find_codes
from assistant.codes.finding.cue_words import find_cued


def cued(text: str) -> list[tuple[str, str]]:
    return [(match["cue"], match["number"]) for match in find_cued(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("failed with ID 52", [("failed", "52"), ("ID", "52")]),
        ("GetLastError: 5", [("Error", "5")]),
        ("Meldung 42", [("Meldung", "42")]),
        ("código 319", [("código", "319")]),
        ("EventID:........ 24", [("EventID", "24"), ("ID", "24")]),
    ],
)
def test_a_cue_is_found_with_its_number(text: str, expected: list[tuple[str, str]]) -> None:
    assert cued(text) == expected


@pytest.mark.parametrize("text", ["Hr: = [0x00000000]", "error 0", "the void 42", "identity 42"])
def test_success_and_parts_of_other_words_are_none(text: str) -> None:
    assert cued(text) == []


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("event 37 Kernel-Power 03:10, the box was off", ["37"]),
        ("Event 2012, Resource-Exhaustion-Resolver: low memory", ["2012"]),
        ("our event 2012 in Ghent", []),
        ("the event 37 times over", []),
    ],
)
def test_the_name_of_its_source_makes_a_number_an_event(text: str, codes: list[str]) -> None:
    assert [code.value for code in find_codes(text) if not code.candidate] == codes
