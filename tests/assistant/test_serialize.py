"""An answer survives being written as JSON and read back."""

from __future__ import annotations

import json

import pytest

from assistant.assistant import Assistant
from assistant.serialize import answer_from_dict


@pytest.mark.parametrize(
    "question",
    [
        "The server has been offline for 20 days, can we restore from Azure?",
        "which screen asks for the scratch location?",
        "What is the capital of France?",
    ],
)
def test_an_answer_read_back_is_the_answer(shipped_assistant: Assistant, question: str) -> None:
    answer = shipped_assistant.ask(question)

    again = answer_from_dict(json.loads(json.dumps(answer.to_dict())))

    assert again.to_dict() == answer.to_dict()
    assert (again.citations, again.missing, again.verdicts) == (
        answer.citations,
        answer.missing,
        answer.verdicts,
    )
