"""A connection that is told unclearly: every state is told, none is assumed."""

from __future__ import annotations

import pytest

from assistant.decisions.states.connectivity_rules import RULES, Connectivity, Operation, Subscription
from assistant.decisions.states.unclear_connection import decide
from assistant.decisions.types import Standing


@pytest.mark.parametrize("state", [None, Connectivity.LOST])
@pytest.mark.parametrize("operation", Operation)
@pytest.mark.parametrize("subscription", Subscription)
def test_nothing_is_settled_and_each_choice_tells_what_its_row_says(
    state: Connectivity | None, operation: Operation, subscription: Subscription
) -> None:
    result = decide(state, [subscription], [operation])

    assert (result.outcome, result.standing, result.outputs) == ("depends", Standing.MISSING, {})
    assert result.statements[0].text.startswith(
        "It depends on how long" if state else "It depends on whether"
    )
    (missing,) = result.missing
    rows = [Connectivity.LOST_LONG] if state else [Connectivity.CONNECTED, Connectivity.LOST_LONG]
    assert len(missing.choices) == len(rows)
    for choice, row in zip(missing.choices, rows, strict=True):
        verdict = RULES[row, subscription].outputs[operation].lower()
        said = choice.meaning.lower().replace("and the", "and").replace("are deleted", "deleted")
        assert verdict in said


def test_several_states_of_the_subscription_are_told_apart() -> None:
    result = decide(None, [Subscription.ACTIVE, Subscription.EXPIRED], [Operation.BACK_UP_TO_DISK])

    values = [choice.value for choice in result.missing[0].choices]
    assert values == [
        "connected, Active",
        "connected, Expired",
        "offline for more than 15 days, Active",
        "offline for more than 15 days, Expired",
    ]


def test_states_that_say_the_same_are_told_once() -> None:
    result = decide(Connectivity.LOST, tuple(Subscription), [Operation.BACK_UP_TO_DISK])
    assert [choice.value for choice in result.missing[0].choices] == ["offline for more than 15 days"]
    assert "subscription" not in result.inputs
