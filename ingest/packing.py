"""Fitting text into a limit: as many units as fit, overlong ones cut at ever smaller joints."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from ingest.sentences import split_prose

Fits = Callable[[str], bool]
"""Whether a text, with all that goes around it, stays within the limit."""


def pack(units: Sequence[str], glue: str, fits: Fits, split: Callable[[str], Sequence[str]]) -> Iterator[str]:
    """Units joined by `glue` to texts that fit, in order. A unit that doesn't fit alone goes through `split`.

    Every text that comes out was tested by `fits`, so the limit holds for counting functions that are not
    monotone as well (a tokenizer may count a very long word as one unknown token).
    """
    start = 0
    while start < len(units):
        count = _longest(units, start, glue, fits) if fits(units[start]) else 0
        if count:
            yield glue.join(units[start : start + count])
        else:
            yield from split(units[start])
        start += max(count, 1)


def split_lines(text: str, fits: Fits) -> list[str]:
    """`text` in pieces that fit, cut between lines, or else sentences, words, characters."""
    lines = [line for line in text.split("\n") if line.strip()]
    return list(pack(lines, "\n", fits, lambda line: split_text(line, fits)))


def split_text(text: str, fits: Fits) -> list[str]:
    """One paragraph in pieces that fit, cut between sentences, or else words, characters."""
    return list(pack(split_prose(text), " ", fits, lambda sentence: _split_words(sentence, fits)))


def _split_words(sentence: str, fits: Fits) -> list[str]:
    return list(pack(sentence.split(), " ", fits, lambda word: _halve(word, fits)))


def _halve(word: str, fits: Fits) -> list[str]:
    if len(word) < 2 or fits(word):
        return [word]
    middle = len(word) // 2
    return _halve(word[:middle], fits) + _halve(word[middle:], fits)


def _longest(units: Sequence[str], start: int, glue: str, fits: Fits) -> int:
    """How many units from `start`, at least one, fit together; found by doubling, then halving the gap."""
    left = len(units) - start
    good, bad = 1, 2
    while bad <= left and fits(glue.join(units[start : start + bad])):
        good, bad = bad, bad * 2
    bad = min(bad, left + 1)
    while bad - good > 1:
        middle = (good + bad) // 2
        if fits(glue.join(units[start : start + middle])):
            good = middle
        else:
            bad = middle
    return good
