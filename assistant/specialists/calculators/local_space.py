"""Sums on the five days of advice on attached disks: space for daily data, other units, days beyond it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar, Self

from assistant.decisions.calculations import local_space
from assistant.decisions.calculations.limits import RETENTION_DAYS
from assistant.decisions.expressions.needed import Needed
from assistant.decisions.expressions.patterns import lazy
from assistant.decisions.reading.quantities import Size
from assistant.decisions.types import DecisionResult
from assistant.specialists.calculators.calculator_question import Calculation, Question, lazy_search
from assistant.understanding.amounts.figures import Told, find_told, periods_in
from assistant.understanding.amounts.schedules import find_schedules

LOCAL = r"\b(?:local\w*|attached|on[\s-]?disks?|disks?|pool|on-?site|operational)\b"
_ELSEWHERE = (
    r"\b(?:vaults?|cloud|azure(?!\s+(?:backup server|stack))|online|scratch|cache|logs?|mbps|mbit|bandwidth"
    r"|link|extract\w*|download\w*|offline|outage|connect\w*|subscription|credentials?)\b"
)
_STAY = r"\b(?:retention|retain\w*|keep\w*|kept|stay\w*|limit|age|lie|sit|sitting)\b"
_ADVICE = (
    r"\b(?:guide\w*|advi[cs]\w*|recommend\w*|microsoft|ms|docs?|(?:five|5)[\s-]days?"
    r"|retention (?:limit|rule))\b"
)
_TIME_ALLOWED = (
    r"\b(?:time|days|period|span)\b[^.?!]{0,25}\b(?:permit\w*|allow\w*|advis\w*|recommend\w*|grant\w*)\b"
)
_FIVE_DAYS = r"\b(?:five|5)[\s-]days?\b"
_PER_DAY = lazy(r"(?<=\d)(?P<unit>\s?[kmgt]b)\s?(?:per|/)\s?(?P<day>day|night)\b")
_EACH_DAY = r"^\s*(?:\w+\s+){0,3}?each\s+(?:day|night)\b"
_DAILY_AFTER = (
    r"^\s*(?:(?:of\s+)?(?!(?:and|or|but|for)\b)[a-z]+\s+){0,8}?(?:an?|per|each|every)\s+(?:day|night)\b"
    r"|^\s*(?:(?!(?:and|or|but|for)\b)[a-z]+\s+){0,3}?(?:daily|nightly)\b|^\s*/\s*(?:d|day)\b"
)
_DAILY_BEFORE = (
    r"\b(?:daily|nightly|(?:an?|each|every|per) (?:day|night))\b\s*(?:(?!(?:and|or|but|in)\b)[a-z]+\s+){0,4}?"
    r"(?:of|with|is|are|:|=)?\s*$"
)
_IN_UNIT = (
    r"\b(?:in|into|as|how many|as a number of|number of)\s+(?P<a>hours|minutes|seconds)\b"
    r"|\b(?P<b>hours|minutes|seconds)\s*,?\s*(?:not|instead of|rather than|and not|no)\s+(?:in\s+)?days\b"
    r"|\b(?P<c>hour|minute|second)s? (?:value|figure|count)\b|\b(?P<d>hours|minutes|seconds)(?:\W+(?:please"
    r"|pls|thx))*\W*$"
)
_OF_WORK = (
    r"\b(?:takes?|taking|runs?|running|durations?|between|every|sync\w*|schedul\w*|restor\w*|upload\w*)\b"
)
BEYOND = (
    r"\bhow many days\b[^.?!]{0,40}"
    r"\b(?:over|above|beyond|more|too|past|exceed\w*|left|remain\w*|until|longer)\b"
    r"|\bby how (?:many days|long)\b"
    r"|\bby how much\b[^.?!]{0,40}\b(?:over|above|beyond|exceed\w*|too|longer)\b"
    r"|\bdays (?:over|above|beyond|past|too (?:many|long)|left)\b"
    r"|\bhow (?:far|much) (?:over|above|beyond|past|longer)\b"
    # how much shorter it has to be
    r"|\b(?:by )?(?:how (?:much|many)|what)\b[^.?!]{0,40}"
    r"\b(?:lower|reduc|shorten|cut|trim|decreas|bring|take|go|come|get|shav)\w*\b(?=[^.?!]{0,20}(?:\bdown\b|\boff\b|\bback\b|\bit\b|\bthat\b|\bthis\b|\bthe\b|\W*$))"
)


@dataclass(frozen=True, slots=True)
class LocalSpace(Calculation):
    """What comes in `daily` on the attached disks, and the size of the pool, where it is told."""

    NAME: ClassVar[str] = "local-space"
    NEEDS: ClassVar[Needed] = Needed(LOCAL, _ADVICE)
    daily: Size | None = None
    pool: Size | None = None

    @classmethod
    def read(cls, question: Question, before: Self | None) -> Self | None:
        """See `Calculation`."""
        text = as_of_day(question.text)
        asked = question.has(LOCAL) and question.has(_ADVICE)
        asked = asked and any(map(question.has, (_STAY, _FIVE_DAYS, _TIME_ALLOWED)))
        if before is not None or not asked or question.has(_ELSEWHERE) or question.reading.vm_sizes:
            return None
        told = find_told(text)
        daily = [one for one in told if is_daily(text, one)]
        others = [one for one in told if one not in daily]
        times = [found for found in periods_in(text) if not _is_of_rule(text, found.start, found.end)]
        if len(daily) != 1 or len(others) > 1 or times or any(_is_of_source(text, one) for one in told):
            return None
        return cls(daily[0].size, pool=others[0].size if others else None)

    def result(self) -> DecisionResult:
        """See `Calculation`."""
        return local_space.space(self.daily or Size(Decimal(0)), self.pool)


@dataclass(frozen=True, slots=True)
class RuleApart(Calculation):
    """The five days in another unit, or `days` held against them."""

    NAME: ClassVar[str] = "retention-apart"
    NEEDS: ClassVar[Needed] = Needed(LOCAL)
    days: Decimal | None = None
    unit: str = "hours"

    @classmethod
    def read(cls, question: Question, before: Self | None) -> Self | None:
        """See `Calculation`."""
        text, reading = question.text, question.reading
        held = question.has(_STAY) or question.has(_FIVE_DAYS)
        asked = question.has(LOCAL) and held and not find_told(text)
        if before is not None or not asked or question.has(_ELSEWHERE) or reading.fault:
            return None
        times = [
            found
            for found in periods_in(text)
            if not _is_of_rule(text, found.start, found.end)
            and not any(found.start < s.end and s.start < found.end for s in find_schedules(text))
        ]
        unit = None if times or question.has(_OF_WORK) else lazy_search(_IN_UNIT, text)
        if unit:
            return cls(unit=f"{next(filter(None, unit.groups())).lower().rstrip('s')}s")
        days = times[0].value.exact if len(times) == 1 else None
        return cls(days) if days and question.has(BEYOND) else None

    def result(self) -> DecisionResult:
        """See `Calculation`."""
        return local_space.in_unit(self.unit) if self.days is None else local_space.apart(self.days)


def as_of_day(text: str) -> str:
    """`text` with an amount of a day told as one: "80 GB a day" for "80 GB per day", which is a rate."""
    return _PER_DAY().sub(r"\g<unit> a \g<day>", text)


def is_daily(text: str, told: Told) -> bool:
    """Whether a size is told as that of each day."""
    return bool(
        lazy_search(_DAILY_AFTER, text[told.end : told.end + 90])
        or lazy_search(_DAILY_BEFORE, text[max(0, told.start - 60) : told.start])
    )


def over_days(text: str, told: Told) -> Size:
    """What comes of a size that is told: that of each day over the days that are told, else over the five of
    the advice; any other as it is."""
    if not is_daily(text, told):
        return told.size
    times = (found.value.exact for found in periods_in(text))
    days = next((time for time in times if time and time > 1), RETENTION_DAYS)
    return Size(told.size.bytes * days, told.size.binary)


def _is_of_source(text: str, told: Told) -> bool:
    """Whether a size is that of each of several sources, rather than of each day."""
    return told.each and not lazy_search(_EACH_DAY, text[told.end :])


def _is_of_rule(text: str, start: int, end: int) -> bool:
    """Whether a time is the guide's own: five days, or the day of "a day"."""
    return bool(
        lazy_search(
            r"^(?:(?:five|5)[\s-]*(?:full\s+)?days?|(?:an?|each|every|one) day)$", text[start:end].strip()
        )
    )
