"""Two columns of the connectivity table held against each other, row by row."""

from __future__ import annotations

from assistant.decisions.guide import NETWORK
from assistant.decisions.sentences import capital
from assistant.decisions.states.connectivity_rules import ALLOWED, NAME, RULES, Operation
from assistant.decisions.states.connectivity_text import operation_names
from assistant.decisions.types import DecisionResult, Standing, headline, reason


def columns(one: Operation, other: Operation) -> DecisionResult:
    """Whether two operations are allowed in the same rows, and in which."""
    allowed = {
        operation: [rule for rule in RULES.values() if rule.outputs[operation] == ALLOWED]
        for operation in (one, other)
    }
    names = operation_names((one, other))
    same = allowed[one] == allowed[other]
    lead = (
        f"{capital(names)} go together: in each row of the table both are allowed or both are stopped."
        if same
        else f"The table doesn't treat {names} alike in every row."
    )
    rows = [
        reason(f"Allowed for {operation_names((operation,))}: {_listed(operation)}.", NETWORK)
        for operation in ((one,) if same else (one, other))
    ]
    return DecisionResult(
        table=NAME,
        inputs={"operation": f"{one}, {other}"},
        outcome="same" if same else "different",
        standing=Standing.SETTLED,
        statements=(headline(lead, NETWORK), *rows),
        rules=tuple(RULES.values()),
    )


def _listed(operation: Operation) -> str:
    """The rows in which an operation is allowed."""
    return ", ".join(
        f"{rule.conditions['connectivity']} / {rule.conditions['subscription']}"
        for rule in RULES.values()
        if rule.outputs[operation] == ALLOWED
    )
