"""Months and seasons told beside the date of now: "died in January, today is 14 April".

Both are told, so that the time between them is known without a calendar: from the last possible day of the
one to the first possible day of the other.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from assistant.decisions.expressions.patterns import lazy
from assistant.decisions.reading.calendar_names import MONTH, MONTHS, SEASON, SEASONS

_FEASTS = {"christmas": (12, 24, 26), "new year": (1, 1, 1), "halloween": (10, 31, 31)}
_EARLY, _MID, _LATE = (1, 10), (10, 20), (20, 31)
_PARTS = {
    **dict.fromkeys(("early", "beginning", "start", "first days", "first week"), _EARLY),
    **dict.fromkeys(("mid", "middle"), _MID),
    **dict.fromkeys(("late", "end", "last days", "last week"), _LATE),
}
_PART = (
    r"(?:(?P<part>early|mid|late)[\s-]*"
    r"|(?P<of>beginning|start|middle|end|(?:first|last) (?:days|week)) (?:of|in) )?"
)
_LEAD = r"\b(?:since|in|at|before|from|of|during|over)\s+(?:the\s+)?(?:last\s+|this\s+)?"
_THEN = lazy(
    rf"(?:{_LEAD}|\b(?=(?:mid|early|late)[\s-])|\bthe (?=first |last )){_PART}"
    rf"(?:(?P<month>{MONTH})(?!\s+\d{{1,2}}\b)|(?P<season>{SEASON})"
    rf"|(?P<feast>{'|'.join(_FEASTS)}))\b"
    r"(?!\s+\d{4})"
)
_NOW = lazy(
    r"\b(?:now(?:\s+(?:is|in|it['\u2019]s|we(?:['\u2019]re|\s+are|\s+write)(?:\s+in)?))?|today(?:['\u2019]s|\s+is)?"
    r"|it(?:['\u2019]s|\s+is)(?:\s+(?:now|already|meanwhile))?"
    r"|we(?:['\u2019]re|\s+are)(?:\s+(?:now|already))?(?:\s+(?:in|at))?|(?:until|till) now in|we write)"
    r"\s*,?\s*(?:the\s+)?"
    rf"{_PART}(?P<month>{MONTH})\b(?!\s+\d)(?!\s+\d{{4}})"
)
_YEAR = 2001
"""No leap year; the days of which year are counted makes no difference."""


def between_months(text: str, now: date | None) -> tuple[int, int, int, int] | None:
    """The fewest and the most whole days from a month that is told to `now`, or to the month that the text
    says it is; behind them where the words for the first stand. None where one of the two isn't told."""
    told = None
    if now is not None:
        first = last = now
    elif told := _NOW().search(text):
        first, last = _days(told, _YEAR)
    else:
        return None
    for then in _THEN().finditer(text):
        if told and told.start() < then.end() and then.start() < told.end():
            continue
        for year in (first.year, first.year - 1):
            begins, ends = _days(then, year)
            if ends < first or (ends <= last and begins < first):
                return max(0, (first - ends).days), (last - begins).days, *then.span()
    return None


def _days(told: re.Match[str], year: int) -> tuple[date, date]:
    """The first and the last day that a month, a part of it, a season or a feast means in a year."""
    groups = told.groupdict()
    if feast := groups.get("feast"):
        month, *days = _FEASTS[feast.lower()]
        return date(year, month, days[0]), date(year, month, days[1])
    if season := groups.get("season"):
        begins, ends = SEASONS[season.lower()]
        return date(year, begins, 1), _last_day(year + (ends < begins), ends)
    month = MONTHS[told["month"].lower()]
    part = re.sub(r"\s+", " ", (told["part"] or told["of"] or "").lower())
    last = _last_day(year, month)
    first_day, last_day = _PARTS.get(part, (1, 31))
    return date(year, month, first_day), last.replace(day=min(last_day, last.day))


def _last_day(year: int, month: int) -> date:
    following = date(year + month // 12, month % 12 + 1, 1)
    return following - timedelta(days=1)
