"""What the readers share: tables of rules that are compiled at first use, and sets of words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache

from assistant.decisions.patterns import compiled


def lazy_rules(rules: Mapping[str, str]) -> Callable[[], Mapping[str, re.Pattern[str]]]:
    """A function that returns `rules` (name and pattern) compiled, in their order; case is ignored."""
    return cache(lambda: {name: compiled(pattern) for name, pattern in rules.items()})


def word_set(words: str) -> frozenset[str]:
    """The words of `words`, which are set apart by spaces."""
    return frozenset(words.split())


def blanked(text: str, spans: Iterable[tuple[int, int]], fill: str = " ") -> str:
    """`text` with `fill` in place of each letter of `spans`, so that every place stays where it is."""
    for start, end in spans:
        text = f"{text[:start]}{fill * (end - start)}{text[end:]}"
    return text
