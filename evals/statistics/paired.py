"""Two runs of the same cases compared: difference, interval, randomization test, what could be seen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import stats

from evals.statistics.clusters import cluster_sums
from evals.statistics.intervals import RESAMPLES, SEED, Interval, cluster_robust, standard_error

POWER = 0.8
_REACH = float(stats.norm.ppf(0.975) + stats.norm.ppf(POWER))
"""How many standard errors a difference needs to be seen with that power at the two-sided 5 % level."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """The mean difference (after minus before) with its interval, the test's p, and the smallest difference
    that would be seen in four of five such comparisons (None when no case differs)."""

    difference: Interval
    p_value: float
    detectable: float | None
    cases: int


def compare_paired(before: Sequence[float], after: Sequence[float], clusters: Sequence[str]) -> Comparison:
    """Compares scores of the same cases, given in the same order. Raises ClusterError."""
    differences = np.asarray(after, dtype=float) - np.asarray(before, dtype=float)
    if not differences.any():
        return Comparison(Interval(0.0, 0.0, 0.0), 1.0, None, len(differences))
    return Comparison(
        cluster_robust(differences.tolist(), clusters),
        randomization_test(differences.tolist(), clusters),
        minimum_detectable(differences.tolist(), clusters),
        len(differences),
    )


def randomization_test(differences: Sequence[float], clusters: Sequence[str]) -> float:
    """Two-sided p of the mean difference when the sign of each cluster could as well be the other one.

    scipy goes through all sign patterns where they are no more than the resamples, else draws from them.
    """
    sums, _ = cluster_sums(np.asarray(differences, dtype=float), clusters)
    sums = sums[sums != 0]
    if len(sums) < 2:  # both sign patterns of a single cluster are equally far from zero
        return 1.0
    test = stats.permutation_test(
        (sums,),
        _total,
        permutation_type="samples",
        n_resamples=RESAMPLES,
        vectorized=True,
        rng=np.random.default_rng(SEED),
    )
    return float(test.pvalue)


def _total(values: NDArray[np.float64], axis: int = -1) -> NDArray[np.float64]:
    # Rounded: sums of the same numbers in another order differ in the last digit and must count as ties.
    total: NDArray[np.float64] = np.round(values.sum(axis=axis), 9)
    return total


def minimum_detectable(differences: Sequence[float], clusters: Sequence[str]) -> float | None:
    """The smallest true mean difference that a comparison with this spread detects."""
    error, _ = standard_error(differences, clusters)
    if error == 0:
        return None
    return _REACH * error


def detectable_difference(cases: int, discordant: float = 0.1) -> float:
    """What a set of `cases` can see before there is a second run.

    `discordant` is the share of cases that come out differently in the two runs.
    """
    return _REACH * float(np.sqrt(discordant / max(1, cases)))
