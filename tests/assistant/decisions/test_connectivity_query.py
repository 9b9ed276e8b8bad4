"""The connectivity table in reverse, and two of its rows side by side."""

from __future__ import annotations

from itertools import combinations

import pytest
from rows import every

from assistant.decisions.connectivity_query import Wanted, compare, rows_of, states_where
from assistant.decisions.connectivity_rules import (
    ALLOWED,
    COVERED,
    DELETED,
    RULES,
    Connectivity,
    Operation,
    Subscription,
)


@every("operation", Operation)
@every("wanted", Wanted)
@every("state", [None, *COVERED])
@every("subscription", [None, *Subscription])
def test_the_rows_found_are_those_that_say_so(
    operation: Operation, wanted: Wanted, state: Connectivity | None, subscription: Subscription | None
) -> None:
    found = {rule.id for rule in states_where(wanted, [operation], state, subscription).rules}
    for (one, other), rule in RULES.items():
        told = state in (None, one) and subscription in (None, other)
        verdict = rule.outputs[operation]
        right = {
            Wanted.ALLOWED: verdict == ALLOWED,
            Wanted.STOPPED: verdict != ALLOWED,
            Wanted.DELETED: verdict == DELETED,
        }[wanted]
        assert (rule.id in found) is (told and right)


def test_one_row_no_row_and_every_row_are_said_so() -> None:
    backup = [Operation.BACK_UP_TO_DISK]
    assert "one row only" in states_where(Wanted.ALLOWED, backup).headline
    assert "In no row" in states_where(Wanted.DELETED, backup).headline
    assert "Deprovisioned" in states_where(Wanted.STOPPED, [Operation.RESTORE_FROM_DISK]).headline
    assert "irretrievably" in states_where(Wanted.DELETED, [Operation.RESTORE_FROM_AZURE]).reason


@pytest.mark.parametrize(("one", "other"), list(combinations(RULES, 2)))
def test_two_rows_differ_exactly_when_their_verdicts_do(
    one: tuple[Connectivity, Subscription], other: tuple[Connectivity, Subscription]
) -> None:
    for operation in Operation:
        result = compare([one, other], [operation])
        same = RULES[one].outputs[operation] == RULES[other].outputs[operation]
        assert (result.outcome == "same") is same
        assert ("No difference" in result.headline) is same


def test_the_rows_of_a_told_connection() -> None:
    assert rows_of(None) == COVERED
    assert rows_of(Connectivity.LOST) == (Connectivity.LOST_LONG,)
    assert rows_of(Connectivity.RESTORED) == (Connectivity.CONNECTED,)
