"""Where a second question is joined to the one before it."""

from __future__ import annotations

import pytest

from assistant.understanding.message.joined_questions import taken_apart, with_and


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("may tape be used and is robocopy enough?", ["may tape be used", "is robocopy enough?"]),
        (
            "Must it have a fan, also might Linux run on it?",
            ["Must it have a fan", "might Linux run on it?"],
        ),
        (
            "is a fan needed and is tape fine and may Linux stay?",
            ["is a fan needed", "is tape fine", "may Linux stay?"],
        ),
        ("can we back it up and can we see it?", ["can we back it up", "can we see it?"]),
        ("what is the size and how many fit?", ["what is the size", "how many fit?"]),
        ("what is the size and where the log is?", ["what is the size", "where the log is?"]),
        ("is tape fine + max days on it", ["is tape fine", "max days on it"]),
        ("he needs the list and wants to know how it works", ["he needs the list", "how it works"]),
        ("they want the size & also ask whether it grows", ["they want the size", "whether it grows"]),
        ("which rig and where to buy it", ["which rig", "where to buy it"]),
        ("is tape fine, and second can it rust", ["is tape fine", "can it rust"]),
        ("which rig is it, besides that how old is it?", ["which rig is it", "how old is it?"]),
        ("what happens when it rains + is tape fine", ["what happens when it rains", "is tape fine"]),
        (
            "number of parts, and after the start - must I oil it?",
            ["number of parts", "after the start - must I oil it?"],
        ),
        (
            "tell me which rig fits, and besides that whether tape runs",
            ["tell me which rig fits", "whether tape runs"],
        ),
        (
            "please explain the rig as well as whether tape runs",
            ["please explain the rig", "whether tape runs"],
        ),
        (
            "the rig fell over, is it dead, and second can tape run",
            ["the rig fell over, is it dead", "can tape run"],
        ),
        ("what happens when it stops + is tape listed", ["what happens when it stops", "is tape listed"]),
        (
            "number of rigs, and after the move - must I scan?",
            ["number of rigs", "after the move - must I scan?"],
        ),
        ("how big is it and in addition how many fit", ["how big is it", "how many fit"]),
    ],
)
def test_a_verb_with_a_subject_of_its_own_begins_a_question(text: str, pieces: list[str]) -> None:
    assert taken_apart(text) == pieces


@pytest.mark.parametrize(
    "text",
    [
        "which drives fit and are cheap?",
        "it failed once, and second attempts fail as well?",
        "the rig + is now dark?",
        "he wants a new one and needs it soon",
        "the rig is up and can see Azure, is tape allowed?",
        "the rig is dark and can not talk to anyone, is tape allowed?",
        "can a box that lost its link and is offline since Monday restore?",
        "must it be old and may be new?",
        "the box runs and is tape enough?",
        "does the job stop and is rolled back later?",
        "can I go on if it stops and may Linux help?",
        "the rig died and whether it was paid nobody knows",
        "the first lies on the rig and second is in the cellar",
        "we moved and after a reboot, the rig fails",
        "the rig has 6 disks and on top of that, can I add 3?",
        "we send 4 TB and with a small rig, is that enough?",
        "what happens when it stops and is tape listed",
    ],
)
def test_a_second_predicate_or_a_clause_within_stays_with_its_question(text: str) -> None:
    assert taken_apart(text) == [text]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("how many disks n is sql 2014 listed", "how many disks and is sql 2014 listed"),
        ("names 'n' ranges pls", "names and ranges pls"),
        ("the default? n where is it set", "the default? and where is it set"),
        ("n = 5 disks", "n = 5 disks"),
        ("drive N: is full", "drive N: is full"),
    ],
)
def test_a_lone_n_stands_for_and(text: str, read: str) -> None:
    assert with_and(text) == read


def test_a_product_begins_a_question_behind_and() -> None:
    assert taken_apart("an A3 takes how many disks and is SQL 2014 covered") == [
        "an A3 takes how many disks",
        "is SQL 2014 covered",
    ]
