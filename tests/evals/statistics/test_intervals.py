from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.statistics.clusters import ClusterError, cluster_sums
from evals.statistics.intervals import Interval, cluster_bootstrap, cluster_robust, standard_error, wilson


@pytest.mark.parametrize(
    ("successes", "total", "low", "high"),
    [
        (81, 263, 0.2553, 0.3662),  # Newcombe 1998, table I, method 3
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_wilson_agrees_with_published_values(successes: int, total: int, low: float, high: float) -> None:
    interval = wilson(successes, total)
    assert (interval.low, interval.high) == pytest.approx((low, high), abs=5e-5)


def test_nothing_is_known_without_trials() -> None:
    interval = wilson(0, 0)
    assert (interval.low, interval.high) == (0.0, 1.0)


def test_clusters_of_one_give_the_usual_standard_error_of_a_mean() -> None:
    values = [0.2, 0.9, 0.4, 0.7, 0.1]
    error, count = standard_error(values, list("abcde"))
    assert error == pytest.approx(np.std(values, ddof=1) / np.sqrt(5))
    assert count == 5


def test_the_cluster_robust_error_by_hand() -> None:
    # Clusters (1, 1) and (0): the mean is 2/3, the residual sums are 2/3 and -2/3.
    error, _ = standard_error([1.0, 1.0, 0.0], ["a", "a", "b"])
    assert error == pytest.approx(np.sqrt(2 * (2 / 3) ** 2) / 3 * np.sqrt(2))


def test_copies_of_a_case_in_its_cluster_add_no_certainty() -> None:
    values, clusters = [1.0, 0.0, 1.0, 1.0, 0.0], list("abcde")
    once = cluster_robust(values, clusters)
    fivefold = cluster_robust(values * 5, clusters * 5)
    assert (fivefold.low, fivefold.high) == pytest.approx((once.low, once.high))


@pytest.mark.parametrize(
    ("values", "clusters", "said"),
    [
        ([1.0, 0.0], ["a"], "2 values have 1 cluster labels"),
        ([1.0, 0.0, 1.0], ["a", " ", "b"], "1 of 3 values have no cluster"),
        ([1.0, 0.0], ["a", "a"], "two clusters"),
        ([], [], "two clusters"),
    ],
)
def test_clusters_that_cannot_carry_an_interval_are_refused(
    values: list[float], clusters: list[str], said: str
) -> None:
    for interval in (cluster_robust, cluster_bootstrap):
        with pytest.raises(ClusterError, match=said):
            interval(values, clusters)


@given(st.lists(st.tuples(st.floats(0, 1), st.sampled_from("abc")), min_size=3))
def test_sums_and_sizes_add_up(data: list[tuple[float, str]]) -> None:
    values, clusters = [value for value, _ in data], [cluster for _, cluster in data]
    if len(set(clusters)) < 2:
        return
    sums, sizes = cluster_sums(np.array(values), clusters)
    assert sums.sum() == pytest.approx(sum(values))
    assert sizes.sum() == len(values)


def test_the_bootstrap_is_the_same_each_time_and_near_the_robust_interval() -> None:
    generator = np.random.default_rng(7)
    clusters = [f"c{n % 40}" for n in range(400)]
    values = generator.random(400).tolist()
    one, two = cluster_bootstrap(values, clusters), cluster_bootstrap(values, clusters)
    robust = cluster_robust(values, clusters)
    assert one == two
    assert (one.low, one.high) == pytest.approx((robust.low, robust.high), abs=0.006)


def test_values_without_spread_have_an_interval_of_no_width() -> None:
    interval = cluster_bootstrap([1.0] * 6, list("aabbcc"))
    assert (interval.low, interval.high) == (1.0, 1.0)


def _correlated(generator: np.random.Generator, clusters: int) -> tuple[list[float], list[str]]:
    """Rates of 0.8 that differ between clusters of 1 to 12 cases."""
    values: list[float] = []
    labels: list[str] = []
    for number in range(clusters):
        size = int(generator.integers(1, 13))
        rate = generator.beta(8, 2)
        values += (generator.random(size) < rate).astype(float).tolist()
        labels += [f"c{number}"] * size
    return values, labels


@pytest.mark.parametrize(("method", "draws"), [("robust", 4000), ("bootstrap", 1500)])
def test_nominal_95_percent_covers_93_to_97(method: str, draws: int) -> None:
    """2.5 standard errors of the simulated coverage stay within the bounds when it is nominal."""
    generator = np.random.default_rng(20260101)
    covered = 0
    for _ in range(draws):
        values, labels = _correlated(generator, 40)
        interval = (
            cluster_robust(values, labels)
            if method == "robust"
            else cluster_bootstrap(values, labels, resamples=400)
        )
        covered += interval.low <= 0.8 <= interval.high
    assert 0.93 <= covered / draws <= 0.97


def test_a_share_lies_between_0_and_1() -> None:
    assert Interval(0.99, -0.2, 1.01).of_a_share() == Interval(0.99, 0.0, 1.0)
    assert Interval(0.5, 0.4, 0.6).of_a_share() == Interval(0.5, 0.4, 0.6)
