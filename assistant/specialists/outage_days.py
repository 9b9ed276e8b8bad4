"""Tells how many days an outage has lasted, to somebody who asks for them or who tells its dates."""

from __future__ import annotations

from dataclasses import replace

from assistant.answer import Finding, Statement
from assistant.decisions.connectivity_rules import LIMIT_DAYS
from assistant.decisions.guide import NETWORK
from assistant.decisions.patterns import lazy
from assistant.decisions.quantities import plain
from assistant.specialists.tables import evidence_of
from assistant.understanding.reading import Reading

_ASKS_DAYS = lazy(r"\bhow many days\b|\b(?:number|count|amount) of days\b|\bcount the days\b|\bdays\s*\?")
_TOLD_IN_DAYS = lazy(r"\b(?:day|week|fortnight|month|year|hour|d)s?\b|\d ?d\b")


def with_days(finding: Finding, reading: Reading) -> Finding:
    """`finding` with the days of an outage beyond the limit behind its verdict; the same where they are
    neither asked for nor hidden in dates. Up to the limit, the finding tells them itself."""
    days = reading.outage.exact if reading.outage else None
    if reading.outage is None or days is None or days <= LIMIT_DAYS or days != days.to_integral_value():
        return finding
    if _TOLD_IN_DAYS().search(reading.outage.text) and not _ASKS_DAYS().search(reading.plain):
        return finding
    over = f"{plain(days)} days offline, {plain(days - LIMIT_DAYS)} more than the {LIMIT_DAYS} of the table"
    evidence = evidence_of(NETWORK, f"Lost connectivity > {LIMIT_DAYS} days. {over}.")
    first, *rest = finding.statements
    return replace(finding, statements=(first, Statement(f"That is {over}.", (evidence,), "reason"), *rest))
