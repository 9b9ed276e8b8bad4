"""A number alone is a code where codes are talked of, and a figure where figures are."""

from __future__ import annotations

import pytest

from assistant.assistant import Assistant
from assistant.conversation import Conversation


@pytest.mark.parametrize(
    ("before", "number", "is_code"),
    [
        ("hi", "48", True),
        ("error 3106", "and 48", True),
        ("what is the vault", "998", True),
        ("how big must the scratch be", "500", False),
        ("how many recovery points can a vault hold", "48", False),
        ("how many recovery points can a vault hold", "error 48", True),
    ],
)
def test_a_lone_number(shipped_assistant: Assistant, before: str, number: str, is_code: bool) -> None:
    conversation = Conversation()
    shipped_assistant.ask(before, conversation)

    assert ("ID " in shipped_assistant.ask(number, conversation).text) == is_code
