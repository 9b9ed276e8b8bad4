from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from scipy import stats

from evals.statistics.clusters import ClusterError
from evals.statistics.intervals import cluster_robust
from evals.statistics.paired import (
    compare_paired,
    detectable_difference,
    minimum_detectable,
    randomization_test,
)


def test_few_clusters_are_enumerated_exactly() -> None:
    differences = [1.0, 1.0, 0.5, -0.25, 1.0]
    observed = abs(sum(differences))
    patterns = [
        abs(sum(sign * value for sign, value in zip(signs, differences, strict=True)))
        for signs in product((1, -1), repeat=5)
    ]
    exact = sum(total >= observed - 1e-9 for total in patterns) / len(patterns)
    assert randomization_test(differences, list("abcde")) == pytest.approx(exact)


def test_binary_outcomes_agree_with_the_sign_test() -> None:
    differences = [1.0] * 9 + [-1.0] * 2 + [0.0] * 30
    clusters = [str(number) for number in range(41)]
    assert randomization_test(differences, clusters) == pytest.approx(stats.binomtest(9, 11).pvalue)


def test_cases_of_one_cluster_are_flipped_together() -> None:
    differences = [1.0] * 10
    assert randomization_test(differences, ["a"] * 5 + ["b"] * 5) == pytest.approx(0.5)
    assert randomization_test(differences, list("abcdefghij")) == pytest.approx(2 / 2**10)


def test_a_draw_from_many_patterns_is_the_same_each_time() -> None:
    generator = np.random.default_rng(3)
    differences = generator.normal(0.1, 1, 60).tolist()
    clusters = [str(number) for number in range(60)]
    assert randomization_test(differences, clusters) == randomization_test(differences, clusters)


def test_one_changed_cluster_proves_nothing() -> None:
    assert randomization_test([1.0, 1.0, 0.0], ["a", "a", "b"]) == 1.0


def test_under_no_difference_five_percent_are_called_significant() -> None:
    generator = np.random.default_rng(11)
    clusters = [str(number % 12) for number in range(36)]
    called = sum(
        randomization_test(generator.choice([-1.0, 0.0, 1.0], 36).tolist(), clusters) <= 0.05
        for _ in range(300)
    )
    assert called / 300 <= 0.08


def test_runs_that_agree_differ_by_nothing() -> None:
    comparison = compare_paired([1.0, 0.0], [1.0, 0.0], ["a", "b"])
    assert (comparison.difference.low, comparison.difference.high) == (0.0, 0.0)
    assert comparison.p_value == 1.0
    assert comparison.detectable is None


def test_an_improvement_has_an_interval_above_zero() -> None:
    clusters = [str(number) for number in range(40)]
    comparison = compare_paired([0.0] * 20 + [1.0] * 20, [1.0] * 40, clusters)
    assert comparison.difference.estimate == 0.5
    assert comparison.difference.low > 0
    assert comparison.p_value < 0.001


def test_bad_clusters_are_refused() -> None:
    with pytest.raises(ClusterError):
        compare_paired([0.0, 0.0], [1.0, 1.0], ["a", "a"])


def test_what_could_be_seen_grows_smaller_with_more_cases() -> None:
    assert (
        detectable_difference(600)
        < detectable_difference(150)
        == pytest.approx(2 * detectable_difference(600))
    )
    few, many = ([0.5, -0.5] * count for count in (10, 40))
    small = minimum_detectable(few, [str(n) for n in range(20)])
    large = minimum_detectable(many, [str(n) for n in range(80)])
    assert small is not None
    assert large is not None
    assert large < small


def test_a_difference_of_the_detectable_size_is_seen_four_times_in_five() -> None:
    generator = np.random.default_rng(5)
    clusters = [str(number) for number in range(100)]
    size = minimum_detectable(generator.normal(0, 1, 100).tolist(), clusters)
    assert size is not None
    seen = 0
    for _ in range(400):
        differences = generator.normal(size, 1, 100)
        seen += cluster_robust(differences.tolist(), clusters).low > 0
    assert 0.72 <= seen / 400 <= 0.88
