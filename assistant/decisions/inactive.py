"""A subscription that is told only as not Active ("cancelled", "disabled"): Expired or Deprovisioned.

These are no states of the guide's table, so both rows are held side by side: what they agree on is settled.
"""

from __future__ import annotations

from collections.abc import Sequence

from assistant.decisions import connectivity
from assistant.decisions.connectivity_rules import Connectivity, Operation, Subscription
from assistant.decisions.connectivity_text import verdict_clauses
from assistant.decisions.durations import Duration
from assistant.decisions.guide import NETWORK
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

_STATES = (Subscription.EXPIRED, Subscription.DEPROVISIONED)


def decide(
    state: Connectivity | None, operations: Sequence[Operation], outage: Duration | None = None
) -> DecisionResult:
    """What both rows say to `operations`. The outcome is theirs where they agree, else "depends"."""
    rows = [connectivity.decide(state, one, operations, outage) for one in _STATES]
    if "not_covered" in {row.outcome for row in rows}:
        return connectivity.decide(state, None, operations, outage)
    agreed = {name: said for name, said in rows[0].outputs.items() if rows[1].outputs.get(name) == said}
    complete = len(agreed) == len(operations)
    verdicts = set(agreed.values())
    return DecisionResult(
        table=connectivity.NAME,
        inputs={**rows[0].inputs, "subscription": "Expired or Deprovisioned"},
        outcome=verdicts.pop() if complete and len(verdicts) == 1 else "depends",
        standing=Standing.SETTLED if complete else Standing.MISSING,
        statements=_statements(rows, agreed, complete=complete),
        outputs=agreed,
        rules=tuple(rule for row in rows for rule in row.rules),
        missing=() if complete else (_which(rows),),
    )


def _statements(
    rows: Sequence[DecisionResult], agreed: dict[str, str], *, complete: bool
) -> tuple[Statement, ...]:
    either = "whether the subscription is Expired or Deprovisioned"
    advice = next_step(
        "Look up the state in the subscription portal; Active brings the functions back.", NETWORK
    )
    clauses = verdict_clauses(agreed)
    if complete:
        return (headline(f"No. {clauses[0].upper()}{clauses[1:]}, {either}.", NETWORK), advice)
    said = [headline(f"It depends on {either}.", NETWORK)]
    if agreed:
        said.append(reason(f"In both states, {clauses}.", NETWORK))
    return (*said, advice)


def _which(rows: Sequence[DecisionResult]) -> MissingInput:
    choices = []
    for one, row in zip(_STATES, rows, strict=True):
        clauses = verdict_clauses(row.outputs)
        choices.append(
            Choice(
                str(one), f"{clauses[0].upper()}{clauses[1:]}." if clauses else "Depends on the connection."
            )
        )
    return MissingInput(
        "subscription", "Which state does the portal show: Expired or Deprovisioned?", tuple(choices)
    )
