"""Regular expressions of rules: compiled at first use, and tried only where a text has words of theirs.

Importing the tables must stay cheap. And hundreds of expressions are asked about each question, most of them
with dozens of alternatives to try at every place of it: knowing which words stand in it, and of which ones a
match must hold some, costs a fraction of that. What no text has a word of isn't even compiled.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, cast

from assistant.decisions.necessary import DIGIT, Clause, clauses_of, marked
from assistant.decisions.standing import VOCABULARY, missing_in


class Gated:
    """An expression, parsed at first use and compiled when a text may match it.

    Its other methods and attributes are those of `re.Pattern`.
    """

    __slots__ = ("_bits", "_flags", "_known", "clauses", "compiled", "pattern")
    clauses: tuple[Clause, ...]
    compiled: re.Pattern[str]
    _bits: int
    _known: int

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        """What isn't there yet, or an attribute of the expression."""
        if name == "compiled":
            self.compiled = re.compile(self.pattern, self._flags)
        elif name in self.__slots__:
            self.clauses = clauses_of(self.pattern, self._flags)
            self._known, self._bits = VOCABULARY.bits(self.clauses)
        else:
            return getattr(self.compiled, name)
        return getattr(self, name)

    def may_match(self, text: str) -> bool:
        """Whether `text` has the words that a match holds."""
        missing = missing_in(text)
        if missing.bits & self._bits:
            return False
        return missing.known >= self._known or self._may_match(marked(text))

    def _may_match(self, text: str) -> bool:
        return all(any(_stands(word, text) for word in clause) for clause in self.clauses)

    def search(self, text: str, *span: int) -> re.Match[str] | None:
        """As `re.Pattern.search`. A part of a text is searched as it is: to look through all costs more."""
        return self.compiled.search(text, *span) if span or self.may_match(text) else None

    def match(self, text: str, *span: int) -> re.Match[str] | None:
        """As `re.Pattern.match`."""
        return self.compiled.match(text, *span) if span or self.may_match(text) else None

    def fullmatch(self, text: str, *span: int) -> re.Match[str] | None:
        """As `re.Pattern.fullmatch`."""
        return self.compiled.fullmatch(text, *span) if span or self.may_match(text) else None

    def finditer(self, text: str, *span: int) -> Iterator[re.Match[str]]:
        """As `re.Pattern.finditer`."""
        return self.compiled.finditer(text, *span) if span or self.may_match(text) else iter(())

    def findall(self, text: str, *span: int) -> list[Any]:
        """As `re.Pattern.findall`."""
        return self.compiled.findall(text, *span) if span or self.may_match(text) else []

    def split(self, text: str, maxsplit: int = 0) -> list[str | Any]:
        """As `re.Pattern.split`."""
        return self.compiled.split(text, maxsplit) if self.may_match(text) else [text]

    def sub(self, new: str | Callable[[re.Match[str]], str], text: str, count: int = 0) -> str:
        """As `re.Pattern.sub`."""
        return self.compiled.sub(new, text, count=count) if self.may_match(text) else text

    def subn(self, new: str | Callable[[re.Match[str]], str], text: str, count: int = 0) -> tuple[str, int]:
        """As `re.Pattern.subn`."""
        return self.compiled.subn(new, text, count=count) if self.may_match(text) else (text, 0)


def lazy(pattern: str, flags: int = re.IGNORECASE) -> Callable[[], re.Pattern[str]]:
    """A function that returns the compiled `pattern`; case is ignored unless `flags` say otherwise."""

    @cache
    def made() -> re.Pattern[str]:
        gated = Gated(pattern, flags)
        return cast("re.Pattern[str]", gated) if gated.clauses else gated.compiled

    return made


def compiled(pattern: str, flags: int = re.IGNORECASE) -> re.Pattern[str]:
    """`pattern` as an expression that costs nothing before its first use."""
    return cast("re.Pattern[str]", Gated(pattern, flags))  # behaves as one


def _stands(word: str, text: str) -> bool:
    return any(map(str.isdecimal, text)) if word == DIGIT else word in text
