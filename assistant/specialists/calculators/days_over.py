"""By how many days a copy on the attached disks is beyond the five-day rule: by its age, or by two dates."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar, Self

from assistant.decisions.calculations import local_space
from assistant.decisions.expressions.needed import Needed
from assistant.decisions.types import DecisionResult
from assistant.specialists.calculators.calculator_question import Calculation, Question
from assistant.specialists.calculators.local_space import BEYOND, LOCAL
from assistant.specialists.calculators.place_by_age import COPY, age_in


@dataclass(frozen=True, slots=True)
class DaysOver(Calculation):
    """The age in days of a copy that lies on the attached disks."""

    NAME: ClassVar[str] = "days-over"
    NEEDS: ClassVar[Needed] = Needed(LOCAL, COPY, BEYOND)
    days: Decimal = Decimal(0)

    @classmethod
    def read(cls, question: Question, before: Self | None) -> Self | None:
        """See `Calculation`."""
        reading = question.reading
        stated = reading.connectivity or reading.subscription or reading.fault
        asked = question.has(LOCAL) and question.has(COPY) and question.has(BEYOND)
        if before is not None or stated or not asked:
            return None
        days = age_in(question)
        return None if days is None else cls(days)

    def result(self) -> DecisionResult:
        """See `Calculation`."""
        return local_space.of_age(self.days)
