"""A connection that is told, but in words that leave its state open: each state is told, none is assumed.

It differs from a connection that isn't told at all: there the rows that agree settle the question, while
here one of the first 15 days, which the table doesn't cover, may well have been told.
"""

from __future__ import annotations

from collections.abc import Sequence

from assistant.decisions.guide import NETWORK
from assistant.decisions.sentences import capital
from assistant.decisions.states.connectivity_rules import NAME, RULES, Connectivity, Operation, Subscription
from assistant.decisions.states.connectivity_text import verdict_clauses
from assistant.decisions.types import (
    Choice,
    DecisionResult,
    MissingInput,
    Standing,
    caveat,
    headline,
)

_STATES = ((Connectivity.CONNECTED, "connected"), (Connectivity.LOST_LONG, "offline for more than 15 days"))


def decide(
    state: Connectivity | None, subscriptions: Sequence[Subscription], operations: Sequence[Operation]
) -> DecisionResult:
    """What the table says in each state of the connection; `state` is LOST where that is sure."""
    possible = [(one, words) for one, words in _STATES if not (state and one is Connectivity.CONNECTED)]
    on = "how long the server has been offline"
    if not state:
        on = f"whether the server is connected and, if not, on {on}"
    question = (
        "How long has it been offline?" if state else "Is the server connected, or since when is it not?"
    )
    told = {
        "connectivity": str(state or ""),
        "subscription": " or ".join(subscriptions) if len(subscriptions) < len(Subscription) else "",
        "operation": ", ".join(operations),
    }
    return DecisionResult(
        table=NAME,
        inputs={name: value for name, value in told.items() if value},
        outcome="depends",
        standing=Standing.MISSING,
        statements=(
            headline(f"It depends on {on}.", NETWORK),
            caveat("The table doesn't cover the first 15 days of an outage.", NETWORK),
        ),
        outputs={},
        rules=tuple(RULES[one, subscription] for one, _ in possible for subscription in subscriptions),
        missing=(
            MissingInput(
                "connectivity",
                question,
                tuple(
                    choice
                    for one, words in possible
                    for choice in _choices(one, words, subscriptions, operations)
                ),
            ),
        ),
    )


def _choices(
    state: Connectivity, words: str, subscriptions: Sequence[Subscription], operations: Sequence[Operation]
) -> list[Choice]:
    """A choice for each subscription state; one for all where none is told and all say the same."""
    said = {subscription: _said(state, subscription, operations) for subscription in subscriptions}
    if len(said) == len(Subscription) and len(set(said.values())) == 1:
        return [Choice(words, said[subscriptions[0]])]
    return [Choice(f"{words}, {subscription}", meaning) for subscription, meaning in said.items()]


def _said(state: Connectivity, subscription: Subscription, operations: Sequence[Operation]) -> str:
    outputs = RULES[state, subscription].outputs
    clauses = verdict_clauses({operation: outputs[operation] for operation in operations})
    return f"{capital(clauses)}."
