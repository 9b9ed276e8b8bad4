"""Questions asked again: by their place in the talk or in a message, or in another form."""

from __future__ import annotations

import pytest

from assistant.answer import Finding, Statement
from assistant.consulted import Consulted
from assistant.dialogue.repeated_question import Again, asked_again, in_form
from assistant.table_answers import settled
from assistant.understanding.read import facts_of, read_question
from assistant.understanding.turns.corrections import QUESTION
from assistant.understanding.turns.dialogue_acts import Form
from assistant.understanding.turns.topic_return import TOLD


def again(*turns: str) -> Again | None:
    """What the last turn asks again of those before it."""
    asked: list[tuple[str, dict[str, object]]] = []
    for turn in turns[:-1]:
        reading = read_question(turn, asked[-1][1] if asked else {})
        found = settled(reading)
        facts = facts_of(reading, found[0].specialist if found else "guide", ())
        asked.append((turn, {**facts, QUESTION: turn}))
    return asked_again(turns[-1], asked)


@pytest.mark.parametrize(
    ("turns", "question"),
    [
        (("A3 disks?", "is A1 enough", "and what I wanted to know first"), "A3 disks?"),
        (("A3 disks?", "is A1 enough", "the previous one again"), "A3 disks?"),
        (("A3 disks?", "is A1 enough", "the last one again, got cut off"), "is A1 enough"),
        (
            ("is exchange protected? and how many disks fit an A4?", "only part two"),
            "how many disks fit an A4?",
        ),
        (("is exchange protected? and how many disks fit an A4?", "the former"), "is exchange protected?"),
        (
            ("is exchange protected? and how many disks fit an A4?", "only the disks"),
            "how many disks fit an A4?",
        ),
        (
            ("sub expired, connected. disk backup", "yes or no"),
            "sub expired, connected. disk backup, possible?",
        ),
        (("is A1 enough", "final answer?"), "is A1 enough"),
        (("is A1 enough", "so what does the guide say"), "is A1 enough"),
        (("what is stopped when expired", "yes or no"), "what is stopped when expired"),
        (("is A1 enough", "in plain words, and what about A2?"), "and what about A2?"),
        (
            ("what happens to restores?", "sub is Expired, final answer?"),
            "what happens to restores, sub is Expired",
        ),
    ],
)
def test_the_question_that_is_meant(turns: tuple[str, ...], question: str) -> None:
    told = again(*turns)

    assert told is not None
    assert told.question == question


@pytest.mark.parametrize(
    "turns",
    [
        ("and what I wanted to know first",),
        ("is A1 enough", "and the second one?"),  # there is no second question
        ("is A1 enough", "the first one, how many disks?"),
        ("is A1 enough", "only 2016"),
        ("is A1 enough", "and A2?"),
    ],
)
def test_no_question_of_the_talk_is_meant(turns: tuple[str, ...]) -> None:
    assert again(*turns) is None


def test_the_question_is_read_behind_what_was_left_before_it() -> None:
    told = again("A3 disks?", "and A4?", "is sql 2016 in", "the previous one")

    assert told is not None
    assert told.question == "and A4?"
    assert told.previous["vm_sizes"] == ["A3"]


@pytest.mark.parametrize(
    ("said", "form", "kept"),
    [
        (("No.", "It is lost.", "More."), Form.YES_NO, 2),
        (("No. It is lost.", "More."), Form.SHORT, 1),
        (("None of these:", "- one", "- two"), Form.SHORT, 3),
        (("No. It is lost.", "More."), Form.WHOLE, 2),
    ],
)
def test_a_short_form_keeps_the_verdict(said: tuple[str, ...], form: Form, kept: int) -> None:
    finding = Finding("guide", "answered", tuple(map(Statement, said)), 1.0)

    told = in_form(Consulted((finding,), read_question("is it lost")), form)

    assert [statement.text for statement in told.findings[0].statements] == list(said[:kept])


def test_where_to_read_on_is_no_verdict() -> None:
    said = ("The article *Storage* (`/a/b`) describes it.", "Storage is needed.", "More.")
    finding = Finding("guide", "answered", tuple(map(Statement, said)), 1.0)

    told = in_form(Consulted((finding,), read_question("is it needed")), Form.YES_NO)

    assert [(one.text, one.role) for one in told.findings[0].statements] == [
        ("Storage is needed.", "verdict")
    ]


def test_after_silence_what_is_said_of_the_state_is_told() -> None:
    left = {QUESTION: "is it kept when Deprovisioned?", TOLD: ["The guide does not list that."]}

    told = asked_again("so what does the guide say", [("is it kept when Deprovisioned?", left)])

    assert told is not None
    assert told.question.startswith("the subscription is Deprovisioned")


def test_the_parts_of_a_message_stay_at_hand() -> None:
    two = "is exchange protected? and how many disks fit an A4?"

    told = again(two, "only part two", "ok and part one")

    assert told is not None
    assert told.question == "is exchange protected?"


def test_a_part_is_told_in_the_form_that_is_wanted() -> None:
    told = again("is exchange protected? and is A1 enough?", "the second, yes or no")

    assert told is not None
    assert (told.question, told.form) == ("and is A1 enough?", Form.YES_NO)


def test_that_cases_differ_is_told_with_the_one_pointed_out() -> None:
    states = read_question("expired or deprovisioned, which is worse")
    found = Consulted(tuple(settled(states)), states)
    said = [one.text for one in in_form(found, Form.SHORT).findings[0].statements]
    assert said[0] == "The rows differ: Deprovisioned is worse."
    assert len(said) == 2
    assert said[1].startswith("Deprovisioned: ")
    assert "recovery points are deleted" in said[1]
