"""Pronouns: those that stand for a thing, and those that only add to what was said."""

from __future__ import annotations

import pytest

from assistant.understanding.turns.pronouns import ACTING, NAMED_ONE


@pytest.mark.parametrize("text", ["its disks", "and ram for it", "can mabs run on that", "is this one ok"])
def test_a_thing_is_meant(text: str) -> None:
    assert NAMED_ONE().search(text)


@pytest.mark.parametrize("text", ["is that ok", "what does it mean", "that was all"])
def test_no_thing_is_meant(text: str) -> None:
    assert not NAMED_ONE().search(text)


def test_what_is_said_only_besides_is_not_what_is_spoken_of() -> None:
    assert ACTING().search("who keeps them")
    assert not ACTING().search("how long may data lie on them")
