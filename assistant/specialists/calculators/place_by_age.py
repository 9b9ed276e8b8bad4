"""Where a copy of a told age belongs: on the attached disks or in Azure."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar, Self

from assistant.decisions.calculations import limits
from assistant.decisions.expressions.needed import Needed
from assistant.decisions.types import DecisionResult
from assistant.specialists.calculators.ages import Ages
from assistant.specialists.calculators.calculator_question import Calculation, Question, lazy_search
from assistant.understanding.amounts.figures import periods_in

_HERE = (
    r"(?:local(?:ly)?(?: disks?| storage| drives?)?"
    r"|(?:attached |stack |mabs |server |own )?(?:disks?|drives?))"
)
_THERE = r"(?:azure|cloud|vaults?)"
_EITHER = (
    rf"\b{_HERE}\b[^.?!]{{0,14}}\bor\b[^.?!]{{0,14}}\b{_THERE}\b"
    rf"|\b{_THERE}\b[^.?!]{{0,14}}\bor\b[^.?!]{{0,14}}\b{_HERE}\b"
)
COPY = r"\b(?:points?|rps?|backups?|data|cop(?:y|ies)|snapshots?|versions?|files?|restores?)\b"
_AGED = r"^\W{0,2}(?:old|ago|back|of age)\b"
_OTHER = (
    r"\b(?:faster|cheaper|slower|safer|deleted|lost|gone|both|scratch|connect\w*|offline|expired"
    r"|deprovisioned)\b"
)


@dataclass(frozen=True, slots=True)
class PlaceByAge(Calculation):
    """The age in days of a copy of which it is asked in which of the two places it is to be looked for."""

    NAME: ClassVar[str] = "place-by-age"
    NEEDS: ClassVar[Needed] = Needed(_EITHER, COPY)
    days: Decimal = Decimal(0)

    @classmethod
    def read(cls, question: Question, before: Self | None) -> Self | None:
        """See `Calculation`."""
        reading = question.reading
        stated = reading.connectivity or reading.subscription or question.has(_OTHER)
        if before is not None or stated or not (question.has(_EITHER) and question.has(COPY)):
            return None
        days = age_in(question)
        return None if days is None else cls(days)

    def result(self) -> DecisionResult:
        """See `Calculation`."""
        return limits.place_of_age(self.days)


def age_in(question: Question) -> Decimal | None:
    """The age in days that is told in so many days, or by the day that it was made on and that of now."""
    text = question.text
    ages = [one.value.exact for one in periods_in(text) if lazy_search(_AGED, text[one.end :])]
    if len(ages) == 1:
        return ages[0]
    dates = Ages.read(question, None)
    if dates is None or not (dates.today and dates.made):
        return None
    days = dates.today.days_since(dates.made)
    return None if days is None else Decimal(days)
