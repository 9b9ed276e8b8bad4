"""The fit of the model of what nothing answers: what it learns from, and that it is judged on other texts."""

from __future__ import annotations

import numpy as np

from evals.cases import datasets_dir
from evals.fit_answerability import Example, fit, read_examples, report, unseen


def test_the_shipped_examples_are_of_both_kinds_and_stand_once() -> None:
    examples = read_examples(datasets_dir())

    assert len({one.text for one in examples}) == len(examples)
    questions = [one for one in examples if one.weight == 1]
    assert sum(one.unanswered for one in questions) > 300
    assert sum(not one.unanswered for one in questions) > 2000


def examples() -> list[Example]:
    """Twenty texts that their words tell apart."""
    answered = [Example(f"how many disks has size {n}", unanswered=False) for n in range(10)]
    return [*answered, *(Example(f"what is the price of item {n}", unanswered=True) for n in range(10))]


def test_words_tell_apart_what_vectors_do_not() -> None:
    vectors = np.ones((20, 3), dtype=np.float32)

    model = fit(examples(), vectors)

    assert model.log_odds("the price?", vectors[0]) > model.log_odds("the disks?", vectors[0])
    assert "number" not in model.words


def test_each_text_is_judged_by_a_model_fitted_without_it() -> None:
    odds = unseen(examples(), np.ones((20, 3), dtype=np.float32))

    assert min(odds[10:]) > max(odds[:10])
    assert report(examples(), odds)[0].startswith("20 questions, 10 of them")
    strange = [*examples(), Example("zebra", unanswered=True)]
    assert unseen(strange, np.ones((21, 3), dtype=np.float32))[20] < max(odds[10:])
