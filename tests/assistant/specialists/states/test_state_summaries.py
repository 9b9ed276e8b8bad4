"""What somebody has understood, held against the table."""

from __future__ import annotations

import pytest

from assistant.decisions.states.connectivity import decide
from assistant.decisions.states.connectivity_rules import Connectivity, Subscription
from assistant.specialists.states.state_summaries import across, lead_of, told_of
from assistant.understanding.read import read_question

_EXPIRED = decide(Connectivity.CONNECTED, Subscription.EXPIRED).outputs


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        ("so backup no, restore yes. correct?", "Yes"),
        ("i get it: no new backups, restores still ok", "Yes"),
        ("reading old ones yes, writing new ones no. right?", "Yes"),
        ("so backups go on but restores are dead?", "No"),
        ("restores stop, backup to disk works. ok?", "No"),
    ],
)
def test_a_summary_is_borne_out_or_not(text: str, lead: str) -> None:
    assert lead_of(told_of(read_question(text)), _EXPIRED) == lead


@pytest.mark.parametrize(
    "text", ["are backups stopped?", "which works, restore or backup?", "no backups since may"]
)
def test_what_says_one_thing_only_is_no_summary(text: str) -> None:
    assert not told_of(read_question(text))


def test_what_the_table_leaves_open_gets_no_lead() -> None:
    told = told_of(read_question("backup no, restore yes"))

    assert lead_of(told, {}) == ""


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        ("active and online all good, expired only restores, deprovisioned nothing. agree?", "Yes,"),
        ("expired=restores fine, deprovisioned=restores dead, right?", "Yes,"),
        ("in expired backups go on, in deprovisioned nothing goes. correct?", "No,"),
    ],
)
def test_several_states_are_held_against_their_rows(text: str, lead: str) -> None:
    found = across(read_question(text))

    assert found is not None
    assert found.statements[0].text.startswith(lead)


def test_one_state_is_left_to_its_row() -> None:
    assert across(read_question("expired: backups stopped, restores fine?")) is None
