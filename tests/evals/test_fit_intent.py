"""The fit of the intent model: what it learns from, and that it is judged on other questions."""

from __future__ import annotations

import numpy as np
import pytest

from assistant.understanding.reading import Intent
from evals.cases import Case, datasets_dir
from evals.fit_intent import Example, fit, intent_of, predictions, read_examples, read_questions, report


def case(kind: str, expect: str = "answer", **more: object) -> Case:
    """A case of one question."""
    return Case(id="x", kind=kind, turns=["?"], expect=expect, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("asked", "file", "intent"),
    [
        (case("matrix"), "decisions.dev.jsonl", Intent.MATRIX),
        (case("code"), "errors.dev.jsonl", Intent.FAULT),
        (case("abstention", "abstain"), "more.dev.jsonl", Intent.SILENT),
        (case("abstention", "abstain", tags=["far"]), "outside.tune.jsonl", Intent.OUTSIDE),
        (case("what", gold=["Handling subscription states"]), "guide.dev.jsonl", Intent.CONNECTIVITY),
        (case("what", gold=["Next steps"]), "guide.dev.jsonl", Intent.GUIDE),
        (case("injection"), "more.dev.jsonl", None),
    ],
)
def test_the_intent_follows_from_kind_and_gold(asked: Case, file: str, intent: Intent | None) -> None:
    assert intent_of(asked, file) is intent


def test_the_shipped_examples_cover_every_intent_and_are_not_what_it_is_judged_on() -> None:
    examples = read_examples(datasets_dir())
    questions = read_questions(datasets_dir(), examples)

    assert {example.intent for example in examples} == {question.intent for question in questions}
    assert {example.intent for example in examples} == set(Intent)
    assert not {example.text for example in examples} & {question.text for question in questions}


def test_separable_examples_are_told_apart_and_reported() -> None:
    examples = [Example(str(n), intent) for n in range(10) for intent in Intent]
    vectors = np.tile(np.eye(len(Intent), dtype=np.float32), (10, 1))

    model = fit(examples, vectors, "abc")
    pairs = predictions(model, examples[:9], vectors[:9])

    assert model.weights_sha256 == "abc"
    assert all(truth is told for truth, told in pairs)
    assert report(pairs)[0] == "9 of 9 right (100.0%)."


def test_a_wrong_intent_shows_in_the_confusion_matrix() -> None:
    lines = report([(Intent.FAULT, Intent.FAULT), (Intent.FAULT, Intent.GUIDE)])

    assert next(line for line in lines if line.startswith("| fault |")).endswith("| 0.50 |")
