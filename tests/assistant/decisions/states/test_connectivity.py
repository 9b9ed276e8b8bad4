"""The connectivity table: every cell, every missing input, and the outage lengths around 15 days."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rows import every

from assistant.decisions.reading.durations import parse_duration
from assistant.decisions.states.connectivity import decide, state_of
from assistant.decisions.states.connectivity_rules import (
    ALLOWED,
    DELETED,
    GROUPS,
    RULES,
    STOPPED,
    Connectivity,
    Operation,
    Subscription,
)
from assistant.decisions.types import DecisionInputError, Standing

C, S = Connectivity, Subscription
# Written out once more, by hand, from the guide's table: the order is Operation's.
EXPECTED = {
    (C.CONNECTED, S.ACTIVE): "AAAA",
    (C.CONNECTED, S.EXPIRED): "SSAA",
    (C.CONNECTED, S.DEPROVISIONED): "SSDS",
    (C.LOST_LONG, S.ACTIVE): "SSAA",
    (C.LOST_LONG, S.EXPIRED): "SSAA",
    (C.LOST_LONG, S.DEPROVISIONED): "SSDS",
}
VERDICTS = {"A": ALLOWED, "S": STOPPED, "D": DELETED}
CELLS = [
    (state, subscription, operation, VERDICTS[letter])
    for (state, subscription), letters in EXPECTED.items()
    for operation, letter in zip(Operation, letters, strict=True)
]


@pytest.mark.parametrize(("state", "subscription", "operation", "verdict"), CELLS)
def test_every_cell_gives_the_guides_verdict(
    state: Connectivity, subscription: Subscription, operation: Operation, verdict: str
) -> None:
    result = decide(state, subscription, (operation,))

    assert (result.outcome, result.standing) == (verdict, Standing.SETTLED)
    assert result.outputs == {operation: verdict}
    assert result.rule is RULES[state, subscription]
    assert not result.missing
    assert result.headline.startswith("Yes." if verdict == ALLOWED else "No.")
    assert ("deleted" in result.headline) == (verdict == DELETED)
    assert result.sources[0].section == "Network connectivity"


@pytest.mark.parametrize("key", RULES)
def test_the_whole_row_is_told_when_no_operation_is_named(key: tuple[Connectivity, Subscription]) -> None:
    result = decide(*key)

    assert [result.outputs[operation] for operation in Operation] == [VERDICTS[x] for x in EXPECTED[key]]
    assert result.settled


def test_being_connected_again_counts_as_connected() -> None:
    for subscription in Subscription:
        again = decide(C.RESTORED, subscription)
        assert again.outputs == decide(C.CONNECTED, subscription).outputs
        assert "reconnection" in again.reason


@pytest.mark.parametrize("subscription", [None, *Subscription])
@pytest.mark.parametrize("operations", [*GROUPS.values(), *((o,) for o in Operation)])
def test_the_first_15_days_of_an_outage_are_never_decided(
    subscription: Subscription | None, operations: tuple[Operation, ...]
) -> None:
    result = decide(C.LOST_SHORT, subscription, operations)

    assert (result.outcome, result.standing) == ("not_covered", Standing.NOT_COVERED)
    assert not result.outputs
    assert not result.rules
    assert "first 15 days" in result.headline


def test_what_holds_apart_from_the_table_is_told_within_15_days() -> None:
    assert "scheduled backups don't run" in decide(C.LOST_SHORT, S.EXPIRED).reason
    assert "irretrievably lost" in decide(C.LOST_SHORT, S.DEPROVISIONED).reason


@every(
    ("state", "subscription", "operations"),
    [
        (state, subscription, operations)
        for state, subscription in product([None, *Connectivity], [None, *Subscription])
        for operations in [*GROUPS.values(), *((o,) for o in Operation)]
        if state is not C.LOST_SHORT
    ],
)
def test_outputs_hold_whatever_the_missing_inputs_are(
    state: Connectivity | None, subscription: Subscription | None, operations: tuple[Operation, ...]
) -> None:
    """The core promise for partial inputs: nothing is claimed that one possible row would contradict."""
    result = decide(state, subscription, operations)
    states = {None: [C.CONNECTED, C.LOST_LONG], C.LOST: [C.LOST_LONG], C.RESTORED: [C.CONNECTED]}.get(
        state, [state]
    )
    possible = [
        EXPECTED[one, other]
        for one in states
        for other in ([subscription] if subscription else Subscription)
        if one is not None
    ]

    for operation in operations:
        verdicts = {VERDICTS[letters[list(Operation).index(operation)]] for letters in possible}
        agreed = verdicts.pop() if len(verdicts) == 1 else None
        assert result.outputs.get(operation) == agreed
    if len(result.outputs) < len(operations):
        assert result.standing is Standing.MISSING
        assert result.outcome == "depends"
        assert result.missing
    assert result.headline
    assert result.headline.endswith(".")


@pytest.mark.parametrize("state", [None, *Connectivity])
def test_a_missing_subscription_is_asked_for_with_what_each_state_means(state: Connectivity | None) -> None:
    if state is C.LOST_SHORT:
        return
    asked = {m.name: m for m in decide(state, None, GROUPS["restore"]).missing}["subscription"]

    meanings = {choice.value: choice.meaning for choice in asked.choices}
    assert list(meanings) == ["Active", "Expired", "Deprovisioned"]
    assert "deleted" in meanings["Deprovisioned"]
    assert "deleted" not in meanings["Active"] + meanings["Expired"]


def test_a_long_outage_stops_backups_whatever_the_subscription() -> None:
    result = decide(C.LOST_LONG, None, GROUPS["backup"])

    assert (result.outcome, result.settled) == (STOPPED, True)
    assert "whatever the subscription's state" in result.headline
    assert [m.name for m in result.missing] == ["subscription"]


@pytest.mark.parametrize("subscription", [S.EXPIRED, S.DEPROVISIONED])
def test_where_the_connection_makes_no_difference_it_is_not_asked_for(subscription: Subscription) -> None:
    result = decide(None, subscription, GROUPS["backup"])

    assert (result.outcome, result.settled, result.missing) == (STOPPED, True, ())
    assert any("first 15 days" in text for text in result.caveats)


def test_an_outage_of_unknown_length_asks_for_the_length() -> None:
    result = decide(C.LOST, S.ACTIVE, GROUPS["backup"])

    assert (result.outcome, result.standing) == ("depends", Standing.MISSING)
    assert [m.name for m in result.missing] == ["duration"]
    assert [c.meaning for c in result.missing[0].choices][1] == "The table doesn't say."


@pytest.mark.parametrize(
    ("told", "state"),
    [
        ("15 days", C.LOST_SHORT),
        ("16 days", C.LOST_LONG),
        ("more than 15 days", C.LOST_LONG),
        ("at least 15 days", C.LOST),
        ("360 hours", C.LOST_SHORT),
        ("361 hours", C.LOST_LONG),
        ("3 weeks", C.LOST_LONG),
        ("a fortnight", C.LOST_SHORT),
        ("2-3 weeks", C.LOST),
        ("0 days", C.LOST_SHORT),
    ],
)
def test_the_length_of_an_outage_picks_the_row(told: str, state: Connectivity) -> None:
    assert state_of(None, parse_duration(told)) is state
    assert state_of(C.LOST, parse_duration(told)) is state


@given(st.integers(0, 36_000))
def test_only_more_than_15_days_is_covered(days: int) -> None:
    result = decide(None, S.ACTIVE, (Operation.BACK_UP_TO_DISK,), parse_duration(f"{days} days"))

    assert result.settled == (days > 15)
    assert result.outcome == (STOPPED if days > 15 else "not_covered")


def test_once_connected_the_length_of_the_outage_has_no_say() -> None:
    assert state_of(C.CONNECTED, parse_duration("3 weeks")) is C.CONNECTED
    assert state_of(C.RESTORED, parse_duration("3 days")) is C.RESTORED


def test_a_length_that_contradicts_the_stated_row_is_refused() -> None:
    with pytest.raises(DecisionInputError, match="3 days"):
        state_of(C.LOST_LONG, parse_duration("3 days"))


def test_an_expired_headline_reads_as_agreed() -> None:
    result = decide(C.CONNECTED, S.EXPIRED, (Operation.BACK_UP_TO_DISK,))

    assert result.headline == (
        "No. Back up to disk is stopped while the subscription is Expired, "
        "even though the server is connected."
    )
    assert "Scheduled backups don't run" in result.reason
    assert "Active" in result.next_step
