"""The states that the connectivity table knows, by name."""

from __future__ import annotations

import pytest

from assistant.specialists.states import known_states
from assistant.understanding.read import read_question


@pytest.mark.parametrize(
    "text",
    [
        "what subscription states exist?",
        "how many states of the subscription does the guide distinguish",
        "list all the subscription statuses that are possible",
    ],
)
def test_the_states_are_named(text: str) -> None:
    finding = known_states.consult(read_question(text))

    assert finding is not None
    assert "Active, Expired and Deprovisioned" in finding.statements[0].text


@pytest.mark.parametrize(
    "text",
    [
        "in which subscription states is restore allowed?",
        "where do I see the subscription state?",
        "which subscription state deletes the data, if there is one?",
        "our subscription state is Expired, what is possible?",
    ],
)
def test_what_holds_in_a_state_is_another_question(text: str) -> None:
    assert known_states.consult(read_question(text)) is None
