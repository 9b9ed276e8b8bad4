"""Lexical and vector search over the live index, fused; neighbours merged, near-duplicates dropped."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from assistant.retrieval.fusion import reciprocal_rank_fusion
from assistant.understanding.spelling import mend_with
from ingest.analysis import analyze
from ingest.encoder import Encoder
from ingest.index.reader import IndexReader
from ingest.index.records import StoredChunk

Mode = Literal["lexical", "vector", "fused"]
POOL = 50
DUPLICATE_OVERLAP = 0.9


@dataclass(frozen=True, slots=True)
class Retrieved:
    """A passage and how it was found. `similarity` is the cosine of its best vector, None if not seen.

    `strength` (0 to 1) weighs similarity and BM25 (against the best hit's) evenly; it tells how far apart two
    passages are, which ranks can't.
    """

    stored: StoredChunk
    fused: float
    strength: float
    lexical_rank: int | None
    vector_rank: int | None
    similarity: float | None

    @property
    def id(self) -> str:
        """The chunk's id."""
        return self.stored.chunk.id

    @property
    def text(self) -> str:
        """The chunk's text, in Markdown."""
        return self.stored.chunk.text

    @property
    def search_text(self) -> str:
        """Everything of the chunk that the lexical search looks at."""
        chunk = self.stored.chunk
        return "\n".join([self.stored.document.title, *chunk.headings, chunk.text, *chunk.asks])


@dataclass(frozen=True, slots=True)
class Retrieval:
    """The passages of one search, best first, and the query's vector."""

    passages: tuple[Retrieved, ...]
    vector: NDArray[np.float32]


class Retriever:
    """Searches an open index with the encoder that built it."""

    def __init__(self, reader: IndexReader, encoder: Encoder) -> None:
        self.reader = reader
        self.encoder = encoder
        self._vocabulary: frozenset[str] | None = None

    def mended(self, query: str) -> str:
        """`query` with words put right that the index doesn't know and the shipped texts nearly hold."""
        if self._vocabulary is None:
            self._vocabulary = self.reader.shipped_words()
        return mend_with(query, self._vocabulary, self._is_indexed)

    def _is_indexed(self, word: str) -> bool:
        return any(self.reader.frequencies(analyze(word)).values())

    def rank(
        self, query: str, mode: Mode = "fused", limit: int = 10, collections: Sequence[str] | None = None
    ) -> list[str]:
        """Chunk ids, best first, by one kind of search or by both fused."""
        pool = max(limit, POOL)
        lexical = (
            [hit.chunk_id for hit in self.reader.lexical(query, pool, collections)]
            if mode != "vector"
            else []
        )
        if mode == "lexical":
            return lexical[:limit]
        vector = self.encoder.encode([query])[0]
        nearest = [hit.chunk_id for hit in self.reader.nearest(vector, pool, collections)]
        if mode == "vector":
            return nearest[:limit]
        return list(reciprocal_rank_fusion([lexical, nearest]))[:limit]

    def retrieve(self, query: str, limit: int = 8, collections: Sequence[str] | None = None) -> Retrieval:
        """The best passages for `query`, distinct from each other, with their ranks and similarities."""
        words = self.reader.lexical(query, POOL, collections)
        vector = self.encoder.encode([query])[0]
        nearest = self.reader.nearest(vector, POOL, collections)
        lexical = [hit.chunk_id for hit in words]
        bm25 = {hit.chunk_id: hit.score / max(words[0].score, 1e-9) for hit in words}
        least = nearest[-1].score if nearest else 0.0
        similarity = {hit.chunk_id: hit.score for hit in nearest}
        lexical_rank = {identifier: rank for rank, identifier in enumerate(lexical, 1)}
        vector_rank = {hit.chunk_id: rank for rank, hit in enumerate(nearest, 1)}
        fused = reciprocal_rank_fusion([lexical, list(vector_rank)])
        candidates = list(fused)[: limit * 3]
        chunks = self.reader.chunks(candidates)
        found = [
            Retrieved(
                chunks[identifier],
                fused[identifier],
                0.5 * similarity.get(identifier, least) + 0.5 * bm25.get(identifier, 0.0),
                lexical_rank.get(identifier),
                vector_rank.get(identifier),
                similarity.get(identifier),
            )
            for identifier in candidates
            if identifier in chunks
        ]
        return Retrieval(tuple(_distinct(found)[:limit]), vector)


def _distinct(found: Sequence[Retrieved]) -> list[Retrieved]:
    """Without passages that say nearly the same as a better one."""
    kept: list[Retrieved] = []
    words: list[frozenset[str]] = []
    for passage in found:
        own = frozenset(passage.text.lower().split())
        if all(
            len(own & other) < DUPLICATE_OVERLAP * max(1, min(len(own), len(other))) or len(own) < 4
            for other in words
        ):
            kept.append(passage)
            words.append(own)
    return kept
