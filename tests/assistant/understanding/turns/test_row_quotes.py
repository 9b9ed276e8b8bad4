"""Whether the row behind an answer is asked for."""

from __future__ import annotations

import pytest

from assistant.understanding.turns.row_quotes import asks_row


@pytest.mark.parametrize(
    "text",
    [
        "quote the row",
        "give me the exact line please",
        "which row did you use?",
        "what does the table say literally",
    ],
)
def test_the_row_is_asked_for(text: str) -> None:
    assert asks_row(text)


@pytest.mark.parametrize(
    "text", ["which row allows backups", "show me rows that stop restores", "how many rows?"]
)
def test_rows_that_are_searched_for_are_not(text: str) -> None:
    assert not asks_row(text)
