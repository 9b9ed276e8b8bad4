"""Tells how many days an outage has lasted, to somebody who asks for them or who tells its dates."""

from __future__ import annotations

from dataclasses import replace

from assistant.answer import Finding, Statement
from assistant.decisions.expressions.patterns import lazy
from assistant.decisions.guide import NETWORK
from assistant.decisions.reading.quantities import plain
from assistant.decisions.states.connectivity_rules import LIMIT_DAYS
from assistant.specialists.table_findings import evidence_of
from assistant.understanding.reading import Reading

_ASKS_DAYS = lazy(r"\bhow many days\b|\b(?:number|count|amount) of days\b|\bcount the days\b|\bdays\s*\?")
_TOLD_IN_DAYS = lazy(r"\b(?:day|week|fortnight|month|year|d)s?\b|\d ?d\b")
_DENIED = lazy(r"\bnot\b|n['\u2019]t\b|\bnever\b|\bstill (?:under|below|within)\b|\bhow\b|\bwhat\b")
# Whether the limit has been passed is what is asked.
_ASKS_PAST = lazy(
    r"\b(?:past|beyond|over|above|exceed\w*|more than|longer than|cross\w*|reach\w*|hit|in|into|count\w* as"
    r"|already|is (?:that|it|this))"
    r"\b[^.?!\n]{0,30}(?:\b(?:15|fifteen)\b|>\s?15|\b(?:limit|line|threshold|mark)\b)"
)


def with_days(finding: Finding, reading: Reading) -> Finding:
    """`finding` with the days of an outage beyond the limit: before its verdict where nothing else is asked
    but whether they are beyond it, behind it where they are asked for or hidden in dates or hours; the same
    elsewhere. Up to the limit, the finding tells them itself."""
    days = reading.outage.exact if reading.outage else None
    if reading.outage is None or days is None or days <= LIMIT_DAYS:
        return finding
    past = bool(_ASKS_PAST().search(reading.plain)) and not reading.operations
    if _TOLD_IN_DAYS().search(reading.outage.text) and not (past or _ASKS_DAYS().search(reading.plain)):
        return finding
    over = f"{plain(days)} days offline, {plain(days - LIMIT_DAYS)} more than the {LIMIT_DAYS} of the table"
    evidence = evidence_of(NETWORK, f"Lost connectivity > {LIMIT_DAYS} days. {over}.")
    first, *rest = finding.statements
    if not past:
        told = Statement(f"That is {over}.", (evidence,), "reason")
        return replace(finding, statements=(first, told, *rest))
    lead = "" if reading.no_yes_or_no or _DENIED().search(reading.plain) else "Yes. "
    told = Statement(f"{lead}That is {over}.", (evidence,), "verdict")
    return replace(finding, statements=(told, replace(first, role="reason"), *rest))
