"""Codes that mirror a decision table: the table's verdict is said, and the table decides."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import replace

from assistant.answer import Evidence, Finding, Statement, Verdict
from assistant.codes.entries import ErrorEntry
from assistant.decisions.states import connectivity
from assistant.decisions.states.connectivity_rules import Connectivity, Subscription
from assistant.decisions.types import PATH

_YES_NO = re.compile(r"^(?:Yes|No|Partly)[.,:]\s+")
_STATES: Mapping[str, tuple[Connectivity | None, Subscription | None]] = {
    "50004": (Connectivity.LOST_LONG, None),
    "50005": (None, Subscription.EXPIRED),
    "50006": (None, Subscription.DEPROVISIONED),
    "130050": (None, Subscription.EXPIRED),
}
"""MABS IDs to the inputs of the connectivity table that their messages report."""


def verdict_of(entry: ErrorEntry) -> tuple[Statement, Verdict] | None:
    """What the connectivity table says to the state that a linked entry reports; None when it has no link."""
    state = next((_STATES[code.value] for code in entry.codes if code.value in _STATES), None)
    if entry.table != connectivity.NAME or state is None:
        return None
    result = connectivity.decide(*state)
    excerpt = " ".join([result.headline, *(rule.text for rule in result.rules)])
    evidence = tuple(
        Evidence(source.document, source.section, source.date, PATH, excerpt) for source in result.sources[:1]
    )
    rule = result.rule.id if result.rule else ""
    verdict = Verdict(result.table, dict(result.inputs), result.outcome, rule)
    said = _YES_NO.sub("", result.headline)
    return Statement(f"The connectivity table: {said[0].lower()}{said[1:]}", evidence, "reason"), verdict


def held_against(
    finding: Finding, connected: Connectivity | None, states: Collection[Subscription]
) -> Finding:
    """`finding`, with a word on it where the state that its message reports is not the one that is told."""
    verdict = next((one for one in finding.verdicts if one.table == connectivity.NAME), None)
    if verdict is None:
        return finding
    reported = {verdict.inputs.get("connectivity"), verdict.inputs.get("subscription")} - {None}
    told: list[str] = list(states) if "subscription" in verdict.inputs else []
    if connected is Connectivity.CONNECTED and "connectivity" in verdict.inputs:
        told.append(connected)
    if not told or reported & set(told):
        return finding
    said = Statement(
        f"You tell otherwise ({', '.join(sorted(told))}): look first which of the two holds now, since the "
        "message may be older, and go on with the steps only if it still does.",
        (),
        "note",
    )
    first, table, *rest = finding.statements
    return replace(finding, statements=(first, table, said, *rest))
