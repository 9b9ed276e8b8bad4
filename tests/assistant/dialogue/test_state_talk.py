"""A question on an operation, or on the data, is asked in the state that the talk has told."""

from __future__ import annotations

import pytest

from assistant.assistant import Assistant
from assistant.conversation import Conversation


def _last(assistant: Assistant, *turns: str) -> str:
    talk = Conversation()
    answers = [assistant.ask(turn, talk) for turn in turns]
    return answers[-1].text


@pytest.mark.parametrize(
    ("turns", "said"),
    [
        (
            (
                "server online, sub Active",
                "hm, no. it lapsed on Sunday: Expired",
                "may we fetch a file from the vault?",
            ),
            "Restore from Azure is allowed while the subscription is Expired",
        ),
        (("the sub is Expired, link fine", "are the cloud copies wiped by that?"), "No."),
        (
            (
                "we were offline for 5 weeks and are connected again",
                "what can we run today, a backup to disk say?",
            ),
            "It depends on the subscription's state",
        ),
        (
            (
                "sub Expired, connected. disk backup?",
                "which .NET is needed",
                "back to the first one: can I restore from disk?",
            ),
            "Yes. Restore from disk is allowed while the subscription is Expired",
        ),
    ],
)
def test_the_state_is_taken_over(shipped_assistant: Assistant, turns: tuple[str, ...], said: str) -> None:
    assert said in _last(shipped_assistant, *turns)


@pytest.mark.parametrize(
    "question",
    [
        "how do I restore a file from the vault?",
        "may we restore to another server?",
        "which cmdlet shows that?",
        "what can we run on SQL Server 2014?",
    ],
)
def test_what_does_not_hang_on_the_state_is_left_alone(shipped_assistant: Assistant, question: str) -> None:
    answer = _last(shipped_assistant, "the sub is Expired, server connected", question)

    assert "while the subscription is Expired" not in answer.partition("\n")[0]
