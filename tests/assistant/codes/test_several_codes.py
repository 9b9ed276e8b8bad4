"""How several codes share an answer, and which of them is meant."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from assistant.codes.entries import CodeId
from assistant.codes.entry_text import LEAST_WORDS, WORDS
from assistant.codes.finding.found_code import FoundCode
from assistant.codes.reference import load_reference
from assistant.codes.several_codes import meant, others, rooms
from assistant.codes.specialist import consult

REFERENCE = load_reference()
ENTRIES = [REFERENCE.entry(identifier) for identifier in ("mabs-33514", "mabs-33515")]
FOUND = FoundCode((CodeId("mabs", "33514"),), "33514", 0, 5, 1, "")


def second(query: str, texts: Sequence[str]) -> list[float]:
    """A likeness by which the second of two texts is clearly nearer."""
    return [0.3, 0.6]


def test_codes_of_one_kind_share_the_words_evenly_and_one_has_them_all() -> None:
    assert rooms([FOUND], is_log=False) == [WORDS]
    assert rooms([FOUND] * 3, is_log=False) == [WORDS // 3] * 3
    assert rooms([FOUND] * 50, is_log=False) == [LEAST_WORDS] * 50


def test_the_outer_of_several_codes_and_the_first_of_a_log_get_more() -> None:
    inner = replace(FOUND, role="inner")

    for shared in (rooms([FOUND, inner], is_log=False), rooms([FOUND, FOUND], is_log=True)):
        assert shared[0] > shared[1]


@pytest.mark.parametrize(
    ("text", "position"),
    [
        ("33514 and 33515, which of them means full?", 1),
        ("33514 and 33515, which one is worse?", None),
        ("33514 and 33515, what now?", None),
    ],
)
def test_the_one_that_is_asked_for_by_what_it_is_is_meant(text: str, position: int | None) -> None:
    assert meant(text, ENTRIES, second) == position


def test_none_is_meant_where_two_are_as_near_or_none_is_near() -> None:
    text = "which of them means full?"

    assert meant(text, ENTRIES, lambda query, texts: [0.58, 0.6]) is None
    assert meant(text, ENTRIES, lambda query, texts: [0.0, 0.1]) is None


def test_the_others_are_named_with_their_sources() -> None:
    said = others([(ENTRIES[0], FOUND)])

    assert "ID 33514 (" in said.text
    assert said.evidence


def test_a_paste_of_many_codes_stays_short() -> None:
    numbers = (313, 33435, 3106, 50005)
    pasted = "\n".join(f"2026-03-02 10:0{n}:00 job failed ID {number}" for n, number in enumerate(numbers))
    findings = consult(pasted, REFERENCE)

    assert sum(len(said.text.split()) for finding in findings for said in finding.statements) <= 235
