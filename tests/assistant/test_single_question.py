"""A question that names nothing: trouble is asked back about, talk is not."""

from __future__ import annotations

import pytest

from assistant.assistant import Assistant


@pytest.mark.parametrize("talk", ["good evening, how was your holiday?", "do you like your job, my friend?"])
def test_talk_that_names_nothing_is_not_asked_back(shipped_assistant: Assistant, talk: str) -> None:
    assert shipped_assistant.ask(talk).status == "abstained"


def test_trouble_that_names_nothing_is_asked_back(shipped_assistant: Assistant) -> None:
    assert shipped_assistant.ask("it fails, please help").status == "clarify"
