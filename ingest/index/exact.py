"""Exact nearest neighbours by one matrix product: for some 10,000 vectors, quicker than loading Chroma."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ingest.index.discriminant import Discriminant, products
from ingest.index.records import FARTHEST, Hit

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

    `discriminant`: what tells these chunks apart, where it is known.
    """

    ids: tuple[str, ...]
    starts: NDArray[np.int64]
    matrix: Vectors
    discriminant: Discriminant | None = None

    @classmethod
    def load(cls, connection: sqlite3.Connection, collection: str, dimension: int) -> ExactVectors:
        """Read a collection's vectors from an index file."""
        (count,) = connection.execute(f"SELECT count(*) {_SEARCHED}", (collection,)).fetchone()
        matrix = np.empty((count, dimension), dtype=np.float32)
        first: dict[str, int] = {}
        rows = connection.execute(
            f"SELECT chunks.id, vectors.vector {_SEARCHED} ORDER BY chunks.id", (collection,)
        )
        for start in range(0, count, _AT_ONCE):
            block = rows.fetchmany(_AT_ONCE)
            for number, (chunk, _) in enumerate(block, start):
                first.setdefault(chunk, number)
            vectors = np.frombuffer(b"".join(vector for _, vector in block), dtype="<f4")
            matrix[start : start + len(block)] = vectors.reshape(-1, dimension)
        starts = np.fromiter(first.values(), dtype=np.int64, count=len(first))
        discriminant = Discriminant.load(connection, collection)
        return cls(tuple(first), starts, matrix, discriminant)

    def nearest(self, vector: Vectors, limit: int) -> list[Hit]:
        """The `limit` chunks with the closest vectors, best first, ties by id.

        A chunk that the discriminant holds for less likely than another stands back behind its cosine.
        """
        if not self.ids:
            return []
        cosines = np.maximum.reduceat(products(self.matrix, vector), self.starts)
        behind = np.zeros_like(cosines)
        if self.discriminant:
            behind = np.maximum(self.discriminant.behind(vector), np.float32(FARTHEST))
        scores = cosines + np.float32(_APART) * behind
        order = np.argsort(-scores, kind="stable")[:limit]
        found = zip(*(one[order].tolist() for one in (scores, cosines, behind)), strict=True)
        return [
            Hit(self.ids[row], round(score, 6), round(cosine, 6), round(back, 4))
            for row, (score, cosine, back) in zip(order.tolist(), found, strict=True)
        ]
