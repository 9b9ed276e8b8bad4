"""A Recovery Services agent that is on the machine before the installation."""

from __future__ import annotations

import pytest

from assistant.codes.reference import load_reference
from assistant.specialists.errors import agent_first
from assistant.understanding.read import read_question

REFERENCE = load_reference()


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        ("may the old MARS agent remain when we install MABS?", "No."),
        ("is it fine to leave an existing azure backup agent next to MABS?", "No."),
        ("must we uninstall the recovery services agent before setup of the backup server?", "Yes."),
        ("mars client is there already, setup refuses. can I keep it", "No."),
    ],
)
def test_the_agent_has_to_go_first(text: str, lead: str) -> None:
    finding = agent_first.consult(read_question(text), REFERENCE)

    assert finding is not None
    assert finding.statements[0].text.startswith(f"{lead} Setup refuses")
    assert finding.statements[1].text == "1. Uninstall the Microsoft Azure Recovery Services agent."


@pytest.mark.parametrize(
    "text",
    [
        "can I remove the MARS agent that setup has installed?",
        "must the protection agent be removed before MABS is installed?",
        "does setup bring the azure backup agent along?",
        "how do I uninstall the MARS agent before setup?",
        "may I keep the vault credentials until I install MABS?",
    ],
)
def test_other_agents_and_times_are_left_alone(text: str) -> None:
    assert agent_first.consult(read_question(text), REFERENCE) is None
