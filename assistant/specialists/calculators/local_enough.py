"""Whether so much local storage is enough, where nothing is told of what lies on it: what decides it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import ClassVar, Self

from assistant.decisions.calculations import local_space
from assistant.decisions.expressions.needed import Needed
from assistant.decisions.reading.quantities import Size
from assistant.decisions.types import DecisionResult
from assistant.specialists.calculators.calculator_question import Calculation, Question, size_of, size_text
from assistant.specialists.calculators.local_space import as_of_day, is_daily
from assistant.understanding.amounts.figures import find_told, periods_in
from assistant.understanding.reading import QuestionKind

_LOCAL = (
    r"\b(?:local(?:ly)?|attached|on[\s-]?disk|on-?site|backup storage|pool"
    r"|first copy|operational)\b"
)
_ENOUGH = r"\b(?:enough|suffic\w*|will do|do it|fits?|ok(?:ay)?|too (?:small|little))\b"
_OTHER = (
    r"\b(?:scratch|cache|staging|extract\w*|unpack\w*|download\w*|install\w*|ram|memory|vaults?|online|cloud"
    r"|points?|os|system|free|account|[CD]:)\b|\bto azure\b"
)


@dataclass(frozen=True, slots=True)
class LocalEnough(Calculation):
    """The local storage that there is; in a further turn what comes in each day or is to lie there."""

    NAME: ClassVar[str] = "local-enough"
    NEEDS: ClassVar[Needed] = Needed(_LOCAL, _ENOUGH)
    room: Size | None = None
    daily: Size | None = None
    data: Size | None = None

    @classmethod
    def read(cls, question: Question, before: Self | None) -> Self | None:
        """See `Calculation`."""
        reading = question.reading
        if before is not None:
            return before._told(question.text)
        asked = question.has(_LOCAL) and question.has(_ENOUGH) and not question.has(_OTHER)
        if not asked or reading.kind is not QuestionKind.YES_NO or reading.vm_sizes:
            return None
        told = find_told(question.text)
        return cls(told[0].size) if len(told) == 1 and not periods_in(question.text) else None

    def result(self) -> DecisionResult:
        """See `Calculation`."""
        if self.room and self.daily:
            return local_space.space(self.daily, self.room)
        if self.room and self.data:
            return local_space.holds(self.data, self.room)
        return local_space.enough(self.room)

    def _told(self, text: str) -> Self | None:
        """The same with the amount that a follow-up tells."""
        told = find_told(as_of_day(text))
        if len(told) != 1 or told[0].each or self.room is None:
            return None
        size = told[0].size
        daily = is_daily(as_of_day(text), told[0])
        return replace(self, daily=size if daily else None, data=None if daily else size)

    @classmethod
    def kept(cls, facts: Mapping[str, str]) -> Self:
        """See `Calculation`."""
        return cls(size_of(facts.get("room", "")))

    def facts(self) -> dict[str, str]:
        """See `Calculation`."""
        return {"room": size_text(self.room)}
