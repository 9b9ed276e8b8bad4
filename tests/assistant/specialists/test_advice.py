"""Who is unsure is told what the guide recommends in the matter, over the shipped index."""

from __future__ import annotations

import pytest

from assistant.assistant import Assistant
from assistant.conversation import Conversation
from assistant.specialists.advice import is_asked
from assistant.understanding.read import read_question


def last(assistant: Assistant, *turns: str) -> str:
    """The answer to the last of the turns of one conversation."""
    conversation = Conversation()
    return [assistant.ask(turn, conversation).text for turn in turns][-1]


@pytest.mark.parametrize(
    ("turns", "fact"),
    [
        (("which boxes to tick in the backup goal page", "dunno"), "Hyper-V"),
        (("which replication for the vault", "not sure tbh"), "geo-redundant"),
        (("may we take our own sql instance", "so what do you recommend?"), "installer add a new instance"),
        (("which vm size", "no idea"), "A2"),
        (("which ports does it use", "no clue"), "no recommendation"),
        (("can i restore", "not sure"), "subscription portal"),
    ],
)
def test_the_guides_recommendation_is_told(
    shipped_assistant: Assistant, turns: tuple[str, ...], fact: str
) -> None:
    assert fact in last(shipped_assistant, *turns)


@pytest.mark.parametrize("text", ["not sure", "which one is better", "any recommendation?", "you tell me"])
def test_nothing_else_is_said(text: str) -> None:
    assert is_asked(read_question(text))


@pytest.mark.parametrize(
    "text", ["not sure whether A2 is enough", "what do you recommend for sql", "is A3 better than A2"]
)
def test_a_question_of_its_own_is_none(text: str) -> None:
    assert not is_asked(read_question(text))
