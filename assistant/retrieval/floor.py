"""The floor below which the knowledge base "does not say", calibrated by `evals/calibrate_floor.py`."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.retrieval.words import token_set
from assistant.understanding.reading import Intent

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
    silent: float
    outside: float
    least: float
    unanswered: float = 0.0

    def probability(self, features: Features) -> float:
        """The calibrated probability (0 to 1) that the passages cover the question."""
        score = (
            self.intercept
            + self.similarity * features.similarity
            + self.coverage * features.coverage
            + self.unknown * features.unknown
            + self.silent * features.silent
            + self.outside * features.outside
            + self.unanswered * features.unanswered
        )
        return 1 / (1 + math.exp(-score))


@dataclass(frozen=True, slots=True)
class Features:
    """`similarity`: best cosine of the first passages. `coverage`: share of the question's words, rare ones
    counting more, that one passage holds. `unknown`: the share that the index never saw. `silent`, `outside`:
    the probability that the encoder sees in the question what the guide leaves out, or another matter.
    `unanswered`: the log-odds that nothing answers it, going by how it is asked."""

    similarity: float
    coverage: float
    unknown: float
    silent: float = 0.0
    outside: float = 0.0
    unanswered: float = 0.0


# Fitted on the tuning halves of the datasets, before there were odds that nothing answers.
CALIBRATED = Floor(
    intercept=-1.52, similarity=3.36, coverage=4.50, unknown=0.36, silent=-4.87, outside=-7.99, least=0.33
)
# The same with those odds, which are known for a question that stands by itself (`evals.calibrate_floor`).
ALONE = Floor(
    intercept=-1.64,
    similarity=2.07,
    coverage=3.00,
    unknown=-0.41,
    silent=0.43,
    outside=-0.11,
    unanswered=-0.87,
    least=0.5,
)
# The same without what the question is taken for, which is not known with an encoder of the user's own.
WITHOUT_INTENTS = Floor(
    intercept=-4.38, similarity=5.91, coverage=3.15, unknown=-0.80, silent=0.0, outside=0.0, least=0.31
)


def floor_for(intents: Mapping[Intent, float], unanswered: float | None = None) -> Floor:
    """The floor to judge by, whether or not the question's intents and its odds are known."""
    if not intents:
        return WITHOUT_INTENTS
    return CALIBRATED if unanswered is None else ALONE


def rarities(tokens: Sequence[str], frequencies: Mapping[str, int]) -> dict[str, float]:
    """What each of a question's tokens counts, by its frequency in the index: the rarer, the more."""
    most = max(frequencies.values(), default=0) + 1
    return {token: math.log(1 + (most + 1) / (frequencies.get(token, 0) + 0.5)) for token in tokens}


def coverage_of(weights: Mapping[str, float], passage: Retrieved) -> float:
    """The share (0 to 1) of a question's words that a passage holds; `weights`: what each counts."""
    held = token_set(passage.search_text)
    return sum(weight for token, weight in weights.items() if token in held) / (sum(weights.values()) or 1.0)


def features_of(
    tokens: Sequence[str],
    frequencies: Mapping[str, int],
    passages: Sequence[Retrieved],
    intents: Mapping[Intent, float],
    unanswered: float | None = None,
) -> Features:
    """What the floor judges: a question's tokens with their frequencies in the index, what was found, what
    the question is taken for (nothing, where no model of intents fits the encoder), and the log-odds that
    nothing answers it, where they are known."""
    weights = rarities(tokens, frequencies)
    total = sum(weights.values()) or 1.0
    first = passages[:LOOKED_AT]
    return Features(
        similarity=max((passage.similarity or 0.0 for passage in first), default=0.0),
        coverage=max((coverage_of(weights, passage) for passage in first), default=0.0),
        unknown=sum(weight for token, weight in weights.items() if not frequencies.get(token)) / total,
        silent=intents.get(Intent.SILENT, 0.0),
        outside=intents.get(Intent.OUTSIDE, 0.0),
        unanswered=unanswered or 0.0,
    )


def confidence_of(
    tokens: Sequence[str],
    frequencies: Mapping[str, int],
    passages: Sequence[Retrieved],
    intents: Mapping[Intent, float],
    unanswered: float | None = None,
) -> float:
    """The calibrated probability that the passages cover the question; 0 without passages."""
    if not passages:
        return 0.0
    features = features_of(tokens, frequencies, passages, intents, unanswered)
    return floor_for(intents, unanswered).probability(features)
