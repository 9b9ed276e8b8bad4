"""Regular expressions of rules: compiled at first use, and tried only where a text has words of theirs.

Importing the tables must stay cheap. And hundreds of expressions are asked about each question, most of them
with dozens of alternatives to try at every place of it: knowing which words stand in it, and of which ones a
match must hold some, costs a fraction of that.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import repeat
from typing import Any, cast

from assistant.decisions.expressions.branches import Branches, branches_of
from assistant.decisions.expressions.necessary import clauses_of
from assistant.decisions.expressions.standing import VOCABULARY

SPLIT_AFTER = 1_000
"""Searches for an expression from which on its branches are tried: to take it apart costs as much as hundreds
of them, which only a server gets back."""

_MISSING = VOCABULARY.missing


class Gated:
    """An expression that is compiled at first use, and tried where a text has the words that a match holds.

    Its other methods and attributes are those of `re.Pattern`.
    """

    __slots__ = ("_bits", "_branches", "_uses", "compiled", "flags", "pattern")
    compiled: re.Pattern[str]

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self.flags = flags
        self._uses = self._bits = 0
        self._branches: Branches | None = None

    def __getattr__(self, name: str) -> Any:
        """The expression itself, which isn't compiled yet, or an attribute of it."""
        if name != "compiled":
            return getattr(self.compiled, name)
        self.compiled = re.compile(self.pattern, self.flags)
        return self.compiled

    def may_match(self, text: str) -> bool:
        """Whether `text` has the words that a match holds, as far as they are learnt."""
        return not _MISSING[text] & self._bits

    def _used(self) -> re.Pattern[str]:
        """The expression, for a use that counts."""
        if self._uses < SPLIT_AFTER:
            self._uses += 1
            if self._uses == VOCABULARY.learnt_after and not self._bits:
                self.learn()
            if self._uses == SPLIT_AFTER:
                self._branches = branches_of(self.compiled)
        return self.compiled

    def learn(self) -> None:
        """Learns the words that a match holds."""
        self._bits = VOCABULARY.bits(clauses_of(self.pattern, self.flags))

    def search(self, text: str, *span: int) -> re.Match[str] | None:
        """As `re.Pattern.search`. A part of a text is searched as it is: to look through all costs more."""
        if span:
            return self.compiled.search(text, *span)
        missing = _MISSING[text]
        if missing & self._bits:
            return None
        if self._branches:
            return self._branches.search(text, missing)
        return (self._used() if self._uses < SPLIT_AFTER else self.compiled).search(text)

    def match(self, text: str, *span: int) -> re.Match[str] | None:
        """As `re.Pattern.match`. To look through a new text costs more than one try at its beginning."""
        if span or (missing := _MISSING.get(text)) is None:
            return self.compiled.match(text, *span)
        return None if missing & self._bits else self._used().match(text)

    def fullmatch(self, text: str, *span: int) -> re.Match[str] | None:
        """As `re.Pattern.fullmatch`."""
        if span or (missing := _MISSING.get(text)) is None:
            return self.compiled.fullmatch(text, *span)
        return None if missing & self._bits else self._used().fullmatch(text)

    def finditer(self, text: str, *span: int) -> Iterator[re.Match[str]]:
        """As `re.Pattern.finditer`."""
        if span:
            return self.compiled.finditer(text, *span)
        missing = _MISSING[text]
        if missing & self._bits:
            return iter(())
        if self._branches:
            return self._branches.finditer(text, missing)
        return (self._used() if self._uses < SPLIT_AFTER else self.compiled).finditer(text)

    def findall(self, text: str, *span: int) -> list[Any]:
        """As `re.Pattern.findall`."""
        if span:
            return self.compiled.findall(text, *span)
        return self._used().findall(text) if self.may_match(text) else []

    def split(self, text: str, maxsplit: int = 0) -> list[str | Any]:
        """As `re.Pattern.split`."""
        return self._used().split(text, maxsplit) if self.may_match(text) else [text]

    def sub(self, new: str | Callable[[re.Match[str]], str], text: str, count: int = 0) -> str:
        """As `re.Pattern.sub`."""
        return self._used().sub(new, text, count=count) if self.may_match(text) else text

    def subn(self, new: str | Callable[[re.Match[str]], str], text: str, count: int = 0) -> tuple[str, int]:
        """As `re.Pattern.subn`."""
        return self._used().subn(new, text, count=count) if self.may_match(text) else (text, 0)


def lazy(pattern: str, flags: int = re.IGNORECASE) -> Callable[[], re.Pattern[str]]:
    """A function that returns the expression of `pattern`; case is ignored unless `flags` say otherwise.

    Hundreds are called for each question: nothing returns what is always the same with less ado.
    """
    return repeat(compiled(pattern, flags)).__next__


def compiled(pattern: str, flags: int = re.IGNORECASE) -> re.Pattern[str]:
    """`pattern` as an expression that costs nothing before its first use."""
    return cast("re.Pattern[str]", Gated(pattern, flags))  # behaves as one
