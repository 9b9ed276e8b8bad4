"""Expressions that are tried on the same texts: one look tells which of them may match."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Generic, TypeVar

from assistant.decisions.necessary import clauses_of
from assistant.decisions.patterns import LEARNT_AFTER
from assistant.decisions.standing import VOCABULARY

Name = TypeVar("Name")
Rule = tuple[Name, re.Pattern[str]]

_KNOWN = VOCABULARY.missing.get


class Family(Generic[Name]):
    """Expressions in their order, each with what it stands for."""

    def __init__(self, rules: Iterable[Rule[Name]]) -> None:
        self._rules = tuple(rules)
        self._uses = 0
        self._bits = [0] * len(self._rules)
        self._any_bit = 0
        self._always: Sequence[Rule[Name]] = ()

    def possible(self, text: str) -> Sequence[Rule[Name]]:
        """Those whose most telling words `text` has, as far as they are learnt."""
        if self._uses < LEARNT_AFTER:
            self._uses += 1
            if self._uses == LEARNT_AFTER:
                self._learn()
            return self._rules
        there = self._any_bit & ~(_KNOWN(text) or VOCABULARY.missing_in(text))
        if not there:
            return self._always
        return [rule for rule, bit in zip(self._rules, self._bits, strict=True) if bit & there or not bit]

    def replaced(self, text: str, new: Callable[[Name], str | Callable[[re.Match[str]], str]]) -> str:
        """`text` with `new` of each in place of what it matches, one after another."""
        left = list(self.possible(text))
        while left:
            name, pattern = rule = left.pop(0)
            changed = pattern.sub(new(name), text)
            if changed != text:
                text = changed
                behind = self._rules[self._rules.index(rule) + 1 :]
                left = [one for one in self.possible(text) if one in behind]
        return text

    def _learn(self) -> None:
        for number, (_, pattern) in enumerate(self._rules):
            self._bits[number] = VOCABULARY.bits(clauses_of(pattern.pattern, pattern.flags)[:1])
            self._any_bit |= self._bits[number]
        self._always = [rule for rule, bit in zip(self._rules, self._bits, strict=True) if not bit]
