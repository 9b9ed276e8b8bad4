"""Fits the model of `assistant.codes.likeness` on the development sets: `python -m evals.calibrate_symptoms`.

A question of the error sets tells of an entry; one of the other sets doesn't. Prints the weights, and in
cross-validation how many symptoms are found and how many other questions are taken for one, by threshold.
Which thresholds stand in `assistant.specialists.symptoms` is decided by a person, with these figures.
scikit-learn is needed, which comes with sentence-transformers.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path

import numpy as np

from assistant.codes import specialist as codes
from assistant.codes.likeness import Fit
from assistant.knowledge import Knowledge
from assistant.settings import load_settings
from assistant.specialists import symptoms
from assistant.understanding.read import read_question
from evals.cases import datasets_dir, read_json_lines
from ingest.documents import ERRORS

THRESHOLDS = (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)
FOLDS = 10
_TELLING = ("errors.dev.jsonl", "errors2.dev.jsonl", "errors3.dev.jsonl")
_OTHERS = (
    "guide.dev.jsonl",
    "guide2.dev.jsonl",
    "decisions.dev.jsonl",
    "decisions2.dev.jsonl",
    "more.dev.jsonl",
    "outside.tune.jsonl",
    "tables.dev.jsonl",
)
_SYMPTOMS = "symptoms.tune.jsonl"
"""Symptoms in the words of people who don't have the message at hand, each with the entry it tells of."""

_MIXED = "blind.dev.jsonl"
"""Questions of all kinds: those on an error code tell of one, even where the code was left out."""

_UNCLEAR = frozenset({"ambiguous", "injection"})


@dataclass(frozen=True, slots=True)
class Example:
    """A question with whether it tells of an error."""

    question: str
    tells: bool


@dataclass(frozen=True, slots=True)
class Shares:
    """At a threshold: the share of symptoms that are found, how many other questions are taken for one."""

    threshold: float
    found: float
    false: int


def read_examples(folder: Path, knowledge: Knowledge) -> list[Example]:
    """The questions of one turn without a known code."""
    told = [Example(case["text"], True) for _, case in read_json_lines(folder / _SYMPTOMS)]
    every = told + [example for name in (*_TELLING, *_OTHERS, _MIXED) for example in _examples(folder, name)]
    return [one for one in every if not codes.consult(one.question, knowledge.reference())]


def _examples(folder: Path, name: str) -> Iterator[Example]:
    for _, case in read_json_lines(folder / name):
        tells = case["kind"] == "error code" if name == _MIXED else name in _TELLING
        answered = case.get("expect") == "answer" and case.get("gold")
        if len(case["turns"]) == 1 and case["kind"] not in _UNCLEAR and (answered or not tells):
            yield Example(case["turns"][0], tells)


def measure(examples: Sequence[Example], knowledge: Knowledge) -> list[tuple[tuple[float, ...], bool]]:
    """The features of the likeliest entry for each question that comes near one."""
    collections = [name for name in knowledge.collections() if name != ERRORS]
    measured = []
    for example in examples:
        reading = read_question(example.question, {})
        reading = replace(reading, intents=knowledge.intents(reading.plain))
        query = knowledge.retriever().mended(reading.plain)
        guide = knowledge.search(query, collections)
        symptom = symptoms.look(reading, query, knowledge, guide)
        if symptom:
            measured.append((symptom.features, example.tells))
    return measured


def fit(measured: Sequence[tuple[tuple[float, ...], bool]]) -> tuple[Fit, list[Shares]]:
    """The logistic model, and what its thresholds cost on questions it wasn't fitted on."""
    from sklearn.linear_model import LogisticRegression  # type: ignore[import-untyped]
    from sklearn.model_selection import cross_val_predict  # type: ignore[import-untyped]

    values = np.array([features for features, _ in measured])
    tells = np.array([told for _, told in measured])
    model = LogisticRegression(C=3, class_weight="balanced", max_iter=2000)
    unseen = cross_val_predict(model, values, tells, cv=FOLDS, method="predict_proba")[:, 1]
    model.fit(values, tells)
    weights = [round(float(weight), 2) for weight in (model.intercept_[0], *model.coef_[0])]
    shares = []
    for threshold in THRESHOLDS:
        taken = unseen >= threshold
        shares.append(Shares(threshold, float(taken[tells].mean()), int(taken[~tells].sum())))
    return Fit(*weights), shares


def report(measured: Sequence[tuple[tuple[float, ...], bool]]) -> list[str]:
    """The fit as lines of Markdown."""
    fitted, shares = fit(measured)
    tells = sum(told for _, told in measured)
    return [
        f"{tells} symptoms, {len(measured) - tells} other questions.",
        ", ".join(f"{one.name}={getattr(fitted, one.name)}" for one in fields(Fit)),
        "",
        "| threshold | symptoms found | others taken for one |",
        "|---|---|---|",
        *(f"| {one.threshold:.1f} | {one.found:.3f} | {one.false} |" for one in shares),
    ]


def main(write: Callable[[str], object] = sys.stdout.write) -> None:
    """Fits on the shipped development sets with the live index, and prints the report."""
    knowledge = Knowledge(load_settings())
    try:
        write("\n".join(report(measure(read_examples(datasets_dir(), knowledge), knowledge))) + "\n")
    finally:
        knowledge.close()


if __name__ == "__main__":
    main()
