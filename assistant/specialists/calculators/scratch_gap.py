"""How much more or less: the data for Azure by the scratch location, the scratch location by the data."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar, Self

from assistant.decisions.calculations import scratch_gap
from assistant.decisions.calculations.limits import SCRATCH_PERCENT
from assistant.decisions.expressions.needed import Needed
from assistant.decisions.reading.quantities import Size
from assistant.decisions.types import DecisionResult
from assistant.specialists.calculators import scratch_words as words
from assistant.specialists.calculators.calculator_question import Calculation, Question, all_found
from assistant.specialists.calculators.scratch import Scratch
from assistant.understanding.amounts.changed_amounts import is_added
from assistant.understanding.amounts.figures import find_told

_ASKS_GAP = (
    r"\bby how (?:much|many)\b|\bhow (?:much|many \w+)\s+(?:of\s+)?(?:less|more|smaller|bigger|larger|extra"
    r"|additional)\b|\bhow (?:much|many)\s+(?:\w+\s+)?(?:less|more)\b|\bdifference\b"
)
_FROM = re.compile(r"\b(?:from|of)\s+(?:about\s+|currently\s+)?$", re.IGNORECASE)
_TO = re.compile(r"^\s*(?:(?:down|up)\s+)?(?:to|->|=>|\u2192)\s*(?:about\s+|only\s+)?$", re.IGNORECASE)
_KIND = r"\b(?:(?P<space>scratch|cache)|data|azure|cloud|vault|backups?)\b"
_MORE_DATA = (
    r"\bhow (?:much|many \w+)\s+(?:\w+\s+){0,2}?more\b"
    r"|\bhow many more (?:[gt]b|tib|gib|terabytes?|gigabytes?)\b"
    r"|\b(?:room|space|headroom)\s+for\s+(?:how\b|any)|\bheadroom\b"
    r"|\bhow much (?:data\s+)?(?:can|could|may)\b[^.?!]{0,20}\b(?:still|add|in addition|on top)\b"
)
_MORE_SPACE = (
    r"\bmore (?:scratch|cache|space|disk)\b|\b(?:scratch|cache)\s+(?:\w+\s+){0,3}(?:missing|lack\w*)\b"
)


@dataclass(frozen=True, slots=True)
class ScratchGap(Calculation):
    """Two sizes: of the scratch location or of the data before and after, or, with `rest`, one of each."""

    NAME: ClassVar[str] = "scratch-gap"
    NEEDS: ClassVar[Needed] = Needed(words.ABOUT)
    before: Size | None = None
    after: Size | None = None
    of_space: bool = False
    rest: bool = False

    @classmethod
    def read(cls, question: Question, before: Self | None) -> Self | None:
        """See `Calculation`."""
        if before is not None or not question.has(words.ABOUT):
            return None
        return cls._changed(question) or cls._still_fits(question)

    @classmethod
    def beside(cls, question: Question, before: Scratch) -> Self | None:
        """The change to what a turn tells now from what was told before, where only that is asked for."""
        told = find_told(question.text)
        first = before.data or before.space
        if len(told) != 1 or not first or (before.data and before.space) or not question.has(_ASKS_GAP):
            return None
        if is_added(question.text, told[0].start, told[0].end):
            return None
        return cls(first, told[0].size, of_space=before.data is None)

    @classmethod
    def _changed(cls, question: Question) -> Self | None:
        """One of the two told before and after ("from 2 TB to 5 TB"), the change of the other asked for."""
        text = question.text
        told = find_told(text)
        if len(told) != 2 or not question.has(_ASKS_GAP):
            return None
        one, other = told
        joined = _TO.search(text[one.end : other.start])
        if not joined or not (_FROM.search(text[: one.start]) or ">" in joined[0] or "\u2192" in joined[0]):
            return None
        kinds = list(all_found(_KIND, text[: one.start])) or list(all_found(_KIND, text[other.end :]))[:1]
        of_space = bool(kinds and kinds[-1]["space"]) and not question.has(_MORE_SPACE)
        return cls(one.size, other.size, of_space=of_space)

    @classmethod
    def _still_fits(cls, question: Question) -> Self | None:
        """Both told, and what may come on top of the data asked for; None where the data is too much."""
        if not question.has(_MORE_DATA) or question.has(_MORE_SPACE):
            return None
        case = Scratch.read(question, None)
        if case is None or not (case.data and case.space) or len(find_told(question.text)) != 2:
            return None
        fits = case.space.bytes * 100 >= case.data.bytes * SCRATCH_PERCENT
        return cls(case.space, case.data, rest=True) if fits else None

    def result(self) -> DecisionResult:
        """See `Calculation`."""
        before, after = self.before or Size(Decimal(0)), self.after or Size(Decimal(0))
        if self.rest:
            return scratch_gap.still_fits(before, after)
        return (scratch_gap.of_space if self.of_space else scratch_gap.of_data)(before, after)
