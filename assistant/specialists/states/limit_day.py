"""Answers when an outage passes the 15 days, to somebody who tells since when, or for how long, it lasts."""

from __future__ import annotations

from datetime import date

from assistant.answer import Finding
from assistant.decisions.expressions.patterns import lazy
from assistant.decisions.reading.dates import find_days
from assistant.decisions.states import limit_day
from assistant.decisions.states.connectivity_rules import LIMIT_DAYS, NAME, Connectivity
from assistant.specialists.table_findings import finding_of
from assistant.understanding.reading import Reading

_ASKS_DAY = lazy(
    r"\b(?:on|from|by|until|till|since|at|after)?\s*\b(?:which|what)\s+(?:exact\s+|calendar\s+)?(?:day"
    r"|date)\b"
    r"|\b(?:the|a) (?:date|day) (?:when|on which|that|of)\b|\b(?:un)?till? when\b|\bby when\b|\bfrom when\b"
    r"|\bwhen\s+(?:do|does|will|would|is|are|did|exactly)\b[^?\n]{0,60}"
    r"(?:\b(?:15|fifteen)\b|>\s?15|\b(?:limit|line|row|threshold|mark|stop\w*|end|over)\b)"
    r"|\b(?:last|final|first) (?:day|date)\b|\bdate pl\w*\b|\bdeadline\b"
)
_LIMIT = lazy(
    r"\b(?:15|fifteen)[\s-]?(?:days?|d)\b|>\s?15\b|\b(?:limit|line|row|threshold|mark|deadline|table)\b"
    r"|\bstop\w*\b|\buntil when\b"
)
_ASKS_LEFT = lazy(
    r"\bhow (?:many (?:more )?days|long|much (?:more )?time)\b[^.?!\n]{0,25}\b(?:left|until|till|before"
    r"|remain\w*|to go)\b"
    r"|\bdays (?:left|to go|remain\w*)\b|\bhow many more days\b"
)
_LEFT = lazy(r"\b(?:left|to go|remain\w*|limit|row|stop\w*)\b|\b15\b")
# Another day counts, or another limit.
_OTHER = lazy(
    r"\b(?:renew\w*|retention|retain\w*|kept|delet\w*|expir(?:es|y)|certificate|credentials?|5[\s-]days?"
    r"|five[\s-]days?)\b"
)


def consult(reading: Reading) -> Finding | None:
    """When the table's row for a long outage begins to hold: the day, or the days left; None: not asked."""
    text = reading.plain
    if reading.connectivity not in (Connectivity.LOST, Connectivity.LOST_LONG, Connectivity.LOST_SHORT):
        return None
    days_off = reading.outage.exact if reading.outage else None
    asks_left = _ASKS_LEFT().search(text) and _LEFT().search(text)
    if asks_left and not _OTHER().search(text) and days_off and days_off <= LIMIT_DAYS:
        return finding_of(limit_day.left(days_off), NAME)
    if not (_ASKS_DAY().search(text) and _LIMIT().search(text)) or _OTHER().search(text):
        return None
    days = find_days(text, date.today())  # noqa: DTZ011  # what the user's calendar shows
    if len(days) != 1:
        return None
    return finding_of(limit_day.passed_on(days[0]), NAME)
