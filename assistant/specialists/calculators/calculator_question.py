"""What a calculator gets to see: the question with its units spelled out, and the calculation before it."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from typing import ClassVar, Self

from assistant.decisions.expressions.needed import Needed
from assistant.decisions.expressions.patterns import compiled
from assistant.decisions.reading.quantities import Size
from assistant.decisions.types import DecisionResult
from assistant.specialists.calculators.source_changes import changed_sources
from assistant.understanding.amounts.figures import growth_in, spelled_out
from assistant.understanding.read import read_question
from assistant.understanding.reading import QuestionKind, Reading
from assistant.understanding.word_rules import word_set

_MOST_WORDS = 16
_FEW_WORDS = 8
_END_CHARS = 600
_MOST_OTHER = 5
_MOST_OTHER_BARE = 2
_MANY = 1000  # sources, of which some may go
TOPICS = frozenset(
    {"scratch", "data-disks", "recovery-points", "retention-local", "download", "vault", "backup-storage"}
    | {"extract-space", "installer-files", "protection", "vm-size"}
)
"""The topics of which calculators have figures."""
_OTHER_KINDS = {QuestionKind.WHERE, QuestionKind.WHY}
_HOW_TO = r"\bhow\s+(?:do|can|to|could|should|would|shall|does)\b"
_CLAUSE = re.compile(r"[,;.]\s+|\s+-\s+")
_WORD = re.compile(r"[a-z][a-z'-]+")
# What is said around figures, and what is calculated with here.
_OF_FIGURES = word_set(
    "a about leave leaving slots slot empty unused spare add added again all allowed also am an and "
    "any are around as at away back be but by can "
    "could did do does doesn't each else enough even every exactly few fewer fine fit fits for from get "
    "gets give given go goes good got grow grows growing growth had half halve halved has have how if in "
    "instead into is isn't it it's its just kept keep keeping last later least left less like long make "
    "makes many max maximum me mean min minimum minus more most much must my need needed needs new next "
    "no not now of off ok okay on one ones only or other our out over own per percent please pls plus "
    "possible probably quarter really reduce remove required right same say second set should size sized "
    "sizes so some soon still suppose sure take takes than that that's the their them then there these "
    "they they're thing third this those three times to together too total triple twice two under until "
    "up us use want we we'd we'll we're we've what what's when which will with without work works would x "
    "year yes you i i'd i'm i've let's first dropped drop double doubled doubles assume assuming case "
    "actually hm ah oh well typo meant sorry rather both either gb tb mb kb pb gib tib mib gig gigs giga "
    "tera teras terabyte terabytes gigabyte gigabytes kbps mbps gbps mbit bit bps minute minutes hour "
    "hours hourly day days daily night nightly week weeks weekly month months monthly years yearly "
    "weekend weekends weekday weekdays quarterly fortnight season seasons annual annually scratch data "
    "azure cloud vault vaults point points recovery backup backups disk disks drive drives pool server "
    "servers machine machines vm vms box boxes source sources line link download downloads speed fast "
    "faster slow slower extract extraction space free room files file copies copy retention run runs job "
    "jobs full often limit limits raw capacity store stored storing bandwidth connection installer local "
    "locally"
)


@dataclass(frozen=True, slots=True)
class Question:
    """A reading for the calculators. `follows`: the turn before was answered by one of them."""

    reading: Reading
    text: str
    follows: bool = False

    @classmethod
    def of(cls, reading: Reading, before: str) -> Self:
        """`before`: the specialist that answered the turn before."""
        short = len(reading.plain.split()) <= _MOST_WORDS
        text = reading.plain
        if len(text) > 2 * _END_CHARS:  # figures are asked about where a message begins or ends
            text = f"{text[:_END_CHARS]} ... {text[-_END_CHARS:]}"
        return cls(reading, spelled_out(text), before == "limits" and (reading.followup or short))

    def carries(self, topic: str) -> bool:
        """Whether a short follow-up stays with a topic of the turns before it."""
        short = len(self.reading.plain.split()) <= _FEW_WORDS
        return short and self.reading.followup and topic in self.reading.previous.get("topics", ())

    def goes_on(self) -> bool:
        """Whether a turn after a calculation may change its figures: it names no other matter.

        Another product, topic or state is one, and so are a place or a reason, and more than a few words
        which neither tell figures nor belong to what is calculated here.
        """
        reading = self.reading
        if (
            (reading.products and not reading.carries("product"))
            or reading.subscription
            or reading.kind in _OTHER_KINDS
        ):
            return False
        if reading.topics - TOPICS or (reading.kind is QuestionKind.HOW and self.has(_HOW_TO)):
            return False
        figures = reading.quantities or growth_in(self.text) or changed_sources(self.text, _MANY)
        return self._other_words() <= (_MOST_OTHER if figures else _MOST_OTHER_BARE)

    def is_of_figures(self) -> bool:
        """Whether the words are those around figures, and at most one of another matter."""
        return self._other_words() <= 1

    def _other_words(self) -> int:
        """How many words are not those around figures."""
        return sum(word not in _OF_FIGURES for word in _WORD.findall(self.text.lower()))

    def figure_told(self) -> Self | None:
        """The one clause that tells a figure, where the rest of the turn only gives its reason."""
        clauses = [clause for clause in _CLAUSE.split(self.reading.plain) if clause.strip()]
        told = [clause for clause in clauses if re.search(r"\d", clause)]
        if len(clauses) < 2 or len(told) != 1 or "?" in self.reading.plain:
            return None
        reading = read_question(told[0], self.reading.previous)
        return replace(self, reading=reading, text=spelled_out(told[0]))

    def has(self, pattern: str) -> bool:
        """Whether `pattern` stands in the text, in any case."""
        return _compiled(pattern).search(self.text) is not None


def lazy_search(pattern: str, text: str) -> re.Match[str] | None:
    """The first match of `pattern`, compiled once."""
    return _compiled(pattern).search(text)


def all_found(pattern: str, text: str) -> Iterator[re.Match[str]]:
    """Every match of `pattern`, compiled once."""
    return _compiled(pattern).finditer(text)


_compiled = cache(compiled)


class Calculation(ABC):
    """The typed inputs of one calculator: read from a question, kept for the next turn, and reckoned with."""

    __slots__ = ()
    NAME: ClassVar[str]
    NEEDS: ClassVar[Needed] = Needed()
    """What stands in any question that is the first for this calculator."""

    @classmethod
    @abstractmethod
    def read(cls, question: Question, before: Self | None) -> Self | None:
        """The inputs that `question` tells, over those of the calculation `before`; None: not asked."""

    @classmethod
    def kept(cls, facts: Mapping[str, str]) -> Self:
        """The inputs as `facts` kept them; none where a calculator carries nothing to another question."""
        return cls()

    def facts(self) -> dict[str, str]:
        """The inputs as text, for the next turn."""
        return {}

    @abstractmethod
    def result(self) -> DecisionResult:
        """What comes out."""


def size_text(size: Size | None) -> str:
    """A size to keep: bytes, with an i for a binary unit; empty for none."""
    return "" if size is None else f"{size.bytes}{'i' if size.binary else ''}"


def size_of(text: str) -> Size | None:
    """The size that `size_text` kept."""
    return Size(Decimal(text.rstrip("i")), text.endswith("i")) if text else None
