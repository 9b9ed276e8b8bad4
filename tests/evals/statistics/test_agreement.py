from __future__ import annotations

import pytest

from evals.statistics.agreement import agreement, kappa


def test_kappa_agrees_with_a_published_value() -> None:
    # Cohen's worked two-rater example of 50 grants: 20 both yes, 15 both no, 5 and 10 apart.
    assert kappa([[20, 5], [10, 15]]) == pytest.approx(0.4)


def test_no_more_than_chance_is_zero_and_less_is_negative() -> None:
    assert kappa([[4, 4], [4, 4]]) == 0
    assert kappa([[0, 5], [5, 0]]) == -1


@pytest.mark.parametrize("counts", [[[0, 0], [0, 0]], [[9, 1], [0, 0]], [[9, 0], [1, 0]]])
def test_without_variation_kappa_is_not_defined(counts: list[list[int]]) -> None:
    assert kappa(counts) is None


def test_the_table_counts_judge_by_metric() -> None:
    told = agreement([(True, True), (True, False), (True, False), (False, False)])
    assert told["table"] == [[1, 2], [0, 1]]
    assert told["agreement"] == 0.5
    assert told["agreement_wilson"] == [0.15, 0.85]


def test_nothing_judged_agrees_with_nothing() -> None:
    assert agreement([])["agreement"] is None
