"""Dates in phrases such as "since 2 November", "since Tuesday", "since March", as days before today."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from assistant.decisions.expressions.patterns import lazy
from assistant.decisions.reading.calendar_names import (
    DAY_NAMES,
    DAYS,
    MONTH,
    MONTHS,
    SEASON,
    SEASONS,
    WEEKDAY,
)
from assistant.decisions.reading.numbers import number_in
from assistant.decisions.reading.told_months import between_months

_OPPOSITE = {"spring": "autumn", "summer": "winter", "autumn": "spring", "fall": "spring", "winter": "summer"}
_ORDINAL = r"(?P<{0}>[0-3]?\d)(?:st|nd|rd|th)?"
# Behind a day and a month in figures: "5/11", "5.11.", "05.11"; not "3.5 GB", "3.5 hours" or "3.11.2".
_WITHOUT_YEAR = (
    r"(?:(?<=/\d)|(?<=/\d\d)|(?<=\.0[1-9])|(?<=\.1[0-2])|(?=\.(?!\d)))\.?(?![\d/%]|\.\d)"
    r"(?!\s*(?:of|hours?|hrs?|h|days?|d|weeks?|months?|years?|min\w*|[kmgt]i?b|sp\s?\d|percent)\b)"
)
# A day of the calendar, in figures or by the name of its month.
_DAY = (
    r"(?P<iso>\d{4}-\d{1,2}-\d{1,2})"
    r"|(?!24/7\b)(?P<one>\d{1,2})(?P<mark>[./])(?P<two>\d{1,2})"
    rf"(?:(?P=mark)(?P<slashyear>\d{{4}}|\d{{2}})(?!\d)|{_WITHOUT_YEAR})"
    rf"|{_ORDINAL.format('day')}\s+(?:of\s+)?(?P<month>{MONTH})\b\.?(?:,?\s+(?P<year>\d{{4}}))?"
    rf"|(?P<month2>{MONTH})\b\.?\s+(?:the\s+)?{_ORDINAL.format('day2')}\b(?:,?\s+(?P<year2>\d{{4}}))?"
)
_SINCE = lazy(
    r"\b(?:(?:since|from|as\s+of|at(?=\s+the\s+(?:beginning|start|middle|end)\s+of))\s+"
    r"|(?:down|out|dead|lost|broke\w*|fail\w*|dropped|died|off|offline|gone|cut|stopped|disconnected|dark)\s+"
    r"(?:\w+\s+){0,4}?(?:on|in)\s+"
    r"|last\s+(?:\w+\s+)?(?:contact\w*|connect\w*|reach\w*|seen|sync\w*)(?:\s+\w+){0,4}?\s*"
    r"(?:\bwas\s+on|\bwas|\bon|:|=|\s)\s*)"
    r"(?:about\s+|around\s+|at\s+least\s+)?(?:the\s+)?(?:"
    rf"{_DAY}"
    rf"|(?:early\s+|mid-?\s*|late\s+|(?P<bareedge>beginning|start|middle"
    rf"|end)\s+of\s+)?(?P<bare>{MONTH})\b\.?"
    r"(?:\s+(?P<bareyear>\d{4}))?"
    rf"|(?P<last>last\s+)?(?P<weekday>{WEEKDAY})\b(?:\s+(?P<weeks>[1-9]|an?|one|two|three|four)\s+weeks?\s+ago)?"
    r"(?:\s+(?:of\s+)?(?P<lastweek>(?:the\s+)?(?:last|previous)\s+week)\b)?"
    rf"|(?:last\s+|this\s+)?(?P<season>{SEASON})\b"
    r"|(?:(?P<edge>beginning|start|middle|end)\s+of\s+)?(?P<word>yesterday|today|last\s+week|last\s+month"
    r"|week\s+before\s+last|month\s+before\s+last"
    r"|last\s+year|this\s+morning|last\s+night))"
)
# The last day of a stretch that is told by both its ends: "from Nov 1 to Nov 20".
_TO = lazy(rf"\s*(?:-|\u2013|\bto\b|\b(?:un)?till?\b|\bthrough\b)\s*(?:the\s+)?(?:{_DAY})\b")
# "since the spring and now it's autumn"
_SEASON_NOW = lazy(rf"\b(?:now|it['\u2019]s|already|meanwhile)\b[^.;!?]{{0,15}}?\b(?P<season>{SEASON})\b")
_SEASON_DAYS = 60
# "today is the 20th": the month, where it is not told, is that of the date counted from.
_TODAY = lazy(
    r"(?:\b(?:on\s+)?this day\b,?|\breport(?:ing|ed)?\s+(?:time|date|at|on)\s*[:=]?"
    r"|\b(?:today|now)(?:['\u2019]?s(?:\s+date)?)?\s*(?:it(?:\s+is|['\u2019]s)|is|=|:|being|,(?:\s+on)?|on"
    r"|\()?"
    r"|\bit(?:\s+is|['\u2019]?s)(?:\s+(?:now|already|today|meanwhile|currently))?)"
    r"\s*(?:the\s+)?"
    rf"(?:{_DAY}|(?P<bareday>[0-3]?\d)(?:st|nd|rd|th)?\b"
    r"(?![./]\d)"
    r"(?!\s*(?:-|(?:full |whole |solid )?(?:days?|weeks?|months?|hours?|minutes?|years?)\b|tb\b|gb\b))"
    rf"|(?P<weekday>{WEEKDAY})\b)"
)
# "since the 3rd": the month, where it is not told, is that of today or the one before.
_BARE_DAY = lazy(
    r"\b(?P<word>since|on|from)\s+(?:the\s+)?(?P<number>[0-3]?\d)(?:st|nd|rd|th)\b"
    r"(?:\s+of\s+(?:this|the(?:\s+current|\s+same)?)\s+month|(?P<before>\s+of\s+(?:the\s+)?(?:last"
    r"|previous)\s+month)"
    r"|(?=\s*(?:[.,;:?!)]|$|[-\u2013]\s)|\s+(?:and|but|so|already|now)\b))"
)
_MONTHS_OF_YEAR = 12
_MONTH_LENGTHS = (28, 31)
_ANY_DAY = lazy(rf"(?<![\w.-])(?:{_DAY})(?!\w)")
_WORDS = {
    "today": (0, 0),
    "this morning": (0, 0),
    "yesterday": (1, 1),
    "last night": (1, 1),
    "last week": (1, 13),
    "week before last": (8, 20),
    "month before last": (29, 92),
}
# Which days of a month its parts mean.
_EDGES = {"beginning": (1, 10), "start": (1, 10), "middle": (10, 20), "end": (20, 31)}


@dataclass(frozen=True, slots=True)
class Since:
    """A "since ..." phrase: the fewest and the most whole days it can mean, and where it stands."""

    shortest: int
    longest: int | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Day:
    """A day that a text names, with its words; `by_weekday`: by its name in the week, or "yesterday"."""

    value: date
    words: str
    by_weekday: bool = False
    with_year: bool = False


_DAY_NAMED = lazy(rf"(?<![\w.-])(?:{_DAY}|(?P<weekday>{WEEKDAY})\b|(?P<near>yesterday|today)\b)(?!\w)")


def find_days(text: str, today: date) -> tuple[Day, ...]:
    """The days that `text` names, each once; without a year the latest one, and in figures day first."""
    found: dict[date, Day] = {}
    dated = bool(_ANY_DAY().search(text))
    for match in _DAY_NAMED().finditer(text):
        near, weekday = match["near"], match["weekday"]
        if dated and (near or weekday):
            continue  # "Monday 2 June"
        if near:
            day = today - timedelta(days=near.lower() == "yesterday")
            named = Day(day, near.lower())
        elif weekday:
            back = (today.weekday() - DAYS[weekday.lower()]) % 7
            named = Day(
                today - timedelta(days=back), DAY_NAMES[DAYS[weekday.lower()]].title(), by_weekday=True
            )
        else:
            days = _dates(match, today)
            if not days:
                continue
            year = bool(match["iso"] or match["slashyear"] or match["year"] or match["year2"])
            named = Day(days[0], match[0].strip(" .,"), with_year=year)
        found.setdefault(named.value, named)
    return tuple(found.values())


def find_since(text: str, today: date) -> tuple[Since, ...]:
    """Every "since <date>" in `text` that lies before `today`. A date without a year is the latest past one.

    Where the text says which day it is, it is counted from that day, and any other date is one that it is
    counted from. A day and month in figures that can be read both ways are read as that day is, else span
    both readings; with points between them the day comes first. Without "since" a date counts that an end
    follows ("5 May to 7 May"). Dates in the future or that don't exist are left out.
    """
    told = next((match for match in _TODAY().finditer(text) if _is_today(match, text)), None)
    starts = [day for day in _SINCE().finditer(text) if not (told and _overlap(day, told))]
    if told and not starts and not told["weekday"]:
        starts = [day for day in _ANY_DAY().finditer(text) if not _overlap(day, told)]
    elif not told and not starts:
        starts = [day for day in _ANY_DAY().finditer(text) if _TO().match(text, day.end())]
    if not any(map(_is_day, starts)):
        dated = told and not (told["weekday"] or told["bareday"])
        now = _told_today(told, told, today) if told and dated else None
        if months := between_months(text, now):
            return (Since(*months),)
    found = []
    for match in starts:
        now = _told_today(told, match, today)
        dates = [day for day in _read_as(told, match, now) if day <= now]
        if match.groupdict().get("season"):
            dates = _before_season(text, match, dates, now)
        if dates:
            ages = sorted((now - day).days for day in dates)
            found.append(_ended(text, match, dates, now) or Since(ages[0], ages[-1], *match.span()))
    return (*found, *_since_bare_days(text, told, today))


def _read_as(told: re.Match[str] | None, match: re.Match[str], now: date) -> list[date]:
    """The days that `match` names, day or month first as in `now`, the date that is told to be today's."""
    dates = _dates(match, now)
    if told is None or not told["one"] or not match["one"] or len(dates) < 2:
        return dates
    day_first = (now.day, now.month) == (int(told["one"]), int(told["two"]))
    return dates[:1] if day_first else dates[1:]


def _before_season(text: str, match: re.Match[str], dates: list[date], now: date) -> list[date]:
    """`dates` of a season without those of today's, where another season is told to be now."""
    told = _SEASON_NOW().search(text)
    if not told or told["season"].lower() == match["season"].lower():
        return dates
    return [day for day in dates if (now - day).days > _SEASON_DAYS]


def _ended(text: str, match: re.Match[str], dates: Sequence[date], now: date) -> Since | None:
    """The stretch from `dates` to a last day that is told right behind; None when none is."""
    end = _TO().match(text, match.end())
    if not end or match[0].lower().startswith("since"):
        return None
    lengths = sorted((last - day).days for day in dates for last in _dates(end, now) if last >= day)
    return Since(lengths[0], lengths[-1], match.start(), end.end()) if lengths else None


def _since_bare_days(text: str, told: re.Match[str] | None, today: date) -> Iterator[Since]:
    """Days told by their number alone; "on the 3rd" counts only where the text says which day it is."""
    now = today.day
    if told and (day := told["bareday"] or told["day"] or told["day2"]):
        now = int(day)
    for match in _BARE_DAY().finditer(text):
        if not told and match["word"].lower() != "since":
            continue
        age = now - int(match["number"])
        shortest, longest = _MONTH_LENGTHS if match["before"] or age < 0 else (0, 0)
        yield Since(age + shortest, age + longest, match.start(), match.end())


def _is_day(match: re.Match[str]) -> bool:
    """Whether a day of the calendar is named, not only a month or the like."""
    told = match.groupdict()
    return any(told.get(name) for name in ("iso", "one", "day", "day2"))


def _overlap(one: re.Match[str], other: re.Match[str]) -> bool:
    return one.start() < other.end() and other.start() < one.end()


def _is_today(match: re.Match[str], text: str) -> bool:
    """Whether a match is a date and not a bare number such as "it's 3 against 2"."""
    return bool(match["bareday"] is None or match[0][-1].isalpha() or match.end() == len(text.rstrip(" .!?")))


def _told_today(told: re.Match[str] | None, since: re.Match[str], today: date) -> date:
    """The day that the text says it is, else `today`."""
    if told is None:
        return today
    if told["weekday"]:
        return today - timedelta(days=(today.weekday() - DAYS[told["weekday"].lower()]) % 7)
    if not told["bareday"]:
        return min(_dates(told, today), key=lambda day: abs((today - day).days), default=today)
    month = since["month"] or since["month2"]
    if not month:
        return today
    day, number = int(told["bareday"]), MONTHS[month.lower()]
    first = next(iter(_dates(since, today)), today)
    if first.month == number and day < first.day:  # the 30th of March, and now the 12th
        number = number % 12 + 1
    return next(iter(_latest(number, day, None, today)), today)


def _dates(match: re.Match[str], today: date) -> list[date]:
    """The first and last day, or the possible days, that the phrase names."""
    told = match.groupdict()
    if told.get("word"):
        return _of_word(re.sub(r"\s+", " ", told["word"].lower()), told["edge"], today)
    if told.get("weekday"):
        if told.get("lastweek"):
            return [today - timedelta(days=today.weekday() + 7 - DAYS[told["weekday"].lower()])]
        back = (today.weekday() - DAYS[told["weekday"].lower()]) % 7 or 7
        if told.get("weeks"):
            return [
                _weekday_near(
                    today - timedelta(days=back), today - timedelta(weeks=int(number_in(told["weeks"]) or 1))
                )
            ]
        return [today - timedelta(days=back + extra) for extra in ((0, 7) if told.get("last") else (0,))]
    if told.get("season"):
        return _season(told["season"].lower(), today)
    if told.get("bare"):
        return _month(MONTHS[told["bare"].lower()], told["bareyear"], today, told["bareedge"])
    if told["iso"]:
        year, month, day = (int(part) for part in told["iso"].split("-"))
        return _day(year, month, day)
    if told["one"]:
        return _in_figures(int(told["one"]), int(told["two"]), told["mark"], told["slashyear"], today)
    month_name = (told["month"] or told["month2"]).lower()
    written_year = told["year"] or told["year2"]
    return _latest(MONTHS[month_name], int(told["day"] or told["day2"]), written_year, today)


def _weekday_near(latest: date, ago: date) -> date:
    """The day of the week of `latest` that is nearest to a day so many weeks ago: "Monday two weeks ago"."""
    apart = (latest - ago).days
    return latest - timedelta(weeks=(apart + 3) // 7)


def _in_figures(one: int, two: int, mark: str, year: str | None, today: date) -> list[date]:
    """The days that two figures may mean, day first, then month first; points stand between day and month."""
    written = f"20{year}" if year and len(year) == 2 else year
    orders = [(two, one)] if mark == "." and two <= _MONTHS_OF_YEAR else [(two, one), (one, two)]
    return [day for month, number in orders for day in _latest(month, number, written, today)]


def _of_word(word: str, edge: str | None, today: date) -> list[date]:
    """The days of "last month", or of a part of it, and the like."""
    if word == "last month":
        last = today.replace(day=1) - timedelta(days=1)
        return _part(last.replace(day=1), last, edge)
    if word == "last year":
        first = date(today.year - 1, 1 if edge in (None, "beginning", "start") else 6, 1)
        return [first, date(first.year, 12, 31) if edge in (None, "end") else date(first.year, 8, 1)]
    return [today - timedelta(days=n) for n in _WORDS[word]]


def _part(first: date, last: date, edge: str | None) -> list[date]:
    if not edge:
        return [first, last]
    return [first.replace(day=min(day, last.day)) for day in _EDGES[edge.lower()]]


def _season(name: str, today: date) -> list[date]:
    """First and last day of the latest such season that has begun, in either half of the world."""
    days: list[date] = []
    for begins, ends in (SEASONS[name], SEASONS[_OPPOSITE[name]]):
        year = today.year - (today.month < begins)
        after = date(year + (ends < begins), ends, 28) + timedelta(days=4)
        days += [date(year, begins, 1), min(after - timedelta(days=after.day), today)]
    return days


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


def _month(month: int, year: str | None, today: date, edge: str | None = None) -> list[date]:
    """First and last day of the month, or of a part of it, not after today."""
    number = int(year) if year else today.year - (month > today.month)
    if not date.min.year <= number <= date.max.year:
        return []
    after = date(number, month, 28) + timedelta(days=4)
    last = after - timedelta(days=after.day)
    return [min(day, today) for day in _part(date(number, month, 1), last, edge)]
