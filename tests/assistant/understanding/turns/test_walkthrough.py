"""Where on the way through portal and setup a message is, by what it calls the steps."""

from __future__ import annotations

import pytest

from assistant.decisions.screens import KEYS
from assistant.understanding.turns.walkthrough import last_named, to_do, without_names


@pytest.mark.parametrize(
    ("told", "key", "done"),
    [
        ("we stand on the Security Settings page", "security settings", False),
        ("Security Settings page, password typed", "microsoft update", True),
        ("signed in at the portal", "all services", True),
        ("hyper-v was ticked", "prepare infrastructure", True),
        ("unpacking wizard: picked a folder", "extraction path", True),
        ("extraction folder chosen", "extract", True),
        ("the proxy is entered", "agent install", True),
        ("agent setup has finished", "vault identification", True),
        ("vault credentials downloaded", "vault identification", True),
        ("vault credentials chosen", "encryption setting", True),
        ("passphrase saved", "status", True),
        ("SQL Settings not done yet", "sql settings", False),
    ],
)
def test_the_step_to_be_done(told: str, key: str, done: bool) -> None:
    place = to_do(told)
    assert place is not None
    assert (place.key, place.done) == (key, done)


def test_nothing_named_is_no_place() -> None:
    assert to_do("the backup of FS01 runs at night") is None
    assert last_named("how long is the retention") == ""


def test_what_comes_after_a_step_is_told_apart_from_the_step() -> None:
    after, there = to_do("which page comes after the summary"), to_do("which button has the summary")
    assert after is not None
    assert there is not None
    assert after.after
    assert not there.after


def test_names_are_taken_out() -> None:
    assert without_names("and after Security Settings?").split() == ["and", "after", "?"]


def test_every_name_is_a_step() -> None:
    assert last_named("Welcome, then the Summary of Settings") in KEYS
