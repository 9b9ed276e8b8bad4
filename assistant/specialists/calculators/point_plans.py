"""Reads schedules with their retentions, and points that are there already, from a question's words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from assistant.decisions.calculations import recovery_points
from assistant.decisions.reading.durations import FoundDuration
from assistant.decisions.reading.numbers import DIGITS, NUMBER, WORDS, number_in, parse_number
from assistant.decisions.reading.schedules import Period, Schedule
from assistant.specialists.calculators.calculator_question import lazy_search
from assistant.understanding.amounts.figures import SOURCE_NOUN, periods_in
from assistant.understanding.amounts.schedules import FoundSchedule

_KNOWN_TIME = r"\b(?:how many|how|many|what|which|next|this|last)\s*\w*$"
_OF_A_YEAR = r"^\s*(?:/|per|an?|in an?|= ?(?:1|an?|one))\s*(?:yr|year)\b"
_LISTED = r"(?<![\w.,])(?P<numbers>\d{1,5}(?:\s*(?:,|/|and|&)\s*(?:and\s+)?\d{1,5}){1,4})(?!\w|[.,]\d)"
_COUNT = (
    rf"(?<![\w.,])(?P<n>{DIGITS}|(?:{WORDS})\b)\s+(?:recovery |restore |existing |stored |backup |total "
    r"|of them )*(?:points?|rps?)\b"
)
_TAKEN = rf"(?<![\w.,])(?P<n>{DIGITS})\s+(?:\w+\s+){{0,2}}?(?:used|taken|occupied|stored|in use)\b"
_LABELLED = r"\b(?:points?|rps?)\b[^\n?!]{0,45}[:=]\s*(?P<n>\d{1,3}[ ,.]\d{3}|\d{3,6})\b"
_USED = (
    r"\b(?:already|currently|now|so far|contains?|has|have|at|holds?|shows?|counts?|reports?)\s+"
    rf"(?:at\s+|has\s+|have\s+|used\s+)?(?P<n>{DIGITS})\b(?!\s+(?:[a-z]+\s+){{0,2}}?{SOURCE_NOUN}\b)"
)
# Points that are in the vault already, and not what a schedule comes to.
_N_POINTS = (
    rf"(?<![\w.,])(?P<n>{DIGITS})\s+(?:(?:recovery|restore|existing|stored|backup|old)\s+)*(?:points?|rps?)"
)
_STATES = r"(?:(?:are|is|have been|already|now|being|currently)\s+)"
_THERE = (
    rf"{_N_POINTS}\s+{_STATES}{{0,3}}(?:used|in use|there|stored|taken|occupied|so far|already|inside"
    r"|exist\w*)\b",
    rf"{_N_POINTS}\s+{_STATES}{{1,3}}in (?:the|our|this|that|it|there)\b",
    rf"{_N_POINTS}\s+in it\b",
    rf"(?<![\w.,])(?P<n>{DIGITS})\s+{_STATES}{{1,3}}in (?:it|there|use|the vault)\b",
    rf"(?<![\w.,])(?P<n>{DIGITS})\s+(?:(?:recovery|restore)\s+)?(?:existing|used|old|stored)\s+"
    r"(?:recovery )?(?:points?|rps?)\b",
    r"(?<!will )(?<!would )(?<!does )(?<!do )(?<!can )\b(?:vault|it|we|portal)\s+"
    r"(?:already\s+|currently\s+|now\s+)?(?:has|have|holds|contains|stores|is at|got|with|at"
    r"|shows?|counts?|reports?|lists?|says?|displays?)\s+"
    r"(?:already\s+|about\s+|now\s+|currently\s+)?"
    rf"{_N_POINTS}\b",
    rf"\b(?:there are|already|currently|existing)\s*:?\s*(?:about\s+|at\s+)?{_N_POINTS}\b",
    rf"(?:\b(?:are|is|sits?|sitting|stands?|now|currently|already)|['’](?:re|s))\s+at\s+(?:about\s+|now\s+)?{_N_POINTS}\b",
    rf"\b(?:used|existing points?|points used|in use)\s*[:=]?\s*(?P<n>{DIGITS})\b",
    rf"(?<![\w.,])(?P<n>{DIGITS})\s+(?:are |already |of (?:the )?9[ ,.]?999 )*"
    r"(?:used|taken|occupied|in use)\b",
)
_SHARE_USED = (
    r"(?P<a>\d{1,3}(?:[.,]\d+)?)\s*(?:%|percent)\s*(?:of\s+[^.?!%]{0,25}\b)?(?:used|full|taken|filled|gone)\b"
    r"|\bvault\s+(?:(?:is|stands|sits|now|already)\s+){0,2}at\s+(?:about\s+)?(?P<c>\d{1,3}(?:[.,]\d+)?)\s*"
    r"(?:%|percent)(?! of the (?:disk|space))"
    r"|\b(?:vault|9[ ,.]?999)\b[^.?!%]{0,25}\b(?P<b>\d{1,3}(?:[.,]\d+)?)\s*(?:%|percent) (?:used|full"
    r"|taken|filled)\b"
)
# More jobs are hardly run in an hour, a day and so on.
_MOST_A_UNIT = {"hour": Decimal(60), "day": Decimal(24), "week": Decimal(21), "month": Decimal(31)}
_MOST_A_UNIT |= {"year": Decimal(12)}
_KEPT_COUNT = r"\b(?:keep\w*|kept|retain\w*|retention|hold\w*|stor(?:e|ed|ing))\b"
_LEAST_KEPT = 5
_UNITS = {"d": "day", "w": "week", "m": "month", "y": "year", "q": "quarter", "f": "fortnight"}
_TERM = (
    rf"^\W*(?:(?:for|about|over|more than|up to|at least)\s+)?(?P<n>{NUMBER})[\s-]*(?:full "
    r"|whole )?(?P<u>d|w|mo|mth|quarter|fortnight|y|da|we)\w*$"
)


def retentions_in(text: str, schedules: Sequence[FoundSchedule]) -> list[FoundDuration]:
    """The times for which points are kept: neither part of a schedule nor asked for."""
    return [period for period in periods_in(_without(text, schedules)) if _is_told(text, period)]


def _without(text: str, schedules: Sequence[FoundSchedule]) -> str:
    """`text` with its schedules blanked: "a day, nine years" is a schedule's end and a retention."""
    for found in schedules:
        text = f"{text[: found.start]}{'#' * (found.end - found.start)}{text[found.end :]}"
    return text


def _is_told(text: str, period: FoundDuration) -> bool:
    """Not what is asked for ("how many years"), nor how long a year is ("365 d/yr"), and above zero."""
    asked = lazy_search(_KNOWN_TIME, text[: period.end])
    return period.value.low > 0 and not (asked or lazy_search(_OF_A_YEAR, text[period.end :]))


def plans_in(
    text: str, schedules: Sequence[FoundSchedule], periods: Sequence[FoundDuration]
) -> tuple[tuple[Schedule, Period | None], ...]:
    """Each schedule with its retention: the one told after it, or the longest for all."""
    counted = [s for s in schedules if s.counted]
    kept = len(counted) > 1 or any(_is_kept(text, s) for s in counted)
    if kept and len(counted) == len(schedules) and not periods:
        return tuple(
            (Schedule(Decimal(1), s.value.unit), Period(s.counted or Decimal(1), s.value.unit))
            for s in counted
        )
    if len(schedules) > 1 and not counted and not periods and (numbers := _numbers_of(text, len(schedules))):
        return tuple(
            (Schedule(Decimal(1), s.value.unit), Period(n, s.value.unit))
            for s, n in zip(schedules, numbers, strict=True)
        )
    if len(periods) == len(schedules) > 1:
        return tuple((s.value, period_of(p)) for s, p in zip(schedules, periods, strict=True))
    longest = period_of(max(periods, key=lambda p: p.value.low)) if periods else None
    return tuple((s.value, longest) for s in _distinct(schedules))


def _is_kept(text: str, found: FoundSchedule) -> bool:
    """Whether a number before an adverb counts the points that are kept ("180 daily points"), and not those
    of a day: so many a day would not be made, or they are said to be kept."""
    if lazy_search(r"^\s*(?:jobs?|backups?|runs?)\b", text[found.end :]):
        return False  # what runs, and not what it leaves
    number = found.counted or Decimal(0)
    most = _MOST_A_UNIT.get(found.value.unit, Decimal(0))
    named = lazy_search(_KEPT_COUNT, text) or lazy_search(r"ies$", text[found.start : found.end])
    return number > most or bool(named and number >= _LEAST_KEPT)


def _numbers_of(text: str, count: int) -> tuple[Decimal, ...]:
    """As many numbers in a row as there are schedules ("daily, weekly and monthly: 30, 52, 60")."""
    match = lazy_search(_LISTED, text)
    numbers = tuple(map(Decimal, re.findall(r"\d+", match["numbers"]))) if match else ()
    return numbers if len(numbers) == count and all(numbers) else ()


def _distinct(schedules: Sequence[FoundSchedule]) -> list[FoundSchedule]:
    """Each schedule once: "daily ... a daily point" is one, and so is "hourly (24 a day)"."""
    return list({s.value.per_year: s for s in schedules}.values())


def period_of(found: FoundDuration) -> Period:
    """In the unit that was told, or in days."""
    match = re.match(_TERM, found.value.text.lower(), re.IGNORECASE)
    unit = _UNITS.get(match["u"][0], "") if match else ""
    try:
        amount = parse_number(match["n"]).value if match else found.value.low
    except ValueError:
        unit, amount = "", found.value.low
    if unit == "quarter":
        return Period(amount * 3, "month")
    if unit == "fortnight":
        return Period(amount * 2, "week")
    days = found.value.low or found.value.high or Decimal(1)
    return Period(amount, unit) if unit else Period(days, "day")


def _share_used(text: str) -> int:
    """How many points are there where a share of the vault is said to be used; 0 where none is."""
    match = lazy_search(_SHARE_USED, text)
    share = Decimal((match["a"] or match["b"] or match["c"]).replace(",", ".")) if match else Decimal(0)
    return int(share * recovery_points.LIMIT / 100) if share <= 100 else 0


def points_there(text: str) -> int:
    """How many points are told to be in the vault already; 0 where none are."""
    found = (lazy_search(pattern, text) for pattern in _THERE)
    numbers = (number_in(match["n"].replace(" ", "")) for match in found if match)
    told = next((n for n in numbers if n and n == n.to_integral_value() and n != recovery_points.LIMIT), None)
    return int(told) if told else _share_used(text)


def points_in(text: str, schedules: Sequence[FoundSchedule]) -> int:
    """How many points are told of, besides the limit itself."""
    for pattern in (_COUNT, _USED, _TAKEN, _LABELLED):
        match = lazy_search(pattern, text)
        if match and not any(match.start() < s.end and s.start < match.end() for s in schedules):
            told = match["n"]
            value = number_in(told.replace(" ", "") if told[0].isdigit() else told)
            if (
                value
                and value > 100
                and value != recovery_points.LIMIT
                and value == value.to_integral_value()
            ):
                return int(value)
    return _share_used(text)
