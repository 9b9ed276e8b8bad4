"""Reads schedules with their retentions, and points that are there already, from a question's words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from assistant.decisions import recovery_points
from assistant.decisions.durations import FoundDuration
from assistant.decisions.numbers import DIGITS, NUMBER, number_in, parse_number
from assistant.decisions.schedules import Period, Schedule
from assistant.specialists.calculators.question import lazy_search
from assistant.understanding.figures import periods_in
from assistant.understanding.schedules import FoundSchedule

_KNOWN_TIME = r"\b(?:how many|how|many|what|which|next|this|last)\s*\w*$"
_LISTED = r"(?<![\w.,])(?P<numbers>\d{1,5}(?:\s*(?:,|/|and|&)\s*(?:and\s+)?\d{1,5}){1,4})(?!\w|[.,]\d)"
_COUNT = (
    rf"(?<![\w.,])(?P<n>{DIGITS})\s+(?:recovery |restore |existing |stored |backup |total "
    r"|of them )*(?:points?|rps?)\b"
)
_TAKEN = rf"(?<![\w.,])(?P<n>{DIGITS})\s+(?:\w+\s+){{0,2}}?(?:used|taken|occupied|stored|in use)\b"
_LABELLED = r"\b(?:points?|rps?)\b[^\n?!]{0,45}[:=]\s*(?P<n>\d{1,3}[ ,.]\d{3}|\d{3,6})\b"
_USED = (
    r"\b(?:already|currently|now|so far|contains?|has|have|at|holds?)\s+(?:at\s+|has\s+|have\s+"
    rf"|used\s+)?(?P<n>{DIGITS})\b"
)
_ON_TOP = rf"\b(?:another|additional|extra|further|plus)\s+(?P<n>{DIGITS})\b(?!\s*(?:[kmgtp]i?b|%|\w+ly)\b)"
_SHARE_USED = (
    r"(?P<a>\d{1,3}(?:[.,]\d+)?)\s*(?:%|percent)\s*(?:of\s+[^.?!%]{0,25}\b)?(?:used|full|taken|filled|gone)\b"
    r"|\b(?:vault|9[ ,.]?999)\b[^.?!%]{0,25}\b(?P<b>\d{1,3}(?:[.,]\d+)?)\s*(?:%|percent) (?:used|full"
    r"|taken|filled)\b"
)
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
    """Not what is asked for ("how many years"), and above zero."""
    asked = lazy_search(_KNOWN_TIME, text[: period.start + 5])
    return period.value.low > 0 and not asked


def plans_in(
    text: str, schedules: Sequence[FoundSchedule], periods: Sequence[FoundDuration]
) -> tuple[tuple[Schedule, Period | None], ...]:
    """Each schedule with its retention: the one told after it, or the longest for all."""
    counted = [s for s in schedules if s.counted]
    if len(counted) > 1 and len(counted) == len(schedules) and not periods:
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
    share = Decimal((match["a"] or match["b"]).replace(",", ".")) if match else Decimal(0)
    return int(share * recovery_points.LIMIT / 100) if share <= 100 else 0


def more_points_in(text: str) -> int:
    """How many points are to come on top of those that are there."""
    match = lazy_search(_ON_TOP, text)
    value = number_in(match["n"]) if match else None
    return int(value) if value and value == value.to_integral_value() else 0


def points_in(text: str, schedules: Sequence[FoundSchedule]) -> int:
    """How many points are told of, besides the limit itself."""
    for pattern in (_COUNT, _USED, _TAKEN, _LABELLED):
        match = lazy_search(pattern, text)
        if match and not any(match.start() < s.end and s.start < match.end() for s in schedules):
            value = number_in(match["n"].replace(" ", ""))
            if (
                value
                and value > 100
                and value != recovery_points.LIMIT
                and value == value.to_integral_value()
            ):
                return int(value)
    return _share_used(text)
