"""The fits: what they learn, and what counts as right."""

from __future__ import annotations

import numpy as np

from evals.fitting import Candidates, first_share, fit_logistic, fit_ranking


def chosen_by(column: int, seed: int) -> list[Candidates]:
    """Messages whose right candidate is the one with the most in a column."""
    source = np.random.default_rng(seed)
    every = [source.random((8, 3)) for _ in range(60)]
    return [Candidates(values, np.arange(8) == values[:, column].argmax()) for values in every]


def test_the_ranking_learns_what_the_right_entries_have_in_common() -> None:
    weights = fit_ranking(chosen_by(1, 5))

    assert weights[1] > 3 * max(abs(weights[0]), abs(weights[2]))
    assert first_share(chosen_by(1, 6), weights) > 0.8
    assert first_share(chosen_by(0, 6), weights) < 0.5


def test_of_several_right_candidates_any_may_come_first() -> None:
    values = np.array([[1.0], [2.0], [3.0]])

    assert first_share([Candidates(values, np.array([True, False, True]))], (1.0,)) == 1
    assert first_share([Candidates(values, np.array([True, True, False]))], (1.0,)) == 0


def test_the_logistic_model_is_judged_on_what_it_has_not_seen() -> None:
    source = np.random.default_rng(7)
    values = source.normal(size=(120, 60))
    lawful, lawless = values[:, 0] > 0, source.random(120) > 0.5
    found = fit_logistic(values, lawful, 10.0, "balanced")
    learned_by_heart = fit_logistic(values, lawless, 10.0, "balanced")

    assert found.weights[0] == max(map(abs, found.weights))
    assert np.mean((found.unseen > 0.5) == lawful) > 0.75
    assert np.mean((learned_by_heart.unseen > 0.5) == lawless) < 0.65
