"""Lexical and vector search over the live index, fused; neighbours merged, near-duplicates dropped."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

import numpy as np

from assistant.retrieval.fusion import reciprocal_rank_fusion
from assistant.retrieval.words import token_set
from assistant.understanding.message.spelling import mend_with
from ingest.encoder import Encoder
from ingest.index.reader import IndexReader
from ingest.index.records import FARTHEST, Hit, StoredChunk

if TYPE_CHECKING:
    from concurrent.futures import Future

    from ingest.encoder import Vectors

Mode = Literal["lexical", "vector", "fused"]
POOL = 50
_CONSTANT = 20
_LEXICAL_WEIGHT = 1.5
"""How two rankings of POOL hits are fused.

The authors' constant of 60 is for many rankings: with two, a hit in the middle of both passes one at the top
of either. Tuning questions over guide and articles: MRR .909 and .994 in the first five; with 60 and even
weights .900 and .969.
"""
DUPLICATE_OVERLAP = 0.9
KEPT_QUERIES = 16
_NOTHING = 1e-3
"""BM25 below which a collection knows no rare word."""

KEPT_VECTORS = 4096
"""How many vectors of sentences are kept in memory (1.5 kB each)."""


@dataclass(frozen=True, slots=True)
class Retrieved:
    """A passage and how it was found. `similarity` is the cosine of its best vector, None if not seen.

    `behind` (0 or less) is the log-likelihood by which its vectors tell less of it than of another, `words`
    (up to about 1) its BM25 as a share of what the query's words weigh: they tell how far apart two passages
    are, which ranks can't.
    """

    stored: StoredChunk
    fused: float
    behind: float
    words: float
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
    """The passages of one search, best first, and the query's vector.

    `words` is the best BM25, as a share of what the query's words weigh.
    """

    passages: tuple[Retrieved, ...]
    vector: Vectors
    words: float = 0.0


class Retriever:
    """Searches an open index with the encoder that built it."""

    def __init__(self, reader: IndexReader, encoder: Encoder) -> None:
        self.reader = reader
        self.encoder = encoder
        self._vocabulary: frozenset[str] | None = None
        self._sentences: dict[str, Vectors] = {}
        self._queries: dict[str, Vectors] = {}
        self._ahead: tuple[str, Future[Vectors]] | None = None

    def mended(self, query: str) -> str:
        """`query` with words put right that the index doesn't know and the shipped texts nearly hold."""
        if self._vocabulary is None:
            self._vocabulary = self.reader.shipped_words()
        return mend_with(query, self._vocabulary, self._is_indexed)

    def _is_indexed(self, word: str) -> bool:
        return any(self.reader.frequencies(sorted(token_set(word))).values())

    def rank(
        self, query: str, mode: Mode = "fused", limit: int = 10, collections: Sequence[str] | None = None
    ) -> list[str]:
        """Chunk ids, best first, by one kind of search or by both fused."""
        pool = max(limit, POOL)
        if mode == "lexical":
            return [hit.chunk_id for hit in self.reader.lexical(query, limit, collections)]
        vector = self.encoded(query)
        nearest = [hit.chunk_id for hit in self.reader.nearest(vector, pool, collections)]
        if mode == "vector":
            return nearest[:limit]
        words = self._by_words(query, pool, collections)
        return list(_fused([[hit.chunk_id for hit in hits] for hits in words], nearest))[:limit]

    def _by_words(self, query: str, pool: int, collections: Sequence[str] | None) -> list[list[Hit]]:
        """The lexical hits in one ranking, and one besides for each collection in which no word is rare.

        In a collection of one or two passages BM25 is next to nothing, and would lose against all others.
        """
        names = self.reader.collections() if collections is None else collections
        found = [hits for name in names if (hits := self.reader.lexical(query, pool, [name]))]
        rare = sorted(
            (hit for hits in found if hits[0].score >= _NOTHING for hit in hits),
            key=lambda hit: (-hit.score, hit.chunk_id),
        )[:pool]
        return [ranking for ranking in [rare, *(h for h in found if h[0].score < _NOTHING)] if ranking]

    def retrieve(self, query: str, limit: int = 8, collections: Sequence[str] | None = None) -> Retrieval:
        """The best passages for `query`, distinct from each other, with their ranks and similarities."""
        words = self._by_words(query, POOL, collections)
        vector = self.encoded(query)
        nearest = self.reader.nearest(vector, POOL, collections)
        lexical = [[hit.chunk_id for hit in hits] for hits in words]
        bm25 = {hit.chunk_id: hit.score for hits in words for hit in hits}
        behind = {hit.chunk_id: hit.behind for hit in nearest}
        similarity = {hit.chunk_id: hit.cosine for hit in nearest}
        lexical_rank = {identifier: rank for ranked in lexical for rank, identifier in enumerate(ranked, 1)}
        vector_rank = {hit.chunk_id: rank for rank, hit in enumerate(nearest, 1)}
        fused = _fused(lexical, list(vector_rank))
        candidates = list(fused)[: limit * 3]
        chunks = self.reader.chunks(candidates)
        found = [
            Retrieved(
                chunks[identifier],
                fused[identifier],
                behind.get(identifier, FARTHEST),
                bm25.get(identifier, 0.0),
                lexical_rank.get(identifier),
                vector_rank.get(identifier),
                similarity.get(identifier),
            )
            for identifier in candidates
            if identifier in chunks
        ]
        return Retrieval(
            tuple(_with_openings(_distinct(found, limit), found)),
            vector,
            max((hits[0].score for hits in words), default=0.0),
        )

    def answering(self, vector: Vectors, terms: Sequence[str], texts: Sequence[str]) -> list[float]:
        """How well each text answers a question: by meaning, and by the share of its terms that it holds."""
        wanted = frozenset(terms)
        shares = [len(wanted & token_set(text)) / max(1, len(wanted)) for text in texts]
        likeness = self._vectors(texts) @ vector
        return [0.6 * float(one) + 0.4 * share for one, share in zip(likeness, shares, strict=True)]

    def likeness(self, query: str, texts: Sequence[str]) -> list[float]:
        """How near each text comes to `query` in meaning, as a cosine."""
        return [float(one) for one in self._vectors(texts) @ self.encoded(query)]

    def nearest_of(self, query: str, texts: Sequence[str], limit: int) -> tuple[tuple[str, ...], float]:
        """The texts nearest to `query` in meaning, at most `limit`, in order; and the best cosine.

        Nothing and 0 where there are no texts.
        """
        if not texts:
            return (), 0.0
        likeness = self._vectors(texts) @ self.encoded(query)
        best = sorted(np.argsort(-likeness, kind="stable")[:limit].tolist())
        return tuple(texts[row] for row in best), float(likeness.max())

    def prepare(self, query: str) -> None:
        """Starts to encode a query that will probably be asked for, beside what else is done until then."""
        if query not in self._queries:
            self._ahead = (query, self.encoder.start_one(query))

    def encoded(self, query: str) -> Vectors:
        """The vector of a query; an answer may need it several times, encoded once."""
        vector = self._queries.get(query)
        if vector is None:
            ahead, self._ahead = self._ahead, None
            prepared = ahead is not None and ahead[0] == query
            vector = ahead[1].result() if ahead and prepared else self.encoder.encode_one(query)
            if len(self._queries) >= KEPT_QUERIES:
                self._queries.clear()
            self._queries[query] = vector
        return vector

    def _vectors(self, texts: Sequence[str]) -> Vectors:
        """One row a text: kept from before, from the index where ingest put it, or encoded now."""
        known = {text: self._sentences[text] for text in texts if text in self._sentences}
        missing = [text for text in dict.fromkeys(texts) if text not in known]
        if missing:
            found = self.reader.sentence_vectors(missing)
            unknown = [text for text in missing if text not in found]
            if unknown:
                found.update(zip(unknown, self.encoder.encode(unknown), strict=True))
            if len(self._sentences) > KEPT_VECTORS:
                self._sentences.clear()
            self._sentences.update(found)
            known.update(found)
        return np.stack([known[text] for text in texts])


def _fused(lexical: Sequence[Sequence[str]], nearest: Sequence[str]) -> Mapping[str, float]:
    """The ranking by words of each collection fused with the one by meaning over all of them."""
    weights = [*([_LEXICAL_WEIGHT] * len(lexical)), 1.0]
    return reciprocal_rank_fusion([*lexical, nearest], weights, _CONSTANT)


@lru_cache(maxsize=2048)
def _bare_words(text: str) -> frozenset[str]:
    return frozenset(text.lower().split())


def _with_openings(kept: list[Retrieved], found: Sequence[Retrieved]) -> list[Retrieved]:
    """`kept` with the first part of each list of which a later part was kept, where it was found as well."""
    later = {
        (passage.stored.document.id, lead): passage.stored.chunk.position
        for passage in kept
        if passage.stored.chunk.position and (lead := _lead_in(passage))
    }
    return [
        *kept,
        *(
            passage
            for passage in found
            if passage not in kept
            and passage.stored.chunk.position < later.get((passage.stored.document.id, _lead_in(passage)), 0)
        ),
    ]


def _lead_in(passage: Retrieved) -> str:
    """The line before a list; empty for a passage that begins otherwise."""
    line = passage.text.partition("\n")[0]
    return line if line.endswith(":") else ""


def _distinct(found: Sequence[Retrieved], limit: int) -> list[Retrieved]:
    """The first `limit` passages, without those that say nearly the same as a better one."""
    kept: list[Retrieved] = []
    words: list[frozenset[str]] = []
    for passage in found:
        if len(kept) == limit:
            break
        own = _bare_words(passage.text)
        if all(
            len(own & other) < DUPLICATE_OVERLAP * max(1, min(len(own), len(other))) or len(own) < 4
            for other in words
        ):
            kept.append(passage)
            words.append(own)
    return kept
