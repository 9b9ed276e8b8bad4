"""Turns that say nothing on the matter leave the talk where it was."""

from __future__ import annotations

import pytest

from assistant.understanding.read import read_question
from assistant.understanding.turns.interludes import is_interlude
from assistant.understanding.turns.replies import PENDING

BEFORE = {"specialist": "limits", "query": "scratch for 3 TB", "topics": ["scratch"]}


@pytest.mark.parametrize(
    "text",
    ["sec, the door", "hmm", "ok ordering it. wait, boss is calling", "back", "the cat is here"],
)
def test_nothing_is_said_on_the_matter(text: str) -> None:
    assert is_interlude(read_question(text, BEFORE))


@pytest.mark.parametrize(
    "text",
    [
        "and then?",
        "is it large",
        "for 4 of them",
        "did that",
        "it fails",
        "the subscription is expired",
        "A3",
        "what about disks",
        "not yet",
        "with a proxy",
    ],
)
def test_what_asks_tells_or_reports_is_none(text: str) -> None:
    assert not is_interlude(read_question(text, BEFORE))


def test_a_first_turn_and_a_reply_are_none() -> None:
    assert not is_interlude(read_question("moment, phone"))
    assert not is_interlude(read_question("none", {**BEFORE, PENDING: {"name": "x", "values": ["none"]}}))
