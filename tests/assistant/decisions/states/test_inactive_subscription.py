"""A subscription that is only known to be inactive: what Expired and Deprovisioned agree on is settled."""

from __future__ import annotations

from decimal import Decimal
from itertools import combinations

import pytest
from rows import every

from assistant.decisions.reading.durations import Duration
from assistant.decisions.states.connectivity_rules import RULES, Connectivity, Operation, Subscription
from assistant.decisions.states.inactive_subscription import decide
from assistant.decisions.types import Standing

STATES = [*Connectivity, None]
CHOICES = [chosen for size in range(1, len(Operation) + 1) for chosen in combinations(Operation, size)]
BACKUPS = {Operation.BACK_UP_TO_AZURE, Operation.BACK_UP_TO_DISK}


@every("state", [one for one in STATES if one is not Connectivity.LOST_SHORT])
@every("operations", CHOICES)
def test_what_both_rows_agree_on_is_settled_and_nothing_else(
    state: Connectivity | None, operations: tuple[Operation, ...]
) -> None:
    result = decide(state, operations)

    agreed = [operation for operation in operations if operation in BACKUPS]
    assert result.outputs == {str(operation): "Stopped" for operation in agreed}
    complete = len(agreed) == len(operations)
    assert result.standing is (Standing.SETTLED if complete else Standing.MISSING)
    assert result.outcome == ("Stopped" if complete else "depends")
    assert result.inputs["subscription"] == "Expired or Deprovisioned"
    assert result.statements[0].text.startswith("No. " if complete else "It depends on whether")


def test_active_or_expired_settles_a_restore_and_leaves_a_backup_open() -> None:
    states = (Subscription.ACTIVE, Subscription.EXPIRED)

    restore = decide(Connectivity.CONNECTED, [Operation.RESTORE_FROM_DISK], None, states)
    backup = decide(Connectivity.CONNECTED, [Operation.BACK_UP_TO_DISK], None, states)

    assert restore.statements[0].text.startswith("Yes. Restore from disk is allowed")
    assert restore.inputs["subscription"] == "Active or Expired"
    assert (backup.outcome, backup.standing) == ("depends", Standing.MISSING)
    assert [choice.value for choice in backup.missing[0].choices] == ["Active", "Expired"]


@pytest.mark.parametrize("state", [Connectivity.CONNECTED, Connectivity.LOST_LONG])
@pytest.mark.parametrize("operations", CHOICES)
def test_the_missing_state_is_asked_for_with_what_each_would_mean(
    state: Connectivity, operations: tuple[Operation, ...]
) -> None:
    result = decide(state, operations)

    if set(operations) <= BACKUPS:
        assert result.missing == ()
        return
    (missing,) = result.missing
    meanings = {choice.value: choice.meaning.lower() for choice in missing.choices}
    assert missing.name == "subscription"
    assert set(meanings) == {"Expired", "Deprovisioned"}
    for operation in set(operations) - BACKUPS:
        assert RULES[state, Subscription.EXPIRED].outputs[str(operation)] == "Allowed"
    assert "allowed" in meanings["Expired"]
    assert "allowed" not in meanings["Deprovisioned"]


@pytest.mark.parametrize("operations", CHOICES)
def test_the_first_15_days_are_not_covered(operations: tuple[Operation, ...]) -> None:
    result = decide(Connectivity.LOST, operations, Duration(Decimal(3), Decimal(3), text="3 days"))

    assert result.standing is Standing.NOT_COVERED
    assert result.outcome == "not_covered"
    assert result.outputs == {}


@every("state", STATES)
@every("operations", CHOICES)
def test_no_sentence_tells_more_than_both_rows(
    state: Connectivity | None, operations: tuple[Operation, ...]
) -> None:
    said = " ".join(one.text for one in decide(state, operations).statements).lower()

    assert "is allowed" not in said
    assert "are allowed" not in said
    assert "deleted" not in said


def test_its_sources_are_the_rows_of_both_states() -> None:
    rules = decide(Connectivity.CONNECTED, [Operation.RESTORE_FROM_DISK]).rules

    assert {rule.conditions["subscription"] for rule in rules} == {"Expired", "Deprovisioned"}
