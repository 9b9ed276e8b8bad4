"""What the readers share: tables of rules that are compiled at first use, and sets of words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache

from assistant.decisions.expressions.families import Family, Rule
from assistant.decisions.expressions.patterns import compiled


class Rules(dict[str, re.Pattern[str]]):
    """Expressions by name."""

    def __init__(self, rules: Mapping[str, str]) -> None:
        super().__init__((name, compiled(pattern)) for name, pattern in rules.items())
        self.possible: Callable[[str], Sequence[Rule[str]]] = Family(self.items()).possible
        """Those that may match in a text, in their order."""


def lazy_rules(rules: Mapping[str, str]) -> Callable[[], Rules]:
    """A function that returns `rules` (name and pattern) compiled, in their order; case is ignored."""
    return cache(lambda: Rules(rules))


def lazy_family(*tables: Mapping[str, str]) -> Callable[[], Family[str]]:
    """A function that returns the rules of several tables, one after another, tried by one look at a text."""
    return cache(lambda: Family((name, compiled(rule)) for table in tables for name, rule in table.items()))


def word_set(words: str) -> frozenset[str]:
    """The words of `words`, which are set apart by spaces."""
    return frozenset(words.split())


def blanked(text: str, spans: Iterable[tuple[int, int]], fill: str = " ") -> str:
    """`text` with `fill` in place of each letter of `spans`, so that every place stays where it is."""
    for start, end in spans:
        text = f"{text[:start]}{fill * (end - start)}{text[end:]}"
    return text
