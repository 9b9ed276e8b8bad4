"""Plans for recovery points held against each other: "A daily for a year or B weekly for five"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar, Self

from assistant.decisions.calculations import points_compared
from assistant.decisions.calculations.points_compared import PlanCase
from assistant.decisions.calculations.recovery_points import Plans
from assistant.decisions.expressions.patterns import lazy
from assistant.decisions.reading.numbers import NUMBER
from assistant.decisions.reading.schedules import Period, Schedule
from assistant.decisions.types import DecisionResult
from assistant.specialists.calculators import point_words as words
from assistant.specialists.calculators.calculator_question import Calculation, Question
from assistant.specialists.calculators.point_plans import plans_in, retentions_in
from assistant.understanding.amounts.figures import sources_in, vaults_in
from assistant.understanding.amounts.schedules import find_schedules

_KIND = r"(?:plan|option|variant|scheme|policy|scenario|alternative|proposal|model|setup|version|idea)"
_LABEL = lazy(
    rf"(?:^|(?<=[\s(\"“]))(?P<name>{_KIND}\s+(?:[A-D]|[1-4]|one|two|three|[a-z]{{2,12}}(?=\s?[:=]))|[A-D1-4](?=\s?[:)=]))\s?[:)=,-]?\s"
)
_AGAINST = lazy(r"\s(?:versus|vs\.?|or|against|(?:as )?compared (?:to|with)|instead of|rather than)\s")
_UNIT = r"(?:days?|weeks?|months?|years?)"
# One plan before and after: "retention goes from 365 to 180 days".
_FROM_TO = lazy(
    rf"\bfrom\s+(?P<a>{NUMBER})\s*(?P<ua>{_UNIT})?\s+(?:down\s+|up\s+)?to\s+(?P<b>{NUMBER})\s*(?P<ub>{_UNIT})\b"
)
_COMPARES = (
    r"\b(?:compar\w*|versus|vs|which|fewer|less|more|lighter|heavier|smaller|larger|cheaper|difference|better"
    r"|each|both|sav\w+)\b"
)
_ASKED_LAST = re.compile(r"(?<=[.;?!])\s+|\n")
_MOST = 4


@dataclass(frozen=True, slots=True)
class PointsApart(Calculation):
    """Two plans or more, each with its schedules, their retentions and its sources."""

    NAME: ClassVar[str] = "points-apart"
    cases: tuple[PlanCase, ...] = ()

    @classmethod
    def read(cls, question: Question, before: Self | None) -> Self | None:
        """See `Calculation`."""
        text = question.text
        if before is not None:
            sources = sources_in(text)
            return cls(tuple(case.of(sources) for case in before.cases)) if sources else None
        compared = question.has(_COMPARES) or len(list(_LABEL().finditer(text))) > 1
        if not compared or words.is_elsewhere(question) or vaults_in(text) > 1:
            return None
        several = (sources_in(text) or 1) > 1
        named = several or question.has(words.ABOUT) or words.is_about(question)
        told = [_case(name, part) for name, part in _parts(text)]
        cases = [case for case in told if case]
        if not named or len(cases) != len(told) or not 1 < len(cases) <= _MOST:
            return None
        own = {case.sources for case in cases if case.sources}
        shared = own.pop() if len(own) == 1 else sources_in(text) if not own else None
        if shared is None and not all(case.sources for case in cases) and (own or sources_in(text)):
            return None  # of whose sources they are isn't told
        return cls(tuple(case.of(case.sources or shared or 1) for case in cases))

    @classmethod
    def kept(cls, facts: Mapping[str, str]) -> Self:
        """See `Calculation`."""
        told = (case.split("#") for case in facts["cases"].split(";"))
        return cls(tuple(PlanCase(name, _plans_of(plans), int(n)) for name, n, plans in told))

    def facts(self) -> dict[str, str]:
        """See `Calculation`."""
        cases = (f"{case.name}#{case.sources}#{_as_text(case.plans)}" for case in self.cases)
        return {"cases": ";".join(cases)}

    def result(self) -> DecisionResult:
        """See `Calculation`."""
        return points_compared.compared(self.cases)


def _parts(text: str) -> Iterator[tuple[str, str]]:
    """The plans told, each with its name; without names two that a word sets against each other, or one that
    is changed."""
    labels = list(_LABEL().finditer(text))
    if len(labels) > 1:
        ends = [label.start() for label in labels[1:]] + [len(text)]
        for label, end in zip(labels, ends, strict=True):
            yield label["name"], text[label.end() : end]
        return
    if change := _FROM_TO().search(text):
        for number, unit in ((change["a"], change["ua"] or change["ub"]), (change["b"], change["ub"])):
            yield "", f"{text[: change.start()]} for {number} {unit} {text[change.end() :]}"
        return
    for joint in _AGAINST().finditer(text):
        halves = text[: joint.start()], _ASKED_LAST.split(text[joint.end() :])[0]
        if all(_case("", half) for half in halves):
            yield from (("", half) for half in halves)
            return


def _as_text(plans: Plans) -> str:
    return ",".join(f"{s.times} {s.unit}|{p.amount} {p.unit}" for s, p in plans)


def _plans_of(text: str) -> tuple[tuple[Schedule, Period], ...]:
    """The plans that `_as_text` kept."""
    pairs = (plan.split("|") for plan in text.split(","))
    told = ((often.split(" "), kept.split(" ")) for often, kept in pairs)
    return tuple((Schedule(Decimal(n), unit), Period(Decimal(m), of)) for (n, unit), (m, of) in told)


def _case(name: str, part: str) -> PlanCase | None:
    """A plan that tells for how long each of its points is kept; None where it doesn't."""
    schedules = find_schedules(part)
    plans = plans_in(part, schedules, retentions_in(part, schedules))
    whole = [(schedule, period) for schedule, period in plans if period]
    if not whole or len(whole) < len(plans):
        return None
    return PlanCase(name, tuple(whole), sources_in(part) or 0)
