"""Corrections: the question before is asked again with what is put right in it."""

from __future__ import annotations

import pytest

from assistant.understanding.turns.corrections import QUESTION, instead, of_another, put_right, taken_back


def again(before: str, question: str) -> str | None:
    told = put_right(question, [(before, {QUESTION: before})])
    return told.question if told else None


@pytest.mark.parametrize(
    ("before", "question", "read"),
    [
        ("scratch for 7 TB to azure", "sorry, 17 not 7", "scratch for 17 TB to azure"),
        ("scratch for 7 TB to azure", "17 TB instead of 7 TB", "scratch for 17 TB to azure"),
        ("scratch for 7 TB to azure", "no, not 7, 17 TB", "scratch for 17 TB to azure"),
        ("scratch for 7 TB to azure", "actually 9 TB, she forgot the archive", "scratch for 9 TB to azure"),
        ("does an A3 take 5 disks", "an A4, not an A3", "does an A4 take 5 disks"),
        ("is SQL 2012 covered", "I meant 2016", "is SQL 2016 covered"),
        ("is SQL 2012 covered", "oops, sharepoint 2013 i mean", "is sharepoint 2013 covered"),
        ("may it go on a DC?", "not a DC, a cluster node", "may it go on a cluster node?"),
        ("sub expired, restore?", "correction: deprovisioned, not expired", "sub deprovisioned, restore?"),
        ("6 servers backed up daily, years?", "its 16 servers, not 6", "16 servers backed up daily, years?"),
        ("offline for 9 days. backup?", "typo, 19 days", "offline for 19 days. backup?"),
        ("is .NET 4.7 enough", "sorry: 3.0", "is .NET 3.0 enough"),
    ],
)
def test_what_is_put_right_takes_the_place_of_what_was_said(before: str, question: str, read: str) -> None:
    assert again(before, question) == read


@pytest.mark.parametrize(
    "question",
    [
        "is it 4, not 7?" * 4,  # too long to be one
        "and 17 is new, not ok?",
        "sorry, how many disks not counting the first?",
        "not sure, we have a lot",
        "sharepoint, not exchange",  # nothing of the kind was said before
        "thanks, not bad",
        "sorry, hello",
        "and for 9 TB?",
        "its" + "\u2013" * 9_000 + "17, not 7",  # looked at no further: it would take long
    ],
)
def test_what_corrects_nothing_goes_on_as_it_is(question: str) -> None:
    assert again("scratch for 7 TB to azure", question) is None


def test_the_question_is_read_behind_the_turn_before_it() -> None:
    turns = [("is SQL 2014 covered", {"n": 0}), ("and 2012?", {"n": 1})]

    told = put_right("sorry, 2016 not 2012", turns)

    assert told is not None
    assert told.question == "and 2016?"
    assert told.previous == {"n": 0}


def test_a_correction_of_a_correction_holds() -> None:
    turns = [("scratch for 7 TB", {}), ("sorry, 17 not 7", {QUESTION: "scratch for 17 TB"})]

    told = put_right("no wait, 27 not 17", turns)

    assert told is not None
    assert told.question == "scratch for 27 TB"


def test_there_must_be_something_to_correct() -> None:
    assert put_right("17 not 7", []) is None


@pytest.mark.parametrize(
    ("before", "question", "read"),
    [
        ("offline for 9 days, backup?", "now 19", "offline for 19 days, backup?"),
        ("does an A3 do for 5 disks", "A4?", "does an A4 do for 5 disks"),
        ("is SQL 2012 covered", "what about sharepoint 2013?", "is sharepoint 2013 covered"),
        (
            "can a Deprovisioned sub be Active again?",
            "and an Expired sub",
            "can a Expired sub be Active again?",
        ),
        ("A3 or A4?", "A2?", None),  # which of the two is meant is open
        ("is SQL 2012 covered", "and the vault?", None),
        ("is SQL 2012 covered", "how many disks may an A4 have then?", None),
    ],
)
def test_nothing_but_an_item_takes_the_place_of_its_like(
    before: str, question: str, read: str | None
) -> None:
    told = instead(question, [(before, {QUESTION: before})])

    assert (told.question.replace("?", "") if told else None) == (read.replace("?", "") if read else None)


@pytest.mark.parametrize(
    ("question", "rest"),
    [
        ("ok so hopefully not. and when Active?", "and when Active?"),
        ("forget that. how many disks?", "how many disks?"),
        ("that's not the case, what then?", "what then?"),
        ("forget the disks", None),
        ("never mind", None),
    ],
)
def test_what_was_supposed_is_taken_back(question: str, rest: str | None) -> None:
    assert taken_back(question) == rest


@pytest.mark.parametrize(
    ("question", "read"),
    [
        (
            "wait, I meant the subscription, can its state be changed?",
            "can the subscription's state be changed?",
        ),
        ("i was talking about the scratch disk: how big is it", "how big is the scratch disk"),
        ("i meant the vault, how many points fit", "the vault: how many points fit"),
        ("i meant 2016", None),
    ],
)
def test_another_thing_was_meant(question: str, read: str | None) -> None:
    assert of_another(question) == read


@pytest.mark.parametrize(
    ("before", "question", "again"),
    [
        (
            "how long is a credentials file usable",
            "oh, I was asking about the portal PIN",
            "how long is the portal PIN usable",
        ),
        ("where do I get the credentials", "sorry, I meant the passphrase", "where do I get the passphrase"),
        (
            "how big must the scratch folder be?",
            "wait, I mean a staging folder",
            "how big must a staging folder be?",
        ),
        ("where is the vault kept", "I was asking about the passphrase", "where is the passphrase kept"),
    ],
)
def test_what_was_asked_of_another_thing_is_asked_of_the_one_meant(
    before: str, question: str, again: str
) -> None:
    back = put_right(question, [(before, {})])
    assert back is not None
    assert back.question == again


@pytest.mark.parametrize(
    ("before", "question"),
    [
        ("sub expired. backup?", "I meant the vault"),
        (
            "how long is a credentials file usable",
            "I meant the one that we downloaded yesterday from the portal",
        ),
    ],
)
def test_nothing_is_put_in_where_no_thing_was_asked_of(before: str, question: str) -> None:
    assert put_right(question, [(before, {})]) is None
