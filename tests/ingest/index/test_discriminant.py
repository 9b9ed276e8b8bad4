"""The discriminant: what the phrases of a chunk share counts, what varies within every chunk doesn't."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from ingest.index.discriminant import MOST, Discriminant
from ingest.index.exact import ExactVectors
from ingest.index.schema import create

TOPIC, MANNER, SIZE = slice(0, 4), slice(4, 8), 8


def phrases(seed: int, chunks: int = 4, each: int = 12) -> tuple[NDArray[np.float32], NDArray[np.int64]]:
    """Vectors, and where each chunk's begin: a bit of one figure is its topic, much of others its manner."""
    rng = np.random.default_rng(seed)
    owners = np.repeat(np.arange(chunks), each)
    matrix = np.zeros((len(owners), SIZE), dtype=np.float32)
    matrix[np.arange(len(owners)), owners] = 0.4
    matrix[:, MANNER] = rng.normal(size=(len(owners), 4))
    return matrix / np.linalg.norm(matrix, axis=1, keepdims=True), np.arange(0, chunks * each, each)


@given(st.integers(0, 500), st.integers(0, 3))
def test_the_chunk_is_told_by_its_topic_whatever_the_manner(seed: int, chunk: int) -> None:
    matrix, starts = phrases(seed)
    discriminant = Discriminant.fit(matrix, starts)
    query = np.zeros(SIZE, dtype=np.float32)
    query[chunk] = 0.4
    others = np.delete(matrix, slice(starts[chunk], starts[chunk] + 12), axis=0)
    query[MANNER] = others[seed % 36, MANNER]  # worded like a phrase of another chunk

    assert discriminant is not None
    behind = discriminant.behind(query)
    assert int(behind.argmax()) == chunk
    assert behind.max() == 0


def test_of_two_chunks_the_likelier_is_found_first_though_a_phrase_of_the_other_is_closer() -> None:
    matrix, starts = phrases(1)
    ids = ("a", "b", "c", "d")
    query = matrix[starts[1]].copy()
    query[TOPIC] = (0.16, 0, 0, 0)  # the manner of a phrase of b, the topic of a
    query /= np.linalg.norm(query)

    plain = ExactVectors.of(ids, starts, matrix).nearest(query, 1)[0]
    told = ExactVectors.of(ids, starts, matrix, Discriminant.fit(matrix, starts)).nearest(query, 1)[0]

    assert (plain.chunk_id, told.chunk_id) == ("b", "a")
    assert told.score == pytest.approx(told.cosine)  # the likeliest stands back behind nothing
    assert told.cosine <= plain.cosine


@pytest.mark.parametrize(("rows", "starts"), [(0, []), (30, range(30)), (3, [0, 2])])
def test_without_scatter_there_is_nothing_to_learn(rows: int, starts: Sequence[int]) -> None:
    matrix = np.ones((rows, SIZE), dtype=np.float32)

    assert Discriminant.fit(matrix, np.array(starts, dtype=np.int64)) is None


def test_a_large_collection_has_none() -> None:
    matrix = np.ones((MOST + 5, SIZE), dtype=np.float32)

    assert Discriminant.fit(matrix, np.arange(0, len(matrix), MOST // 5)) is None


def test_it_is_read_as_it_was_stored(tmp_path: Path) -> None:
    connection = create(tmp_path / "index.sqlite3")
    fitted = Discriminant.fit(*phrases(2))
    assert fitted is not None

    fitted.store(connection, "guide")
    loaded = Discriminant.load(connection, "guide")

    assert loaded is not None
    assert np.array_equal(loaded.weights, fitted.weights)
    assert np.array_equal(loaded.bias, fitted.bias)
    assert Discriminant.load(connection, "other") is None
