"""Whether an answer is short, and in its own words rather than pasted."""

from __future__ import annotations

from collections.abc import Iterable

from evals.metrics.text import plain, word_count

WORD_LIMIT = 200  # answers aim at 150 words; what a clarification lists comes on top


def within_length(text: str) -> bool:
    """Whether the answer keeps to the limit."""
    return word_count(text) <= WORD_LIMIT


def pasted_share(text: str, passages: Iterable[str], run: int = 12) -> float:
    """Share (0 to 1) of the answer's words that stand in runs of `run` or more words of one passage."""
    words = plain(text).lower().split()
    if len(words) < run:
        return 0.0
    known: set[tuple[str, ...]] = set()
    for passage in passages:
        other = plain(passage).lower().split()
        known.update(tuple(other[i : i + run]) for i in range(len(other) - run + 1))
    covered: set[int] = set()
    for start in range(len(words) - run + 1):
        if tuple(words[start : start + run]) in known:
            covered.update(range(start, start + run))
    return len(covered) / len(words)
