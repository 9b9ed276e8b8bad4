"""The floor below which the knowledge base "does not say", calibrated by `evals/calibrate.py`."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.retrieval.words import token_set

if TYPE_CHECKING:
    from assistant.retrieval.retriever import Retrieved

LOOKED_AT = 4


@dataclass(frozen=True, slots=True)
class Floor:
    """A logistic model of "these passages cover the question" and the probability below which they don't."""

    intercept: float
    similarity: float
    coverage: float
    unknown: float
    least: float

    def probability(self, features: Features) -> float:
        """The calibrated probability (0 to 1) that the passages cover the question."""
        score = (
            self.intercept
            + self.similarity * features.similarity
            + self.coverage * features.coverage
            + self.unknown * features.unknown
        )
        return 1 / (1 + math.exp(-score))


@dataclass(frozen=True, slots=True)
class Features:
    """`similarity`: best cosine of the first passages. `coverage`: share of the question's words, rare ones
    counting more, that one passage holds. `unknown`: the share that the index never saw."""

    similarity: float
    coverage: float
    unknown: float


# Fitted on the tuning halves of the datasets by `python -m evals.calibrate`; see there.
CALIBRATED = Floor(intercept=-4.38, similarity=5.91, coverage=3.15, unknown=-0.80, least=0.31)


def features_of(
    tokens: Sequence[str], frequencies: Mapping[str, int], passages: Sequence[Retrieved]
) -> Features:
    """What the floor judges: a question's tokens with their frequencies in the index, and what was found."""
    rarest = max(frequencies.values(), default=0) + 1
    weights = {token: math.log(1 + (rarest + 1) / (frequencies.get(token, 0) + 0.5)) for token in tokens}
    total = sum(weights.values()) or 1.0
    first = passages[:LOOKED_AT]
    held = [
        sum(weight for token, weight in weights.items() if token in token_set(passage.search_text))
        for passage in first
    ]
    return Features(
        similarity=max((passage.similarity or 0.0 for passage in first), default=0.0),
        coverage=max(held, default=0.0) / total,
        unknown=sum(weight for token, weight in weights.items() if not frequencies.get(token)) / total,
    )


def confidence_of(
    tokens: Sequence[str], frequencies: Mapping[str, int], passages: Sequence[Retrieved]
) -> float:
    """The calibrated probability that the passages cover the question; 0 without passages."""
    return CALIBRATED.probability(features_of(tokens, frequencies, passages)) if passages else 0.0
