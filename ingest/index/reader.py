"""The reader over the live index: what retrieval, `mabs status` and `mabs doctor` ask."""

from __future__ import annotations

import json
import sqlite3
import threading
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, TypeVar

import numpy as np

from ingest.analysis import query_tokens
from ingest.errors import IndexDamaged, IndexMismatch
from ingest.files import tree_bytes
from ingest.index.checks import find_faults
from ingest.index.generations import Generations
from ingest.index.records import CollectionStatus, Hit, IndexStatus, StoredChunk
from ingest.index.schema import SCHEMA_VERSION, placeholders, read_faults, vector_key
from ingest.index.snapshot import Snapshot, open_live
from ingest.index.words import Weights

if TYPE_CHECKING:
    from ingest.encoder import Vectors

EXACT_LIMIT = 20_000
"""Up to so many vectors in a collection, an exact product is used instead of Chroma."""

WEIGHTS: Weights = (2.0, 1.0, 1.0)

_Result = TypeVar("_Result")


class IndexReader:
    """The live index, opened for searching. Threads may share it; it is a context manager.

    It stays with the generation it opened until `refresh`; if that one is taken away or breaks, it reopens
    and asks again.
    """

    def __init__(
        self, data_dir: Path, encoder_fingerprint: str | None, exact_limit: int, any_schema: bool
    ) -> None:
        """Use `IndexReader.open`."""
        self._data_dir = data_dir
        self._any_schema = any_schema
        self._fingerprint = encoder_fingerprint
        self._exact_limit = exact_limit
        self._lock = threading.RLock()
        self._snapshot = self._open()

    @classmethod
    def open(
        cls,
        data_dir: Path,
        encoder_fingerprint: str | None = None,
        exact_limit: int = EXACT_LIMIT,
        *,
        any_schema: bool = False,
    ) -> IndexReader:
        """Open the live index of a data directory.

        IndexMissing if there is none; IndexMismatch if another schema or another encoder than
        `encoder_fingerprint` built it; IndexDamaged if it can't be read. With `any_schema` another release's
        index is tried too: a question that finds its tables changed raises IndexDamaged.
        """
        return cls(data_dir, encoder_fingerprint, exact_limit, any_schema)

    def __enter__(self) -> IndexReader:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the generation."""
        with self._lock:
            self._snapshot.close()

    @property
    def generation(self) -> str:
        """The name of the generation that is being read."""
        return self._snapshot.live.generation

    def refresh(self) -> bool:
        """Go on to the live generation if a newer one was published (the state of one file is asked for)."""
        with self._lock:
            if Generations(self._data_dir).live().generation == self.generation:
                return False
            self._reopen()
            return True

    def lexical(
        self,
        query: str,
        limit: int,
        collections: Sequence[str] | None = None,
        weights: Weights = WEIGHTS,
    ) -> list[Hit]:
        """BM25 over the words of a query in plain language. `weights`: headings, body, asks."""
        return self.lexical_tokens(query_tokens(query), limit, collections, weights)

    def lexical_tokens(
        self,
        tokens: Iterable[str],
        limit: int,
        collections: Sequence[str] | None = None,
        weights: Weights = WEIGHTS,
    ) -> list[Hit]:
        """As `lexical`, with tokens that `ingest.analysis` made."""
        wanted = list(tokens)
        return self._ask(lambda live: live.lexical(wanted, limit, collections, weights))

    def frequencies(self, tokens: Sequence[str], collections: Sequence[str] | None = None) -> dict[str, int]:
        """In how many chunks of the collections each token of `ingest.analysis` stands."""
        return self._ask(lambda live: live.frequencies(tokens, collections))

    def shipped_words(self) -> frozenset[str]:
        """The words of five letters and more in shipped texts and asks: what misspellings are held to."""
        return self._ask(lambda live: live.shipped_words())

    def nearest(self, vector: Vectors, limit: int, collections: Sequence[str] | None = None) -> list[Hit]:
        """Chunks whose text or one of whose asks is closest to a unit vector."""
        return self._ask(lambda live: live.nearest(vector, limit, collections, self._exact_limit))

    def chunks(self, ids: Sequence[str]) -> dict[str, StoredChunk]:
        """Chunks by id with their documents, in the order asked for; unknown ids are left out."""
        return self._ask(lambda live: live.chunks(ids))

    def sentence_vectors(self, texts: Sequence[str]) -> dict[str, Vectors]:
        """Vectors of those texts that were encoded at ingest: sentences of shipped chunks, chunks, asks."""

        def look(live: Snapshot) -> dict[str, Vectors]:
            keys = {vector_key(live.live.encoder, text): text for text in texts}
            query = f"SELECT hash, vector FROM vectors WHERE hash IN ({placeholders(keys)})"
            rows = live.connection.execute(query, tuple(keys)).fetchall()
            return {keys[key]: np.frombuffer(blob, dtype="<f4") for key, blob in rows}

        return self._ask(look)

    def collections(self) -> tuple[str, ...]:
        """The names of the collections; costs nothing, unlike `status`."""
        return self._ask(lambda live: tuple(live.names(None)))

    def status(self) -> IndexStatus:
        """What is live: collections with their counts, encoder, versions, size on disk."""
        return self._ask(_status)

    def check(self) -> list[str]:
        """Faults of the live index in words, none if it is sound. Reads everything, which takes seconds."""
        with self._lock:
            return find_faults(self._snapshot)

    def _ask(self, work: Callable[[Snapshot], _Result]) -> _Result:
        with self._lock:
            try:
                return work(self._snapshot)
            except (sqlite3.Error, OSError, IndexDamaged):
                if self._snapshot.exists() and not self._superseded():
                    with read_faults():
                        return work(self._snapshot)
            self._reopen()
            with read_faults():
                return work(self._snapshot)

    def _superseded(self) -> bool:
        live = Generations(self._data_dir).live_or_none()
        return live is not None and live.generation != self.generation

    def _reopen(self) -> None:
        old = self._snapshot
        self._snapshot = self._open()
        old.close()

    def _open(self) -> Snapshot:
        live = Generations(self._data_dir).live()
        if live.schema != SCHEMA_VERSION and not self._any_schema:
            raise IndexMismatch("Another release built the search index.", "Run `mabs ingest` to rebuild it.")
        if self._fingerprint not in (None, live.encoder):
            raise IndexMismatch(
                "Another encoder built the search index.",
                "Run `mabs ingest` to rebuild it, or go back to the encoder it was built with.",
            )
        return open_live(self._data_dir)


def _status(live: Snapshot) -> IndexStatus:
    count = live.connection.execute
    documents = dict(count("SELECT collection, count(*) FROM documents GROUP BY 1").fetchall())
    chunks = dict(count("SELECT collection, count(*) FROM chunks GROUP BY 1").fetchall())
    skipped = dict(count("SELECT collection, count(*) FROM files WHERE reason != '' GROUP BY 1").fetchall())
    collections = tuple(
        CollectionStatus(
            name=info.name,
            roots=info.roots,
            shipped=info.shipped,
            documents=documents.get(info.name, 0),
            chunks=chunks.get(info.name, 0),
            vectors=live.vector_counts.get(info.name, 0),
            skipped=skipped.get(info.name, 0),
        )
        for info in live.collections
    )
    return IndexStatus(
        generation=live.live.generation,
        built_at=live.live.built_at,
        schema=live.live.schema,
        package_version=live.meta["package_version"],
        kb_version=live.live.kb_version,
        encoder=json.loads(live.meta["encoder"]),
        collections=collections,
        bytes=tree_bytes(live.folder),
    )
