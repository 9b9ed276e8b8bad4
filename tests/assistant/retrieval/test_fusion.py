"""Reciprocal rank fusion."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.retrieval.fusion import reciprocal_rank_fusion

RANKINGS = st.lists(st.lists(st.sampled_from("abcdefgh"), unique=True), max_size=4)


def test_scores_are_sums_of_reciprocal_ranks() -> None:
    fused = reciprocal_rank_fusion([["a", "b"], ["b"]])

    assert fused == {"b": pytest.approx(1 / 62 + 1 / 61), "a": pytest.approx(1 / 61)}
    assert list(fused) == ["b", "a"]


def test_weights_count() -> None:
    assert list(reciprocal_rank_fusion([["a"], ["b"]], [1.0, 2.0])) == ["b", "a"]


def test_ties_go_by_id() -> None:
    assert list(reciprocal_rank_fusion([["b"], ["a"]])) == ["a", "b"]


def test_a_weight_must_be_told_for_each_ranking() -> None:
    with pytest.raises(ValueError, match="zip"):
        reciprocal_rank_fusion([["a"], ["b"]], [1.0])


@given(RANKINGS)
def test_whatever_was_ranked_is_fused_best_first(rankings: list[list[str]]) -> None:
    fused = reciprocal_rank_fusion(rankings)

    assert set(fused) == {identifier for ranking in rankings for identifier in ranking}
    assert list(fused.values()) == sorted(fused.values(), reverse=True)


@given(RANKINGS)
def test_the_order_of_the_rankings_has_no_say(rankings: list[list[str]]) -> None:
    backwards = reciprocal_rank_fusion(rankings[::-1])

    assert reciprocal_rank_fusion(rankings) == pytest.approx(backwards)
