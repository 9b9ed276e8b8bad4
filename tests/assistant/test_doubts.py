"""An error that a message likely tells of goes before a question back and before unsure answers."""

from __future__ import annotations

import pytest

from assistant.assistant import Assistant


@pytest.mark.parametrize(
    ("message", "entry"),
    [
        (
            "the cloud agent can't take its snapshot, 'insufficient space', how much must each drive have",
            "100099",
        ),
        ("the console loses its service every few minutes and closes, which services should run?", "ID 917"),
        ("the job said 'another job is running in windows server backup', start it again by hand?", "100148"),
    ],
)
def test_an_error_is_told_rather_than_asked_back_for(
    shipped_assistant: Assistant, message: str, entry: str
) -> None:
    assert entry in shipped_assistant.ask(message).text


@pytest.mark.parametrize(
    "message",
    ["the backup went red again. fix?", "how much disk space is needed", "no internet since tuesday"],
)
def test_what_tells_of_no_error_is_still_asked_back(shipped_assistant: Assistant, message: str) -> None:
    assert shipped_assistant.ask(message).status in {"clarify", "partial"}
