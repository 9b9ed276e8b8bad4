"""Recovery points in a vault: how many, whether they fit, how long until it is full, how many sources."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import ClassVar, Self

from assistant.decisions import recovery_points
from assistant.decisions.durations import FoundDuration
from assistant.decisions.numbers import DIGITS, NUMBER, parse_number
from assistant.decisions.schedules import Period, Schedule
from assistant.decisions.types import DecisionInputError, DecisionResult
from assistant.specialists.calculators.question import Calculation, Question, lazy_search
from assistant.understanding.figures import (
    SOURCE_NOUN,
    bare_number,
    growth_in,
    is_negative,
    periods_in,
    sources_in,
    vaults_in,
)
from assistant.understanding.schedules import FoundSchedule, days_a_week, find_schedules

_ABOUT = (
    r"\b(?:recovery|restore) points?\b|\brps?\b|\b9[ ,.]?999\b|\b(?:backup|vault|cloud|azure|daily"
    r"|weekly|monthly"
    r"|hourly|nightly) points?\b"
    r"|(?<!\bstory )(?<!\bdata )(?<!\bend )(?<!\bkey )(?<!\bmount )(?<!\baccess )\bpoints?\b"
    r"|\bvaults?\b[^.?!]{0,60}\b(?:limits?|full|fill\w*|fits?|enough|holds?|capacity|cap|ceiling"
    r"|exceed\w*|overflow\w*)\b"
    r"|\b(?:limits?|full|fill\w*|fits?|cap|capacity|ceiling|exceed\w*|enough|hold)\b[^.?!]{0,60}\bvaults?\b"
)
# Words of sports and games, where points and recovery mean something else.
_OUTSIDE = (
    r"\b(?:marathon|workout|training session|athlete|sleep\w*|gym|runners?|league|players?|game|gaming"
    r"|xbox|loyalty"
    r"|bonus|reward|airline|story points?|hit points?|golf|football|tennis|exam|grade)\b"
)
_LOCAL = r"\b(?:local\w*|attached|operational|on[\s-]?disks?|disks?|on-?site)\b"
CLOUD = r"\b(?:vaults?|cloud|azure|online|9[ ,.]?999)\b"
_ASKS_SOURCES = (
    rf"\bhow many\s+(?:more\s+)?(?:\w+\s+){{0,2}}?{SOURCE_NOUN}\b|\bmax\w*\s+(?:number of\s+)?{SOURCE_NOUN}\b"
)
_ASKS_TIME = (
    r"\bhow long\b|\bwhen\b|\bhow many (?:days|weeks|months|years)\b|\b(?:un)?til\w*\b|\bhow soon\b"
    r"|\bmax\w* retention\b|\b(?:run|runs) out\b|\blast\b"
)
_ASKS_RATE = (
    r"\bhow (?:often|frequent\w*)\b|\bmax\w*\b[^.?!]{0,30}\b(?:frequency|(?:a|per) (?:day|week|month)|rate)\b"
    r"|\bhow many (?:recovery |restore |backup )?(?:points?|backups?|rps?|jobs?)\b[^.?!]{0,30}\b(?:a"
    r"|per) (?:day|week|month)\b"
)
_LIMIT = r"\btoo many\b|\blimits?\b|\bfits?\b|\b9[ ,.]?999\b|\bcap\b|\bceiling\b|\bhow many\b"
# What else may have a limit and run on a schedule.
_OTHER_LIMIT = (
    r"\b(?:budget|bandwidth|mbps|quota|disks?|drives?|scratch|staging|licen[cs]e\w*|cpu|ram|memory|gb|tb)\b"
)
_KNOWN_TIME = r"\b(?:how many|how|many|what|which|next|this|last)\s*\w*$"
_WHETHER_IT_FITS = (
    r"\b(?:does|do|will|would|is|are)\s+(?:it|that|this|they|those|all that)\b[^?]{0,12}\b(?:fits?"
    r"|enough|ok|okay|too many|within)\b"
)
_HOW_MANY_POINTS = r"\bhow many\s+(?:\w+\s+){0,2}?(?:points?|rps?)\b(?![^?]*\b(?:a|per) (?:day|week|month)\b)"
_LEFT_OUT = (
    r"\b(?:without|minus|drop\w*|no|not counting|leave out|skip\w*|except)\s+(?:the\s+|our\s+)?"
    r"(?P<often>hourly|daily|nightly|weekly|monthly|yearly)\b"
)
_LISTED = r"(?<![\w.,])(?P<numbers>\d{1,5}(?:\s*(?:,|/|and|&)\s*(?:and\s+)?\d{1,5}){1,4})(?!\w|[.,]\d)"
_COUNT = (
    rf"(?<![\w.,])(?P<n>{DIGITS})\s+(?:recovery |restore |existing |stored |backup |total "
    r"|of them )*(?:points?|rps?)\b"
)
_LABELLED = r"\b(?:points?|rps?)\b[^\n?!]{0,45}[:=]\s*(?P<n>\d{1,3}[ ,.]\d{3}|\d{3,6})\b"
_USED = (
    r"\b(?:already|currently|now|so far|contains?|has|have|at|holds?)\s+(?:at\s+|has\s+|have\s+"
    rf"|used\s+)?(?P<n>{DIGITS})\b"
)
_UNITS = {"d": "day", "w": "week", "m": "month", "y": "year", "q": "quarter", "f": "fortnight"}
_TERM = (
    rf"^\W*(?:(?:for|about|over|more than|up to|at least)\s+)?(?P<n>{NUMBER})[\s-]*(?:full "
    r"|whole )?(?P<u>d|w|mo|mth|quarter|fortnight|y|da|we)\w*$"
)


@dataclass(frozen=True, slots=True)
class Points(Calculation):
    """Schedules with their retentions (None: not told), sources, vaults, and the points there already."""

    NAME: ClassVar[str] = "points"
    plans: tuple[tuple[Schedule, Period | None], ...] = ()
    retention: Period | None = None
    sources: int | None = None
    vaults: int = 1
    used: int = 0
    asks: str = ""

    @classmethod
    def read(cls, question: Question, before: Self | None) -> Self | None:
        """See `Calculation`."""
        text = question.text
        if question.has(_OUTSIDE) or (before is None and not _is_about(question)):
            return None
        if is_negative(text):
            raise DecisionInputError("a number of points, servers or days can't be negative.")
        case = cls._told(question)
        if before is not None:
            return case._over(before, question)
        if question.has(_LOCAL) and not question.has(CLOUD):
            return None  # how long points stay on the attached disks is another rule
        return case if case._enough(question) else None

    @classmethod
    def _told(cls, question: Question) -> Self:
        text = question.text
        schedules = find_schedules(text)
        periods = [p for p in periods_in(_without(text, schedules)) if _is_told(text, p)]
        used = _points_told(text, schedules)
        plans = _plans(text, schedules, periods)
        retention = _period(max(periods, key=lambda p: p.value.low)) if periods else None
        return cls(plans, retention, sources_in(text), vaults_in(text), used, _asked(question))

    def _enough(self, question: Question) -> bool:
        """Whether there is something to reckon with."""
        if self.plans:
            limited = self.retention is not None and question.has(_LIMIT)
            named = question.has(CLOUD) or question.has(r"\bpoints?\b|\brps?\b") or _is_carried(question)
            return bool(named or limited)
        if self.retention:
            states = question.reading.connectivity or question.reading.subscription
            return (
                not states
                and question.has(rf"{_ASKS_RATE}|{_LIMIT}")
                and question.has(r"\bpoints?\b|\brps?\b|9999")
            )
        return self.used > 0 and question.has(CLOUD + r"|\bfits?\b|\blimit\b|\btoo many\b")

    def _over(self, before: Self, question: Question) -> Self | None:
        """What is told now over what was told before; None when nothing of it is a new figure."""
        if without := before._without_plan(question):
            return without
        told = self.plans or self.retention or self.sources or self.used or self.vaults > 1
        if not told and (question.has(_WHETHER_IT_FITS) or question.has(_HOW_MANY_POINTS)):
            return before
        if not told and self.asks in ("sources", "time", "rate"):
            return before._asking(self.asks)
        if not told:
            return before._changed(question.text)
        plans = before._on_days(question.text, self.plans) or self.plans or before.plans
        kept = self.retention or (before.retention if self.asks != "time" else None)
        if self.retention or not self.plans:
            plans = tuple((s, self.retention or p) for s, p in plans)
        else:
            plans = tuple((s, p or kept) for s, p in plans)
        return replace(
            self,
            plans=plans,
            retention=kept,
            sources=self.sources or before.sources,
            vaults=self.vaults if self.vaults > 1 else before.vaults,
            used=self.used or before.used,
        )

    def _on_days(
        self, text: str, told: Sequence[tuple[Schedule, Period | None]]
    ) -> tuple[tuple[Schedule, Period | None], ...]:
        """The same on some days of the week, where a follow-up tells only those ("weekdays only")."""
        days = days_a_week(text)
        if days is None or [plan[0] for plan in told] != [Schedule(Decimal(days), "week")]:
            return ()
        hours = {"day": 1, "hour": 24}
        held = [(Schedule(s.times * hours.get(s.unit, 0) * days, "week"), p) for s, p in self.plans]
        return tuple(held) if all(schedule.times for schedule, _ in held) else ()

    def _without_plan(self, question: Question) -> Self | None:
        """The same without one of several schedules ("without the monthly ones")."""
        match = lazy_search(_LEFT_OUT, question.text)
        unit = find_schedules(match["often"])[0].value.unit if match else ""
        plans = tuple(plan for plan in self.plans if plan[0].unit != unit)
        return replace(self, plans=plans) if plans and len(plans) < len(self.plans) else None

    def _asking(self, asks: str) -> Self | None:
        """The same inputs with another of them asked for."""
        if asks == "sources":
            return replace(self, asks=asks, sources=None) if self.retention else None
        if asks == "time":
            plans = tuple((schedule, None) for schedule, _ in self.plans)
            return replace(self, asks=asks, plans=plans, retention=None) if plans else None
        return replace(self, asks=asks) if self.retention else None

    def _changed(self, text: str) -> Self | None:
        """The inputs with one of them multiplied, or replaced by a bare number."""
        if growth := growth_in(text):
            if lazy_search(rf"\b{SOURCE_NOUN}\b", text):
                return replace(self, sources=int((self.sources or 1) * growth.factor))
            if lazy_search(r"\b(?:retention|keep|kept|long|years?|time)\b", text):
                return self._with_retention(growth.factor)
            return self._with_schedule(growth.factor)
        number = bare_number(text)
        if number is None or number != number.to_integral_value():
            return None
        if self.sources:
            return replace(self, sources=int(number))
        if self.retention:
            return self._with_retention(number / self.retention.amount)
        return self._with_schedule(number / self.plans[0][0].times) if self.plans else None

    def _with_retention(self, factor: Decimal) -> Self:
        def longer(period: Period | None) -> Period | None:
            return None if period is None else Period(period.amount * factor, period.unit)

        return replace(
            self, plans=tuple((s, longer(p)) for s, p in self.plans), retention=longer(self.retention)
        )

    def _with_schedule(self, factor: Decimal) -> Self:
        return replace(self, plans=tuple((Schedule(s.times * factor, s.unit), p) for s, p in self.plans))

    @classmethod
    def kept(cls, facts: Mapping[str, str]) -> Self:
        """See `Calculation`."""
        plans = [plan.split("|") for plan in facts.get("plans", "").split(";") if plan]
        return cls(
            tuple((Schedule(*_pair(s)), Period(*_pair(p)) if p else None) for s, p in plans),
            Period(*_pair(facts["retention"])) if facts.get("retention") else None,
            int(facts["sources"]) if facts.get("sources") else None,
            int(facts.get("vaults", "1")),
            int(facts.get("used", "0")),
        )

    def facts(self) -> dict[str, str]:
        """See `Calculation`."""
        plans = [f"{s.times} {s.unit}|{f'{p.amount} {p.unit}' if p else ''}" for s, p in self.plans]
        retention = f"{self.retention.amount} {self.retention.unit}" if self.retention else ""
        told = {"plans": ";".join(plans), "retention": retention, "sources": str(self.sources or "")}
        return told | {"vaults": str(self.vaults), "used": str(self.used)}

    def result(self) -> DecisionResult:
        """See `Calculation`."""
        sources = self.sources or 1
        whole = [(schedule, period) for schedule, period in self.plans if period]
        if self.retention and (not self.plans or self.asks == "rate"):
            return recovery_points.points_per_day(self.retention, sources)
        if not self.plans:
            return recovery_points.number_of_points(self.used, self.vaults)
        if len(whole) < len(self.plans) or (self.asks == "time" and not self.retention):
            schedules = [schedule for schedule, _ in self.plans]
            return recovery_points.until_full(schedules, sources, self.used, self.vaults)
        if self.asks == "sources" and not self.sources:
            return recovery_points.most_sources(whole)
        return recovery_points.fits(whole, sources, self.vaults)


def _is_about(question: Question) -> bool:
    """Whether points or the limit are named, or a vault with how often and how long."""
    if question.has(_ABOUT) or _is_carried(question):
        return True
    limited = question.has(rf"\bvaults?\b|{_LIMIT}") and not question.has(_OTHER_LIMIT)
    return bool(limited and find_schedules(question.text) and periods_in(question.text))


def _is_carried(question: Question) -> bool:
    """Whether a follow-up to what was said of the points tells how often they are made."""
    return question.carries("recovery-points") and bool(find_schedules(question.text))


def _asked(question: Question) -> str:
    if question.has(_ASKS_SOURCES):
        return "sources"
    if question.has(_ASKS_RATE) and not (question.has(r"\bhow many\b") and find_schedules(question.text)):
        return "rate"
    return "time" if question.has(_ASKS_TIME) else ""


def _without(text: str, schedules: Sequence[FoundSchedule]) -> str:
    """`text` with its schedules blanked: "a day, nine years" is a schedule's end and a retention."""
    for found in schedules:
        text = f"{text[: found.start]}{'#' * (found.end - found.start)}{text[found.end :]}"
    return text


def _is_told(text: str, period: FoundDuration) -> bool:
    """Not what is asked for ("how many years"), and above zero."""
    asked = lazy_search(_KNOWN_TIME, text[: period.start + 5])
    return period.value.low > 0 and not asked


def _plans(
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
        return tuple((s.value, _period(p)) for s, p in zip(schedules, periods, strict=True))
    longest = _period(max(periods, key=lambda p: p.value.low)) if periods else None
    return tuple((s.value, longest) for s in _distinct(schedules))


def _numbers_of(text: str, count: int) -> tuple[Decimal, ...]:
    """As many numbers in a row as there are schedules ("daily, weekly and monthly: 30, 52, 60")."""
    match = lazy_search(_LISTED, text)
    numbers = tuple(map(Decimal, re.findall(r"\d+", match["numbers"]))) if match else ()
    return numbers if len(numbers) == count and all(numbers) else ()


def _distinct(schedules: Sequence[FoundSchedule]) -> list[FoundSchedule]:
    """Each schedule once: "daily ... a daily point" is one, and so is "hourly (24 a day)"."""
    return list({s.value.per_year: s for s in schedules}.values())


def _period(found: FoundDuration) -> Period:
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


def _points_told(text: str, schedules: Sequence[FoundSchedule]) -> int:
    """How many points are told of, besides the limit itself."""
    for pattern in (_COUNT, _USED, _LABELLED):
        match = lazy_search(pattern, text)
        if match and not any(match.start() < s.end and s.start < match.end() for s in schedules):
            value = parse_number(match["n"].replace(" ", "")).value
            if value != recovery_points.LIMIT and value == value.to_integral_value() and value > 100:
                return int(value)
    return 0


def _pair(text: str) -> tuple[Decimal, str]:
    amount, unit = text.split(" ")
    return Decimal(amount), unit
