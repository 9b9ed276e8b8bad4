"""Fits the model of `assistant.understanding.answerability`: `python -m evals.fit_answerability [--write]`.

It learns from the questions of one turn in the files that may be tuned on, which tell whether they expect an
abstention, from the examples of the model of intents, and from questions that were written for it
(`answerable.tune.jsonl`). Prints how well it tells on questions of the datasets that it was
fitted without; with `--write` the weights are put in place.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from assistant.knowledge import Knowledge
from assistant.settings import load_settings
from assistant.understanding.answerability import WEIGHTS, AnswerabilityModel, words_of
from assistant.understanding.reading import Intent
from evals.cases import datasets_dir, load_cases
from evals.fit_intent import read_examples as read_intents
from evals.sets import case_files

STRENGTH = 10.0
"""Inverse of the penalty on weights."""

UNANSWERED_WEIGHT = 3.0
"""A question that nothing answers counts for so many others, of which there are seven times as many."""

WRITTEN_WEIGHT, ASKS_WEIGHT = 0.5, 0.05
"""What a message that was written for the intents counts, and a phrase of the knowledge base."""

OWN_WEIGHT = 0.9
"""What a question counts that was written for this model; the report leaves it out."""

LEAST_SEEN = 2
FOLDS = 5
_OUTSIDE = "outside.tune.jsonl"
_WRITTEN = "answerable.tune.jsonl"


@dataclass(frozen=True, slots=True)
class Example:
    """A text, whether nothing answers it, and how much it counts in the fit."""

    text: str
    unanswered: bool
    weight: float = 1.0


def read_examples(folder: Path) -> list[Example]:
    """What the model learns from, the questions of the datasets first; each text once."""
    questions = [path for path in case_files(folder) if path.match("*.dev.jsonl")]
    found: dict[str, Example] = {}
    for path in [*questions, folder / _OUTSIDE]:
        for case in load_cases(path):
            if len(case.turns) == 1 and case.expect != "any":
                found.setdefault(case.turns[0], Example(case.turns[0], case.expect == "abstain"))
    for text, answered in _written(folder / _WRITTEN):
        found.setdefault(text, Example(text, not answered, OWN_WEIGHT))
    for one in read_intents(folder):
        silent = one.intent in (Intent.SILENT, Intent.OUTSIDE)
        weight = WRITTEN_WEIGHT if one.weight == 1 else ASKS_WEIGHT
        found.setdefault(one.text, Example(one.text, silent, weight))
    return list(found.values())


def _written(path: Path) -> list[tuple[str, bool]]:
    """The questions written for the model, each with whether something answers it."""
    lines = path.read_text("utf-8").splitlines() if path.exists() else []
    return [(line["text"], line["answered"]) for line in map(json.loads, lines)]


def fit(examples: Sequence[Example], vectors: NDArray[np.float32]) -> AnswerabilityModel:
    """The model fitted on examples and their vectors (one row each)."""
    from scipy.sparse import csr_matrix, hstack
    from sklearn.feature_extraction import DictVectorizer  # type: ignore[import-untyped]
    from sklearn.linear_model import LogisticRegression  # type: ignore[import-untyped]

    texts = [words_of(example.text) for example in examples]
    seen = Counter(word for words in texts for word in words)
    table = DictVectorizer()
    rows = table.fit_transform(
        [{word: len(words) ** -0.5 for word in sorted(words) if seen[word] >= LEAST_SEEN} for words in texts]
    )
    truth = [example.unanswered for example in examples]
    weights = [one.weight * (UNANSWERED_WEIGHT if one.unanswered else 1.0) for one in examples]
    model = LogisticRegression(C=STRENGTH, max_iter=3000)
    model.fit(hstack([csr_matrix(vectors.astype(float)), rows]).tocsr(), truth, sample_weight=weights)
    size = vectors.shape[1]
    coefficients = model.coef_[0]
    words = dict(zip(table.get_feature_names_out(), coefficients[size:].tolist(), strict=True))
    return AnswerabilityModel(float(model.intercept_[0]), coefficients[:size].astype(np.float32), words)


def unseen(examples: Sequence[Example], vectors: NDArray[np.float32]) -> NDArray[np.float64]:
    """The logarithm of the odds of each example by a model that was fitted without it."""
    from sklearn.model_selection import StratifiedKFold  # type: ignore[import-untyped]

    odds = np.zeros(len(examples))
    folds = StratifiedKFold(FOLDS, shuffle=True, random_state=0)
    for learned, kept in folds.split(np.zeros(len(examples)), [one.unanswered for one in examples]):
        model = fit([examples[place] for place in learned], vectors[learned])
        odds[kept] = [model.log_odds(examples[place].text, vectors[place]) for place in kept]
    return odds


def report(examples: Sequence[Example], odds: NDArray[Any]) -> list[str]:
    """How well the questions of the datasets are told, as lines of Markdown."""
    from sklearn.metrics import roc_auc_score  # type: ignore[import-untyped]

    questions = [place for place, one in enumerate(examples) if one.weight == 1]
    truth = np.array([examples[place].unanswered for place in questions])
    told = odds[questions]
    lines = [
        f"{len(questions)} questions, {int(truth.sum())} of them answered by nothing; "
        f"area under the curve {roc_auc_score(truth, told):.3f}.",
        "",
        "| from log-odds | found | false alarms |",
        "|---|---|---|",
    ]
    for least in (-1.0, 0.0, 1.0, 2.0):
        over = told >= least
        lines.append(f"| {least} | {int((over & truth).sum())} | {int((over & ~truth).sum())} |")
    return lines


def main(arguments: Sequence[str] = ()) -> None:
    """Fits, prints the report, and writes the weights when asked to."""
    examples = read_examples(datasets_dir())
    knowledge = Knowledge(load_settings())
    try:
        vectors = knowledge.retriever().encoder.encode([example.text for example in examples])
    finally:
        knowledge.close()
    sys.stdout.write("\n".join(report(examples, unseen(examples, vectors))) + "\n")
    if "--write" in arguments:
        model = fit(examples, vectors)
        WEIGHTS.write_text(model.to_json() + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
