"""What goes into the index and what comes out of it, as plain frozen types."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from ingest.documents import Chunk

FARTHEST = -20.0
"""The log-likelihood beyond which a chunk is no farther behind another."""


class Hit(NamedTuple):
    """A chunk that a search found. Scores of one search compare; higher is better.

    Lexical: BM25 as a share of what the query's words weigh in the chunk's collection (0 and up). Nearest:
    `cosine` (-1 to 1) of the closest of the chunk's vectors, less what another chunk is likelier; `behind`
    is the log-likelihood (0 or less) by which it is less likely than that one.
    """

    chunk_id: str
    score: float
    cosine: float = 0.0
    behind: float = 0.0


@dataclass(frozen=True, slots=True)
class DocumentInfo:
    """What a citation needs to know of a document; the fields are those of `Document`."""

    id: str
    collection: str
    path: str
    title: str
    document: str
    date: str
    source: str
    kind: str


@dataclass(frozen=True, slots=True)
class StoredChunk:
    """A chunk together with its document."""

    chunk: Chunk
    document: DocumentInfo


@dataclass(frozen=True, slots=True)
class FileRecord:
    """A file as ingest last saw it. `reason` is empty, or says why it was skipped.

    `size` in bytes; `mtime_ns` and `seen_ns` (when it was looked at) in nanoseconds since 1970.
    """

    path: str
    size: int
    mtime_ns: int
    sha256: str
    seen_ns: int
    reason: str = ""


@dataclass(frozen=True, slots=True)
class CollectionInfo:
    """A named collection: the folders and files it was made from, and whether it ships with the package."""

    name: str
    roots: tuple[str, ...]
    shipped: bool


@dataclass(frozen=True, slots=True)
class CollectionStatus:
    """A collection and how much it holds. `vectors` are those searched: texts and asks, no sentences."""

    name: str
    roots: tuple[str, ...]
    shipped: bool
    documents: int
    chunks: int
    vectors: int
    skipped: int


@dataclass(frozen=True, slots=True)
class IndexStatus:
    """What is live. `bytes` is the size on disk of the live generation, the model not counted."""

    generation: str
    built_at: str
    schema: int
    package_version: str
    kb_version: str
    encoder: dict[str, str | int]
    collections: tuple[CollectionStatus, ...]
    bytes: int

    @property
    def documents(self) -> int:
        """Documents of all collections."""
        return sum(collection.documents for collection in self.collections)

    @property
    def chunks(self) -> int:
        """Chunks of all collections."""
        return sum(collection.chunks for collection in self.collections)

    @property
    def vectors(self) -> int:
        """Searched vectors of all collections."""
        return sum(collection.vectors for collection in self.collections)


def vector_id(chunk_id: str, ordinal: int) -> str:
    """The id of a chunk's vector: ordinal 0 is its text, 1 and up are its asks."""
    return f"{chunk_id}#{ordinal}" if ordinal else chunk_id


def chunk_of(identifier: str) -> str:
    """The chunk a vector belongs to."""
    return identifier.partition("#")[0]


def chunk_from_row(row: Sequence[Any]) -> Chunk:
    """A chunk from the columns id, document_id, collection, position, kind, headings, section, text, asks."""
    chunk_id, document_id, collection, position, kind, headings, section, text, asks = row
    return Chunk(
        id=chunk_id,
        document_id=document_id,
        collection=collection,
        position=position,
        kind=kind,
        headings=tuple(json.loads(headings)),
        section=section,
        text=text,
        asks=tuple(json.loads(asks)),
    )
