"""What is searched for with the question before it: fragments, and what only points at it."""

from __future__ import annotations

import pytest

from assistant.assistant import Assistant
from assistant.conversation import Conversation
from assistant.searching import asks_place_alone


@pytest.mark.parametrize(
    ("before", "fragment", "fact"),
    [
        ("things are missing on the Prerequisite Checks screen", "skip?", "can't be skipped"),
        ("the password of Security Settings", "min length", "what counts as a strong password"),
        ("how long may it stay", "on the disks", "five days"),
        ("the cache location can be on C:", "staging area", "`D:\\`"),  # has a subject of its own
    ],
)
def test_a_fragment_is_of_the_question_before_unless_it_names_its_own(
    shipped_assistant: Assistant, before: str, fragment: str, fact: str
) -> None:
    conversation = Conversation()
    shipped_assistant.ask(before, conversation)

    assert fact in shipped_assistant.ask(fragment, conversation).text


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("and where do I click", True),
        ("which menu is that?", True),
        ("where is the setup log", False),
        ("how large is it", False),
    ],
)
def test_a_place_alone_is_asked_of_what_was_said(text: str, alone: bool) -> None:
    assert asks_place_alone(text) is alone
