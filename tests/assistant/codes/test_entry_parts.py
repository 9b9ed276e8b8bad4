"""Which parts of an entry a next question is about, and how they are told."""

from __future__ import annotations

import pytest

from assistant.codes.entry_parts import (
    WORDS,
    Part,
    asks_alternative,
    fitting,
    goes_on,
    is_alternative,
    parts_of,
    ranked,
    ruled_out,
    rules_out,
    told,
)
from assistant.codes.reference import load_reference

REFERENCE = load_reference()
ENTRY = REFERENCE.entry("mabs-34513")


def test_all_that_an_entry_says_can_be_asked_for() -> None:
    parts = parts_of(ENTRY)
    texts = {part.text for part in parts}

    assert texts >= {ENTRY.symptom, ENTRY.note, *ENTRY.resolution, *ENTRY.verify}
    assert [part.number for part in parts if part.kind == "step"] == list(range(1, len(ENTRY.resolution) + 1))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("how do I check that it worked?", "check"),
        ("why did it break", "cause"),
        ("is that safe?", "cost"),
        ("which service to restart", "step"),
        ("and the clock?", "step"),
    ],
)
def test_of_parts_equally_near_those_of_the_kind_asked_for_come_first(text: str, kind: str) -> None:
    parts = [
        Part("a", "meaning"),
        Part("b", "cause"),
        Part("c", "step", 1),
        Part("d", "check"),
        Part("e", "cost"),
    ]

    assert ranked(text, parts, [0.5] * len(parts))[0][1].kind == kind


@pytest.mark.parametrize(
    "text",
    [
        "still the same",
        "still missing after the rescan",
        "what else?",
        "done, no change",
        "it is red again",
        "next idea",
        "done that, next?",
        "done, changed it. now?",
    ],
)
def test_what_comes_after_the_steps_done_is_recognised(text: str) -> None:
    assert goes_on(text)


@pytest.mark.parametrize(
    "text", ["where is that switch again", "which port", "is it still supported in 2019"]
)
def test_other_questions_do_not_go_on(text: str) -> None:
    assert not goes_on(text)


@pytest.mark.parametrize(
    ("text", "ruled_out"),
    [
        ("we can't stop that service, any other way?", True),
        ("is there an alternative to a restart", True),
        ("stopping it is a no go", True),
        ("the scanner has to stay on", True),
        ("that isn't an option here", True),
        ("we can't stop that service", False),
        ("which service do I stop instead", False),
    ],
)
def test_a_way_that_is_ruled_out_is_told_from_one_that_is_asked_for(text: str, ruled_out: bool) -> None:
    assert rules_out(text) is ruled_out


def test_of_a_message_the_clause_that_rules_out_is_taken() -> None:
    assert ruled_out("we tried it, the scanner must stay on, what now") == "the scanner must stay on"
    assert ruled_out("what now") == "what now"


def test_a_part_that_holds_the_detail_asked_for_comes_before_one_that_is_as_near() -> None:
    parts = [Part("Restart the server.", "step", 1), Part("Restart the service DPMRA.", "step", 2)]

    assert ranked("which service?", parts, [0.5, 0.45])[0][1].number == 2


def test_what_a_fault_costs_may_stand_in_the_note() -> None:
    parts = [Part("a", "step", 1), Part("b", "note")]

    assert ranked("is that safe?", parts, [0.5, 0.45])[0][1].kind == "note"


def test_alternatives_are_asked_for_and_told_in_words() -> None:
    assert asks_alternative("any alternative?")
    assert not asks_alternative("which one?")
    assert is_alternative(Part("Or install it by hand.", "step", 2))
    assert not is_alternative(Part("Install it.", "step", 1))


def test_a_part_too_long_leaves_room_for_later_ones() -> None:
    parts = [Part("one", "step", 1), Part("word " * WORDS, "step", 2), Part("three", "step", 3)]

    assert [part.number for part in fitting(parts)] == [1, 3]


def test_causes_and_checks_are_told_as_such() -> None:
    finding = told(ENTRY, [Part("It is late.", "cause"), Part("It runs.", "check")])

    assert [said.text for said in finding.statements] == ["Cause: It is late.", "Then check: It runs."]


def test_as_many_parts_are_told_as_fit_with_their_numbers_and_source() -> None:
    finding = told(ENTRY, parts_of(ENTRY))
    texts = [statement.text for statement in finding.statements]

    assert sum(len(text.split()) for text in texts) < WORDS + len(texts)
    assert any(text.startswith("1. ") for text in texts)
    assert all(statement.evidence for statement in finding.statements)
