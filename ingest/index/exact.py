"""Nearest neighbours by going through all vectors: for some 10,000, quicker than loading Chroma.

Vectors are kept in 8 bits: a search waits for memory, and reads a quarter. Measured on 9,181 vectors of the
guide: .15 ms instead of .58 where other data was read in between; a cosine is off by .0003 (its deviation).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ingest.index.discriminant import Discriminant
from ingest.index.records import FARTHEST, Hit
from ingest.rounding import rounded

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from ingest.encoder import Vectors

_APART = 0.015
"""What the discriminant counts beside the cosine."""

_SEARCHED = """
FROM chunks JOIN uses ON uses.chunk = chunks.number AND uses.kind != 'sentence'
JOIN vectors ON vectors.hash = uses.hash WHERE chunks.collection = ?
"""

_AT_ONCE = 500
"""Rows that are read together; all of them at once would take twice the memory for good."""


@dataclass(frozen=True, slots=True)
class ExactVectors:
    """All searched vectors of one collection; those of chunk `ids[i]` begin at `starts[i]`. Ids are sorted.

    A vector is its row of `values` times its figure in `scales`. `discriminant`: what tells these chunks
    apart, where it is known.
    """

    ids: tuple[str, ...]
    starts: NDArray[np.int64]
    values: NDArray[np.int8]
    scales: Vectors
    discriminant: Discriminant | None = None

    @classmethod
    def of(
        cls,
        ids: tuple[str, ...],
        starts: NDArray[np.int64],
        matrix: Vectors,
        discriminant: Discriminant | None = None,
    ) -> ExactVectors:
        """From unit vectors, one row each."""
        return cls(ids, starts, *rounded(matrix, axis=1), discriminant)

    @classmethod
    def load(cls, connection: sqlite3.Connection, collection: str, dimension: int) -> ExactVectors:
        """Read a collection's vectors from an index file."""
        count = _count(connection, collection)
        values, scales = np.empty((count, dimension), dtype=np.int8), np.empty(count, dtype=np.float32)
        chunks: list[str] = []
        for names, vectors in _blocks(connection, collection, dimension):
            rows = slice(len(chunks), len(chunks) + len(names))
            values[rows], scales[rows] = rounded(vectors, axis=1)
            chunks += names
        ids, starts = _beginnings(chunks)
        return cls(ids, starts, values, scales, Discriminant.load(connection, collection))

    def nearest(self, vector: Vectors, limit: int) -> list[Hit]:
        """The `limit` chunks with the closest vectors, best first, ties by id.

        A chunk that the discriminant holds for less likely than another stands back behind its cosine.
        """
        if not self.ids:
            return []
        cosines = np.maximum.reduceat(self._cosines(vector), self.starts)
        behind = np.zeros_like(cosines)
        if self.discriminant:
            behind = np.maximum(self.discriminant.behind(vector), np.float32(FARTHEST))
        scores = cosines + np.float32(_APART) * behind
        order = np.argsort(-scores, kind="stable")[:limit]
        told = [
            one[order].astype(np.float64).round(places).tolist()
            for one, places in ((scores, 6), (cosines, 6), (behind, 4))
        ]
        return list(map(Hit, [self.ids[row] for row in order.tolist()], *told))

    def _cosines(self, vector: Vectors) -> Vectors:
        """That of each row with a unit vector."""
        import simsimd

        (value,), (scale,) = rounded(vector[np.newaxis], axis=1)
        products = np.asarray(simsimd.cdist(self.values, value[np.newaxis], metric="dot")).ravel()
        cosines: Vectors = products.astype(np.float32) * self.scales * scale
        return cosines


def read_matrix(
    connection: sqlite3.Connection, collection: str, dimension: int
) -> tuple[Vectors, NDArray[np.int64]]:
    """The searched vectors of a collection, one row each, and where those of each chunk begin."""
    read = list(_blocks(connection, collection, dimension))
    _, starts = _beginnings([name for names, _ in read for name in names])
    empty = np.empty((0, dimension), dtype=np.float32)
    return np.concatenate([empty, *(vectors for _, vectors in read)]), starts


def _count(connection: sqlite3.Connection, collection: str) -> int:
    (count,) = connection.execute(f"SELECT count(*) {_SEARCHED}", (collection,)).fetchone()
    return int(count)


def _blocks(
    connection: sqlite3.Connection, collection: str, dimension: int
) -> Iterator[tuple[list[str], Vectors]]:
    """Rows of a collection, some at a time: the chunks they are of, and the vectors."""
    rows = connection.execute(
        f"SELECT chunks.id, vectors.vector {_SEARCHED} ORDER BY chunks.id", (collection,)
    )
    while block := rows.fetchmany(_AT_ONCE):
        vectors = np.frombuffer(b"".join(vector for _, vector in block), dtype="<f4")
        yield [chunk for chunk, _ in block], vectors.reshape(-1, dimension).astype(np.float32, copy=False)


def _beginnings(chunks: Sequence[str]) -> tuple[tuple[str, ...], NDArray[np.int64]]:
    """The distinct chunks, in order, and the first row of each."""
    first: dict[str, int] = {}
    for row, chunk in enumerate(chunks):
        first.setdefault(chunk, row)
    return tuple(first), np.fromiter(first.values(), dtype=np.int64, count=len(first))
