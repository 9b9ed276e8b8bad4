"""The files of the installer that are there, put to the eight that it consists of."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar, Self

from assistant.decisions.calculations import installer
from assistant.decisions.expressions.needed import Needed, any_of
from assistant.decisions.expressions.patterns import lazy
from assistant.decisions.reading.numbers import NUMBER
from assistant.decisions.types import DecisionResult
from assistant.specialists.calculators.calculator_question import Calculation, Question
from assistant.specialists.calculators.disk_nouns import whole
from assistant.understanding.reading import QuestionKind

_BINARIES = lazy(
    rf"(?P<n>{NUMBER})\s*(?:x\s*)?(?:of (?:the|them|those|these|which)\s+|times\s+)?(?:(?:are|is"
    rf"|were)\s+)?[.*]{{0,2}}bins?\b(?!\s*(?:gb|mb))"
)
_NO_BINARIES = lazy(r"\b(?:no|without(?: the)?|zero) \.?bins?\b")
_NAMED = lazy(r"\S*\d\.bin\b")
_FILES = lazy(
    rf"(?P<n>{NUMBER})\s+"
    r"(?:(?:setup|installer?|install|downloaded|of|the|all|8|eight|mabs|azure backup server)\s+){0,5}"
    r"files?\b"
)
_EXE = lazy(r"\bexe\b|\binstaller\.exe\b")
_SUMMED = lazy(
    rf"(?:=|\b(?:makes?|equals?|gives?|comes? to|adds? up to))\s*(?P<n>{NUMBER})(?!\s*(?:gb|mb|\.?bins?)\b)"
)
_JUDGED = (
    r"\b(?:complete|full set|whole set|everything|all (?:of (?:it|them)|there|i need|we need|right)"
    r"|(?:that|this) all"
    r"|is (?:that|this|it) (?:it|all|enough|right)|enough|missing|lost|too (?:many|few)|incomplete|correct"
    r"|right|ok|okay|the lot"
    r"|(?:the|a) (?:full|whole|entire|complete) (?:set|package|thing|lot|download|installer)"
    r"|need (?:all|every)|all\W*$)\b"
)
_EXE_ALONE = (
    r"\b(?:only|just|nothing but|(?:one|1|single) file)\b[^.?!]{0,40}?(?:\.?\bexe\b|\b\w*installer\b)"
    r"(?! files?\b)|\b(?:exe|installer)\b[^.?!]{0,20}?\b(?:only|alone|(?:one|1) file\b|is all)"
    r"|\bonly (?:one|1|a single) file\b"
)
_GOES_WRONG = (
    r"\b(?:complain\w*|fail\w*|error|missing|nothing happens|won['’]?t|(?:does|can|did)(?:n['’]?t| not)"
    r"|cannot|refus\w*|lack\w*|what else|(?:is|was) (?:that|this|it) (?:all|it|enough|everything)|enough)\b"
)
_WITH_BINARIES = (
    r"\b(?:bins?|extract\w*|proxy|pre-?req\w*|setup\.exe|regist\w*|domain|agent|gpo|dpmra|services?)\b"
)
_OF_OTHERS = (
    r"\b(?:how|where|which|what|why|different|separate|another|same|two folders|folders|delet\w*|extract\w*"
    r"|move|moved"
    r"|minutes?|hours?|mbps|drives?|subfolders?|corrupt\w*|checksum|hash)\b|\b\d+ ?(?:gb|mb)\b"
)
_ABOUT = (
    r"\.bin\b|\bbins?\b|\b(?:setup|installer?|install|download\w*)\b[^.?!]{0,30}\bfiles?\b"
    r"|\bfiles?\b[^.?!]{0,30}\b(?:setup|installer|download)\b"
)
# Number and size of the download are asked for together; each is said next to a joint.
_PACKAGE = (
    r"\b(?:download\w*|installer|setup|install(?:ation)?)\b[^.?!]{0,60}\b(?:files?|pieces|parts|size|big"
    r"|large|gb)\b"
    r"|\bfiles?\b[^.?!]{0,40}\b(?:download\w*|installer|setup)\b"
)
_COUNTED = (
    r"\bhow many (?:\w+ ){0,2}?(?:files|pieces|parts)\b"
    r"|\b(?:number|count|amount) of (?:\w+ ){0,2}?(?:files|pieces|parts)\b"
    r"|\b(?:files?|piece) (?:count|number)\b|\bone (?:single )?file\b"
)
_SIZED = (
    r"\bhow (?:big|large)\b|\bwhat size\b|\bsize (?:of|in|on)\b|\bhow many (?:gb|gigs?)\b"
    r"|\b(?:total|overall|combined|whole|download|what(?:'?s| is) the) (?:size|gb)\b"
    r"|[+&;]\s*(?:size|gb)\b|\b(?:plus|and) (?:the |their )?(?:size|gb)\b"
)
_NOT_OF_PACKAGE = (
    r"\b(?:extract\w*|unpack\w*|scratch|minutes?|hours?|how long|fast|mbps|pool|disks|logs?|where|drive"
    r"|folder|names?|called|free|space|room)\b|\d ?(?:gb|mb)\b"
)
_JUDGING = {QuestionKind.YES_NO, QuestionKind.STATEMENT}
_ASKS_LACKING = (
    r"\b(?:how many|number of|count of)\b[^.?!]{0,30}\b(?:missing|miss|lack\w*|left|still|more|short"
    r"|to (?:get|go|download|fetch)|should|shud|must)\b"
    r"|\b(?:files?|bins?|what(?:['\u2019]?s| is)|which(?: one)?(?: is)?|anything|something"
    r"|one)\s+(?:\w+\s+)?missing\b"
)
_LACKING_OF_BINARIES = (
    r"\b(?:folders|delet\w*|minutes?|hours?|mbps|logs?|backups?|points?|vms?)\b|\b\d+ ?(?:gb|mb)\b"
)
_LACKING_OF_OTHERS = rf"\bextract\w*|{_LACKING_OF_BINARIES}"
"""The files that are extracted are others, unless .bin files are told."""

# What is asked of a listing, whatever else is told beside it.
_ASKS_COMPLETE = (
    r"\b(?:complete|full set|whole set|everything (?:there|here)|all (?:the |of the |\d )?(?:files?"
    r"|parts?|of (?:it|them)"
    r"|there|here)|missing|incomplete|too (?:many|few)|enough files)\b"
)
_FEWEST_LISTED = 2
_MOST = 99


@dataclass(frozen=True, slots=True)
class Files(Calculation):
    """How many .bin files are there, or how many files in all, and whether the .exe is named with them."""

    NAME: ClassVar[str] = "installer-files"
    NEEDS: ClassVar[Needed] = Needed(any_of(_ABOUT, _EXE_ALONE, _ASKS_COMPLETE))
    binaries: int | None = None
    total: int | None = None
    exe: bool = False
    lacking: bool = False

    @classmethod
    def read(cls, question: Question, before: Self | None) -> Self | None:
        """See `Calculation`."""
        reading = question.reading
        if question.has(_EXE_ALONE) and question.has(_GOES_WRONG) and not question.has(_WITH_BINARIES):
            return cls(0, exe=True)
        if before is None and (lacking := cls._lacking(question)):
            return lacking
        if before is None and (listed := _listed(question)):
            return cls(listed, exe=bool(_EXE().search(question.reading.plain)))
        if not question.has(_ABOUT) or reading.kind not in _JUDGING or question.has(_OF_OTHERS):
            return None
        binaries, total = _binaries(question.text), _number(_FILES(), question.text)
        if (binaries is None and total is None) or not question.has(_JUDGED):
            return None
        summed = _number(_SUMMED(), question.text) or total
        if binaries == installer.DOWNLOAD_FILES - 1 and (summed or 0) > installer.DOWNLOAD_FILES:
            return cls(None, summed)  # all are there, and counted wrong: "7 bin and the exe = 9 files"
        return cls(binaries, None if binaries is not None else total, bool(_EXE().search(question.text)))

    @classmethod
    def _lacking(cls, question: Question) -> Self | None:
        """The number of files that are there, where it is asked how many of all are missing."""
        asked = question.has(_ABOUT) and question.has(_ASKS_LACKING)
        binaries, total = _binaries(question.text), _number(_FILES(), question.text)
        others = _LACKING_OF_BINARIES if binaries is not None else _LACKING_OF_OTHERS
        if not asked or question.has(others):
            return None
        exe = binaries is not None and bool(_EXE().search(question.text))
        case = cls(binaries, None if binaries is not None else total, exe=exe, lacking=True)
        return case if 0 < case._there < installer.DOWNLOAD_FILES else None

    @property
    def _there(self) -> int:
        """How many files are told to be there."""
        return (self.total or 0) if self.binaries is None else self.binaries + self.exe

    @classmethod
    def kept(cls, facts: Mapping[str, str]) -> Self:
        """See `Calculation`."""
        binaries, total = facts.get("binaries", ""), facts.get("total", "")
        exe = bool(facts.get("exe"))
        lacking = bool(facts.get("lacking"))
        return cls(int(binaries) if binaries else None, int(total) if total else None, exe, lacking)

    def facts(self) -> dict[str, str]:
        """See `Calculation`."""
        told = {"binaries": self.binaries, "total": self.total}
        known = {name: str(number) for name, number in told.items() if number is not None}
        return known | {"exe": "yes" if self.exe else "", "lacking": "yes" if self.lacking else ""}

    def result(self) -> DecisionResult:
        """See `Calculation`."""
        if self.lacking:
            return installer.still_missing(self._there, binaries=self.binaries is not None and not self.exe)
        if self.binaries is None:
            return installer.files_in_all(self.total or 0)
        return installer.binaries_of(self.binaries, exe=self.exe)


@dataclass(frozen=True, slots=True)
class Package(Calculation):
    """Number and size of the files of the download, asked for together."""

    NAME: ClassVar[str] = "package"
    NEEDS: ClassVar[Needed] = Needed(_COUNTED, _SIZED, _PACKAGE)

    @classmethod
    def read(cls, question: Question, before: Self | None) -> Self | None:
        """See `Calculation`."""
        both = question.has(_COUNTED) and question.has(_SIZED) and question.has(_PACKAGE)
        return cls() if both and before is None and not question.has(_NOT_OF_PACKAGE) else None

    def result(self) -> DecisionResult:
        """See `Calculation`."""
        return installer.files_and_size()


def _listed(question: Question) -> int | None:
    """How many .bin files a listing shows of which it is asked whether that is all; None for no listing."""
    named = {match[0].lower() for match in _NAMED().finditer(question.reading.plain)}
    return len(named) if question.has(_ASKS_COMPLETE) and len(named) >= _FEWEST_LISTED else None


def _binaries(text: str) -> int | None:
    if _NO_BINARIES().search(text):
        return 0
    named = {match[0].lower() for match in _NAMED().finditer(text)}
    return len(named) if len(named) > 1 else _number(_BINARIES(), text)


def _number(pattern: re.Pattern[str], text: str) -> int | None:
    """The whole number that is told, if it is a likely one."""
    match = pattern.search(text)
    value = whole(match["n"]) if match else None
    return value if value is not None and value <= _MOST else None
