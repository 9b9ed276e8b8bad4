from __future__ import annotations

import pytest

from assistant.specialists.states import told_outcomes
from assistant.understanding.read import read_question


def said(text: str) -> str:
    finding = told_outcomes.consult(read_question(text))
    return finding.statements[0].text if finding else ""


def test_the_rows_in_which_it_is_so_are_the_cause() -> None:
    mixed = said("all backups are refused but restores go through, how come?")
    assert "Expired" in mixed
    assert "Active (Lost connectivity > 15 days)" in mixed
    assert "Deprovisioned" in said(
        "neither a restore from the vault nor one from disk works. what went wrong?"
    )


@pytest.mark.parametrize(
    "text",
    [
        "why do restores fail?",
        "backups stopped last night, why?",
        "restores work, backups stop with error 52. why?",
        "the sub is expired, backups stop and restores go. why?",
        "restore from disk works, restore from azure doesn't. why?",  # in no row
    ],
)
def test_what_has_other_causes_or_a_state_of_its_own_is_left_alone(text: str) -> None:
    assert said(text) == ""
