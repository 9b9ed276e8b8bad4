"""The connectivity table in reverse."""

from __future__ import annotations

from rows import every

from assistant.decisions.states.connectivity_query import Wanted, rows_of, states_with
from assistant.decisions.states.connectivity_rules import (
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
    found = {rule.id for rule in states_with({wanted: [operation]}, state, subscription).rules}
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
    assert "one row only" in states_with({Wanted.ALLOWED: backup}).headline
    assert "In no row" in states_with({Wanted.DELETED: backup}).headline
    assert "Deprovisioned" in states_with({Wanted.STOPPED: [Operation.RESTORE_FROM_DISK]}).headline
    assert "irretrievably" in states_with({Wanted.DELETED: [Operation.RESTORE_FROM_AZURE]}).reason


def test_only_is_said_of_the_whole_table_and_never_of_what_is_left_of_it() -> None:
    restore = [Operation.RESTORE_FROM_AZURE]
    for told in COVERED:
        said = states_with({Wanted.DELETED: restore}, told).headline
        assert said.endswith("while the subscription is Deprovisioned, whatever the connectivity.")
    backup = {Wanted.STOPPED: [Operation.BACK_UP_TO_DISK]}
    said = states_with(backup, Connectivity.LOST_LONG, Subscription.ACTIVE).headline
    assert "only" not in said
    assert "Lost connectivity > 15 days with the subscription Active" in said


def test_the_rows_are_looked_for_among_the_states_that_are_named() -> None:
    named = [Subscription.ACTIVE, Subscription.EXPIRED]
    backup = states_with({Wanted.STOPPED: [Operation.BACK_UP_TO_DISK]}, among=named)
    assert "Expired (Connected or" in backup.headline
    assert "Deprovisioned" not in backup.headline
    restore = states_with({Wanted.DELETED: [Operation.RESTORE_FROM_AZURE]}, among=named)
    assert restore.headline.startswith(
        "In no row: the table has none with the subscription Active or Expired"
    )


def test_the_rows_are_counted_out_of_those_of_a_told_connection() -> None:
    deleted = states_with(
        {Wanted.DELETED: [Operation.RESTORE_FROM_AZURE]}, Connectivity.CONNECTED, counted=True
    )
    assert deleted.headline.startswith("One (1) of the three rows for Connected: ")


def test_the_rows_of_a_told_connection() -> None:
    assert rows_of(None) == COVERED
    assert rows_of(Connectivity.LOST) == (Connectivity.LOST_LONG,)
    assert rows_of(Connectivity.RESTORED) == (Connectivity.CONNECTED,)
