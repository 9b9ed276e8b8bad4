"""The fit of the model of symptoms: what it learns, and that what is shipped stays near it."""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from assistant.codes.likeness import CALIBRATED, RANKING, Features
from assistant.knowledge import Knowledge
from assistant.settings import Settings
from evals import calibrate_symptoms
from evals.cases import datasets_dir
from evals.fitting import first_share


def made(near: float, count: int, seed: int) -> list[Features]:
    """Features whose similarity lies about `near`, all others by chance."""
    source = random.Random(seed)
    others = len(Features._fields) - 1
    return [
        Features(near + source.gauss(0, 0.05), *(source.random() for _ in range(others)))
        for _ in range(count)
    ]


def test_the_fit_tells_near_from_far() -> None:
    measured = [(row, True) for row in made(0.8, 60, 1)] + [(row, False) for row in made(0.3, 60, 2)]
    fitted, shares = calibrate_symptoms.fit(measured)

    assert fitted.weights.similarity > 2
    assert [one.threshold for one in shares] == list(calibrate_symptoms.THRESHOLDS)
    assert all(later.found <= earlier.found for earlier, later in pairwise(shares))
    assert all(later.false <= earlier.false for earlier, later in pairwise(shares))


def test_the_report_names_every_weight_and_threshold() -> None:
    measured = [(row, True) for row in made(0.8, 30, 3)] + [(row, False) for row in made(0.3, 30, 4)]
    lines = "\n".join(calibrate_symptoms.report(measured))

    assert "30 symptoms, 30 other questions." in lines
    assert "similarity=" in lines
    assert lines.count("\n| 0.") == len(calibrate_symptoms.THRESHOLDS)


def test_the_shipped_ranking_puts_the_right_entry_first(knowledge: Knowledge) -> None:
    unseen = calibrate_symptoms.read_candidates(datasets_dir(), "symptoms2.test.jsonl", knowledge)

    assert len(unseen) > 500
    assert first_share(unseen, RANKING) > 0.9


@pytest.fixture(scope="module")
def knowledge(shipped_data_dir: Path) -> Iterator[Knowledge]:
    """The shipped knowledge."""
    knowledge = Knowledge(Settings(data_dir=shipped_data_dir))  # type: ignore[call-arg]  # every field has a default
    yield knowledge
    knowledge.close()


@pytest.fixture(scope="module")
def measured(knowledge: Knowledge) -> list[tuple[Features, bool]]:
    """Every tenth question of the development sets."""
    examples = calibrate_symptoms.read_examples(datasets_dir(), knowledge)[::10]
    return calibrate_symptoms.measure(examples, knowledge)


def test_the_shipped_weights_separate_the_development_questions(
    measured: list[tuple[Features, bool]],
) -> None:
    right = [(CALIBRATED.probability(features) >= 0.5) is tells for features, tells in measured]

    assert len(measured) > 40
    assert sum(right) / len(right) > 0.9
