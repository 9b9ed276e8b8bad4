"""What a calculator gets to see: the question with its units spelled out, and the calculation before it."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar, Self

from assistant.decisions.patterns import lazy
from assistant.decisions.quantities import Size
from assistant.decisions.types import DecisionResult
from assistant.understanding.figures import spelled_out
from assistant.understanding.reading import Reading

_MOST_WORDS = 16
_FEW_WORDS = 8
_END_CHARS = 600


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

    def has(self, pattern: str) -> bool:
        """Whether `pattern` stands in the text, in any case."""
        return bool(lazy_search(pattern, self.text))


def lazy_search(pattern: str, text: str) -> re.Match[str] | None:
    """The first match of `pattern`, compiled once."""
    return _compiled(pattern).search(text)


def _compiled(pattern: str) -> re.Pattern[str]:
    if pattern not in _PATTERNS:
        _PATTERNS[pattern] = lazy(pattern)()
    return _PATTERNS[pattern]


_PATTERNS: dict[str, re.Pattern[str]] = {}


class Calculation(ABC):
    """The typed inputs of one calculator: read from a question, kept for the next turn, and reckoned with."""

    __slots__ = ()
    NAME: ClassVar[str]

    @classmethod
    @abstractmethod
    def read(cls, question: Question, before: Self | None) -> Self | None:
        """The inputs that `question` tells, over those of the calculation `before`; None: not asked."""

    @classmethod
    @abstractmethod
    def kept(cls, facts: Mapping[str, str]) -> Self:
        """The inputs as `facts` kept them."""

    @abstractmethod
    def facts(self) -> dict[str, str]:
        """The inputs as text, for the next turn."""

    @abstractmethod
    def result(self) -> DecisionResult:
        """What comes out."""


def size_text(size: Size | None) -> str:
    """A size to keep: bytes, with an i for a binary unit; empty for none."""
    return "" if size is None else f"{size.bytes}{'i' if size.binary else ''}"


def size_of(text: str) -> Size | None:
    """The size that `size_text` kept."""
    return Size(Decimal(text.rstrip("i")), text.endswith("i")) if text else None
