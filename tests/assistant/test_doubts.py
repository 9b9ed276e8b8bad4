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


@pytest.mark.parametrize(
    ("message", "entry"),
    [
        ("throttling set to 5 mbit, line is full all noon anyway: QoS scheduler not enabled?", "ID 3124"),
        ("2008 R2 box: too much data in one volume for that system, azure copy refused", "ID 100073"),
    ],
)
def test_a_certain_error_goes_before_any_table(
    shipped_assistant: Assistant, message: str, entry: str
) -> None:
    assert entry in shipped_assistant.ask(message).text


def test_a_state_that_is_told_stays_the_table_s(shipped_assistant: Assistant) -> None:
    answer = shipped_assistant.ask(
        "offline for 3 weeks, subscription active. backup to disk fails, expected?"
    )

    assert answer.verdicts[0].table == "connectivity"
