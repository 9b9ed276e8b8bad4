"""Chroma as the store of the searched vectors: one Chroma collection for each of ours, vectors always ours.

Importing chromadb takes about a second: this module is imported only where Chroma is really used.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

import chromadb
import numpy as np
from chromadb.config import Settings
from chromadb.errors import NotFoundError

from ingest.errors import IndexDamaged, MabsError, StorageFault
from ingest.index.records import Hit, chunk_of

if TYPE_CHECKING:
    from ingest.encoder import Vectors

_BATCH = 2000
_REMEDY = "Check that the disk has room, then run `mabs ingest --rebuild`."
_CONFIGURATION: Any = {
    "hnsw": {"space": "cosine", "ef_construction": 400, "ef_search": 500, "max_neighbors": 32}
}
"""Measured on 4,500 passages, 150 queries, k = 10: recall 1.0 against exact search (200, 200: 0.991)."""


class VectorStore:
    """The Chroma folder of one generation. Close it: an open client keeps its files busy on Windows."""

    def __init__(self, folder: Path) -> None:
        """Open the folder, or make an empty one. IndexDamaged if Chroma can't."""
        self._client: Any  # the declared type lacks `close`
        with _faults(IndexDamaged, f"The vectors in {folder} can't be opened"):
            self._client = chromadb.PersistentClient(
                str(folder), settings=Settings(anonymized_telemetry=False)
            )

    def __enter__(self) -> VectorStore:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the files."""
        self._client.close()

    def add(self, collection: str, identifiers: Sequence[str], vectors: Vectors) -> None:
        """Add vectors (unit length, one row an id). StorageFault if they can't be written."""
        with _faults(StorageFault, "Chroma can't write the vectors"):
            target = self._client.get_or_create_collection(
                _name(collection), embedding_function=None, configuration=_CONFIGURATION
            )
            for start in range(0, len(identifiers), _BATCH):
                stop = start + _BATCH
                target.add(ids=list(identifiers[start:stop]), embeddings=vectors[start:stop])

    def delete(self, collection: str, identifiers: Iterable[str]) -> None:
        """Remove vectors. Their places in Chroma's graph stay until the folder is built anew."""
        remaining = iter(identifiers)
        with _faults(StorageFault, "Chroma can't remove vectors"):
            target = self._get(collection)
            while target is not None and (batch := list(islice(remaining, _BATCH))):
                target.delete(ids=batch)

    def count(self, collection: str) -> int:
        """How many vectors a collection holds; 0 if there is none of that name."""
        with _faults(IndexDamaged, "Chroma can't count its vectors"):
            found = self._get(collection)
            return found.count() if found else 0

    def identifiers(self, collection: str) -> list[str]:
        """The ids of all vectors of a collection."""
        with _faults(IndexDamaged, "Chroma can't list its vectors"):
            found = self._get(collection)
            return found.get(include=[])["ids"] if found else []

    def nearest(self, collection: str, vector: Vectors, limit: int) -> list[Hit]:
        """The `limit` chunks with the closest vectors, best first; a chunk counts by its best vector."""
        with _faults(IndexDamaged, "Chroma can't search its vectors"):
            target = self._get(collection)
            return _search(target, vector, limit) if target else []

    def _get(self, collection: str) -> chromadb.Collection | None:
        try:
            found: chromadb.Collection = self._client.get_collection(
                _name(collection), embedding_function=None
            )
        except NotFoundError:
            return None
        return found


@contextmanager
def _faults(kind: type[MabsError], what: str) -> Iterator[None]:
    try:
        yield
    except Exception as error:  # Chroma's Rust core raises whatever class fits, some of them private
        raise kind(f"{what}: {error}", _REMEDY) from error


def _search(target: chromadb.Collection, vector: Vectors, limit: int) -> list[Hit]:
    """Asks for more vectors than chunks are wanted, and for more again while several belong to one chunk."""
    total = target.count()
    wanted = min(total, limit * 4)
    while wanted:
        found = target.query(query_embeddings=vector[np.newaxis, :], n_results=wanted, include=["distances"])
        best = _best(found["ids"][0], (found["distances"] or [[]])[0])
        if len(best) >= limit or wanted >= total:
            return best[:limit]
        wanted = min(total, wanted * 4)
    return []


def _best(identifiers: Sequence[str], distances: Sequence[float]) -> list[Hit]:
    best: dict[str, float] = {}
    for identifier, distance in zip(identifiers, distances, strict=True):
        chunk = chunk_of(identifier)
        best[chunk] = max(best.get(chunk, -1.0), 1.0 - distance)
    hits = (Hit(chunk, round(cosine, 6), round(cosine, 6)) for chunk, cosine in best.items())
    return sorted(hits, key=lambda hit: (-hit.score, hit.chunk_id))


def _name(collection: str) -> str:
    """Chroma wants three characters at least."""
    return f"collection-{collection}"
