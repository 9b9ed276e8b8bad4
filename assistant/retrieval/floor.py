"""The floor below which the knowledge base "does not say", calibrated by `evals/calibrate.py`."""

from __future__ import annotations

import math
from collections.abc import Sequence

from assistant.retrieval.retriever import Retrieved
from ingest.analysis import analyze

# Logistic weights fitted on the tuning halves of the datasets; see evals/calibrate.py.
INTERCEPT, SIMILARITY, COVERAGE = -6.0, 9.0, 3.0
FLOOR = 0.5


def features(terms: Sequence[str], passages: Sequence[Retrieved]) -> tuple[float, float]:
    """Best similarity among the first three passages, and the share of the question's terms that one holds."""
    similarity = max((passage.similarity or 0.0 for passage in passages[:3]), default=0.0)
    wanted = frozenset(terms)
    if not wanted:
        return similarity, 0.0
    held = max(
        len(wanted & frozenset(analyze(passage.search_text))) for passage in passages[:3]
    )
    return similarity, held / len(wanted)


def confidence_of(terms: Sequence[str], passages: Sequence[Retrieved]) -> float:
    """The calibrated probability that the passages cover the question."""
    if not passages:
        return 0.0
    similarity, coverage = features(terms, passages)
    return 1 / (1 + math.exp(-(INTERCEPT + SIMILARITY * similarity + COVERAGE * coverage)))


def is_covered(terms: Sequence[str], passages: Sequence[Retrieved]) -> bool:
    """Whether the passages are close enough to the question to answer from."""
    return confidence_of(terms, passages) >= FLOOR
