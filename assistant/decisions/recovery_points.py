"""9999 recovery points per vault against a schedule and a retention: do they fit, and for how long.

A year is 365 days, 52 weeks or 12 months. Every backup job of every source makes one recovery point.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from assistant.decisions.guide import STORING_DATA
from assistant.decisions.numbers import NUMBER, parse_number
from assistant.decisions.quantities import plain
from assistant.decisions.types import (
    DecisionInputError,
    DecisionResult,
    MissingInput,
    Rule,
    Standing,
    Statement,
    Strength,
    caveat,
    headline,
    next_step,
    reason,
)

NAME = "recovery-points"
LIMIT = 9999
_PER_YEAR = {"hour": 8760, "day": 365, "week": 52, "month": 12, "year": 1}
_ADVERBS = {"hourly": "hour", "daily": "day", "nightly": "day", "weekly": "week", "monthly": "month"}
_ADVERBS |= {"yearly": "year", "annually": "year", "annual": "year"}
_UNIT = r"(?P<unit>hour|day|night|week|month|year)s?"
_TIMES = {"once": 1, "twice": 2}
MAX_YEARS = 100

RULE = Rule(
    "recovery-points.per-vault",
    {"recovery_points": f"<= {LIMIT}"},
    {"fits": "yes"},
    STORING_DATA,
    Strength.REQUIREMENT,
    "One Recovery Services vault holds up to 9999 recovery points; each run of a backup job makes one.",
)


@dataclass(frozen=True, slots=True)
class Schedule:
    """`times` jobs in each `unit` (hour, day, week, month, year)."""

    times: Decimal
    unit: str

    @property
    def per_year(self) -> Decimal:
        """Jobs in a year."""
        return self.times * _PER_YEAR[self.unit]

    def __str__(self) -> str:
        each = "" if self.times == 1 else f"{plain(self.times)} times "
        adverb = {"hour": "hourly", "day": "daily", "week": "weekly", "month": "monthly", "year": "yearly"}
        return f"{each}{'a ' + self.unit if each else adverb[self.unit]}"


@dataclass(frozen=True, slots=True)
class Period:
    """A retention, in the unit it was told: 5 years, 60 months, 26 weeks, 90 days."""

    amount: Decimal
    unit: str

    @property
    def years(self) -> Decimal:
        """In years of 365 days, 52 weeks or 12 months."""
        return self.amount / _PER_YEAR[self.unit]

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


def points(schedule: Schedule, retention: Period) -> int:
    """Recovery points of one source, once the retention is full (rounded up)."""
    kept = _per(schedule, retention.unit) * retention.amount
    exact = kept.quantize(Decimal("1e-9"))  # 365 / 12 x 12 must be 365 again before it is rounded up
    return int(exact.quantize(Decimal(1), rounding=ROUND_CEILING))


def decide(
    plans: Mapping[Schedule, Period | None] | None = None, sources: int = 1, years: Period | None = None
) -> DecisionResult:
    """Whether schedules with their retentions fit in one vault, for `sources` data sources each.

    A schedule without a retention tells the years until the vault is full; `years` alone tells how many
    points a day fit over that time.
    """
    if not plans and years is None:
        return _limit_only()
    if not plans and years is not None:
        return _points_per_day(years, sources)
    kept = {schedule: period for schedule, period in (plans or {}).items() if period is not None}
    if len(kept) < len(plans or {}):
        return _until_full(next(s for s, period in (plans or {}).items() if period is None), sources)
    return _fits(kept, sources)


def _fits(plans: Mapping[Schedule, Period], sources: int) -> DecisionResult:
    counts = {schedule: points(schedule, period) for schedule, period in plans.items()}
    total = sum(counts.values()) * sources
    terms = [_term(schedule, period) for schedule, period in plans.items()]
    terms = [f"({term})" for term in terms] if len(terms) > 1 else terms
    times = f" x {sources:,} sources" if sources > 1 else ""
    total_of = f"({' + '.join(terms)})" if len(terms) > 1 and times else " + ".join(terms)
    working = f"{total_of}{times} = {total:,} recovery points"
    fits = total <= LIMIT
    verdict = "Yes. {} are within" if fits else "No. {} are more than"
    verdict = verdict.format(f"{total:,} recovery points")
    said = [
        headline(
            f"{verdict} the 9999 that a vault holds.",
            STORING_DATA,
        )
    ]
    if not fits:
        said.append(
            next_step(
                "Shorten the retention, back up less often, or use more servers with vaults of their own."
            )
        )
    if len(plans) > 1:
        said.append(
            caveat("A point that serves two schedules counts twice here, so the figure is an upper one.")
        )
    inputs = {"schedule": "; ".join(f"{s} for {p}" for s, p in plans.items()), "sources": str(sources)}
    outputs = {"recovery_points": str(total), "fits": "yes" if fits else "no"}
    return _result(inputs, "fits" if fits else "too_many", said, outputs, working)


def _term(schedule: Schedule, period: Period) -> str:
    """ "5 years x 12 a year": a retention and the jobs in each of its units."""
    return f"{period} x {plain(_per(schedule, period.unit))} a {period.unit}"


def _per(schedule: Schedule, unit: str) -> Decimal:
    """Jobs of a schedule in one day, week, month or year."""
    if schedule.unit == unit:
        return schedule.times
    if schedule.unit == "day" and unit == "week":
        return schedule.times * 7
    return schedule.per_year / _PER_YEAR[unit]


def _until_full(schedule: Schedule, sources: int) -> DecisionResult:
    yearly = schedule.per_year * sources
    counted = f"{sources:,} source{'s' if sources > 1 else ''}"
    years = Decimal(LIMIT) / yearly
    working = f"9999 / ({plain(schedule.per_year)} a year x {sources:,}) = {plain(years, 1)} years"
    said = [
        headline(
            f"After about {plain(years, 1)} years a vault is full, with {counted} backed up {schedule}."
        ),
        reason("A vault holds up to 9999 recovery points.", STORING_DATA),
    ]
    inputs = {"schedule": str(schedule), "sources": str(sources)}
    return _result(inputs, "years", said, {"years": plain(years, 1)}, working)


def _points_per_day(years: Period, sources: int) -> DecisionResult:
    daily = Decimal(LIMIT) / (years.years * 365) / sources
    floor = daily.quantize(Decimal("0.1"), rounding=ROUND_FLOOR)
    each = " for each source" if sources > 1 else ""
    days = plain(years.years * 365, 0)
    working = (
        f"9999 / {days} days"
        + (f" / {sources:,} sources" if sources > 1 else "")
        + f" = {plain(floor, 1)} a day"
    )
    said = [
        headline(f"About {plain(floor, 1)} recovery points a day{each} fit in one vault over {years}."),
        reason("A vault holds up to 9999 recovery points.", STORING_DATA),
    ]
    return _result(
        {"retention": str(years), "sources": str(sources)},
        "per_day",
        said,
        {"per_day": plain(floor, 1)},
        working,
    )


def _limit_only() -> DecisionResult:
    said = [
        headline("Up to 9999 recovery points per Recovery Services vault.", STORING_DATA),
        reason(
            "Each run of a backup job makes one; how long they last depends on schedule and retention.",
            STORING_DATA,
        ),
    ]
    missing = (
        MissingInput("schedule", "How often does the backup job run, such as daily or weekly?"),
        MissingInput("retention", "How long are the recovery points kept, such as 5 years?"),
    )
    return _result({}, "limit", said, {"limit": str(LIMIT)}, "", missing)


def _result(
    inputs: dict[str, str],
    outcome: str,
    said: list[Statement],
    outputs: dict[str, str],
    working: str,
    missing: tuple[MissingInput, ...] = (),
) -> DecisionResult:
    if working:
        said = [*said, reason(f"The sum: {working}.")]
    return DecisionResult(
        table=NAME,
        inputs=inputs,
        outcome=outcome,
        standing=Standing.SETTLED,
        statements=tuple(said),
        outputs=outputs,
        rules=(RULE,),
        missing=missing,
        working=working,
        notes=("recovery-point-limit-elsewhere",),
    )
