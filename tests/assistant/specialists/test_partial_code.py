"""A code that is told in part is asked back."""

from __future__ import annotations

import pytest

from assistant.assistant import Assistant


@pytest.mark.parametrize(
    ("report", "first"),
    [
        ("code 31x while pushing the agent, can't reach its coordinator", "ID 319"),
        ("error 331 something, no sysadmin on sql", "ID 331"),
        ("id 10005..., last digit is hidden by a sticker", "ID 10005"),
        ("0x186D? is all that the printout shows", "ID 1000"),
        ("the text is cut off behind 'ID: 5000', all backups stopped", "ID 5000"),
    ],
)
def test_the_whole_number_is_asked_for(shipped_assistant: Assistant, report: str, first: str) -> None:
    answer = shipped_assistant.ask(report)
    assert "What is the whole number" in answer.text
    assert answer.missing[0].choices[0].value.startswith(first)


@pytest.mark.parametrize(
    "question", ["error 3106, tried it 3x", "ID 41 on 2x servers", "error 33424 again and again"]
)
def test_a_whole_number_is_told(shipped_assistant: Assistant, question: str) -> None:
    assert shipped_assistant.ask(question).trace["consulted"][0] == "codes"
