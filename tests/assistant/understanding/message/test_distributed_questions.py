"""Questions asked of each of several things."""

from __future__ import annotations

import pytest

from assistant.understanding.message.distributed_questions import distributed


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("logs and dumps: which folder each?", ["logs", "dumps"]),
        ("dump, log and page file - where do they go, and why", ["dump", "log", "page file"]),
        ("the agent + the console, which port for both", ["the agent", "the console"]),
    ],
)
def test_the_question_is_put_to_each(text: str, items: list[str]) -> None:
    assert [one.split(":")[0] for one in distributed(text)] == items


@pytest.mark.parametrize(
    "text",
    [
        "logs and dumps: which folder?",
        "logs: which folder do they need?",
        "we have logs and dumps: where do they go?",
        "difference between logs and dumps: what does each do?",
        "logs and dumps fill up, can they go?",
    ],
)
def test_any_other_question_stays_whole(text: str) -> None:
    assert distributed(text) == []
