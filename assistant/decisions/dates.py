"""Dates in phrases such as "since 2 November", "since Tuesday", "since March", as days before today."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from assistant.decisions.patterns import lazy

_MONTH_NAMES = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_DAY_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = {name[:size]: n for n, name in enumerate(_MONTH_NAMES, 1) for size in (3, len(name))} | {"sept": 9}
_DAYS = {name[:size]: n for n, name in enumerate(_DAY_NAMES) for size in (3, len(name))}
_DAYS |= {"tues": 1, "thurs": 3}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_WEEKDAY = "|".join(sorted(_DAYS, key=len, reverse=True))
_ORDINAL = r"(?P<{0}>[0-3]?\d)(?:st|nd|rd|th)?"
_SINCE = lazy(
    r"\b(?:(?:since|from|as\s+of)\s+"
    r"|(?:down|out|dead|lost|broke\w*|fail\w*|dropped|died|off|offline|gone|cut|stopped|disconnected|dark)\s+"
    r"(?:\w+\s+){0,2}?on\s+"
    r"|last\s+(?:contact\w*|connect\w*|reach\w*|seen|sync\w*)(?:\s+\w+){0,4}?\s*"
    r"(?:\bwas\s+on|\bwas|\bon|:|=)\s*)"
    r"(?:about\s+|around\s+|at\s+least\s+)?(?:the\s+)?(?:"
    r"(?P<iso>\d{4}-\d{1,2}-\d{1,2})"
    r"|(?P<one>\d{1,2})[./](?P<two>\d{1,2})[./](?P<slashyear>\d{4})"
    rf"|{_ORDINAL.format('day')}\s+(?:of\s+)?(?P<month>{_MONTH})\b\.?(?:,?\s+(?P<year>\d{{4}}))?"
    rf"|(?P<month2>{_MONTH})\b\.?\s+{_ORDINAL.format('day2')}\b(?:,?\s+(?P<year2>\d{{4}}))?"
    rf"|(?P<bare>{_MONTH})\b\.?(?:\s+(?P<bareyear>\d{{4}}))?"
    rf"|(?P<last>last\s+)?(?P<weekday>{_WEEKDAY})\b"
    r"|(?P<word>yesterday|today|last\s+week|last\s+month|last\s+year|this\s+morning|last\s+night))"
)
# "today is the 20th": the month, where it is not told, is that of the date counted from.
_TODAY = lazy(
    r"(?:\btoday\s*(?:is|=|:|being)|\bit(?:\s+is|['’]s)(?:\s+(?:now|already|today))?|\bnow\s+it(?:\s+is|['’]s))"
    r"\s*(?:the\s+)?"
    rf"(?:{_ORDINAL.format('day')}\b(?!\s*(?:-|(?:days?|weeks?|months?|hours?|years?)\b))"
    rf"(?:\s+(?:of\s+)?(?P<month>{_MONTH})\b)?"
    rf"|(?P<month2>{_MONTH})\b\.?\s+{_ORDINAL.format('day2')}\b)"
)
_WORDS = {
    "today": (0, 0),
    "this morning": (0, 0),
    "yesterday": (1, 1),
    "last night": (1, 1),
    "last week": (1, 13),
    "last month": (1, 61),
    "last year": (1, 730),
}


@dataclass(frozen=True, slots=True)
class Since:
    """A "since ..." phrase: the fewest and the most whole days it can mean, and where it stands."""

    shortest: int
    longest: int | None
    start: int
    end: int


def find_since(text: str, today: date) -> tuple[Since, ...]:
    """Every "since <date>" in `text` that lies before `today`. A date without a year is the latest past one.

    A day and month in figures that can be read both ways spans both readings; dates in the future or
    that don't exist are left out.
    """
    found = []
    for match in _SINCE().finditer(text):
        now = _told_today(text, match, today)
        dates = [day for day in _dates(match, now) if day <= now]
        if dates:
            ages = sorted((now - day).days for day in dates)
            found.append(Since(ages[0], ages[-1], match.start(), match.end()))
    return tuple(found)


def _told_today(text: str, since: re.Match[str], today: date) -> date:
    """The day that the text says it is, else `today`."""
    told = _TODAY().search(text)
    month = told and (told["month"] or told["month2"] or since["month"] or since["month2"])
    if not told or not month:
        return today
    found = _latest(_MONTHS[month.lower()], int(told["day"] or told["day2"]), None, today)
    return found[0] if found else today


def _dates(match: re.Match[str], today: date) -> list[date]:
    """The first and last day, or the possible days, that the phrase names."""
    if match["word"]:
        return [today - timedelta(days=n) for n in _WORDS[re.sub(r"\s+", " ", match["word"].lower())]]
    if match["weekday"]:
        back = (today.weekday() - _DAYS[match["weekday"].lower()]) % 7 or 7
        return [today - timedelta(days=back + extra) for extra in ((0, 7) if match["last"] else (0,))]
    if match["iso"]:
        year, month, day = (int(part) for part in match["iso"].split("-"))
        return _day(year, month, day)
    if match["one"]:
        one, two, year = int(match["one"]), int(match["two"]), int(match["slashyear"])
        return _day(year, two, one) + _day(year, one, two)
    if match["bare"]:
        return _month(_MONTHS[match["bare"].lower()], match["bareyear"], today)
    month_name = (match["month"] or match["month2"]).lower()
    written_year = match["year"] or match["year2"]
    return _latest(_MONTHS[month_name], int(match["day"] or match["day2"]), written_year, today)


def _day(year: int, month: int, day: int) -> list[date]:
    try:
        return [date(year, month, day)]
    except ValueError:
        return []


def _latest(month: int, day: int, year: str | None, today: date) -> list[date]:
    """That day in the year written, else the latest one not after today (29 February: up to 8 years back)."""
    if year:
        return _day(int(year), month, day)
    for back in range(9):
        found = _day(today.year - back, month, day)
        if found and found[0] <= today:
            return found
    return []


def _month(month: int, year: str | None, today: date) -> list[date]:
    """First and last day of the month, not after today."""
    number = int(year) if year else today.year - (month > today.month)
    if not date.min.year <= number <= date.max.year:
        return []
    after = date(number, month, 28) + timedelta(days=4)
    last = after - timedelta(days=after.day)
    return [date(number, month, 1), min(last, today)]
