"""Codes that mirror the connectivity table, beside a state that a message tells."""

from __future__ import annotations

import pytest

from assistant.codes.reference import load_reference
from assistant.codes.specialist import consult
from assistant.codes.table_codes import held_against
from assistant.decisions.states.connectivity_rules import Connectivity, Subscription

CONNECTED, LOST = Connectivity.CONNECTED, Connectivity.LOST_LONG
ACTIVE, EXPIRED, DEPROVISIONED = Subscription.ACTIVE, Subscription.EXPIRED, Subscription.DEPROVISIONED


@pytest.mark.parametrize(
    ("code", "connected", "states", "otherwise"),
    [
        ("50004", CONNECTED, set(), True),
        ("50004", LOST, set(), False),
        ("50004", None, {ACTIVE}, False),
        ("50005", None, {ACTIVE}, True),
        ("50005", None, {EXPIRED}, False),
        ("50006", CONNECTED, {EXPIRED}, True),
        ("50006", CONNECTED, {DEPROVISIONED}, False),
        ("33424", CONNECTED, {ACTIVE}, False),
    ],
)
def test_a_state_that_the_message_contradicts_is_held_against_it(
    code: str, connected: Connectivity | None, states: set[Subscription], otherwise: bool
) -> None:
    (finding,) = consult(f"error {code}", load_reference())
    said = " ".join(statement.text for statement in held_against(finding, connected, states).statements)
    assert ("You tell otherwise" in said) is otherwise
