"""Holds two cases of a talk against each other: "any difference?", "the same if it were Active?"."""

from __future__ import annotations

from assistant.answer import Finding
from assistant.decisions.states.connectivity_compared import compare, compare_states
from assistant.decisions.states.connectivity_query import rows_of
from assistant.decisions.states.connectivity_rules import (
    NAME,
    Connectivity,
    Operation,
    Subscription,
    in_order,
)
from assistant.specialists.table_findings import finding_of
from assistant.understanding.reading import Reading
from assistant.understanding.turns.talked_cases import CASES, Case, compares, told_case


def consult(reading: Reading) -> Finding | None:
    """The difference between the last two cases, or of the last one to that told now; None for others."""
    if not (reading.followup and compares(reading)):
        return None
    cases = _cases(reading)
    if len(cases) < 2:
        return None
    operations = in_order(reading.operations) or tuple(Operation)
    if not any(state for state, _ in cases):
        states = [Subscription(one) for _, one in cases]
        return finding_of(compare_states(states, None, operations), NAME)
    rows = _rows(cases)
    return finding_of(compare(rows, operations), NAME) if len(set(rows)) > 1 else None


def _cases(reading: Reading) -> list[Case]:
    """The two cases that are meant, in the order in which they were told."""
    told = [(case[0], case[1]) for case in reading.previous.get(CASES, ())]
    if not reading.tells("connectivity", "subscription"):
        return told
    now = told_case(reading)
    return [told[-1], now] if told and now and told[-1] != now else []


def _rows(cases: list[Case]) -> list[tuple[Connectivity, Subscription]]:
    """The rows of the table; a connection that isn't told is as in the other case."""
    known = next((state for state, _ in reversed(cases) if state), "")
    return [
        (rows_of(Connectivity(state or known) if state or known else None)[0], Subscription(one))
        for state, one in cases
    ]
