"""What still works: connectivity and subscription state against the four backup and restore operations.

The guide's table has six rows. It knows "Connected" and "Lost connectivity > 15 days"; the first 15 days of
an outage are not covered, and nothing is interpolated.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assistant.decisions.reading.durations import Duration
from assistant.decisions.states.connectivity_rules import (
    COVERED,
    LIMIT_DAYS,
    RULES,
    Connectivity,
    Operation,
    Subscription,
)
from assistant.decisions.states.connectivity_rules import NAME as NAME
from assistant.decisions.states.connectivity_text import missing_inputs, not_covered, statements
from assistant.decisions.types import DecisionInputError, DecisionResult, Rule, Standing


def state_of(connectivity: Connectivity | None, outage: Duration | None) -> Connectivity | None:
    """The state that a connectivity and the length of an outage mean together; LOST when that stays open.

    An outage without a connectivity means that it is still going on. Once connected, its length has no say.
    DecisionInputError when the two contradict each other.
    """
    if outage is None or connectivity in (Connectivity.CONNECTED, Connectivity.RESTORED):
        return connectivity
    told = {True: Connectivity.LOST_LONG, False: Connectivity.LOST_SHORT, None: Connectivity.LOST}
    state = told[outage.longer_than(LIMIT_DAYS)]
    if connectivity in (None, Connectivity.LOST, state):
        return state
    if state is Connectivity.LOST:
        return connectivity
    raise DecisionInputError(f"An outage of {outage.shown} is not {connectivity!s}.", "duration")


def decide(
    connectivity: Connectivity | None = None,
    subscription: Subscription | None = None,
    operations: Sequence[Operation] = tuple(Operation),
    outage: Duration | None = None,
) -> DecisionResult:
    """What the table says to `operations`; None is an input that was not told.

    An input that is missing is handled for all its values: `outputs` holds what the rows that are still
    possible agree on. In the first 15 days of an outage the standing is NOT_COVERED.
    """
    state = state_of(connectivity, outage)
    inputs = _inputs(state, subscription, operations, outage)
    if state is Connectivity.LOST_SHORT:
        said = not_covered(subscription, outage)
        return DecisionResult(NAME, inputs, "not_covered", Standing.NOT_COVERED, said)
    rules = _possible(state, subscription)
    outputs = {str(o): rules[0].outputs[o] for o in operations if len({r.outputs[o] for r in rules}) == 1}
    complete = len(outputs) == len(operations)
    return DecisionResult(
        table=NAME,
        inputs=inputs,
        outcome=_outcome(state, subscription, outputs, complete),
        standing=Standing.SETTLED if complete and state is not Connectivity.LOST else Standing.MISSING,
        statements=statements(state, subscription, operations, outputs, rules),
        outputs=outputs,
        rules=tuple(rules),
        missing=missing_inputs(state, subscription, operations, outputs),
    )


def _inputs(
    state: Connectivity | None,
    subscription: Subscription | None,
    operations: Sequence[Operation],
    outage: Duration | None,
) -> dict[str, str]:
    told = {
        "connectivity": str(state) if state else "",
        "duration": outage.shown if outage else "",
        "subscription": str(subscription) if subscription else "",
        "operation": ", ".join(operations),
    }
    return {name: value for name, value in told.items() if value}


def _possible(state: Connectivity | None, subscription: Subscription | None) -> list[Rule]:
    """The rows that the inputs leave open; for an outage of unknown length, those of the long one."""
    states: Sequence[Connectivity] = COVERED
    if state is not None:
        offline = state in (Connectivity.LOST, Connectivity.LOST_LONG)
        states = (Connectivity.LOST_LONG if offline else Connectivity.CONNECTED,)
    subscriptions = (subscription,) if subscription else tuple(Subscription)
    return [RULES[one, other] for one in states for other in subscriptions]


def _outcome(
    state: Connectivity | None, subscription: Subscription | None, outputs: Mapping[str, str], complete: bool
) -> str:
    """A verdict of the table for everything asked, "mixed" when there are several, or "depends"."""
    by_length = state is Connectivity.LOST and subscription in (None, Subscription.ACTIVE)
    if not complete or by_length:
        return "depends"
    verdicts = set(outputs.values())
    return verdicts.pop() if len(verdicts) == 1 else "mixed"
