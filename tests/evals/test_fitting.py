"""The fit of a ranking: what it learns, and what counts as right."""

from __future__ import annotations

import numpy as np
import pytest

from evals.ranking import Candidates, first_share, fit_ranking

pytest.importorskip("scipy")


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
