"""Reciprocal rank fusion (Cormack, Clarke and Buettcher, 2009), as a pure function."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

RANK_CONSTANT = 60


def reciprocal_rank_fusion(
    rankings: Sequence[Sequence[str]], weights: Sequence[float] | None = None, constant: int = RANK_CONSTANT
) -> Mapping[str, float]:
    """Fused score by id: the sum of weight / (constant + rank) over the rankings that hold it, rank from 1.

    The mapping is ordered best first, ties by id, so that equal inputs give equal orders.
    """
    scores: dict[str, float] = {}
    for ranking, weight in zip(rankings, weights or [1.0] * len(rankings), strict=True):
        for rank, identifier in enumerate(ranking, 1):
            scores[identifier] = scores.get(identifier, 0.0) + weight / (constant + rank)
    return dict(sorted(scores.items(), key=lambda item: (-item[1], item[0])))
