"""Regular expressions of rules: compiled at first use, and tried only where a text has a word of theirs.

Importing the tables must stay cheap. And hundreds of expressions are asked about each question, most of them
with dozens of alternatives to try at every place of it: looking for the words of which a match must hold one
costs a fraction of that.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from re import _constants, _parser  # type: ignore[attr-defined]  # Python's own parser; no public one exists
from typing import Any, cast

SHORT = 60
"""Expressions of fewer characters are tried as they are."""

LEARNT_AFTER = 8
"""Uses of an expression from which on its words are known: a command that is soon over doesn't look."""

MOST_WORDS = 150


class Gated:
    """A compiled expression; its other methods are those of `re.Pattern`."""

    __slots__ = ("_uses", "_words", "compiled")

    def __init__(self, pattern: str, flags: int) -> None:
        self.compiled = re.compile(pattern, flags)
        self._words: Sequence[str] = ()
        self._uses = 0

    def search(self, text: str, *span: int) -> re.Match[str] | None:
        """As `re.Pattern.search`. A part of a text is searched as it is: to look through all costs more."""
        return self.compiled.search(text, *span) if span or self._may_match(text) else None

    def finditer(self, text: str, *span: int) -> Iterator[re.Match[str]]:
        """As `re.Pattern.finditer`."""
        return self.compiled.finditer(text, *span) if span or self._may_match(text) else iter(())

    def sub(self, new: str | Callable[[re.Match[str]], str], text: str, count: int = 0) -> str:
        """As `re.Pattern.sub`."""
        return self.compiled.sub(new, text, count=count) if self._may_match(text) else text

    def __getattr__(self, name: str) -> Any:
        return getattr(self.compiled, name)

    def _may_match(self, text: str) -> bool:
        if not self._words:
            self._uses += 1
            if self._uses < LEARNT_AFTER:
                return True
            self._words = words_of(self.compiled)
        return any(map(text.casefold().__contains__, self._words))


def lazy(pattern: str, flags: int = re.IGNORECASE) -> Callable[[], re.Pattern[str]]:
    """A function that returns the compiled `pattern`; case is ignored unless `flags` say otherwise."""
    return cache(lambda: compiled(pattern, flags))


def compiled(pattern: str, flags: int = re.IGNORECASE) -> re.Pattern[str]:
    """`pattern` compiled, and gated unless it is a short one."""
    if len(pattern) < SHORT:
        return re.compile(pattern, flags)
    return cast("re.Pattern[str]", Gated(pattern, flags))  # behaves as one


def words_of(pattern: re.Pattern[str]) -> tuple[str, ...]:
    """Texts of which any match holds one, case folded; the empty text where there is no telling."""
    words = _necessary(_parser.parse(pattern.pattern, pattern.flags))
    telling = [word for word in words if not any(other != word and other in word for other in words)]
    return tuple(telling) if len(telling) <= MOST_WORDS else ("",)


def _necessary(items: Any) -> tuple[str, ...]:
    """The most telling choice of texts that a sequence of parsed items allows."""
    choices: list[tuple[str, ...]] = [("",)]
    run = ""
    for kind, value in [*items, (_constants.ANY, None)]:
        if kind is _constants.LITERAL:
            run += chr(value).casefold()
            continue
        choices += [(run,), _of_item(kind, value)]
        run = ""
    return max(choices, key=lambda words: (min(map(len, words)), -len(words)))


def _of_item(kind: Any, value: Any) -> tuple[str, ...]:
    if kind is _constants.SUBPATTERN:
        return _necessary(value[3])
    if kind in (_constants.MAX_REPEAT, _constants.MIN_REPEAT) and value[0] > 0:
        return _necessary(value[2])
    if kind is _constants.BRANCH:
        return tuple(dict.fromkeys(word for branch in value[1] for word in _necessary(branch)))
    return ("",)
