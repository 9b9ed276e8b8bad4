"""One drive for the scratch location and the installer: what the least sizes of the guide add up to."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar, Self

from assistant.decisions.calculations import shared_drive
from assistant.decisions.expressions.needed import Needed
from assistant.decisions.reading.quantities import Size
from assistant.decisions.types import DecisionResult
from assistant.specialists.calculators import scratch_words as words
from assistant.specialists.calculators.calculator_question import Calculation, Question, lazy_search
from assistant.specialists.calculators.scratch import Scratch
from assistant.understanding.amounts.figures import find_told

_EXTRACT = r"\b(?:extract\w*|unpack\w*|unzip\w*)\b"
_DOWNLOAD = r"\b(?:download\w*|installer|(?:setup|install\w*) files)\b"
_NOT_DOWNLOAD = (
    r"\b(?:download\w*|installer|(?:setup|install\w*) files)\b[^.;?!]{0,25}"
    r"\b(?:elsewhere|another|other|different|separate|apart|deleted|gone|not)\b"
)
_DRIVE_AFTER = r"^\s*(?:drive|volume|disk|partition)\b"
_DONE = (
    r"\bextract\w*\s+(?:(?:is|was|has been|are|all|already)\s+){0,2}"
    r"(?:done|finished|complete\w*|over|through)\b"
)
_TOGETHER = (
    r"\b(?:together|total|sum|add(?:s|ed)? up|adding up|combined|altogether|in all|both|all (?:three"
    r"|of (?:it|them|that))"
    r"|same (?:drive|volume|disk|partition)|(?:one|a single|single|this|that|the) (?:drive|volume|disk"
    r"|partition)"
    r"|(?:drive|volume|disk|partition)\b[^.?!]{0,30}\b(?:for|take|holds?|on it)"
    r"|plus|as well as|on (?:it|top)|everything)\b|\+|\b[a-z]:(?=\s)"
)
_APART = (
    r"\b(?:where|which (?:drive|page|screen)|respectively|each on|other (?:drive|volume|disk)|separate)\b"
)


@dataclass(frozen=True, slots=True)
class OneDrive(Calculation):
    """The data for Azure, what of the installer lies on the same drive, and the size of that, where told."""

    NAME: ClassVar[str] = "one-drive"
    NEEDS: ClassVar[Needed] = Needed(words.ABOUT, _TOGETHER)
    data: Size | None = None
    room: Size | None = None
    extraction: bool = False
    download: bool = False

    @classmethod
    def read(cls, question: Question, before: Self | None) -> Self | None:
        """See `Calculation`."""
        if before is not None or not (question.has(words.ABOUT) and question.has(_TOGETHER)):
            return None
        extraction = question.has(_EXTRACT) and not question.has(_DONE)
        download = question.has(_DOWNLOAD) and not question.has(_NOT_DOWNLOAD)
        told = find_told(question.text)
        if not (extraction or download) or question.has(_APART) or not 0 < len(told) <= 2:
            return None
        case = Scratch.read(question, None)
        if case is None or case.data is None:
            return None
        drives = [one.size for one in told if lazy_search(_DRIVE_AFTER, question.text[one.end :])]
        room = case.space or next(iter([*(size for _, size in case.drives), *drives]), None)
        return cls(case.data, room, extraction, download) if (len(told) == 2) is (room is not None) else None

    def result(self) -> DecisionResult:
        """See `Calculation`."""
        data = self.data or Size(Decimal(0))
        return shared_drive.together(data, self.room, extraction=self.extraction, download=self.download)
