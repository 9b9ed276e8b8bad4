"""How near a text comes to an entry of the reference, and how likely the entry is what it tells of.

Similarity of meaning alone confuses neighbours; what sets their phrases apart, and the words that text and
entry share, tell which is meant. How much each counts, and the logistic model of whether a text tells of an
error at all, are fitted by `evals/calibrate_symptoms.py`.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache
from operator import mul
from typing import NamedTuple

from assistant.codes.entries import ErrorEntry
from assistant.retrieval.words import telling_tokens
from assistant.understanding.reading import Intent, Reading
from ingest.analysis import analyze

CATALOGUE = "vnext-dpm-error-codes.md"
"""The article that lists every ID with a line each; other articles say more of causes and steps."""

SHORTEST_PHRASE = 3
"""Phrases of fewer words say too little to be recognised by them."""

STEP_SHARE = 0.5
"""What a word counts that stands in the steps of an entry only."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """An entry beside a text.

    `similarity`: cosine of its nearest phrase. `coverage`: share of the text's words that the entry holds.
    `behind`: the log-likelihood by which its phrases tell less of it than another's. `words`: BM25, as a
    share of what the text's words weigh.
    """

    entry: ErrorEntry
    similarity: float
    coverage: float
    behind: float = 0.0
    words: float = 0.0

    @property
    def score(self) -> float:
        """What entries are ranked by: the log of how likely this one is meant, up to a constant."""
        return math.fsum(map(mul, RANKING, ranked_by(self)))


RANKING = (4.35, 0.13, 7.01, 5.86, 0.22)
"""The weights of `ranked_by`, fitted by `python -m evals.calibrate_symptoms`: of messages of people who don't
know the entry (those kept from the fit), the right one is first for 93 of 100."""


def ranked_by(likeness: Likeness) -> tuple[float, ...]:
    """What entries are ranked by, each weighed by RANKING. Last: what has an article is asked more often."""
    article = float(has_article(likeness.entry))
    return likeness.similarity, likeness.behind, likeness.words, likeness.coverage, article


class Features(NamedTuple):
    """What tells whether an entry is meant.

    `similarity`, `coverage` and `words` are those of its likeness, `guide` and `guide_words` the same of the
    guide's best passage. `fault`: a fault is told in so many words; `intent`: how likely the encoder holds
    the text for the report of one. `covered`: how likely the guide answers. `length`: the log of how many
    words the text has; of a story, fewer are shared with the entry.
    """

    similarity: float
    coverage: float
    words: float
    guide: float
    guide_words: float
    fault: float
    intent: float = 0.0
    covered: float = 0.0
    length: float = 0.0


@dataclass(frozen=True, slots=True)
class Fit:
    """The weights of the logistic model."""

    intercept: float
    weights: Features

    def probability(self, features: Features) -> float:
        """How likely (0 to 1) the entry is meant."""
        products = map(mul, self.weights, features)
        return 1 / (1 + math.exp(-self.intercept - sum(products)))


# Fitted on the development sets by `python -m evals.calibrate_symptoms`; see there. The second is without
# what the encoder takes the question for, which is not known with one of the user's own.
CALIBRATED = Fit(
    -11.14,
    Features(
        similarity=7.52,
        coverage=5.42,
        words=4.72,
        guide=-6.48,
        guide_words=-6.16,
        fault=0.8,
        intent=3.36,
        covered=-1.1,
        length=2.8,
    ),
)
WITHOUT_INTENTS = Fit(
    -8.48,
    Features(
        similarity=8.87,
        coverage=4.97,
        words=5.65,
        guide=-9.28,
        guide_words=-7.21,
        fault=1.25,
        intent=0.0,
        covered=0.0,
        length=2.28,
    ),
)


def fit_for(reading: Reading) -> Fit:
    """The model to judge by, whether or not the question's intents are known."""
    return CALIBRATED if reading.intents else WITHOUT_INTENTS


def has_article(entry: ErrorEntry) -> bool:
    """Whether an article stands behind the entry, which says more of causes and steps than the catalogue."""
    return any(not source.path.endswith(CATALOGUE) for source in entry.sources)


def coverage_of(weights: Mapping[str, float], entry: ErrorEntry) -> float:
    """The share of a text's words, rare ones counting more (`weights` by token), that the entry holds."""
    told, steps = _tokens_of(entry)
    held = sum(
        weight * (1.0 if token in told else STEP_SHARE if token in steps else 0.0)
        for token, weight in weights.items()
    )
    return held / (sum(weights.values()) or 1.0)


@lru_cache(maxsize=4096)
def _tokens_of(entry: ErrorEntry) -> tuple[frozenset[str], frozenset[str]]:
    """The tokens of what an entry tells, and of its steps."""
    causes = [cause.text for cause in entry.causes]
    told = "\n".join([entry.title, entry.message, entry.symptom, *causes, *entry.asks])
    return frozenset(analyze(told)), frozenset(analyze("\n".join(entry.resolution)))


def held_of(tokens: Collection[str], entry: ErrorEntry, weigh: Callable[[str], float]) -> float:
    """The share of the entry's title or message, whichever is more, that stands in a text of these tokens:
    a message in a long story counts."""
    shares = [0.0]
    for phrase in (entry.title, entry.message):
        words = telling_tokens(phrase)
        if len(words) >= SHORTEST_PHRASE:
            weights = {word: weigh(word) for word in words}
            shares.append(sum(weights[word] for word in words if word in tokens) / sum(weights.values()))
    return max(shares)


def features_of(
    likeness: Likeness, reading: Reading, guide: float, guide_words: float, covered: float
) -> Features:
    """What the model judges; `guide`, `guide_words` and `covered` tell how near the guide comes."""
    known = bool(reading.intents)
    return Features(
        likeness.similarity,
        likeness.coverage,
        likeness.words,
        guide,
        guide_words,
        float(reading.fault),
        reading.intents.get(Intent.FAULT, 0.0),
        covered if known else 0.0,
        math.log1p(len(reading.plain.split())),
    )
