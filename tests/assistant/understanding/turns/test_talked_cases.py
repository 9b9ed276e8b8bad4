"""Whether a message itself tells a whole case of the connectivity table."""

from __future__ import annotations

import pytest

from assistant.understanding.read import facts_of, read_question
from assistant.understanding.turns.talked_cases import tells_case


@pytest.mark.parametrize(
    "text",
    [
        "the line is up and the sub is Expired. can we restore from disk?",
        "offline for 3 days, subscription not Active: back up to Azure?",
    ],
)
def test_connection_subscription_and_operation_make_a_case(text: str) -> None:
    assert tells_case(read_question(text))


@pytest.mark.parametrize(
    "text",
    [
        "the sub is Expired. can we restore from disk?",
        "we are online. can we back up to disk?",
        "online and Expired: what now?",
        "the sub was Deprovisioned and is Active again, we are connected: is the disk data restorable?",
    ],
)
def test_less_makes_none(text: str) -> None:
    assert not tells_case(read_question(text))


def test_what_an_earlier_turn_told_is_not_told_again() -> None:
    left = facts_of(read_question("online and Expired. can we restore from disk?"), "connectivity", ())
    assert not tells_case(read_question("and from Azure?", left))
