"""Sources put to a vault by their number alone, or by how many points each of them has in all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import ClassVar, Self

from assistant.decisions.calculations import points_sources
from assistant.decisions.expressions.needed import Needed
from assistant.decisions.reading.numbers import DIGITS, number_in
from assistant.decisions.types import DecisionResult
from assistant.specialists.calculators import point_words as words
from assistant.specialists.calculators.calculator_question import (
    Calculation,
    Question,
    all_found,
    lazy_search,
)
from assistant.specialists.calculators.point_plans import points_there
from assistant.specialists.calculators.points import Points
from assistant.understanding.amounts.figures import bare_number, find_told, periods_in, sources_in, vaults_in
from assistant.understanding.amounts.schedules import find_schedules
from assistant.understanding.word_rules import blanked

_N_POINTS = rf"(?<![\w.,])(?P<n>{DIGITS})\s+(?:recovery\s+)?(?:points?|rps?)\b"
_VAULT = r"\b(?:one|a|the|our|single|1|same|this|how many)\s+(?:\w+\s+){0,3}?vaults?\b|\bvaults? for\b"
_HELD = (
    r"\btoo (?:many|much)\b|\benough\b|\bsuffic\w*|\bhandle\w*|\bcope\b|\bfits?\b|\bholds?\b|\broom\b"
    r"|\bcarry\b|\btakes?\b|\bexceed\w*|\boverload\w*|\bok(?:ay)?\b|\blimits?\b"
    r"|\bhow many\s+(?:\w+\s+){0,2}?vaults\b"
    r"|\bserve\b|\bsupport\b|\bmanage\b|\baccommodate\b|\bwithin\b"
)
_LASTS = (
    r"\b(?:how many (?:years|months|weeks|days)|how long|when|how soon)\b[^.?!]{0,25}"
    r"\b(?:one|a|the|our|single|this|my) (?:\w+ ){0,2}?vault\b"
    r"[^.?!]{0,20}\b(?:last|lasts|full|fill|filled|run out|hold out|suffice|enough|exhausted|reach\w*)\b"
    r"|\bhow (?:long|soon)\b[^.?!]{0,25}\b(?:till|until|before)\b[^.?!]{0,12}\bvault\b[^.?!]{0,12}\bfull\b"
)
# Whether one vault will do, or how many are needed, with no word of what is to be kept in it.
_ONE_ENOUGH = (
    r"\b(?:one|1|a single|single|just one)\s+(?:(?:recovery services|azure|backup)\s+)*vault\b[^.?!,;]{0,25}"
    r"\b(?:enough|suffic\w*|do|cope)\b(?!\s+(?:i|we|you|the|it)\b)"
    r"|\b(?:enough|sufficient|suffices?)\b[^.?!,;]{0,15}\b(?:one|1|a single)\s+"
    r"(?:(?:recovery services|azure)\s+)*vault\b"
    r"|\bhow many\s+(?:(?:recovery services|azure)\s+)*vaults\s+(?:do|will|would|should|must)\s+"
    r"(?:i|we|one)\s+"
    r"(?:really\s+)?(?:need|have|plan|create|order)\b"
)
_OF_OTHERS = (
    r"\b(?:regist\w*|credential\w*|passphrase|subscriptions?|regions?|redundan\w*|replicat\w*|lrs|grs|names?"
    r"|delet\w*|mov(?:e|ing)|scratch|disks?|download\w*|cores?|ram|memory|A[234])\b"
)


@dataclass(frozen=True, slots=True)
class SourcesAlone(Calculation):
    """How many sources are to be backed up to one vault; 0 where it is asked how long a vault lasts, or
    whether one is enough, and none are told."""

    NAME: ClassVar[str] = "sources-alone"
    sources: int = 0

    @classmethod
    def read(cls, question: Question, before: Self | None) -> Self | None:
        """See `Calculation`."""
        text = question.text
        sources = sources_in(text) or 0
        held = sources > 1 and question.has(_VAULT) and question.has(_HELD)
        asked = (held or question.has(_LASTS) or question.has(_ONE_ENOUGH)) and not question.has(
            words.OUTSIDE
        )
        if before is not None or not asked or question.has(_OF_OTHERS):
            return None
        if question.follows and (question.reading.previous.get("calculation") or {}).get("plans"):
            return None  # the points were told before
        told = find_schedules(text) or periods_in(text) or find_told(text)
        states = question.reading.connectivity or question.reading.subscription
        return None if told or states else cls(sources)

    def result(self) -> DecisionResult:
        """See `Calculation`."""
        return points_sources.of_sources_alone(self.sources) if self.sources else points_sources.lasting()

    def facts(self) -> dict[str, str]:
        """See `Calculation`; the next turn may tell the points of these sources."""
        return {"kind": Points.NAME, "sources": str(self.sources or "")}


@dataclass(frozen=True, slots=True)
class PointsOfEach(Calculation):
    """How many recovery points each source has in all, and how many sources and other points there are, if
    that is told."""

    NAME: ClassVar[str] = "points-of-each"
    NEEDS: ClassVar[Needed] = Needed(words.POINTS_OF_EACH)
    each: int = 1
    sources: int = 0
    there: int = 0
    vaults: int = 1

    @classmethod
    def read(cls, question: Question, before: Self | None) -> Self | None:
        """See `Calculation`."""
        if before is not None:
            return before._changed(question)
        told = lazy_search(words.POINTS_OF_EACH, question.text)
        if told is None or words.is_elsewhere(question) or find_schedules(question.text):
            return None
        each, sources = number_in(told["n"] or told["m"]), sources_in(question.text) or 0
        asked = sources > 1 or words.asked_of(question) in ("sources", "time")
        if not each or each != each.to_integral_value() or not asked:
            return None
        others = points_there(blanked(question.text, [told.span()]))
        return cls(int(each), sources if sources > 1 else 0, others, vaults_in(question.text))

    def result(self) -> DecisionResult:
        """See `Calculation`."""
        return points_sources.of_each(self.each, self.sources, self.there, self.vaults)

    def _changed(self, question: Question) -> Self | None:
        """The same with the points of each or the number of sources that a follow-up tells."""
        if sources := sources_in(question.text):
            return replace(self, sources=sources)
        number = bare_number(question.text) or next(iter(_points_in(question.text)), None)
        if number is None or number != number.to_integral_value() or find_schedules(question.text):
            return None
        return replace(self, each=int(number))

    @classmethod
    def kept(cls, facts: Mapping[str, str]) -> Self:
        """See `Calculation`."""
        vaults = int(facts.get("vaults", "1"))
        return cls(int(facts["each"]), int(facts["of"]), int(facts["there"]), vaults)

    def facts(self) -> dict[str, str]:
        """See `Calculation`."""
        told = {"each": self.each, "of": self.sources, "there": self.there, "vaults": self.vaults}
        return {name: str(number) for name, number in told.items()}


def _points_in(text: str) -> Iterator[Decimal]:
    """The numbers of points told."""
    for match in all_found(_N_POINTS, text):
        if number := number_in(match["n"]):
            yield number
