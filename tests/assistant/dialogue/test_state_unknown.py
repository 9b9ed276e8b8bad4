"""What is asked of two servers, of which nobody knows the state of one."""

from __future__ import annotations

import pytest

from assistant.assistant import Assistant
from assistant.dialogue.state_unknown import of_unknown


@pytest.mark.parametrize(
    ("question", "state"),
    [
        (
            "both stacks are offline for 40 days: one is active, of the other we can't tell. restores?",
            "Active",
        ),
        ("sub 1 is expired, unclear what sub 2 is; both connected. what can we do?", "Expired"),
        (
            "two servers, online. the old one is deprovisioned, no idea of the second. backups?",
            "Deprovisioned",
        ),
        ("both MABS down for 5 weeks: number 1 is active, number 2 unclear", "Active"),
        ("both offline for 30 days: Lyon is expired, Nantes unknown. what still goes?", "Expired"),
        ("two servers, BK01 is active, BK02 is unknown. restore from disk?", "Active"),
    ],
)
def test_each_is_answered_by_what_is_known_of_it(
    shipped_assistant: Assistant, question: str, state: str
) -> None:
    text = shipped_assistant.ask(question).text

    assert f"The one that is {state}" in text
    assert "The other one" in text
    assert text.count("Deprovisioned: ") >= 1


@pytest.mark.parametrize(
    "question",
    [
        "the server is offline and the subscription active. nobody knows when the line is back. restores?",
        "both servers are active and online, what works?",
        "one is active, the other expired, nobody knows why. backups?",
        "both are offline for 20 days. Lyon is expired, cause unknown. restores?",
        "no idea whether it is active or expired, can we restore?",
        "connected, the sub isn't active and we can't tell which of the two others it is. backup?",
        "the subscription is no longer active, unknown which of both it turned into. restore from azure?",
    ],
)
def test_where_no_state_is_unknown_nothing_is_taken_apart(question: str) -> None:
    assert of_unknown(question) is None
