"""What speaks for or against a bare number, by name."""

from __future__ import annotations

import pytest

from assistant.codes.entry_fit import fits_in
from assistant.codes.finding.code_signs import evidence
from assistant.codes.finding.finder import Finder
from assistant.codes.reference import load_reference


def signs(text: str, number: str) -> set[str]:
    reference = load_reference()
    finder = Finder(text, reference.has, fits_in(reference))
    finder.find_by_rules()
    start = text.index(number)
    return set(evidence(finder.scene, (start, start + len(number)), finder.sure_places()))


@pytest.mark.parametrize(
    ("text", "number", "sign"),
    [
        ("push fails, 313", "313", "digits 3"),
        ("push fails, 313", "313", "entry 3"),
        ("push fails, 313", "313", "trouble beside"),
        ("which codes are these: 313", "313", "speaks of codes"),
        ("two tapes for room 12, then 313", "313", "speaks of things"),
        ("2034, then 2035: no room", "2035", "years"),
        ("SRV-1 313\nSRV-2 ok", "313", "column of results"),
        ("the replica is inconsistent, 3106", "3106", "fits 3"),
    ],
)
def test_a_sign_is_seen(text: str, number: str, sign: str) -> None:
    assert sign in signs(text, number)


@pytest.mark.parametrize(
    ("text", "number", "sign"),
    [
        ("fine so far. 313", "313", "trouble"),
        ("2035: no room", "2035", "years"),
        ("push fails, 313. Room 12 is empty", "313", "speaks of things"),
    ],
)
def test_a_sign_is_not_seen(text: str, number: str, sign: str) -> None:
    assert sign not in signs(text, number)
