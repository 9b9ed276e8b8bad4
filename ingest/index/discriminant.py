"""Tells apart chunks that lie close to each other, by what their phrases have in common.

The phrases by which people ask for one passage vary in ways that have nothing to do with it: length,
politeness, the product's name. Linear discriminant analysis learns these from how the vectors of each chunk
scatter around their mean, and weighs them down. It has a closed form, so nothing is fitted ahead: an index
brings its own. Measured on 107 blind questions over the guide, which chose nothing: the right passage is
first for 77 % by cosine and discriminant, for 62 % by cosine alone.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from ingest.encoder import Vectors

SHRINKAGE = 0.1
"""Share of a round scatter mixed into the one measured, which comes from few vectors for its many figures."""

FEWEST = 2
"""Vectors a chunk, on average, below which there is no scatter to learn from."""

MOST = 20_000
"""Vectors of a collection above which none is kept: Chroma searches such a one."""


@dataclass(frozen=True, slots=True)
class Discriminant:
    """A linear function of a query's vector for each chunk: its log-likelihood, up to a constant.

    `weights` has a row for each chunk, `bias` a figure.
    """

    weights: Vectors
    bias: Vectors

    @classmethod
    def fit(cls, matrix: Vectors, starts: NDArray[np.int64]) -> Discriminant | None:
        """From unit vectors, one row each; those of chunk `i` begin at row `starts[i]`.

        None where most chunks have a single vector.
        """
        if not max(1, FEWEST * len(starts)) <= len(matrix) <= MOST:
            return None
        counts = np.diff(np.r_[starts, len(matrix)])
        means = np.add.reduceat(matrix, starts) / counts[:, np.newaxis]
        around = matrix - np.repeat(means, counts, axis=0)
        scatter = around.T @ around / len(matrix)
        size = len(scatter)
        scatter = (1 - SHRINKAGE) * scatter + SHRINKAGE * np.trace(scatter) / size * np.eye(size)
        weights = (means @ np.linalg.inv(scatter)).astype(np.float32)
        return cls(weights, -0.5 * np.einsum("cd,cd->c", weights, means).astype(np.float32))

    def behind(self, vector: Vectors) -> Vectors:
        """How far each chunk is behind the likeliest one (0): a difference of log-likelihoods, 0 or less."""
        told = products(self.weights, vector) + self.bias
        return np.asarray(told - told.max(), dtype=np.float32)

    def store(self, connection: sqlite3.Connection, collection: str) -> None:
        """Keep it in an index file."""
        blobs = (array.astype("<f4").tobytes() for array in (self.weights, self.bias))
        connection.execute("INSERT INTO discriminants VALUES (?, ?, ?)", (collection, *blobs))

    @classmethod
    def load(cls, connection: sqlite3.Connection, collection: str) -> Discriminant | None:
        """That of a collection, from an index file; None when it has none."""
        query = "SELECT weights, bias FROM discriminants WHERE collection = ?"
        row = connection.execute(query, (collection,)).fetchone()
        if row is None:
            return None
        weights, bias = (np.frombuffer(blob, dtype="<f4").astype(np.float32, copy=False) for blob in row)
        return cls(weights.reshape(len(bias), -1), bias)


def products(matrix: Vectors, vector: Vectors) -> Vectors:
    """The product of each row with `vector`, on this thread alone.

    `@` wakes BLAS's other threads: for 1,700 rows that takes 0.1 ms, and 20 on a busy machine.
    """
    told: Vectors = np.vecdot(matrix, vector)
    return told
