"""What a question wants of the operations that it names."""

from __future__ import annotations

import pytest

from assistant.decisions.states.connectivity_query import Wanted
from assistant.decisions.states.connectivity_rules import Operation
from assistant.specialists.states.wanted_verdicts import loses_points, mixed_wishes, wanted_of


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("in which states can I not restore from disk?", Wanted.STOPPED),
        ("which states don't let me back up to azure", Wanted.STOPPED),
        ("name the states where disk backup isn't allowed", Wanted.STOPPED),
        ("which state never permits a restore from disk", Wanted.STOPPED),
        ("in which states is backup to azure not stopped", Wanted.ALLOWED),
        ("which rows don't block a restore", Wanted.ALLOWED),
        ("in which states can I restore from disk", Wanted.ALLOWED),
        ("in which states is not only restore from disk allowed", Wanted.ALLOWED),
        ("in which is disk backup stopped", Wanted.STOPPED),
        ("in which states can I back up to disk when not connected", Wanted.ALLOWED),
        ("in which states, when not connected, can I restore from disk", Wanted.ALLOWED),
        ("in which states when not connected can I back up to disk", Wanted.ALLOWED),
        ("not online and which states block a restore", Wanted.STOPPED),
        ("which states don't allow a restore and stop a backup", Wanted.STOPPED),
        ("which states for disk backup", None),
    ],
)
def test_a_denial_turns_what_is_wanted(text: str, wanted: Wanted | None) -> None:
    assert wanted_of(text) is wanted


def test_points_may_be_lost_in_any_form() -> None:
    assert all(loses_points(f"which one {word} the azure points") for word in ("loses", "wipes", "purges"))
    assert not loses_points("which one keeps the azure points")


def test_two_wishes_are_kept_apart() -> None:
    found = mixed_wishes("which state allows restore from disk but not backup to disk")
    assert found == {
        Wanted.ALLOWED: (Operation.RESTORE_FROM_DISK,),
        Wanted.STOPPED: (Operation.BACK_UP_TO_DISK,),
    }
