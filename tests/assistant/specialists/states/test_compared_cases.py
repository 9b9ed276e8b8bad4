"""Two cases of a talk, held against each other."""

from __future__ import annotations

import pytest

from assistant.table_answers import settled
from assistant.understanding.read import facts_of, read_question


def said(*turns: str) -> str:
    """How the tables begin their answer to the last turn."""
    facts: dict[str, object] = {}
    for turn in turns:
        reading = read_question(turn, facts)
        found = settled(reading)
        facts = facts_of(reading, found[0].specialist if found else "guide", ())
    return found[0].statements[0].text if found else ""


@pytest.mark.parametrize(
    ("turns", "verdict"),
    [
        (
            ("connected and expired: restores?", "and deprovisioned?", "what's the difference"),
            "The rows differ",
        ),
        (("offline 20 days, active", "and if it expires", "so same thing?"), "No difference"),
        (("connected, expired", "offline 3 weeks, expired", "identical?"), "No difference"),
        (
            ("expired, connected: disk backup?", "would it be different if Active?"),
            "They differ for back up to disk",
        ),
        (
            ("expired, connected: disk backup?", "would it be the same if offline for 3 weeks?"),
            "No difference",
        ),
        (("compare expired and deprovisioned", "which is worse?"), "The rows differ: Deprovisioned is worse"),
        (
            ("expired vs deprovisioned", "is one of them worse for restore from azure?"),
            "They differ for restore from Azure: Deprovisioned is worse",
        ),
        (("compare active, expired and deprovisioned", "which is worst?"), "The rows differ: Deprovisioned"),
        (("active vs expired, offline 20 days", "so which one is harsher?"), "No difference"),
    ],
)
def test_the_cases_are_compared(turns: tuple[str, ...], verdict: str) -> None:
    assert said(*turns).startswith(verdict)


@pytest.mark.parametrize(
    "turns",
    [
        ("expired, connected: disk backup?", "any difference?"),  # one case only
        ("expired, connected: disk backup?", "same but Active"),
        ("sub is deprovisioned: what works?", "which is worse?"),  # no other connection is made up
        ("offline 5 days, active", "and expired", "any difference?"),  # no row of the table
    ],
)
def test_a_single_case_is_not_compared(turns: tuple[str, ...]) -> None:
    assert "differ" not in said(*turns).lower().split(".")[0]


@pytest.mark.parametrize(
    "turns",
    [
        ("compare expired and deprovisioned", "in which of them are azure points gone?"),
        ("server connected: compare expired and deprovisioned", "which of these two loses the azure points?"),
        ("connected, deprovisioned: what works?", "and expired?", "which of them wipes the cloud points?"),
    ],
)
def test_one_of_the_compared_states_is_found_whatever_the_connection(turns: tuple[str, ...]) -> None:
    assert said(*turns).endswith("while the subscription is Deprovisioned, whatever the connectivity.")


@pytest.mark.parametrize(
    "turn", ["deprovisioned next week, the same?", "it turns deprovisioned next month, any difference?"]
)
def test_a_state_to_come_is_held_against_that_of_now(turn: str) -> None:
    told = said("expired, connected: restore from the vault?", turn)

    assert told.startswith("They differ for restore from Azure: Deprovisioned is worse.")
