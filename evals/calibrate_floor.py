"""Fits the floor of `assistant.retrieval.floor` on the tuning data: `python -m evals.calibrate_floor`.

Prints the weights, and the misses and false answers that they make in cross-validation at several thresholds.
Which threshold stands in the floor is decided by a person, with these figures.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass, fields
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from assistant.knowledge import Knowledge
from assistant.retrieval.floor import ALONE, Features, Floor, features_of
from assistant.settings import load_settings
from assistant.specialists.passages import guide
from assistant.specialists.refusals.conduct import refuse
from assistant.table_answers import settled
from assistant.understanding.answerability import load_answerability
from assistant.understanding.read import read_question
from evals import fit_answerability
from evals.cases import datasets_dir, read_json_lines
from evals.fitting import fit_logistic
from evals.retrieval import GUIDE
from ingest.analysis import query_tokens
from ingest.documents import ERRORS

THRESHOLDS = (0.20, 0.25, 0.30, 0.35, 0.40, 0.50)
FALSE_ANSWER_WEIGHT = 1.3
"""A false answer counts for so many misses: being told that the guide is silent does less harm."""

STRENGTH = 10.0
"""Inverse of the penalty on weights."""

_ASKED = (
    "blind.dev.jsonl",
    "guide.dev.jsonl",
    "guide2.dev.jsonl",
    "more.dev.jsonl",
    "decisions.dev.jsonl",
    "decisions2.dev.jsonl",
    "outside.tune.jsonl",
)
_SEARCHED = "retrieval.tune.jsonl"


@dataclass(frozen=True, slots=True)
class Example:
    """A question with whether the guide answers it."""

    question: str
    answerable: bool


@dataclass(frozen=True, slots=True)
class Errors:
    """What a threshold costs: answerable questions that are refused, others that are answered."""

    threshold: float
    misses: int
    false_answers: int


@dataclass(frozen=True, slots=True)
class Fit:
    """The fitted floor, its cross-validated errors by threshold, those of the floor in use, the counts."""

    floor: Floor
    errors: tuple[Errors, ...]
    in_use: Errors
    answerable: int
    others: int


def read_examples(folder: Path) -> list[Example]:
    """The tuning questions of one turn that reach the floor: no table settles them, none is refused."""
    found = [*_asked(folder), *_searched(folder)]
    return [one for one in found if not refuse(one.question) and not settled(read_question(one.question))]


def _asked(folder: Path) -> Iterator[Example]:
    for name in _ASKED:
        for _, case in read_json_lines(folder / name):
            if len(case["turns"]) == 1 and case["expect"] in {"answer", "abstain"}:
                yield Example(case["turns"][0], case["expect"] == "answer")


def _searched(folder: Path) -> Iterator[Example]:
    for _, case in read_json_lines(folder / _SEARCHED):
        if any(gold["document"] == GUIDE for gold in case["gold"]):
            yield Example(case["question"], True)


def measure(
    examples: Sequence[Example], knowledge: Knowledge, unanswered: Mapping[str, float]
) -> list[tuple[Features, bool]]:
    """The features of each question; one that leads to a gap of the guide is answered by it and left out.

    `unanswered`: the log-odds that nothing answers a question, by a model that was fitted without it.
    """
    retriever = knowledge.retriever()
    model = load_answerability()
    collections = [name for name in retriever.reader.collections() if name != ERRORS]
    measured = []
    for example in examples:
        query = retriever.mended(read_question(example.question).plain)
        found = retriever.retrieve(query, collections=collections)
        intents = knowledge.intents(query)
        if guide.consult(retriever, query, found, intents, least=0.0).status == "abstained":
            continue
        terms = query_tokens(query)
        frequencies = retriever.reader.frequencies(terms, collections)
        told = unanswered.get(example.question, model.log_odds(query, found.vector))
        measured.append((features_of(terms, frequencies, found.passages, intents, told), example.answerable))
    return measured


def fit(measured: Sequence[tuple[Features, bool]]) -> Fit:
    """The logistic model of "the passages cover the question", and its errors on questions unseen by it."""
    values = np.array([astuple(one) for one, _ in measured])
    answerable = np.array([told for _, told in measured])
    model = fit_logistic(values, answerable, STRENGTH, {True: 1.0, False: FALSE_ANSWER_WEIGHT})
    names = [field.name for field in fields(Features)]
    in_use = np.array([ALONE.probability(one) for one, _ in measured])
    return Fit(
        Floor(model.intercept, **dict(zip(names, model.weights, strict=True)), least=ALONE.least),
        tuple(_errors(model.unseen, answerable, threshold) for threshold in THRESHOLDS),
        _errors(in_use, answerable, ALONE.least),
        int(answerable.sum()),
        int((~answerable).sum()),
    )


def _errors(probabilities: NDArray[Any], answerable: NDArray[Any], threshold: float) -> Errors:
    refused = probabilities < threshold
    return Errors(threshold, int((refused & answerable).sum()), int((~refused & ~answerable).sum()))


def report(found: Fit) -> list[str]:
    """The fit as lines of Markdown."""
    return [
        f"{found.answerable} questions that the guide answers, {found.others} that it doesn't.",
        f"Fitted:  {found.floor}",
        f"In use:  {ALONE}: "
        f"{found.in_use.misses} misses, {found.in_use.false_answers} false answers on the same data",
        "",
        "| threshold | misses | false answers |",
        "|---|---|---|",
        *(f"| {one.threshold:.2f} | {one.misses} | {one.false_answers} |" for one in found.errors),
    ]


def main(write: Callable[[str], object] = sys.stdout.write) -> None:
    """Fits on the shipped tuning data with the live index, and prints the report."""
    knowledge = Knowledge(load_settings())
    try:
        examples = read_examples(datasets_dir())
        learned = fit_answerability.read_examples(datasets_dir())
        vectors = knowledge.retriever().encoder.encode([one.text for one in learned])
        odds = fit_answerability.unseen(learned, vectors).tolist()
        unanswered = dict(zip((one.text for one in learned), odds, strict=True))
        write("\n".join(report(fit(measure(examples, knowledge, unanswered)))) + "\n")
    finally:
        knowledge.close()


if __name__ == "__main__":
    main()
