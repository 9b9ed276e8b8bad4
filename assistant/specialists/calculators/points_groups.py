"""Several groups of sources in one vault, each with a schedule of its own: "3 servers daily, 12 weekly"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise
from typing import ClassVar, Self

from assistant.decisions.calculations import points_sources
from assistant.decisions.calculations.points_sources import Groups
from assistant.decisions.reading.numbers import DIGITS, WORDS, whole_in
from assistant.decisions.reading.schedules import Period, Schedule
from assistant.decisions.types import DecisionResult
from assistant.specialists.calculators import point_words as words
from assistant.specialists.calculators.calculator_question import Calculation, Question, all_found
from assistant.specialists.calculators.point_plans import period_of, points_there, retentions_in
from assistant.understanding.amounts.figures import SOURCE_NOUN, vaults_in
from assistant.understanding.amounts.schedules import FoundSchedule, find_schedules

# A number of sources, by a word for them or by what stands for one: "5 of them", "the other 3 with a ...".
_MEMBERS = (
    rf"(?<![\w./:+-])(?P<n>{DIGITS}|{WORDS})\s+"
    r"(?:(?!(?:days?|weeks?|months?|years?|times|points?|backups?|recovery|copies|per|an?|of|and|or|with|vaults?)\b)"
    rf"[a-z][\w-]*\s+){{0,2}}?(?:{SOURCE_NOUN}|of\s+(?:them|these|those|which)|others?"
    r"|(?=(?:with|get|gets|only|just|run|on)\b))\b"
)
_EITHER = r"\b(?:or(?! over\b| not\b| under\b)|vs\.?|versus|instead of|rather than)\b"
# Each group has a vault of its own.
_OWN_VAULTS = (
    r"\b(?:second|another|other|separate|different|own|2nd)\s+(?:recovery services\s+)?vaults?\b"
    r"|\bvault (?:2|two|b)\b"
)
_MOST_DIFFERENT = 4


@dataclass(frozen=True, slots=True)
class PointsOfGroups(Calculation):
    """Groups of sources with their schedules and retentions (None: not told)."""

    NAME: ClassVar[str] = "points-of-groups"
    groups: Groups = ()
    vaults: int = 1
    there: int = 0
    apart: bool = False

    @classmethod
    def read(cls, question: Question, before: Self | None) -> Self | None:
        """See `Calculation`."""
        if before is not None:
            return before._changed(question)
        if words.is_elsewhere(question) or question.has(_EITHER) or not words.is_about(question):
            return None
        schedules = find_schedules(question.text)
        if not 1 < len(schedules) <= _MOST_DIFFERENT:
            return None
        counts = _counts(question.text, schedules)
        periods = retentions_in(question.text, schedules)
        if not counts or len(periods) not in (0, 1, len(counts)):
            return None
        if not periods and words.asked_of(question) not in ("time", ""):
            return None
        each: Sequence[Period | None] = [period_of(period) for period in periods] or [None]
        each = each if len(each) > 1 else [*each] * len(counts)
        groups = tuple((n, s.value, p) for n, s, p in zip(counts, _alone(schedules), each, strict=True))
        apart = question.has(_OWN_VAULTS) and bool(periods)
        return cls(groups, vaults_in(question.text), points_there(question.text), apart)

    def _changed(self, question: Question) -> Self | None:
        """The same kept for another time."""
        periods = retentions_in(question.text, find_schedules(question.text))
        if len(periods) != 1 or find_schedules(question.text):
            return None
        period = period_of(periods[0])
        return replace(self, groups=tuple((n, schedule, period) for n, schedule, _ in self.groups))

    def result(self) -> DecisionResult:
        """See `Calculation`."""
        if self.apart:
            return points_sources.of_groups_apart(self.groups)
        return points_sources.of_groups(self.groups, self.vaults, self.there)

    @classmethod
    def kept(cls, facts: Mapping[str, str]) -> Self:
        """See `Calculation`."""
        told = [group.split("|") for group in facts["groups"].split(";")]
        groups = tuple(
            (int(n), Schedule(Decimal(times), unit), Period(Decimal(amount), of) if amount else None)
            for n, times, unit, amount, of in told
        )
        return cls(groups, int(facts["vaults"]), int(facts["there"]), bool(facts["apart"]))

    def facts(self) -> dict[str, str]:
        """See `Calculation`."""
        groups = [
            f"{n}|{often.times}|{often.unit}|{f'{kept.amount}|{kept.unit}' if kept else '|'}"
            for n, often, kept in self.groups
        ]
        told = {"vaults": str(self.vaults), "there": str(self.there), "apart": "yes" if self.apart else ""}
        return {"groups": ";".join(groups), **told}


def _alone(schedules: Sequence[FoundSchedule]) -> list[FoundSchedule]:
    """The schedules without the number before them, where that counts sources ("12 weekly")."""
    return [
        replace(found, value=Schedule(found.value.times / found.counted, found.value.unit))
        if found.counted
        else found
        for found in schedules
    ]


def _counts(text: str, schedules: Sequence[FoundSchedule]) -> list[int]:
    """The number of sources of each schedule; empty where not each has one of its own.

    A number of all of them ("20 servers, 5 of them daily and 15 weekly") is none of a group.
    """
    counted = [found for found in schedules if found.counted]
    if counted and (schedules[0].counted or len(counted) == len(schedules)):
        return []  # "12 monthly and 5 yearly" are points that are kept
    told = [(match.start(), whole_in(match["n"])) for match in all_found(_MEMBERS, text)]
    told = [one for one in told if not any(s.start <= one[0] < s.end and not s.counted for s in schedules)]
    told += [(found.start, whole_in(str(found.counted))) for found in counted]
    numbers = sorted({start: number for start, number in told if number}.items())
    if len(numbers) == len(schedules) + 1 and numbers[0][1] == sum(number for _, number in numbers[1:]):
        numbers = numbers[1:]
    if len(numbers) != len(schedules) or not _alternate([start for start, _ in numbers], schedules):
        return []
    return [number for _, number in numbers]


def _alternate(starts: Sequence[int], schedules: Sequence[FoundSchedule]) -> bool:
    """Whether a number and a schedule stand in turn: always the one, or always the other first."""
    marks = sorted(
        [(start, "source") for start in starts]
        + [(found.end, "schedule") for found in schedules]  # a count stands within the schedule's own words
    )
    kinds = [kind for _, kind in marks]
    return all(one != other for one, other in pairwise(kinds))
