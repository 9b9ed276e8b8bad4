"""Confidence intervals for rates and for means of correlated cases."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from scipy import stats

from evals.statistics.clusters import cluster_sums

SEED = 20190131
RESAMPLES = 10_000
CONFIDENCE = 0.95
"""How often an interval is to hold the true value."""


@dataclass(frozen=True, slots=True)
class Interval:
    """A point estimate with its interval."""

    estimate: float
    low: float
    high: float

    def of_a_share(self) -> Interval:
        """The same for what can't lie below 0 or above 1."""
        return replace(self, low=max(0.0, self.low), high=min(1.0, self.high))


def wilson(successes: int, total: int) -> Interval:
    """Wilson's score interval for a rate. Without trials nothing is known: 0 to 1."""
    if total == 0:
        return Interval(0.0, 0.0, 1.0)
    bounds = stats.binomtest(successes, total).proportion_ci(CONFIDENCE, method="wilson")
    return Interval(successes / total, float(bounds.low), float(bounds.high))


def standard_error(values: Sequence[float], clusters: Sequence[str]) -> tuple[float, int]:
    """Cluster-robust standard error of the mean (CR1: scaled by G/(G-1)), and G, the number of clusters.

    Raises ClusterError for clusters that can't carry it.
    """
    data = np.asarray(values, dtype=float)
    sums, sizes = cluster_sums(data, clusters)
    count = len(sums)
    residuals = sums - sizes * data.mean()
    variance = float((residuals**2).sum()) / len(data) ** 2 * count / (count - 1)
    return float(np.sqrt(variance)), count


def cluster_robust(values: Sequence[float], clusters: Sequence[str]) -> Interval:
    """Interval for a mean when cases of one cluster correlate: t with G-1 degrees of freedom."""
    error, count = standard_error(values, clusters)
    mean = float(np.mean(np.asarray(values, dtype=float)))
    reach = float(stats.t.ppf((1 + CONFIDENCE) / 2, count - 1)) * error
    return Interval(mean, mean - reach, mean + reach)


def cluster_bootstrap(
    values: Sequence[float], clusters: Sequence[str], resamples: int = RESAMPLES
) -> Interval:
    """Interval for a mean by drawing whole clusters with replacement; studentized, fixed seed.

    Studentizing (dividing each resampled mean by its own standard error) keeps the coverage near nominal with
    few clusters, where plain percentiles are too narrow.
    """
    data = np.asarray(values, dtype=float)
    sums, sizes = cluster_sums(data, clusters)
    mean = float(data.mean())
    error, count = standard_error(values, clusters)
    if error == 0:
        return Interval(mean, mean, mean)
    generator = np.random.default_rng(SEED)
    draws = generator.integers(0, count, size=(resamples, count))
    ratios = _studentized(sums[draws], sizes[draws], mean)
    tails = [100 * (1 - CONFIDENCE) / 2, 100 * (1 + CONFIDENCE) / 2]
    lower, upper = np.percentile(ratios, tails)
    return Interval(mean, mean - float(upper) * error, mean - float(lower) * error)


def _studentized(sums: NDArray[np.float64], sizes: NDArray[np.float64], mean: float) -> NDArray[np.float64]:
    """(resampled mean - mean) / its standard error, for each row; rows without spread are left out."""
    count = sums.shape[1]
    totals = sizes.sum(axis=1)
    means = sums.sum(axis=1) / totals
    residuals = sums - sizes * means[:, None]
    errors = np.sqrt((residuals**2).sum(axis=1) * count / (count - 1)) / totals
    usable = errors > 0
    ratios: NDArray[np.float64] = (means[usable] - mean) / errors[usable]
    return ratios
