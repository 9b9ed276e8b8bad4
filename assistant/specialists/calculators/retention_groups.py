"""A list of protection groups with the days that each keeps on disk: those beyond the five-day rule."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Self

from assistant.decisions import local_space
from assistant.decisions.needed import Needed
from assistant.decisions.numbers import number_in
from assistant.decisions.types import DecisionResult
from assistant.specialists.calculators.question import Calculation, Question, all_found
from assistant.understanding.patterns import word_set

_LOCAL = r"\blocal\w*|\battached\b|\bdisks?\b|\bshort[\s-]term\b"
_KEPT = r"\b(?:retention|retain\w*|keeps?|keeping|kept|stor(?:es?|ed|ing))\b"
_ASKS_WHICH = (
    r"\bwhich\b|\bany of\b|\bwho\b|\bwhat (?:groups?|ones?|must|should|has to)\b|\bhow many\b"
    r"|\bgo through\b|\bcheck (?:these|the|each)\b"
)
_JUDGED = (
    r"\b(?:break|violat|breach|exceed|contradict|ignor)\w*|\b(?:against|over|past|beyond|outside|too long)\b"
    r"|\b(?:rules?|limits?|advice|guid\w+|recommend\w*|ok|okay|fine|chang\w+|shorten\w*|adjust\w*|reduc\w+)\b"
)
_DAYS_OF = {"d": 1, "w": 7}
_TIME = r"(?<![\w.,])(?P<n>\d{1,3})\s*-?(?P<unit>d|days?|w|wks?|weeks?)\b"
_ROW = (
    r"(?<![\w-])(?P<name>[A-Za-z][\w.-]{0,30}?)\s*(?:[:=|,;\u2013-]|->)?\s*"
    rf"(?:(?:keeps?|has|is|at|with|for|stores?)\s+)?{_TIME}"
)
_OTHER_TIME = r"\b\d{1,4}\s*-?(?:m|months?|y|yrs?|years?|h|hours?)\b"
# What stands before a time and names no group: then the list is none of groups.
_NO_NAME = word_set(
    "a about after all and are at azure be before by cloud copies data disk disks every for from "
    "has have i in is it keep keeps kept last least limit local locally max most next of on "
    "online only or over past point points retention rule since than that the then these they "
    "this those to under until up vault we with within year years you"
)


@dataclass(frozen=True, slots=True)
class RetentionGroups(Calculation):
    """The groups of a list, each with the days that its data stays on the attached disks."""

    NAME: ClassVar[str] = "retention-of-groups"
    NEEDS: ClassVar[Needed] = Needed(_LOCAL, _KEPT, _ASKS_WHICH, _JUDGED)
    groups: tuple[tuple[str, int], ...] = ()

    @classmethod
    def read(cls, question: Question, before: Self | None) -> Self | None:
        """See `Calculation`."""
        reading = question.reading
        if before is not None or reading.outage or reading.subscription:
            return None
        asked = all(map(question.has, (_LOCAL, _KEPT, _ASKS_WHICH, _JUDGED)))
        groups = _groups_in(reading.plain) if asked and not question.has(_OTHER_TIME) else ()
        return cls(tuple(groups)) if len(groups) > 1 else None

    def result(self) -> DecisionResult:
        """See `Calculation`."""
        return local_space.groups_apart(self.groups)


def _groups_in(text: str) -> Sequence[tuple[str, int]]:
    """The names of the groups with their days; none unless each time that is told stands behind a name."""
    rows = [
        (match["name"], int(number_in(match["n"]) or 0) * _DAYS_OF[match["unit"][0].lower()])
        for match in all_found(_ROW, text)
        if match["name"].lower() not in _NO_NAME
    ]
    alone = len(rows) == len({name for name, _ in rows}) == len(list(all_found(_TIME, text)))
    return rows if alone else ()
