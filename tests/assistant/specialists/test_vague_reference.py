"""A short question whose "it" nobody knows is asked back, with the topics that may be meant."""

from __future__ import annotations

import pytest

from assistant.assistant import Assistant
from assistant.conversation import Conversation


@pytest.mark.parametrize(
    "question",
    [
        "can we erase it?",
        "where is that stored",
        "how do I change these?",
        "can this be reversed?",  # one topic is by far the nearest, yet nothing tells that it is meant
        "can we still switch it?",
        "may I edit those afterwards?",
    ],
)
def test_topics_are_offered_with_what_each_says(shipped_assistant: Assistant, question: str) -> None:
    answer = shipped_assistant.ask(question)

    assert answer.status == "clarify"
    (missing,) = answer.missing
    assert 2 <= len(missing.choices) <= 4
    assert len({choice.value for choice in missing.choices}) == len(missing.choices)
    assert all(choice.meaning and not choice.meaning.endswith(":") for choice in missing.choices)


@pytest.mark.parametrize(
    "question",
    [
        "where can I download it?",  # the product
        "does it support tape drives?",
        "can the passphrase be changed?",
        "what does it cost?",
        "what is MABS?",
    ],
)
def test_what_names_something_is_answered(shipped_assistant: Assistant, question: str) -> None:
    assert shipped_assistant.ask(question).trace["consulted"] != ["vague"]


def test_in_a_talk_it_is_known(shipped_assistant: Assistant) -> None:
    talk = Conversation()
    shipped_assistant.ask("what is the passphrase for?", talk)

    assert shipped_assistant.ask("can I change it?", talk).status != "clarify"
