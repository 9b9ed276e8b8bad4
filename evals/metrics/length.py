"""Whether an answer is short."""

from __future__ import annotations

from evals.metrics.text import word_count

WORD_LIMIT = 200  # answers aim at 150 words; what a clarification lists comes on top


def within_length(text: str) -> bool:
    """Whether the answer keeps to the limit."""
    return word_count(text) <= WORD_LIMIT
