"""Whether the way out is asked for."""

from __future__ import annotations

import pytest

from assistant.understanding.turns.remedy_requests import asks_remedy


@pytest.mark.parametrize(
    "text",
    [
        "ok what now",
        "what's my first step?",
        "so how do i fix that",
        "how to solve",
        "what would you do in my place?",
    ],
)
def test_the_way_out_is_asked_for(text: str) -> None:
    assert asks_remedy(text)


@pytest.mark.parametrize(
    "text", ["what should I do with the disks", "what is the first screen", "how do I fix ID 33"]
)
def test_what_names_a_thing_asks_for_that(text: str) -> None:
    assert not asks_remedy(text)
