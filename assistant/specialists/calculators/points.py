"""Recovery points in a vault: how many, whether they fit, how long until it is full, how many sources."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import ClassVar, Self

from assistant.decisions.calculations import points_sources, recovery_points
from assistant.decisions.reading.schedules import Period, Schedule
from assistant.decisions.types import DecisionInputError, DecisionResult, caveat, reason
from assistant.specialists.calculators import point_words as words
from assistant.specialists.calculators.calculator_question import Calculation, Question, lazy_search
from assistant.specialists.calculators.point_changes import PointChange, change_in
from assistant.specialists.calculators.point_plans import (
    period_of,
    plans_in,
    points_in,
    points_there,
    retentions_in,
)
from assistant.specialists.calculators.source_changes import changed_sources
from assistant.understanding.amounts.figures import (
    SOURCE_NOUN,
    bare_number,
    growth_in,
    is_negative,
    sources_in,
    vaults_in,
)
from assistant.understanding.amounts.schedules import FoundSchedule, days_a_week, find_schedules

_LEFT_OUT = (
    r"\b(?:without|minus|drop\w*|no|not counting|leave out|skip\w*|except)\s+(?:the\s+|our\s+)?"
    r"(?P<often>hourly|daily|nightly|weekly|monthly|yearly)\b"
)
_SPANS = ("time", "retention")
"""What is asked of a stretch of time."""


@dataclass(frozen=True, slots=True)
class Points(Calculation):
    """Schedules with their retentions (None: not told), sources, vaults, the points there already, and how
    many come and go."""

    NAME: ClassVar[str] = "points"
    plans: tuple[tuple[Schedule, Period | None], ...] = ()
    retention: Period | None = None
    sources: int | None = None
    vaults: int = 1
    used: int = 0
    more: int = 0
    fewer: int = 0
    asks: str = ""
    each: bool = True
    open_sources: bool = False
    lasts: bool = False

    @classmethod
    def read(cls, question: Question, before: Self | None) -> Self | None:
        """See `Calculation`."""
        text = question.text
        if question.has(words.OUTSIDE) or (before is None and not words.is_about(question)):
            return None
        if is_negative(text):
            raise DecisionInputError("a number of points, servers or days can't be negative.")
        case = cls._told(question)
        if before is not None:
            over = case._over(before, question)
            alone = before.sources and not (before.plans or before.retention or before.used)
            return over if over and (over.plans or over.retention or over.used or alone) else None
        if question.has(words.LOCAL) and not question.has(words.CLOUD):
            return None  # how long points stay on the attached disks is another rule
        return case if case._enough(question) and case._is_asked(question) else None

    @classmethod
    def _told(cls, question: Question) -> Self:
        text = question.text
        schedules = find_schedules(text)
        periods = retentions_in(text, schedules)
        plans = plans_in(text, schedules, periods)
        whole = any(period for _, period in plans)
        change = PointChange(0, 0, text) if schedules else change_in(text)
        used = points_there(text) if whole else _points_told(change.rest, schedules)
        if not used and not whole:  # what comes is all that is told
            change, used = PointChange(0, 0, text), _points_told(text, schedules)
        retention = period_of(max(periods, key=lambda p: p.value.low)) if periods else None
        sources = sources_in(text)
        each = not (sources and question.has(words.OF_ALL)) or question.has(words.OF_EACH)
        asks = words.asked_of(question)
        if plans and not (periods or used) and (unit := words.made_in(question)):
            plans, asks = tuple((schedule, Period(Decimal(1), unit)) for schedule, _ in plans), ""
            retention = plans[0][1]
        left_open = sources is None and asks in ("", "time") and words.leaves_sources_open(question)
        return cls(
            plans,
            retention,
            sources,
            vaults_in(text),
            used,
            change.more,
            change.fewer,
            asks,
            each,
            left_open,
            lasts=question.has(words.LASTS),
        )

    def _enough(self, question: Question) -> bool:
        """Whether there is something to reckon with."""
        if self.plans:
            limited = self.retention is not None and question.has(words.LIMIT_ASKED)
            named = (
                question.has(words.CLOUD)
                or question.has(rf"\bpoints?\b|\brps?\b|{words.COUNTED}")
                or words.is_carried(question)
                or words.asks_until_full(question)
                or words.is_whole(question)
            )
            return bool(named or limited)
        if self.retention:
            states = question.reading.connectivity or question.reading.subscription
            return (
                not states
                and question.has(rf"{words.ASKS_RATE}|{words.LIMIT_ASKED}")
                and question.has(r"\bpoints?\b|\brps?\b|9999")
            )
        if self.vaults > 1 and not self.used:
            return question.has(words.OF_ALL_VAULTS) and not question.has(words.PER_VAULT)
        changed = bool(self.more or self.fewer)
        return self.used > 0 and (changed or question.has(words.CLOUD + words.HELD_AGAINST))

    def _is_asked(self, question: Question) -> bool:
        """Whether a sum is asked for: a schedule alone, without a time for which points are kept, may be told
        or asked for itself ("each run, or only monthly?"), and so may the guide's own example."""
        if any(period for _, period in self.plans):
            several = (self.sources or 1) > 1  # the example with figures of one's own
            return several or not question.has(words.OF_EXAMPLE) or question.has(words.LIMIT_ASKED)
        told = self.retention or self.used or (self.sources and question.has(words.HELD_AGAINST))
        wanted = told or self.asks == "sources" or question.has(words.WANTS_SUM)
        wanted = wanted or words.is_carried(question)  # "and twice a day?" behind what was said of them
        return not self.plans or bool(wanted)

    def _over(self, before: Self, question: Question) -> Self | None:
        """What is told now over what was told before; None when nothing of it is a new figure."""
        if any(period for _, period in before.plans) and question.has(words.YEAR_COUNTED):
            self = replace(self, plans=tuple((one, None) for one, _ in self.plans), retention=None)
        if without := before._without_plan(question):
            return without
        counted = any(period for _, period in before.plans) and question.has(words.NAMES_POINTS)
        if (
            (before.used or counted)
            and not (self.plans or self.used)
            and (moved := before._with_change(question))
        ):
            return moved
        if before.sources and not self.plans and (changed := changed_sources(question.text, before.sources)):
            return replace(before, sources=changed)
        if before.retention and question.has(words.A_DAY):
            return before._asking("rate")
        told = self.plans or self.retention or self.sources or self.used or self.vaults > 1
        asks_again = (words.WHETHER_IT_FITS, words.HOW_MANY_POINTS, words.NEAR_LIMIT)
        if not told and any(question.has(asked) for asked in asks_again):
            return before
        if not told and self.asks:
            return before._asking(self.asks)
        if not told:
            earlier = question.reading.previous.get("query", "").removesuffix(question.reading.plain)
            return before._changed(question.text, of_time=words.ends_with_time(earlier))
        plans = before._on_days(question.text, self.plans) or self.plans or before.plans
        if self._comes_beside(before, question):
            plans = (*before.plans, *((s, p or before.retention) for s, p in self.plans))
            return replace(before, plans=plans, asks="")
        kept = self.retention or (before.retention if self.asks not in _SPANS else None)
        if self.retention or not self.plans:
            plans = tuple((s, self.retention or p) for s, p in plans)
        else:
            plans = tuple((s, p or kept) for s, p in plans)
        return replace(
            self,
            plans=plans,
            retention=kept,
            sources=self.sources or before.sources,
            open_sources=before.open_sources and not self.sources,
            asks=self.asks or ("vaults" if before.asks == "vaults" else ""),
            vaults=self.vaults if self.vaults > 1 else before.vaults,
            used=self.used or before.used,
        )

    def _comes_beside(self, before: Self, question: Question) -> bool:
        """Whether the schedules told now are kept besides those before ("plus weeklies for a year")."""
        units = {schedule.unit for schedule, _ in before.plans}
        others = self.plans and not any(schedule.unit in units for schedule, _ in self.plans)
        return bool(others and question.has(words.BESIDES) and not (self.sources or self.used))

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

    def _with_change(self, question: Question) -> Self | None:
        """The same points with others that come or go; those that come besides are added to those before."""
        change = change_in(question.text)
        alone = bare_number(question.text) if self.more and not self.plans else None
        if change.more or change.fewer:
            beside = question.has(words.COMES_BESIDE)
            more = change.more + (self.more if beside or not change.more else 0)
            fewer = change.fewer + (self.fewer if beside or not change.fewer else 0)
            return replace(self, more=more, fewer=fewer)
        return replace(self, more=int(alone)) if alone and alone == alone.to_integral_value() else None

    def _asking(self, asks: str) -> Self | None:
        """The same inputs with another of them asked for."""
        if asks == "sources":
            return replace(self, asks=asks, sources=None) if self.retention else None
        if asks in _SPANS:
            plans = tuple((schedule, None) for schedule, _ in self.plans)
            return replace(self, asks=asks, plans=plans, retention=None) if plans else None
        return replace(self, asks=asks) if self.retention else None

    def _changed(self, text: str, *, of_time: bool) -> Self | None:
        """The inputs with one of them multiplied, or replaced by a bare number.

        `of_time`: the figure told last before was a retention, so that a bare number is one.
        """
        if growth := growth_in(text):
            if lazy_search(rf"\b{SOURCE_NOUN}\b", text):
                return replace(self, sources=int((self.sources or 1) * growth.factor))
            if lazy_search(r"\b(?:retention|keep|kept|long|years?|time)\b", text):
                return self._with_retention(growth.factor)
            return self._with_schedule(growth.factor)
        number = bare_number(text)
        if number is None or number != number.to_integral_value():
            return None
        if self.open_sources or (self.sources and not (of_time and self.retention)):
            return replace(self, sources=int(number), open_sources=False)
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
            int(facts.get("more", "0")),
            int(facts.get("fewer", "0")),
            facts.get("asks", ""),
            open_sources=bool(facts.get("open")),
        )

    def facts(self) -> dict[str, str]:
        """See `Calculation`."""
        plans = [f"{s.times} {s.unit}|{f'{p.amount} {p.unit}' if p else ''}" for s, p in self.plans]
        retention = f"{self.retention.amount} {self.retention.unit}" if self.retention else ""
        told = {"plans": ";".join(plans), "retention": retention, "sources": str(self.sources or "")}
        told |= {"asks": "vaults"} if self.asks == "vaults" else {}
        told |= {"open": "yes"} if self.open_sources else {}
        told |= {"more": str(self.more), "fewer": str(self.fewer)} if self.more or self.fewer else {}
        return told | {"vaults": str(self.vaults), "used": str(self.used)}

    def result(self) -> DecisionResult:
        """See `Calculation`."""
        result = self._reckoned()
        if self.lasts and self.retention and self.plans and not self.asks:
            schedules = [schedule for schedule, _ in self.plans]
            full = recovery_points.until_full(schedules, self.sources or 1, self._there(), self.vaults)
            result = replace(result, statements=(*result.statements, reason(full.headline)))
        if self.each or (self.sources or 1) < 2:
            return result
        alone = replace(self, sources=1)._reckoned().headline.removeprefix("Yes. ").removeprefix("No. ")
        note = (
            f"That takes the points for those of each of the {self.sources} sources. Of all together: {alone}"
        )
        return replace(result, statements=(*result.statements, caveat(note)))

    def _reckoned(self) -> DecisionResult:
        sources = self.sources or 1
        whole = [(schedule, period) for schedule, period in self.plans if period]
        if self.retention and (not self.plans or self.asks == "rate"):
            return recovery_points.points_per_day(self.retention, sources)
        if not self.plans and not self.used and self.vaults > 1:
            return recovery_points.together(self.vaults)
        if not (self.plans or self.used) and self.sources:
            return points_sources.of_sources_alone(self.sources)
        if not self.plans:
            return self._of_number(asks_vaults=self.asks == "vaults")
        if not whole and self._there() >= recovery_points.LIMIT * self.vaults:
            return self._of_number()
        if len(whole) < len(self.plans) or (self.asks in _SPANS and not self.retention):
            schedules = [schedule for schedule, _ in self.plans]
            if self.open_sources and not self.used and self.vaults == 1:
                return points_sources.until_full_of_unknown(schedules)
            if self.asks == "retention" and not self.used:
                return recovery_points.longest_retention(schedules, sources, self.vaults)
            return recovery_points.until_full(schedules, sources, self._there(), self.vaults)
        if self.asks == "sources" and not self.sources:
            return recovery_points.most_sources(whole)
        if self.asks == "vaults" and self.vaults == 1 and not self.used:
            return points_sources.vaults_needed(whole, sources)
        if self.open_sources and not self.used and self.vaults == 1:
            return points_sources.of_unknown_sources(whole)
        made = sum(recovery_points.points(schedule, period) for schedule, period in whole) * sources
        used = (
            0 if self.used == made else self._there()
        )  # "7,300 points" may be what the sum is thought to be
        return recovery_points.fits(whole, sources, self.vaults, used)

    def _of_number(self, *, asks_vaults: bool = False) -> DecisionResult:
        working = recovery_points.changes(self.used, self.more, self.fewer)
        return recovery_points.number_of_points(
            self._there(), self.vaults, working=working, asks_vaults=asks_vaults
        )

    def _there(self) -> int:
        """The points that are there once others have come and gone."""
        return max(self.used + self.more - self.fewer, 0)


def _points_told(text: str, schedules: Sequence[FoundSchedule]) -> int:
    """How many points are told of, or told to be there."""
    return points_in(text, schedules) or points_there(text)


def _pair(text: str) -> tuple[Decimal, str]:
    amount, unit = text.split(" ")
    return Decimal(amount), unit
