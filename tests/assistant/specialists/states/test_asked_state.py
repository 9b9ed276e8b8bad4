"""Whether a state is asked for, or told and an operation asked for."""

from __future__ import annotations

import pytest

from assistant.specialists.states.asked_state import asks_state
from assistant.table_answers import settled
from assistant.understanding.read import read_question

TWO = "it's Expired or Deprovisioned, the server is connected"


def said(text: str) -> str:
    return " ".join(one.text for finding in settled(read_question(text)) for one in finding.statements)


@pytest.mark.parametrize(
    "text",
    [
        "Expired or Deprovisioned, we are online: in which of them may I restore from disk?",
        "connected, Expired or Deprovisioned: which one lets me restore from the vault?",
        "points deleted when? Expired or Deprovisioned",
        "which state permits a backup to disk",
    ],
)
def test_a_state_is_asked_for(text: str) -> None:
    assert asks_state(read_question(text))


@pytest.mark.parametrize(
    "text",
    [
        f"{TWO}. I want to restore from disk and to back up to disk. which of the two is possible?",
        f"{TWO}. a) back up to Azure b) restore from Azure: which of a and b works?",
        "when the subscription is Expired or Deprovisioned, can we restore from disk?",
        "sub went from Expired to Deprovisioned. restore or back up to disk: which of them can be done?",
        f"{TWO}, I can't tell which state. restore from disk?",
    ],
)
def test_what_goes_in_a_state_is_asked_for(text: str) -> None:
    assert not asks_state(read_question(text))


def test_what_became_of_a_state_decides() -> None:
    text = "online; the expired sub was deprovisioned. back up to disk or restore from disk: which works?"
    assert said(text).startswith(
        "Back up to disk and restore from disk are stopped while the subscription is Dep"
    )
