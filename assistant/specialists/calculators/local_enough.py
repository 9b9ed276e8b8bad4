"""Whether so much local storage is enough, where nothing is told of what lies on it: what decides it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Self

from assistant.decisions import local_space
from assistant.decisions.quantities import Size
from assistant.decisions.types import DecisionResult
from assistant.specialists.calculators.question import Calculation, Question
from assistant.understanding.figures import find_told, periods_in
from assistant.understanding.reading import QuestionKind

_LOCAL = (
    r"\b(?:local(?:ly)?|attached|on[\s-]?disk|on-?site|backup storage|(?:storage|disk|backup) pool"
    r"|first copy|operational)\b"
)
_ENOUGH = r"\b(?:enough|suffic\w*|will do|do it|fits?|ok(?:ay)?|too (?:small|little))\b"
_OTHER = (
    r"\b(?:scratch|cache|staging|extract\w*|unpack\w*|download\w*|install\w*|ram|memory|vaults?|online|cloud"
    r"|points?|os|system|free|account|[CD]:)\b|\bto azure\b"
)


@dataclass(frozen=True, slots=True)
class LocalEnough(Calculation):
    """The local storage that there is."""

    NAME: ClassVar[str] = "local-enough"
    room: Size | None = None

    @classmethod
    def read(cls, question: Question, before: Self | None) -> Self | None:
        """See `Calculation`."""
        reading = question.reading
        asked = question.has(_LOCAL) and question.has(_ENOUGH) and not question.has(_OTHER)
        if before is not None or not asked or reading.kind is not QuestionKind.YES_NO or reading.vm_sizes:
            return None
        told = find_told(question.text)
        return cls(told[0].size) if len(told) == 1 and not periods_in(question.text) else None

    def result(self) -> DecisionResult:
        """See `Calculation`."""
        return local_space.enough(self.room)
