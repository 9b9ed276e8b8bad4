"""The line that a place stands in, and matches in the lines of a log that hold a word, which is far cheaper
to look for than an expression."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.codes.finding.found_code import LOG_FROM


def lowered(text: str) -> str:
    """`text` in small letters, every one at its place: a few capitals would become two, and so stay."""
    small = text.lower()
    return small if len(small) == len(text) else "".join(ch.lower() if ch.isascii() else ch for ch in text)


def line_of(text: str, start: int, end: int) -> str:
    """The line of what goes from `start` to `end`."""
    last = text.find("\n", end)
    return text[text.rfind("\n", 0, start) + 1 : last if last >= 0 else len(text)]


def between(breaks: Sequence[re.Match[str]], text: str, start: int, end: int) -> tuple[int, int]:
    """The nearest of the `breaks` of a text around what goes from `start` to `end`: where one ends, and the
    next begins."""
    first = max((match.end() for match in breaks if match.end() <= start), default=0)
    last = min((match.start() for match in breaks if match.start() >= end), default=len(text))
    return first, last


def matches(pattern: re.Pattern[str], text: str, words: Sequence[str]) -> Iterator[re.Match[str]]:
    """The matches of `pattern`, none of which goes beyond its line and each of which holds one of `words`.

    The words are in small letters; their case in the text doesn't matter.
    """
    if len(text) <= LOG_FROM:
        yield from pattern.finditer(text)
        return
    for start, end in _lines_with(text, words):
        yield from pattern.finditer(text, start, end)


def _lines_with(text: str, words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where the lines begin and end that hold one of the words, in their order."""
    small = lowered(text)
    lines = set()
    for word in words:
        at = small.find(word)
        while at >= 0:
            end = text.find("\n", at)
            end = end if end >= 0 else len(text)
            lines.add((text.rfind("\n", 0, at) + 1, end))
            at = small.find(word, end)
    yield from sorted(lines)
