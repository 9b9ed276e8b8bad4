"""Questions behind a clause that leads up to them, and where a further one of them begins."""

from __future__ import annotations

import pytest

from assistant.understanding.message.lead_ins import is_led, led_joints
from assistant.understanding.message.question_forms import split_questions


@pytest.mark.parametrize(
    "text",
    [
        "sixteen disks are to go in, which size is that",
        "the vault is a test one so what redundancy do we take",
        "we are on 2012 R2 - how is that protected",
        "the password is typed in, then where do I click: to which page",
        "over a slow line how long does the download take",
        "the pool has room, may it be shared",
        "data is a week old, so where must it go",
    ],
)
def test_a_question_behind_a_clause_is_seen(text: str) -> None:
    assert is_led(text)


@pytest.mark.parametrize(
    "text",
    [
        "the server, which is offline, has been cut off",
        "our vault, which holds the mail, is full",
        "the link is down, no idea how",
        'the customer wrote "it is small, which size do we take" and went home',
        "12 TB, of which 3 go to Azure",
        "D: is the drive for it",
    ],
)
def test_a_clause_that_only_goes_on_asks_nothing(text: str) -> None:
    assert not is_led(text)


@pytest.mark.parametrize(
    ("text", "asking"),
    [
        (
            "is exchange listed? and our account is shared, is that bad",
            ("is exchange listed?", "and our account is shared, is that bad"),
        ),
        (
            "how is it scaled out, and we hang 10 disks on it so would an A4 do",
            ("how is it scaled out", "we hang 10 disks on it so would an A4 do"),
        ),
        (
            "is tape allowed and once data is old where must it go",
            ("is tape allowed", "once data is old where must it go"),
        ),
        (
            "must it have an account of its own, and its SQL - may that be remote",
            ("must it have an account of its own", "its SQL - may that be remote"),
        ),
        ("which size do I take, then which image", ("which size do I take", "which image")),
        ("is the vault fine, and whats the limit", ("is the vault fine", "whats the limit")),
        (
            "is tape listed, and the box would be a cluster node, any objection",
            ("is tape listed", "the box would be a cluster node, any objection"),
        ),
        ("is tape listed / do we have to pay", ("is tape listed", "do we have to pay")),
        ("how big is scratch and wheres it set", ("how big is scratch", "wheres it set")),
    ],
)
def test_each_question_stands_with_the_clause_before_it(text: str, asking: tuple[str, ...]) -> None:
    assert split_questions(text)[0] == asking


@pytest.mark.parametrize(
    "text",
    [
        "is it fine while the link is down and the sub has expired, can we restore",
        "what do cores and memory have to be, and can it run there",
        "can the server run if it is in a domain and has 3.5 GB, what is missing",
    ],
)
def test_what_is_told_for_the_first_question_begins_no_other(text: str) -> None:
    assert led_joints(text) == []


def test_what_is_told_before_the_only_question_stays_with_it() -> None:
    text = "the server has been offline for 20 days and the subscription has expired, can I back up"

    assert split_questions(text)[0] == (text,)
