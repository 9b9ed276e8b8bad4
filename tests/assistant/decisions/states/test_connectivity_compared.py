"""Rows of the connectivity table side by side."""

from __future__ import annotations

from itertools import combinations

import pytest

from assistant.decisions.states.connectivity_compared import compare, compare_states
from assistant.decisions.states.connectivity_rules import RULES, Connectivity, Operation, Subscription


@pytest.mark.parametrize(("one", "other"), list(combinations(RULES, 2)))
def test_two_rows_differ_exactly_when_their_verdicts_do(
    one: tuple[Connectivity, Subscription], other: tuple[Connectivity, Subscription]
) -> None:
    for operation in Operation:
        result = compare([one, other], [operation])
        same = RULES[one].outputs[operation] == RULES[other].outputs[operation]
        assert (result.outcome == "same") is same
        assert ("No difference" in result.headline) is same


@pytest.mark.parametrize(
    ("states", "lead"),
    [
        ((Subscription.EXPIRED, Subscription.DEPROVISIONED), "The rows differ: Deprovisioned is worse."),
        (tuple(Subscription), "The rows differ: Deprovisioned is the worst."),
        (
            (Subscription.ACTIVE, Subscription.EXPIRED),
            "The rows differ only while the server is connected: Expired is worse.",
        ),
    ],
)
def test_the_worst_of_the_states_is_named(states: tuple[Subscription, ...], lead: str) -> None:
    assert compare_states(states, None, tuple(Operation)).headline == lead


def test_what_an_outage_changes_is_told_where_the_connection_is_not() -> None:
    states = (Subscription.ACTIVE, Subscription.EXPIRED)
    said = [one.text for one in compare_states(states, None, [Operation.BACK_UP_TO_DISK]).statements]
    assert said[1:] == [
        "Connected, Active: back up to disk is allowed.",
        "Expired: back up to disk is stopped.",
        "Lost connectivity > 15 days, Active: back up to disk is stopped.",
    ]
    told = compare_states(states, Connectivity.LOST_LONG, [Operation.BACK_UP_TO_DISK])
    assert told.headline.startswith("No difference")
