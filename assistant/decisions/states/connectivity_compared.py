"""Rows of the connectivity table side by side: whether they differ, and which of them is the worst."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from assistant.decisions.guide import NETWORK
from assistant.decisions.states.connectivity_query import rows_of
from assistant.decisions.states.connectivity_rules import (
    ALLOWED,
    COVERED,
    DELETED,
    NAME,
    RULES,
    STATE_TITLES,
    STOPPED,
    Connectivity,
    Operation,
    Subscription,
)
from assistant.decisions.states.connectivity_text import operation_names, verdict_clauses
from assistant.decisions.types import DecisionResult, Rule, Standing, Statement, headline, reason

DIFFERENT = "different"
"""The outcome of a comparison of cases that are not alike."""

_LOSS = {ALLOWED: 0, STOPPED: 1, DELETED: 2}
_PAIR = 2


def compare(
    cases: Sequence[tuple[Connectivity, Subscription]], operations: Sequence[Operation]
) -> DecisionResult:
    """What two or more rows say to `operations`, and whether they differ in that."""
    rules = [RULES[case] for case in cases]
    said = {
        _label(case, cases): verdict_clauses({o: rule.outputs[o] for o in operations})
        for case, rule in zip(cases, rules, strict=True)
    }
    differ = len(set(said.values())) > 1
    names = operation_names(operations)
    whole = len(operations) == len(Operation)
    lead = (
        f"{'The rows differ' if whole else f'They differ for {names}'}{_worst(said, rules, operations)}."
        if differ
        else f"No difference: {next(iter(said.values()))} in both."
    )
    rows = [reason(f"{label}: {clauses}.", NETWORK) for label, clauses in said.items()] if differ else []
    return DecisionResult(
        table=NAME,
        inputs={
            "connectivity": ", ".join(dict.fromkeys(str(state) for state, _ in cases)),
            "subscription": ", ".join(dict.fromkeys(str(one) for _, one in cases)),
            "operation": ", ".join(operations),
        },
        outcome=DIFFERENT if differ else "same",
        standing=Standing.SETTLED,
        statements=(headline(lead, NETWORK), *rows),
        rules=tuple(rules),
    )


def compare_states(
    states: Sequence[Subscription], connectivity: Connectivity | None, operations: Sequence[Operation]
) -> DecisionResult:
    """Some states of the subscription; where the connection isn't told, what changes once it is lost too."""
    result = compare([(rows_of(connectivity)[0], one) for one in states], operations)
    changing = [
        one
        for one in states
        if len({tuple(RULES[state, one].outputs[o] for o in operations) for state in COVERED}) > 1
    ]
    if connectivity is not None or not changing:
        return result
    offline = compare([(Connectivity.LOST_LONG, one) for one in states], operations)
    return replace(
        result,
        statements=(
            _only_connected(result, offline),
            *(_with_connection(said, changing) for said in result.statements[1:]),
            *(_offline(one, operations) for one in changing),
        ),
        rules=(*result.rules, *offline.rules),
    )


def _only_connected(result: DecisionResult, offline: DecisionResult) -> Statement:
    """The headline, which tells of the connection when a long outage levels the states."""
    first = result.statements[0]
    if result.outcome == offline.outcome:
        return first
    lead, colon, rest = first.text.rstrip(".").partition(":")
    return replace(first, text=f"{lead} only while the server is connected{colon}{rest}.")


def _with_connection(said: Statement, changing: Sequence[Subscription]) -> Statement:
    """A row's statement, with its connection where another one changes it."""
    changes = said.text.partition(":")[0] in changing
    return replace(said, text=f"{STATE_TITLES[Connectivity.CONNECTED]}, {said.text}") if changes else said


def _offline(one: Subscription, operations: Sequence[Operation]) -> Statement:
    """What a state allows once the connection is lost for long."""
    cells = RULES[Connectivity.LOST_LONG, one].outputs
    where = f"{STATE_TITLES[Connectivity.LOST_LONG]}, {one}"
    return reason(f"{where}: {verdict_clauses({o: cells[o] for o in operations})}.", NETWORK)


def _worst(labels: Mapping[str, str], rules: Sequence[Rule], operations: Sequence[Operation]) -> str:
    """Which of the rows allows less than all the others; empty where none does."""
    levels = [[_LOSS[rule.outputs[operation]] for operation in operations] for rule in rules]
    for label, own in zip(labels, levels, strict=True):
        others = [level for level in levels if level != own]
        unique = len(others) == len(levels) - 1
        if unique and all(a >= b for level in others for a, b in zip(own, level, strict=True)):
            return f": {label} is {'worse' if len(levels) == _PAIR else 'the worst'}"
    return ""


def _label(
    case: tuple[Connectivity, Subscription], cases: Sequence[tuple[Connectivity, Subscription]]
) -> str:
    """A row by what sets it apart from the others."""
    same_state = len({state for state, _ in cases}) == 1
    same_subscription = len({one for _, one in cases}) == 1
    if same_state:
        return str(case[1])
    return STATE_TITLES[case[0]] if same_subscription else f"{STATE_TITLES[case[0]]}, {case[1]}"
