"""Fits the weights by which candidates are ranked: a conditional logit over what stood to choose from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

PENALTY = 0.5
"""The weight of the squares of all weights: slight beside hundreds of messages."""


@dataclass(frozen=True, slots=True)
class Candidates:
    """The entries near a message: what they are ranked by (a row each), and which rows are right."""

    values: NDArray[np.float64]
    right: NDArray[np.bool_]


def fit_ranking(candidates: Sequence[Candidates]) -> tuple[float, ...]:
    """The weights under which the right entries are likeliest (conditional logit, a slight penalty)."""
    from scipy.optimize import minimize

    def loss(weights: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        total, slope = PENALTY * float(weights @ weights), 2 * PENALTY * weights
        for one in candidates:
            scores = one.values @ weights
            likely = np.exp(scores - scores.max())
            likely /= likely.sum()
            among = likely * one.right
            total -= float(np.log(among.sum() + 1e-12))
            slope = slope - (among / (among.sum() + 1e-12) - likely) @ one.values
        return total, slope

    start = np.zeros(candidates[0].values.shape[1])
    fitted = minimize(loss, start, jac=True, method="L-BFGS-B").x
    return tuple(round(float(weight), 2) for weight in fitted)


def first_share(candidates: Sequence[Candidates], weights: Sequence[float]) -> float:
    """For what share of the messages the right entry comes first."""
    first = [bool(one.right[np.argmax(one.values @ np.array(weights))]) for one in candidates]
    return sum(first) / max(1, len(first))
