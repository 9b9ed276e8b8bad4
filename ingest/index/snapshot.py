"""One opened generation: its lease, its SQLite connection and, on demand, its vectors."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ingest.errors import IndexDamaged
from ingest.index.contents import read_collections, read_meta
from ingest.index.exact import ExactVectors
from ingest.index.generations import BUILD_REMEDY, Generations, Live, drop_lease, take_lease
from ingest.index.records import CollectionInfo, DocumentInfo, Hit, StoredChunk, chunk_from_row
from ingest.index.schema import SQLITE_FILE, open_published, placeholders, read_faults
from ingest.index.word_scores import MOST_CHUNKS, WordScores
from ingest.index.words import Weights, count_chunks, rarity, search_words

if TYPE_CHECKING:
    from ingest.encoder import Vectors
    from ingest.index.vectors import VectorStore

CHROMA_DIR = "chroma"
_KNOWN_COUNTS = 20_000
"""How many tokens' frequencies are kept in memory."""

_KNOWN_CHUNKS = 4000
"""How many chunks are kept in memory (some 2 kB each): all of the shipped collections, and more."""

_LONG_WORD = re.compile(r"[a-z]{5,}")

_CHUNK_COLUMNS = (
    "c.id, c.document_id, c.collection, c.position, c.kind, c.headings, c.section, c.text, c.asks,"
    " d.path, d.title, d.document, d.date, d.source, d.kind"
)
_CHUNKS = f"SELECT {_CHUNK_COLUMNS} FROM chunks c JOIN documents d ON d.id = c.document_id"


class Snapshot:
    """A generation held open for reading. Not safe between threads by itself; `IndexReader` sees to that."""

    def __init__(self, generations: Generations, live: Live) -> None:
        """Open the generation `live`. FileNotFoundError if it is gone, sqlite3.Error if it is broken."""
        self.live = live
        self.folder = generations.path(live.generation)
        self._exact: dict[str, ExactVectors] = {}
        self._stored: dict[str, StoredChunk] = {}
        self._counts: dict[tuple[str, str], int] = {}
        self._words: dict[tuple[str, Weights], WordScores] = {}
        self._chroma: VectorStore | None = None
        self._lease = take_lease(self.folder)
        try:
            self.connection = open_published(self.folder / SQLITE_FILE)
        except BaseException:  # also on Ctrl-C: a lease that stays keeps the generation
            drop_lease(self._lease)
            raise
        try:
            self.meta = read_meta(self.connection)
            if not self.exists():
                raise FileNotFoundError(self.folder)
        except BaseException:  # the same, and the file stays open besides
            self.close()
            raise

    def close(self) -> None:
        """Let go of everything, so that the generation can be removed."""
        if self._chroma is not None:
            self._chroma.close()
        self.connection.close()
        drop_lease(self._lease)

    def exists(self) -> bool:
        """Whether the generation is still where it was opened."""
        return (self.folder / SQLITE_FILE).is_file()

    @cached_property
    def collections(self) -> tuple[CollectionInfo, ...]:
        """All collections."""
        return tuple(read_collections(self.connection))

    @cached_property
    def vector_counts(self) -> dict[str, int]:
        """Searched vectors by collection, as counted when the index was built."""
        counts: dict[str, int] = json.loads(self.meta["vector_counts"])
        return counts

    @cached_property
    def dimension(self) -> int:
        """Length of the vectors."""
        return int(json.loads(self.meta["encoder"])["dimension"])

    def names(self, collections: Sequence[str] | None) -> list[str]:
        """The collections to search: those asked for that exist, or all."""
        known = [info.name for info in self.collections]
        return known if collections is None else [name for name in known if name in collections]

    def lexical(
        self, tokens: Sequence[str], limit: int, collections: Sequence[str] | None, weights: Weights
    ) -> list[Hit]:
        """Chunks that hold any of the tokens, best first, ties by id.

        BM25 of one collection can't be held against another's: the larger one counts every word as rarer. So
        a score is told as a share of what the query's words weigh in the chunk's own collection.
        """
        if not tokens:
            return []
        found = [
            [Hit(hit.chunk_id, hit.score / whole) for hit in self._worded(tokens, name, limit, weights)]
            for name in self.names(collections)
            for whole in [self._weight(tokens, name)]
        ]
        return _best(found, limit)

    def _worded(self, tokens: Sequence[str], name: str, limit: int, weights: Weights) -> list[Hit]:
        """The hits of one collection: a small one's words are kept."""
        if self._count("", name) > MOST_CHUNKS:
            return search_words(self.connection, name, tokens, limit, weights)
        key = (name, weights)
        if key not in self._words:
            self._words[key] = WordScores(self.connection, name, weights)
        return self._words[key].search(tokens, limit)

    def _weight(self, tokens: Sequence[str], name: str) -> float:
        chunks = self._count("", name)
        return sum(rarity(chunks, self._count(token, name)) for token in tokens)

    def frequencies(self, tokens: Iterable[str], collections: Sequence[str] | None) -> dict[str, int]:
        """In how many chunks of the collections each token stands (texts, headings or asks)."""
        names = self.names(collections)
        return {token: sum(self._count(token, name) for name in names) for token in tokens}

    def _count(self, token: str, name: str) -> int:
        key = (token, name)
        if key not in self._counts:
            if len(self._counts) > _KNOWN_COUNTS:
                self._counts.clear()
            self._counts[key] = count_chunks(self.connection, name, token)
        return self._counts[key]

    def shipped_words(self) -> frozenset[str]:
        """The words of five letters and more in the shipped texts and asks, in lower case."""
        rows = self.connection.execute(
            "SELECT chunks.text || ' ' || chunks.asks FROM chunks"
            " JOIN collections ON collections.name = chunks.collection WHERE collections.shipped"
        )
        return frozenset(word for (text,) in rows for word in _LONG_WORD.findall(text.lower()))

    def nearest(
        self, vector: Vectors, limit: int, collections: Sequence[str] | None, exact_limit: int
    ) -> list[Hit]:
        """Chunks with the closest vectors, best first, ties by id; Chroma is asked for a collection with more
        vectors than `exact_limit`."""
        found = [
            self._exact_vectors(name).nearest(vector, limit)
            if self.vector_counts.get(name, 0) <= exact_limit
            else self.chroma().nearest(name, vector, limit)
            for name in self.names(collections)
        ]
        return _best(found, limit)

    def chunks(self, ids: Sequence[str]) -> dict[str, StoredChunk]:
        """Chunks by id, in the order asked for; unknown ids are left out."""
        missing = [chunk for chunk in ids if chunk not in self._stored]
        read = {row[0]: _stored(row) for row in self._chunk_rows(missing)} if missing else {}
        found = {chunk: self._stored.get(chunk) or read.get(chunk) for chunk in ids}
        if len(self._stored) > _KNOWN_CHUNKS:
            self._stored.clear()
        self._stored.update(read)
        return {chunk: stored for chunk, stored in found.items() if stored is not None}

    def chroma(self) -> VectorStore:
        """The Chroma folder, opened on first use."""
        if self._chroma is None:
            from ingest.index.vectors import VectorStore

            if not (self.folder / CHROMA_DIR).is_dir():
                raise IndexDamaged("The index has lost its vectors.", BUILD_REMEDY)
            self._chroma = VectorStore(self.folder / CHROMA_DIR)
        return self._chroma

    def _chunk_rows(self, ids: Sequence[str]) -> list[tuple[Any, ...]]:
        query = f"{_CHUNKS} WHERE c.id IN ({placeholders(ids)})"
        return self.connection.execute(query, tuple(ids)).fetchall()

    def _exact_vectors(self, collection: str) -> ExactVectors:
        if collection not in self._exact:
            self._exact[collection] = ExactVectors.load(self.connection, collection, self.dimension)
        return self._exact[collection]


def _best(found: Sequence[list[Hit]], limit: int) -> list[Hit]:
    """The best hits of several collections, each of which is in order."""
    if len(found) == 1:
        return found[0][:limit]
    return sorted((hit for hits in found for hit in hits), key=lambda hit: (-hit.score, hit.chunk_id))[:limit]


def open_live(data_dir: Path) -> Snapshot:
    """Open the live generation; tries again when it is replaced in between.

    IndexMissing if there is none, IndexDamaged if it can't be read.
    """
    generations = Generations(data_dir)
    for _ in range(3):
        live = generations.live()
        try:
            with read_faults():
                return Snapshot(generations, live)
        except FileNotFoundError:
            continue
        except IndexDamaged:
            if generations.live() == live:
                raise
    raise IndexDamaged(f"The live generation {live.generation} is gone.", BUILD_REMEDY)


def _stored(row: Sequence[Any]) -> StoredChunk:
    chunk = chunk_from_row(row[:9])
    return StoredChunk(chunk, DocumentInfo(chunk.document_id, chunk.collection, *row[9:]))
