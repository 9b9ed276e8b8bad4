"""Schedules and retentions: how often a job runs, how long its points are kept, and both from text.

A year is 365 days, 52 weeks or 12 months.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from assistant.decisions.reading.numbers import NUMBER, parse_number
from assistant.decisions.reading.quantities import plain
from assistant.decisions.types import DecisionInputError

PER_YEAR = {"hour": 8760, "day": 365, "week": 52, "month": 12, "year": 1}
_ADVERBS = {"hourly": "hour", "daily": "day", "nightly": "day", "weekly": "week", "monthly": "month"}
_ADVERBS |= {"yearly": "year", "annually": "year", "annual": "year"}
_UNIT = r"(?P<unit>hour|day|night|week|month|year)s?"
_TIMES = {"once": 1, "twice": 2}
_SCHEDULE_WORDS = {"hour": "hourly", "day": "daily", "week": "weekly", "month": "monthly", "year": "yearly"}
MAX_YEARS = 100


@dataclass(frozen=True, slots=True)
class Schedule:
    """`times` jobs in each `unit` (hour, day, week, month, year)."""

    times: Decimal
    unit: str

    @property
    def per_year(self) -> Decimal:
        """Jobs in a year."""
        return self.times * PER_YEAR[self.unit]

    def __str__(self) -> str:
        if self.times == 1:
            return _SCHEDULE_WORDS[self.unit]
        if self.times < 1:
            return f"every {plain(1 / self.times)} {self.unit}s"
        return f"{plain(self.times)} times {an(self.unit)}"


@dataclass(frozen=True, slots=True)
class Period:
    """A retention, in the unit it was told: 5 years, 60 months, 26 weeks, 90 days."""

    amount: Decimal
    unit: str

    @property
    def years(self) -> Decimal:
        """In years of 365 days, 52 weeks or 12 months."""
        return self.amount / PER_YEAR[self.unit]

    def __str__(self) -> str:
        return f"{plain(self.amount)} {self.unit}{'' if self.amount == 1 else 's'}"


def parse_schedule(text: str) -> Schedule:
    """A schedule such as "daily", "twice a day", "every 6 hours", "3 per week", else DecisionInputError."""
    words = re.sub(r"\s+", " ", text.strip().lower())
    match = re.fullmatch(
        rf"(?:(?P<times>{NUMBER})(?: times?)? |(?P<word>once|twice) )(?P<adverb>{'|'.join(_ADVERBS)})", words
    )
    if words in _ADVERBS or match:
        times = (
            _count(match["times"])
            if match and match["times"]
            else Decimal(_TIMES[match["word"]] if match else 1)
        )
        return Schedule(times, _ADVERBS[match["adverb"] if match else words])
    match = re.fullmatch(rf"every (?:(?P<every>{NUMBER}) |(?P<other>other |second ))?{_UNIT}", words)
    if match:
        every = Decimal(2) if match["other"] else _count(match["every"]) if match["every"] else Decimal(1)
        return (
            Schedule(1 / every, _unit(match["unit"]))
            if _unit(match["unit"]) != "hour"
            else Schedule(24 / every, "day")
        )
    match = re.fullmatch(
        rf"(?:(?P<word>once|twice)|(?P<times>{NUMBER})(?: times?| x| points?| jobs?)?) ?"
        rf"(?:a|per|each|every|/) ?{_UNIT}",
        words,
    )
    if match:
        times = Decimal(_TIMES[match["word"]]) if match["word"] else _count(match["times"])
        return Schedule(times, _unit(match["unit"]))
    raise DecisionInputError(
        f"{text!r} is not a schedule: write daily, weekly, twice a day or every 6 hours.", "schedule"
    )


def _unit(word: str) -> str:
    return "day" if word == "night" else word


def _count(text: str) -> Decimal:
    value = parse_number(text).value
    if not 0 < value <= 1440:
        raise DecisionInputError(f"{text!r} is not a number of jobs above zero and up to 1440.", "schedule")
    return value


def parse_period(text: str, name: str = "retention") -> Period:
    """A retention such as "5 years" or "ninety days"; a bare number is refused, since its unit is open."""
    match = re.fullmatch(
        rf"\s*(?P<amount>{NUMBER})[\s-]*(?:of\s+)?(?P<unit>day|week|month|year)s?\s*", text, re.IGNORECASE
    )
    if not match:
        raise DecisionInputError(
            f"{text!r} is not a retention: write it as in 90 days, 12 weeks or 5 years.", name
        )
    period = Period(parse_number(match["amount"]).value, match["unit"].lower())
    if not 0 < period.years <= MAX_YEARS:
        raise DecisionInputError(f"A retention must be above zero and at most {MAX_YEARS} years.", name)
    return period


def an(unit: str) -> str:
    """ "a day", "an hour"."""
    return f"{'an' if unit[0] in 'aeiouh' else 'a'} {unit}"


def per(schedule: Schedule, unit: str) -> Decimal:
    """Jobs of a schedule in one day, week, month or year."""
    if schedule.unit == unit:
        return schedule.times
    if unit == "week" and schedule.unit in ("hour", "day"):
        return schedule.times * 7 * (24 if schedule.unit == "hour" else 1)
    if unit == "day" and schedule.unit == "week":
        return schedule.times / 7
    return schedule.per_year / PER_YEAR[unit]
