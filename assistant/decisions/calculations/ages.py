"""The five-day rule on days of the calendar: the oldest that may stay, and until when data may."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Self

from assistant.decisions.calculations.limits import RETENTION_DAYS, local_retention
from assistant.decisions.readiness import prerequisites as items
from assistant.decisions.readiness.checks import Status, verdict
from assistant.decisions.reading.calendar_names import DAY_NAMES, MONTH_NAMES
from assistant.decisions.reading.durations import Duration
from assistant.decisions.reading.quantities import plain
from assistant.decisions.types import DecisionResult

_COMMON_YEAR = 2001
_SHORTEST_MONTH = 28
_EXACT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the week (0 for Monday), or of a month, whose number may be left open; the hour, if told.

    `weeks`: of which week the day is, counted back from that of today; None where that is left open. `ago`:
    it is the one nearest to so many weeks before today ("Saturday two weeks ago").
    """

    weekday: int | None = None
    number: int | None = None
    month: int | None = None
    hour: Decimal | None = None
    weeks: int | None = None
    ago: bool = False

    def shifted(self, days: int) -> Self | None:
        """So many days later; None where that depends on the month, and none is told."""
        kind = type(self)
        if self.weekday is not None:
            return kind(weekday=(self.weekday + days) % 7)
        if self.month and self.number:
            then = date(_COMMON_YEAR, self.month, self.number) + timedelta(days=days)
            return kind(number=then.day, month=then.month)
        number = (self.number or 0) + days
        return kind(number=number) if 1 <= number <= _SHORTEST_MONTH else None

    def days_since(self, earlier: Self) -> int | None:
        """How many days after `earlier` it is; None where the two can't be compared."""
        if self.weekday is not None and earlier.weekday is not None:
            days = self.weekday - earlier.weekday
            if earlier.weeks is None:
                return days % 7
            apart = (days + 3) % 7 - 3 if earlier.ago else days
            whole = apart + 7 * earlier.weeks
            return whole if whole >= 0 else None
        if not self.number or not earlier.number:
            return None
        month = self.month or earlier.month
        if month and not self.month and self.number < earlier.number:
            month = month % 12 + 1  # "of 28 March; it is the 3rd"
        months = month or 1, earlier.month or month or 1
        now, then = (
            date(_COMMON_YEAR, month, day.number or 1)
            for month, day in zip(months, (self, earlier), strict=True)
        )
        return (now - then).days if now >= then else None

    def __str__(self) -> str:
        if self.weekday is not None:
            return DAY_NAMES[self.weekday].title()
        if self.month:
            return f"{self.number} {MONTH_NAMES[self.month - 1].title()}"
        return f"the {_nth(self.number or 0)}"


def day_of(number: int, month: int | None = None) -> Day | None:
    """A day of a month by its number; None for one that no common year has."""
    try:
        date(_COMMON_YEAR, month or 1, number)
    except ValueError:
        return None
    return Day(number=number, month=month)


def _nth(number: int) -> str:
    last = 0 if number in (11, 12, 13) else number % 10
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(last, 'th') }"


def oldest(today: Day) -> DecisionResult:
    """The oldest day whose data may stay on attached disks."""
    day = today.shifted(-RETENTION_DAYS)
    if day is None:
        return _told(f"From five days before {today}, late in the month before.", today, today)
    return _told(f"From {day}: five days before {today}.", today, day)


def until(made: Day) -> DecisionResult:
    """The day until which data that was made on another may stay."""
    day = made.shifted(RETENTION_DAYS)
    if day is None:
        return _told(f"Until five days after {made}, early in the month after.", made, made)
    return _told(f"Until {day}: five days after {made}.", made, day)


def at_age(made: Day, today: Day) -> DecisionResult | None:
    """Whether what was made on one day may still stay on another."""
    days = today.days_since(made)
    if days is None:
        return None
    if made.hour is None or today.hour is None:
        return local_retention(Duration(Decimal(days), Decimal(days)))
    hours = days * 24 + today.hour - made.hour
    age = (hours / 24).quantize(_EXACT)
    shown = f"{int(hours // 24)} days {plain(hours % 24, 1)} hours"
    return local_retention(Duration(age, age, text=shown)) if hours >= 0 else None


def _told(said: str, told: Day, found: Day) -> DecisionResult:
    item = items.LOCAL_RETENTION
    inputs, outputs = {"day": str(told)}, {"day": str(found)}
    return verdict(item, Status.PASS, said, inputs=inputs, outputs=outputs, working=said)
