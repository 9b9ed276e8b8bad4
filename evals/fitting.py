"""The two kinds of model that the calibrations fit: which of several is right, and whether something is.

A conditional logit ranks candidates by what stood to choose from; a logistic model tells yes from no.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

PENALTY = 0.5
"""The weight of the squares of all weights: slight beside hundreds of messages."""

FOLDS = 10
"""Parts of the examples of which each in turn is kept from a fit, to be judged by it."""


@dataclass(frozen=True, slots=True)
class Candidates:
    """What a message has to choose from: what each is ranked by (a row), and which rows are right."""

    values: NDArray[np.float64]
    right: NDArray[np.bool_]


def fit_ranking(candidates: Sequence[Candidates]) -> tuple[float, ...]:
    """The weights, to hundredths, under which the right candidates are likeliest; a slight penalty on all."""
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
    """For what share of the messages (0 to 1) a right candidate comes first."""
    first = [bool(one.right[np.argmax(one.values @ np.array(weights))]) for one in candidates]
    return sum(first) / max(1, len(first))


@dataclass(frozen=True, slots=True)
class LogisticFit:
    """A logistic model, its figures to hundredths. `unseen`: the probability of each example by a model that
    was fitted without it."""

    intercept: float
    weights: tuple[float, ...]
    unseen: NDArray[np.float64]


def fit_logistic(
    values: NDArray[np.float64],
    truth: NDArray[np.bool_],
    strength: float,
    class_weight: Mapping[bool, float] | Literal["balanced"],
) -> LogisticFit:
    """The model of `truth` by `values` (a row an example). `strength`: inverse of the penalty on weights."""
    from sklearn.linear_model import LogisticRegression  # type: ignore[import-untyped]
    from sklearn.model_selection import cross_val_predict  # type: ignore[import-untyped]

    model = LogisticRegression(C=strength, class_weight=class_weight, max_iter=2000)
    unseen = cross_val_predict(model, values, truth, cv=FOLDS, method="predict_proba")[:, 1]
    model.fit(values, truth)
    return LogisticFit(
        round(float(model.intercept_[0]), 2), tuple(round(float(one), 2) for one in model.coef_[0]), unseen
    )
