"""Expressions that are tried on the same texts: one look tells which of them may match."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import reduce
from operator import or_
from typing import Generic, NamedTuple, TypeVar

from assistant.decisions.expressions.necessary import clauses_of
from assistant.decisions.expressions.standing import VOCABULARY

Name = TypeVar("Name")
Rule = tuple[Name, re.Pattern[str]]


class _Words(NamedTuple):
    """The clauses of a family's rules: of each, of all together, and the rules without any."""

    bits: Sequence[int]
    any_bit: int
    always: Sequence[int]


class Family(Generic[Name]):
    """Expressions in their order, each with what it stands for."""

    def __init__(self, rules: Iterable[Rule[Name]]) -> None:
        self.rules = tuple(rules)
        self._uses = 0
        self._words: _Words | None = None  # set at once, whole: other threads ask meanwhile

    def possible(self, text: str) -> Sequence[Rule[Name]]:
        """Those whose most telling words `text` has, as far as they are learnt."""
        if self._words is None:
            self._uses += 1
            if self._uses >= VOCABULARY.learnt_after:
                self._words = self._learnt()
            return self.rules
        there = self._words.any_bit & ~VOCABULARY.missing[text]
        if not there:
            return [self.rules[number] for number in self._words.always]
        bits = self._words.bits
        return [rule for rule, bit in zip(self.rules, bits, strict=True) if bit & there or not bit]

    def replaced(self, text: str, new: Callable[[Name], str | Callable[[re.Match[str]], str]]) -> str:
        """`text` with `new` of each in place of what it matches, one after another."""
        left = list(self.possible(text))
        while left:
            name, pattern = rule = left.pop(0)
            changed = pattern.sub(new(name), text)
            if changed != text:
                text = changed
                behind = self.rules[self.rules.index(rule) + 1 :]
                left = [one for one in self.possible(text) if one in behind]
        return text

    def _learnt(self) -> _Words:
        bits = [VOCABULARY.bits(clauses_of(one.pattern, one.flags)[:1]) for _, one in self.rules]
        return _Words(bits, reduce(or_, bits, 0), [number for number, bit in enumerate(bits) if not bit])
