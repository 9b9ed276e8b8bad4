"""Going through all vectors: what is nearest, and how little 8 bits take away."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from ingest.index.exact import ExactVectors

Rows = np.ndarray[tuple[int, ...], np.dtype[np.float32]]

DIMENSION = 384


def unit_rows(rows: int, seed: int) -> Rows:
    values: Rows = np.random.default_rng(seed).standard_normal((rows, DIMENSION)).astype(np.float32)
    values /= np.linalg.norm(values, axis=1, keepdims=True)
    return values


@given(st.integers(0, 10_000))
def test_cosines_are_those_of_the_vectors_but_for_rounding(seed: int) -> None:
    matrix, (query,) = unit_rows(30, seed), unit_rows(1, seed + 1)
    ids = tuple(f"{row:02}" for row in range(30))

    hits = ExactVectors.of(ids, np.arange(30), matrix).nearest(query, 30)

    own = dict(zip(ids, matrix @ query, strict=True))
    assert max(abs(hit.cosine - own[hit.chunk_id]) for hit in hits) < 0.004


def test_a_chunk_counts_by_its_nearest_vector() -> None:
    matrix = unit_rows(6, 3)
    chunks = ExactVectors.of(("a", "b", "c"), np.array([0, 1, 4]), matrix)

    assert [chunks.nearest(vector, 1)[0].chunk_id for vector in matrix] == ["a", "b", "b", "b", "c", "c"]


def test_equals_come_by_id() -> None:
    (vector,) = unit_rows(1, 5)
    same = ExactVectors.of(("a", "b", "c"), np.arange(3), np.stack([vector] * 3))

    assert [hit.chunk_id for hit in same.nearest(vector, 3)] == ["a", "b", "c"]


def test_nothing_is_nearest_in_an_empty_collection() -> None:
    empty = ExactVectors.of((), np.arange(0), np.empty((0, DIMENSION), dtype=np.float32))

    assert empty.nearest(unit_rows(1, 1)[0], 5) == []
