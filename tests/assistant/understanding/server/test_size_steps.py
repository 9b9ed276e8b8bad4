"""Steps from one size of virtual machine to another."""

from __future__ import annotations

import pytest

from assistant.understanding.read import facts_of, read_question
from assistant.understanding.server.size_steps import next_size, steps_of_size


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        ("one VM size up from that?", 1),
        ("the next size down", -1),
        ("and another one up", 1),
        ("the next bigger one?", 1),
        ("two sizes smaller", -2),
        ("a step below", -1),
        ("what of the following size", 1),
        ("ok, and the next one?", 1),
        ("all slots taken. wich size comes next", 1),
        ("what is the next step", 0),
        ("is it up?", 0),
        ("back up to disk", 0),
        ("the set up of one machine", 0),
    ],
)
def test_steps_are_told_by_size_and_way(text: str, steps: int) -> None:
    assert steps_of_size(text) == steps


@pytest.mark.parametrize(
    ("size", "steps", "other"), [("A3", 1, "A4"), ("A2", -1, "A1"), ("A0", -1, "A0"), ("D4_v2", 1, "D5_v2")]
)
def test_the_size_so_many_steps_away(size: str, steps: int, other: str) -> None:
    assert next_size(size, steps) == other


def test_a_step_goes_from_the_size_told_before() -> None:
    facts = facts_of(read_question("how many disks does an A2 take?"), "limits", ())
    up = read_question("and the next size up?", facts)

    assert up.vm_sizes == ("A3",)
    assert read_question("one more up?", facts_of(up, "limits", ())).vm_sizes == ("A4",)
    assert read_question("one size up, how many disks?").vm_sizes == ()
