"""Fits the models of `assistant.codes.likeness`: `python -m evals.calibrate_symptoms`.

Two are fitted. By which features entries are ranked: a conditional logit over the candidates of messages that
were written for a known entry. And whether a text tells of an entry at all: a question of the error sets
does, one of the other sets doesn't. Prints the weights, how often the right entry comes first for messages
kept from the fit, and in cross-validation how many symptoms are found and how many other questions are taken
for one, by threshold. Which thresholds stand in `assistant.specialists.errors.symptoms` is decided by a
person, with these figures.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import numpy as np

from assistant.codes import specialist as codes
from assistant.codes.entries import ErrorEntry
from assistant.codes.likeness import RANKING, Features, Fit, ranked_by
from assistant.knowledge import Knowledge
from assistant.settings import load_settings
from assistant.specialists.errors import symptoms
from assistant.understanding.read import read_question
from evals.cases import datasets_dir, read_json_lines
from evals.fitting import Candidates, first_share, fit_logistic, fit_ranking

THRESHOLDS = (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)
STRENGTH = 3.0
"""Inverse of the penalty on weights."""

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
_SYMPTOMS = ("symptoms.tune.jsonl", "symptoms2.tune.jsonl")
"""Symptoms in the words of people who don't have the message at hand, each with the entry it tells of."""

_KEPT_BACK = "symptoms2.test.jsonl"
_PASSAGES = "passages.tune.jsonl"
"""Messages that a passage of the guide answers."""

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
    told = [Example(case["text"], True) for name in _SYMPTOMS for _, case in read_json_lines(folder / name)]
    others = [Example(case["text"], False) for _, case in read_json_lines(folder / _PASSAGES)]
    asked = [example for name in (*_TELLING, *_OTHERS, _MIXED) for example in _examples(folder, name)]
    every = [*told, *others, *asked]
    return [one for one in every if not codes.consult(one.question, knowledge.reference())]


def _examples(folder: Path, name: str) -> Iterator[Example]:
    for _, case in read_json_lines(folder / name):
        tells = case["kind"] == "error code" if name == _MIXED else name in _TELLING
        answered = case.get("expect") == "answer" and case.get("gold")
        if len(case["turns"]) == 1 and case["kind"] not in _UNCLEAR and (answered or not tells):
            yield Example(case["turns"][0], tells)


def measure(examples: Sequence[Example], knowledge: Knowledge) -> list[tuple[Features, bool]]:
    """The features of the likeliest entry for each question that comes near one."""
    measured = []
    for example in examples:
        reading = read_question(example.question, {})
        reading = replace(reading, intents=knowledge.intents(reading.plain))
        query, guide = knowledge.mended_search(reading.plain)
        symptom = symptoms.look(reading, query, knowledge, guide)
        if symptom:
            measured.append((symptom.features, example.tells))
    return measured


def fit(measured: Sequence[tuple[Features, bool]]) -> tuple[Fit, list[Shares]]:
    """The logistic model, and what its thresholds cost on questions it wasn't fitted on."""
    values = np.array([features for features, _ in measured])
    tells = np.array([told for _, told in measured])
    model = fit_logistic(values, tells, STRENGTH, "balanced")
    shares = []
    for threshold in THRESHOLDS:
        taken = model.unseen >= threshold
        shares.append(Shares(threshold, float(taken[tells].mean()), int(taken[~tells].sum())))
    return Fit(model.intercept, Features(*model.weights)), shares


def read_candidates(folder: Path, name: str, knowledge: Knowledge) -> list[Candidates]:
    """What stands to choose from for each message of a file of symptoms, where a right entry is among it."""
    cases = [case for _, case in read_json_lines(folder / name)]
    told = (_candidates(case["text"], partial(_is, case["entry"]), knowledge) for case in cases)
    return [one for one in told if one]


def read_asked(folder: Path, knowledge: Knowledge) -> list[Candidates]:
    """The same for the questions of the error sets. Any entry of the article that they want cited is right,
    so they tell little of the entry but how often an article stands behind it."""
    found = []
    for name in (*_TELLING, _MIXED):
        for _, case in read_json_lines(folder / name):
            if len(case["turns"]) == 1 and (name in _TELLING or case["kind"] == "error code"):
                found.append(_candidates(case["turns"][0], partial(_is_of, case.get("gold", ())), knowledge))
    return [one for one in found if one]


def _is(identifier: str, entry: ErrorEntry) -> bool:
    return entry.id == identifier


def _is_of(articles: Collection[str], entry: ErrorEntry) -> bool:
    return any(source.path.endswith(article) for source in entry.sources for article in articles)


def _candidates(text: str, is_right: Callable[[ErrorEntry], bool], knowledge: Knowledge) -> Candidates | None:
    likenesses = symptoms.candidates(text, knowledge)
    rows = np.array([is_right(one.entry) for one in likenesses])
    if codes.consult(text, knowledge.reference()) or not rows.any():
        return None
    return Candidates(np.array([ranked_by(one) for one in likenesses]), rows)


def report(measured: Sequence[tuple[Features, bool]]) -> list[str]:
    """The fit as lines of Markdown."""
    fitted, shares = fit(measured)
    without, _ = fit([(features._replace(intent=0.0, covered=0.0), told) for features, told in measured])
    tells = sum(told for _, told in measured)
    return [
        f"{tells} symptoms, {len(measured) - tells} other questions.",
        str(fitted),
        f"Without intents: {without}",
        "",
        "| threshold | symptoms found | others taken for one |",
        "|---|---|---|",
        *(f"| {one.threshold:.1f} | {one.found:.3f} | {one.false} |" for one in shares),
    ]


def report_ranking(learned: Sequence[Candidates], unseen: Sequence[Candidates]) -> list[str]:
    """The ranking's weights as lines of Markdown, and how well they and those in use rank unseen messages."""
    weights = fit_ranking(learned)
    return [
        f"Ranking, fitted on {len(learned)} messages: {weights}.",
        f"Right entry first for {first_share(unseen, weights):.1%} of {len(unseen)} others; "
        f"in use, {RANKING}: {first_share(unseen, RANKING):.1%}.",
        "",
    ]


def main(write: Callable[[str], object] = sys.stdout.write) -> None:
    """Fits on the shipped development sets with the live index, and prints the report."""
    knowledge = Knowledge(load_settings())
    try:
        folder = datasets_dir()
        learned, unseen = (read_candidates(folder, name, knowledge) for name in (_SYMPTOMS[1], _KEPT_BACK))
        learned += read_asked(folder, knowledge)
        lines = report_ranking(learned, unseen)
        lines += report(measure(read_examples(folder, knowledge), knowledge))
        write("\n".join(lines) + "\n")
    finally:
        knowledge.close()


if __name__ == "__main__":
    main()
