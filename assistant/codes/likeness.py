"""How near a text comes to an entry of the reference, and how likely the entry is what it tells of.

Similarity of meaning alone confuses neighbours; the words that text and entry share tell them apart. Whether
a text tells of an error at all is a logistic model over both and over the form of the question, fitted by
`evals/calibrate_symptoms.py`.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from assistant.codes.entries import ErrorEntry
from assistant.retrieval.words import telling_tokens, token_set
from assistant.understanding.reading import Intent, QuestionKind, Reading

CATALOGUE = "vnext-dpm-error-codes.md"
"""The article that lists every ID with a line each; other articles say more of causes and steps."""

COVERAGE_WEIGHT = 0.5
ARTICLE_BONUS = 0.08
SHORTEST_PHRASE = 3
"""Phrases of fewer words say too little to be recognised by them."""

STEP_SHARE = 0.5
"""What a word counts that stands in the steps of an entry only."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """An entry beside a text.

    `similarity`: cosine of its nearest phrase. `coverage`: share of the text's words that the entry holds.
    `held`: share of its title or message that the text holds, so that a message in a long story counts.
    """

    entry: ErrorEntry
    similarity: float
    coverage: float
    held: float = 0.0

    @property
    def score(self) -> float:
        """What entries are ranked by."""
        bonus = ARTICLE_BONUS if has_article(self.entry) else 0.0
        return self.similarity + COVERAGE_WEIGHT * self.coverage + bonus


@dataclass(frozen=True, slots=True)
class Fit:
    """The weights of the logistic model."""

    intercept: float
    similarity: float
    coverage: float
    held: float
    article: float
    fault: float
    guide: float
    yes_no: float
    amount: float
    what: float
    how: float
    told: float
    intent: float = 0.0
    gap: float = 0.0
    covered: float = 0.0

    def probability(self, features: Sequence[float]) -> float:
        """How likely (0 to 1) the entry is meant; `features` are those of `features_of`."""
        weights = (
            self.similarity,
            self.coverage,
            self.held,
            self.article,
            self.fault,
            self.guide,
            self.yes_no,
            self.amount,
            self.what,
            self.how,
            self.told,
            self.intent,
            self.gap,
            self.covered,
        )
        score = self.intercept + sum(w * f for w, f in zip(weights, features, strict=True))
        return 1 / (1 + math.exp(-score))


# Fitted on the development sets by `python -m evals.calibrate_symptoms`; see there.
CALIBRATED = Fit(
    intercept=-3.94,
    similarity=5.41,
    coverage=5.0,
    held=1.41,
    article=0.97,
    fault=1.09,
    guide=-4.68,
    yes_no=-1.45,
    amount=-1.61,
    what=-0.57,
    how=-2.09,
    told=-1.34,
    intent=5.23,
    gap=-1.13,
    covered=-2.47,
)
# The same without what the encoder takes the question for, which is not known with one of the user's own.
WITHOUT_INTENTS = Fit(
    intercept=-5.6,
    similarity=5.95,
    coverage=4.15,
    held=3.27,
    article=1.35,
    fault=3.07,
    guide=-6.05,
    yes_no=-1.28,
    amount=-0.6,
    what=-0.53,
    how=-1.48,
    told=-1.46,
)


def fit_for(reading: Reading) -> Fit:
    """The model to judge by, whether or not the question's intents are known."""
    return CALIBRATED if reading.intents else WITHOUT_INTENTS


def has_article(entry: ErrorEntry) -> bool:
    """Whether an article stands behind the entry, which says more of causes and steps than the catalogue."""
    return any(not source.path.endswith(CATALOGUE) for source in entry.sources)


def coverage_of(weights: Mapping[str, float], entry: ErrorEntry) -> float:
    """The share of a text's words, rare ones counting more (`weights` by token), that the entry holds."""
    causes = [cause.text for cause in entry.causes]
    told = token_set("\n".join([entry.title, entry.message, entry.symptom, *causes, *entry.asks]))
    steps = token_set("\n".join(entry.resolution))
    held = sum(
        weight * (1.0 if token in told else STEP_SHARE if token in steps else 0.0)
        for token, weight in weights.items()
    )
    return held / (sum(weights.values()) or 1.0)


def held_of(tokens: Collection[str], entry: ErrorEntry, weigh: Callable[[str], float]) -> float:
    """The share of the entry's title or message, whichever is more, that stands in a text of these tokens."""
    shares = [0.0]
    for phrase in (entry.title, entry.message):
        words = telling_tokens(phrase)
        if len(words) >= SHORTEST_PHRASE:
            weights = {word: weigh(word) for word in words}
            shares.append(sum(weights[word] for word in words if word in tokens) / sum(weights.values()))
    return max(shares)


def features_of(
    likeness: Likeness, reading: Reading, guide_similarity: float, *, gap: bool = False, covered: float = 0.0
) -> tuple[float, ...]:
    """What the model judges, in the order of `Fit`.

    `guide_similarity` is how near the guide comes, `gap` whether it has nothing to say there, `covered` how
    likely it answers.
    """
    kind = reading.kind
    return (
        likeness.similarity,
        likeness.coverage,
        likeness.held,
        float(has_article(likeness.entry)),
        float(reading.fault),
        guide_similarity,
        float(kind is QuestionKind.YES_NO),
        float(kind in {QuestionKind.HOW_MANY, QuestionKind.WHERE}),
        float(kind is QuestionKind.WHAT),
        float(kind in {QuestionKind.HOW, QuestionKind.WHY}),
        float(_tells_state(reading)),
        reading.intents.get(Intent.FAULT, 0.0),
        float(gap),
        covered,
    )


def _tells_state(reading: Reading) -> bool:
    """Whether the reading holds what decision tables ask for."""
    versions = any(product.version for product in reading.products)
    told = reading.connectivity or reading.subscription or reading.outage or reading.quantities
    return bool(told or reading.hosts or versions)
