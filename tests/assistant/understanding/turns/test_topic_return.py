"""Going back to an earlier turn of a conversation."""

from __future__ import annotations

import pytest

from assistant.understanding.turns.topic_return import TOLD, going_back

_TURNS = [
    ("how many disks does an A3 take?", {"n": 0}),
    ("which .NET do I need?", {"n": 1}),
    ("can we use LRS for a second vault?", {"n": 2}),
    ("and how long does the download take?", {"n": 3}),
]


@pytest.mark.parametrize(
    ("question", "rest", "turn"),
    [
        ("back to the disks, and one size up?", "one size up?", 0),
        ("ok, going back to the disks: an A4", "an A4", 0),
        ("back to .net: is 4.6 fine?", "is 4.6 fine?", 1),
        ("back to the first one, but an A4", "an A4", 0),
        ("the second question again: is 2.0 fine?", "is 2.0 fine?", 1),
        ("as for the vault from before: and GRS?", "GRS?", 2),
        ("once more to the disks, an A4", "an A4", 0),
        ("and with an A2? back to the disks", "an A2", 0),
    ],
)
def test_what_is_told_hangs_on_the_turn_that_is_named(question: str, rest: str, turn: int) -> None:
    back = going_back(question, _TURNS)

    assert back is not None
    assert back.question.removeprefix("and ").rstrip("?") == rest.rstrip("?")
    assert back.previous == {"n": turn}


def test_a_turn_is_named_by_what_it_is_about_too() -> None:
    turns = [("is an A3 big enough?", {"n": 0}), ("do we need a vault?", {"n": 1})]

    back = going_back("once more to the size, how many cores", turns)

    assert back is not None
    assert back.previous == {"n": 0}


@pytest.mark.parametrize(
    "question",
    ["back to the replica thing, the fix?", "the replica fix, what was it again", "the error from before"],
)
def test_a_turn_is_named_by_what_it_was_told_too(question: str) -> None:
    explained = {"n": 0, "entry": "mabs-3106", TOLD: ["ID 3106: Replica is inconsistent with its source."]}

    back = going_back(question, [("3106 on D:", explained), ("how many disks can an A2 have?", {"n": 1})])

    assert back is not None
    assert back.previous in (explained, {})  # put behind it, or asked once more


def test_errors_are_counted_among_errors() -> None:
    turns = [
        ("how many disks?", {}),
        ("error 41", {"entry": "mabs-41"}),
        ("why", {"entry": "mabs-41"}),
        ("33424", {"entry": "mabs-33424"}),
    ]

    back = going_back("now the first error again, which service", turns)

    assert back is not None
    assert back.previous == {"entry": "mabs-41"}


def test_without_anything_told_the_turn_is_asked_again() -> None:
    for question in ("back to the first question", "back to the disks please", "back to the start"):
        back = going_back(question, _TURNS)
        assert back is not None
        assert back.question == _TURNS[0][0]
        assert back.previous == {}


@pytest.mark.parametrize(
    "question",
    [
        "can I go back to Windows 2012?",
        "does it fall back to the disks when offline?",
        "back to cricket, who won?",
        "restore it back to the original server",
        "how do I get back to the wizard",
    ],
)
def test_what_names_no_earlier_turn_goes_on_as_it_is(question: str) -> None:
    assert going_back(question, _TURNS) is None


def test_there_must_be_something_to_go_back_to() -> None:
    assert going_back("back to the disks: and A4?", _TURNS[:1]) is None


def test_a_number_is_gone_back_to_by_the_turn_that_had_it() -> None:
    turns = [("ID 58 on the db box", {"n": 0}), ("ID 60 too", {"n": 1}), ("which .NET?", {"n": 2})]
    back = going_back("ok back to 58, what first?", turns)
    assert back
    assert (back.question, back.previous) == ("and what first?", {"n": 0})
    assert going_back("back to 61, what first?", turns) is None
