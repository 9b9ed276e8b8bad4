"""A list of protection groups with the days that each keeps on disk: those beyond the five-day rule."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Self

from assistant.decisions.calculations import local_space
from assistant.decisions.expressions.needed import Needed
from assistant.decisions.reading.numbers import number_in
from assistant.decisions.types import DecisionResult
from assistant.specialists.calculators.calculator_question import (
    Calculation,
    Question,
    all_found,
    lazy_search,
)
from assistant.understanding.word_rules import word_set

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
# A row of a table that was exported: its place, its days, and a name in front.
_LINE = rf"(?m)^[\s|*\u2022-]*(?P<name>[A-Za-z][\w.-]{{0,30}})\b[^\n]*?{_TIME}[^\n]*$"
_UP = r"\b(?:azure(?! stack)|vault|cloud|off-?site|long[\s-]?term)\b"
_JUDGES_LINES = (
    r"\b(?:tick|cross|sign[- ]?off|vendor|y/n|each|comply|complian\w+|conform\w*|pass\w*|fail\w*)\b"
)
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
    NEEDS: ClassVar[Needed] = Needed(_LOCAL)
    groups: tuple[tuple[str, int], ...] = ()

    @classmethod
    def read(cls, question: Question, before: Self | None) -> Self | None:
        """See `Calculation`."""
        reading = question.reading
        if before is not None or reading.outage or reading.subscription:
            return None
        judges = all(map(question.has, (_ASKS_WHICH, _JUDGED))) or question.has(_JUDGES_LINES)
        asked = judges and question.has(_LOCAL) and question.has(_KEPT)
        groups = _groups_in(reading.plain) if asked and not question.has(_OTHER_TIME) else ()
        if not groups and any(map(question.has, (_ASKS_WHICH, _JUDGED, _JUDGES_LINES))):
            groups = _groups_of_lines(reading.text)
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


def _groups_of_lines(text: str) -> Sequence[tuple[str, int]]:
    """The names that begin the lines of a table, with the days on disk of each; none for one line."""
    rows: dict[str, int] = {}
    for line in all_found(_LINE, text) if lazy_search(_LOCAL, text) else ():
        end = line.end("unit") - line.start()
        later = lazy_search(_OTHER_TIME, line[0][end:])  # how long it is kept in the other place
        told = line[0][:end] if later else line[0]
        if lazy_search(_UP, told) or lazy_search(_OTHER_TIME, told) or len(list(all_found(_TIME, told))) > 1:
            continue
        name = line["name"]
        if name.isupper() or name.lower() not in _NO_NAME:
            rows[name] = int(number_in(line["n"]) or 0) * _DAYS_OF[line["unit"][0].lower()]
    return tuple(rows.items()) if len(rows) > 1 else ()
