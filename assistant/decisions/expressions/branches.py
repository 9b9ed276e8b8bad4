"""The branches of a long alternation as expressions of their own: a text has the words of few of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.decisions.expressions.necessary import clauses_of, takes_room
from assistant.decisions.expressions.standing import VOCABULARY

FEWEST = 40
"""Fewer branches are tried as fast together."""

MOST_TRIED = 6
"""More branches are tried as fast in the whole."""

COMPILED_AFTER = 10
"""Texts with its words from which on a branch is compiled: before, to try the whole costs less."""

_PIECE = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|.", re.DOTALL)
_AHEAD = re.compile(r"(?:\\b|\(\?<?[!=](?:\\.|[^()\\])*\))*")
"""Assertions that stand before a group, which then hold for each of its branches."""

_GROUP = "(?:"
_REPEATED = ("*", "+", "?", "{")


class Branches:
    """An alternation without groups that takes some room, tried by the branches whose words a text has."""

    def __init__(self, whole: re.Pattern[str], parts: Sequence[str], flags: int) -> None:
        self._whole = whole
        self._parts = parts
        self._flags = flags
        self._uses = [0] * len(parts)
        self._compiled: dict[int, re.Pattern[str]] = {}
        self._by_bit: dict[int, list[int]] = {}
        self._bits = 0
        for number, part in enumerate(parts):
            clauses = clauses_of(part, flags)
            bit = VOCABULARY.bits(clauses[:1])
            self._by_bit.setdefault(bit, []).append(number)
            self._bits |= bit

    def search(self, text: str, missing: int) -> re.Match[str] | None:
        """The first match in a text that lacks `missing`."""
        numbers = self._possible(missing)
        if len(numbers) > MOST_TRIED or not self._are_compiled(numbers):
            return self._whole.search(text)
        first: re.Match[str] | None = None
        place = (len(text), 0)  # of those that begin there, the first branch is the match of the whole
        for number in numbers:
            match = self._compiled[number].search(text)
            if match and (match.start(), number) < place:
                first, place = match, (match.start(), number)
        return first

    def finditer(self, text: str, missing: int) -> Iterator[re.Match[str]]:
        """The matches in a text that lacks `missing`, each behind the one before."""
        numbers = self._possible(missing)
        if len(numbers) > MOST_TRIED or not self._are_compiled(numbers):
            return self._whole.finditer(text)
        return self._found(text, numbers)

    def _found(self, text: str, numbers: Sequence[int]) -> Iterator[re.Match[str]]:
        found: dict[int, re.Match[str]] = {}
        for number in numbers:
            if match := self._compiled[number].search(text):
                found[number] = match
        while found:
            number, match = min(found.items(), key=lambda one: (one[1].start(), one[0]))
            yield match
            for other, behind in list(found.items()):
                if behind.start() < match.end():
                    again = self._compiled[other].search(text, match.end())
                    if again:
                        found[other] = again
                    else:
                        del found[other]

    def _possible(self, missing: int) -> list[int]:
        """The numbers of the branches whose most telling words stand in a text that lacks `missing`."""
        left = self._bits ^ (self._bits & missing)
        numbers = list(self._by_bit.get(0, ()))
        while left:
            bit = left & -left
            numbers += self._by_bit[bit]
            left ^= bit
        return numbers

    def _are_compiled(self, numbers: Sequence[int]) -> bool:
        """Whether the branches are compiled, as those that are asked for often are."""
        compiled = True
        for number in numbers:
            if number not in self._compiled:
                self._uses[number] += 1
                if self._uses[number] < COMPILED_AFTER:
                    compiled = False
                else:
                    self._compiled[number] = re.compile(self._parts[number], self._flags)
        return compiled


def branches_of(compiled: re.Pattern[str]) -> Branches | None:
    """The branches of an expression; None where they are few, have groups to tell of or may match nothing."""
    flags = compiled.flags & ~re.UNICODE
    if compiled.groups or flags & ~re.IGNORECASE:
        return None
    parts = [part for branch in _split(compiled.pattern) for part in _spread(branch)]
    if len(parts) < FEWEST or not takes_room(compiled.pattern, compiled.flags):
        return None
    return Branches(compiled, parts, flags)


def _spread(pattern: str) -> list[str]:
    """A branch that is a group behind assertions, as its alternatives with what stands around them."""
    ahead = _AHEAD.match(pattern)
    start = ahead.end() if ahead else 0
    if not pattern.startswith(_GROUP, start):
        return [pattern]
    end = _end_of_group(pattern, start)
    if pattern.startswith(_REPEATED, end):
        return [pattern]
    inner = _split(pattern[start + len(_GROUP) : end - 1])
    return [f"{pattern[:start]}{part}{pattern[end:]}" for part in inner]


def _end_of_group(pattern: str, start: int) -> int:
    depth = 0
    for at, piece in _pieces(pattern, start):
        depth += (piece == "(") - (piece == ")")
        if not depth:
            return at + 1
    raise ValueError(pattern)


def _split(pattern: str) -> list[str]:
    """`pattern` at the bars that stand in no group."""
    parts, depth, last = list[str](), 0, 0
    for at, piece in _pieces(pattern):
        depth += (piece == "(") - (piece == ")")
        if piece == "|" and not depth:
            parts.append(pattern[last:at])
            last = at + 1
    return [*parts, pattern[last:]]


def _pieces(pattern: str, start: int = 0) -> Iterator[tuple[int, str]]:
    return ((match.start(), match[0]) for match in _PIECE.finditer(pattern, start))
