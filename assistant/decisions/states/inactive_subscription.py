"""A subscription that may be in one of two states: "cancelled" is Expired or Deprovisioned.

These words are no states of the table, so both rows are held side by side: what they agree on is settled.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assistant.decisions.guide import NETWORK, SUBSCRIPTION_STATES
from assistant.decisions.reading.durations import Duration
from assistant.decisions.sentences import capital
from assistant.decisions.states import connectivity
from assistant.decisions.states.connectivity_rules import ALLOWED, Connectivity, Operation, Subscription
from assistant.decisions.states.connectivity_text import verdict_clauses
from assistant.decisions.types import (
    Choice,
    DecisionResult,
    MissingInput,
    Standing,
    Statement,
    headline,
    next_step,
    reason,
)

INACTIVE = (Subscription.EXPIRED, Subscription.DEPROVISIONED)


def decide(
    state: Connectivity | None,
    operations: Sequence[Operation],
    outage: Duration | None = None,
    subscriptions: Sequence[Subscription] = INACTIVE,
    word: str = "",
) -> DecisionResult:
    """What both rows say to `operations`. The outcome is theirs where they agree, else "depends".

    `word` is what was told in place of a state of the guide's, which is said to be none of them.
    """
    rows = [connectivity.decide(state, one, operations, outage) for one in subscriptions]
    either = " or ".join(subscriptions)
    if "not_covered" in {row.outcome for row in rows}:
        return connectivity.decide(state, None, operations, outage)
    agreed = {name: said for name, said in rows[0].outputs.items() if rows[1].outputs.get(name) == said}
    complete = len(agreed) == len(operations)
    verdicts = set(agreed.values())
    return DecisionResult(
        table=connectivity.NAME,
        inputs={**rows[0].inputs, "subscription": either},
        outcome=verdicts.pop() if complete and len(verdicts) == 1 else "depends",
        standing=Standing.SETTLED if complete else Standing.MISSING,
        statements=_statements(subscriptions, agreed, word, complete=complete),
        outputs=agreed,
        rules=tuple(rule for row in rows for rule in row.rules),
        missing=() if complete else (_which(either, dict(zip(subscriptions, rows, strict=True))),),
    )


def _statements(
    subscriptions: Sequence[Subscription], agreed: dict[str, str], word: str, *, complete: bool
) -> tuple[Statement, ...]:
    names = " or ".join(subscriptions)
    either = f"whether the subscription is {names}"
    back = "" if Subscription.ACTIVE in subscriptions else "; Active brings the functions back"
    advice = next_step(f"Look up the state in the subscription portal{back}.", NETWORK)
    clauses = verdict_clauses(agreed)
    if complete:
        holds = {verdict == ALLOWED for verdict in agreed.values()}
        lead = "Partly" if len(holds) > 1 else "Yes" if True in holds else "No"
        if word:
            first = headline(f"{lead}, if it means {names}: {clauses}.", NETWORK)
            return (first, _unnamed(word), advice)
        return (headline(f"{lead}. {capital(clauses)}, {either}.", NETWORK), advice)
    said = [headline(f"It depends on {either}.", NETWORK), *([_unnamed(word)] if word else [])]
    if agreed:
        said.append(reason(f"In both states, {clauses}.", NETWORK))
    return (*said, advice)


def _unnamed(word: str) -> Statement:
    """That the guide has no such state."""
    return reason(
        f'The guide names no state "{word}": it knows Active, Expired and Deprovisioned.', SUBSCRIPTION_STATES
    )


def _which(either: str, rows: Mapping[Subscription, DecisionResult]) -> MissingInput:
    choices = []
    for one, row in rows.items():
        clauses = verdict_clauses(row.outputs)
        said = f"{capital(clauses)}." if clauses else "Depends on the connection."
        choices.append(Choice(str(one), said))
    return MissingInput("subscription", f"Which state does the portal show: {either}?", tuple(choices))
