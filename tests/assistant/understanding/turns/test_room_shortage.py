"""Room is short, and the ways out of that are asked for."""

from __future__ import annotations

import pytest

from assistant.assistant import Assistant
from assistant.conversation import Conversation
from assistant.understanding.turns.room_shortage import asks_ways


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("local disks are full, which options are there", True),
        ("storage fills up, how do we grow", True),
        ("out of space: what does the guide recommend", True),
        ("ID 58, disk full: job fails, options?", False),
        ("the vault is full, which ways remain", False),
        ("which storage options are there", False),
        ("disk is full", False),
        ("our A4 is maxed out, options to grow?", True),
        ("all slots are taken on the A3: how do we extend per the guide", True),
        ("every job is maxed out with errors, options?", False),
    ],
)
def test_ways_out_of_a_want_of_room_are_no_error(text: str, asked: bool) -> None:
    assert asks_ways(text) is asked


def test_the_ways_that_are_left_are_no_error() -> None:
    assert asks_ways("scaling again: D series is reached, other options?")
    assert not asks_ways("other options for the vault credentials?")


@pytest.mark.parametrize(
    ("report", "asked", "told"),
    [
        ("our A4 is maxed out with disks. options to grow?", "the third one of the doc?", "scale out"),
        ("A3, all disks used. how can we extend per guide", "tell me about the second one", "offload data"),
        ("A2 full of disks, which ways are there", "and the first one?", "scale up"),
    ],
)
def test_a_full_machine_gets_the_ways_and_each_of_them(
    shipped_assistant: Assistant, report: str, asked: str, told: str
) -> None:
    conversation = Conversation()
    assert "three ways" in shipped_assistant.ask(report, conversation).text
    assert f"To {told}" in shipped_assistant.ask(asked, conversation).text


def test_a_planned_number_of_disks_is_reckoned_with(shipped_assistant: Assistant) -> None:
    assert "A4" in shipped_assistant.ask("our A3 is full, is 12 disks on an A4 ok per the guide").text
