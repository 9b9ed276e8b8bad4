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
    """An expression, compiled when a text may match it; its other methods are those of `re.Pattern`."""

    __slots__ = ("_bits", "_clauses", "_compiled", "_flags", "_known", "pattern")

    def __init__(self, pattern: str, flags: int, clauses: tuple[Clause, ...]) -> None:
        self.pattern = pattern
        self._flags = flags
        self._compiled: re.Pattern[str] | None = None
        self._clauses = clauses
        self._bits, self._known = VOCABULARY.bits(clauses)

    @property
    def compiled(self) -> re.Pattern[str]:
        """The expression itself."""
        if self._compiled is None:
            self._compiled = re.compile(self.pattern, self._flags)
        return self._compiled

    def may_match(self, text: str) -> bool:
        """Whether `text` has the words that a match holds."""
        missing = missing_in(text)
        if missing.bits & self._bits:
            return False
        return missing.known >= self._known or self._may_match(marked(text))

    def _may_match(self, text: str) -> bool:
        return all(any(_stands(word, text) for word in clause) for clause in self._clauses)

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

    def __getattr__(self, name: str) -> Any:
        return getattr(self.compiled, name)


def lazy(pattern: str, flags: int = re.IGNORECASE) -> Callable[[], re.Pattern[str]]:
    """A function that returns the compiled `pattern`; case is ignored unless `flags` say otherwise."""
    return cache(lambda: compiled(pattern, flags))


def compiled(pattern: str, flags: int = re.IGNORECASE) -> re.Pattern[str]:
    """`pattern`, gated where a match must hold words."""
    clauses = clauses_of(pattern, flags)
    if not clauses:
        return re.compile(pattern, flags)
    return cast("re.Pattern[str]", Gated(pattern, flags, clauses))  # behaves as one


def _stands(word: str, text: str) -> bool:
    return any(map(str.isdecimal, text)) if word == DIGIT else word in text
