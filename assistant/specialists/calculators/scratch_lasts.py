"""For how long a scratch location is enough for data that grows."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar, Self

from assistant.decisions.calculations import scratch_lasts
from assistant.decisions.expressions.needed import Needed
from assistant.decisions.expressions.patterns import compiled
from assistant.decisions.reading.quantities import Size
from assistant.decisions.types import DecisionResult
from assistant.specialists.calculators import scratch_words as words
from assistant.specialists.calculators.calculator_question import Calculation, Question, lazy_search
from assistant.specialists.calculators.scratch_sizes import parted
from assistant.understanding.amounts.figures import find_told, growth_in, years_in

_ASKS_WHEN = (
    r"\bhow (?:much )?long(?:er)?\b|\bhow many (?:more )?(?:years|months|quarters)\b|\b(?:un)?till? when\b"
    r"|\b(?:from|since) when\b|\bwhen (?:is|does|will|do)\b|\b(?:in|by|until|after) (?:which"
    r"|what) (?:year|month)\b"
    r"|\bafter how (?:long|many)\b"
)
_PER = compiled(r"\s*(?:/|\bper\b)\s*(week|month|quarter|year)\b")
_EACH = r"^\s*(?:more |extra |on top )?(?:an?|per|each|every|/)\s*(?P<unit>week|month|quarter|year)\b"


@dataclass(frozen=True, slots=True)
class ScratchLasts(Calculation):
    """The data and the scratch location of now, with what is added in each `unit`, or by which factor."""

    NAME: ClassVar[str] = "scratch-lasts"
    NEEDS: ClassVar[Needed] = Needed(words.ABOUT, _ASKS_WHEN)
    data: Size | None = None
    space: Size | None = None
    added: Size | None = None
    factor: Decimal | None = None
    unit: str = "year"

    @classmethod
    def read(cls, question: Question, before: Self | None) -> Self | None:
        """See `Calculation`."""
        text = _PER.sub(r" a \1", question.text)  # a size "per" a time is read as a speed
        asked = question.has(words.ABOUT) and question.has(_ASKS_WHEN)
        if before is not None or not asked or years_in(text):
            return None
        told = find_told(text)
        steady = next(
            ((t, m["unit"].lower()) for t in told if (m := lazy_search(_EACH, text[t.end :]))), None
        )
        rest = [t for t in told if steady is None or t is not steady[0]]
        growth = growth_in(text)
        factor = growth.yearly if growth else None
        if len(rest) != 2 or (steady is None) is (factor is None) or (factor and factor <= 1):
            return None
        planned, space = parted(text, rest, asks_data=False, is_space=False)
        if space is None or len(planned) != 1:
            return None
        added, unit = (steady[0].size, steady[1]) if steady else (None, "year")
        return cls(planned[0].size, space.size, added, factor, unit)

    def result(self) -> DecisionResult:
        """See `Calculation`."""
        none = Size(Decimal(0))
        return scratch_lasts.lasts(
            self.data or none, self.space or none, added=self.added, factor=self.factor, unit=self.unit
        )
