"""Runs that differ by the days of a week: "3 a day on workdays and one on weekends", as runs a week."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from assistant.decisions.expressions.patterns import lazy
from assistant.decisions.reading.calendar_names import DAY_NAMES, DAYS
from assistant.decisions.reading.numbers import NUMBER, number_in

DAY = r"(?:mon|tues?|wednes|wed|thurs?|fri|satur|sat|sun)(?:day)?"
_NOT = r"(?<!except )(?<!except on )(?<!not )(?<!not on )(?<!no )(?<!without )"
_GROUP = lazy(
    rf"{_NOT}\b(?:on\s+|at\s+|in\s+|during\s+|from\s+)?(?:the\s+|each\s+|every\s+)?"
    rf"(?:(?P<work>(?:work(?:ing)?|business|week)[\s-]?days?)\b|(?P<end>weekends?(?:\s+days?)?)\b"
    rf"|(?P<first>{DAY})\s*(?:-|–|to|till|until|through|thru)\s*(?P<last>{DAY})\b|(?P<one>{DAY})s?\b)"
)
TIMES = {"once": 1, "twice": 2, "thrice": 3}
_N = rf"(?P<n>{'|'.join(TIMES)}|{NUMBER})"
_RUN = r"(?:\s+(?:(?:backup|recovery)\s+)?(?:points?|backups?|runs?|jobs?|rps?|times?|cop(?:y|ies)))?"
_BEFORE = lazy(rf"{_N}{_RUN}(?:\s+only)?\s*$")
_BEHIND = lazy(rf"^\W*(?:only\s+|just\s+)?{_N}{_RUN}\b")
_SIDES = 2


class Daily(NamedTuple):
    """A schedule of so many runs a day, where it stands."""

    start: int
    end: int
    runs: Decimal


def runs_a_week(text: str, daily: Sequence[Daily]) -> Daily | None:
    """The runs of a week, where groups of its days have each a number of their own; None where not."""
    groups = list(_GROUP().finditer(text))
    if len(groups) < _SIDES or not any(one["work"] or one["end"] or one["first"] for one in groups):
        return None
    for behind in (False, True):
        runs = [
            _runs(text, daily, *_room(text, groups, at, behind=behind), behind=behind)
            for at in range(len(groups))
        ]
        if all(runs):
            total = sum((n * _days(one) for n, one in zip(runs, groups, strict=True) if n), Decimal(0))
            starts = [*(one.start() for one in groups), *(one.start for one in daily)]
            ends = [*(one.end() for one in groups), *(one.end for one in daily)]
            return Daily(min(starts), max(ends), total)
    return None


def _room(text: str, groups: Sequence[re.Match[str]], at: int, *, behind: bool) -> tuple[int, int]:
    """The stretch in which the number of a group stands: between the group before and it, or behind it."""
    if behind:
        return groups[at].end(), groups[at + 1].start() if at + 1 < len(groups) else len(text)
    return groups[at - 1].end() if at else 0, groups[at].start()


def _runs(text: str, daily: Sequence[Daily], start: int, end: int, *, behind: bool) -> Decimal | None:
    """How many runs a day are told in a stretch of text."""
    inside = [one for one in daily if start <= one.start and one.end <= end]
    if inside:
        return inside[0 if behind else -1].runs
    match = (_BEHIND() if behind else _BEFORE()).search(text[start:end])
    if match is None:
        return None
    told = match["n"].lower()
    return Decimal(TIMES[told]) if told in TIMES else number_in(told)


def days_through(span: re.Match[str]) -> int:
    """How many days a span has from its `first` to its `last`: "Mon-Fri"."""
    first, last = (DAYS[span[name][:3].lower()] for name in ("first", "last"))
    return (last - first) % len(DAY_NAMES) + 1


def _days(group: re.Match[str]) -> int:
    if group["first"]:
        return days_through(group)
    return 5 if group["work"] else 2 if group["end"] else 1
