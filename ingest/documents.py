"""The types that travel through ingest and into the index: what a reader yields and what gets searched."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import Literal

SHIPPED = "guide"
"""The collection of the shipped guide with its notes."""

ERRORS = "errors"
"""The collection of the shipped error reference."""

ChunkKind = Literal["prose", "list", "table", "row", "code"]


MEGABYTE = 1_000_000
DEFAULT_SIZE_LIMIT = 50 * MEGABYTE
"""Largest file that is read, in bytes."""


def content_id(*parts: str, length: int = 24) -> str:
    """A stable hex id of `length` characters from text parts (SHA-256, parts kept apart)."""
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:length]


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, list, table or code block of a document, as a reader found it.

    `headings` is the heading path down to the block, outermost first, without the document title.
    `text` is Markdown. `asks` are phrases by which people ask for it, written by the author in an
    `<!-- asks: ...; ... -->` comment before the block (see CONTRIBUTING).
    """

    kind: ChunkKind
    headings: tuple[str, ...]
    text: str
    asks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A parsed document. `date` is ISO (YYYY-MM-DD) or empty, `source` a repository path, URL or file path.

    `sections` overrides the headings in citations: the heading path(s) of the source that a shipped topic
    restates ("Network connectivity > Handling subscription states"); empty for ordinary documents.
    `document` is the name to cite: the source document's title for a shipped topic, else the title.
    """

    collection: str
    path: str
    title: str
    document: str
    date: str
    source: str
    blocks: tuple[Block, ...]
    sections: tuple[str, ...] = ()
    kind: str = "article"
    notices: tuple[str, ...] = field(default=())

    @property
    def id(self) -> str:
        """Stable as long as the document keeps its collection and path."""
        return content_id(self.collection, self.path)


@dataclass(frozen=True, slots=True)
class Chunk:
    """What is indexed and retrieved: fits the encoder's window together with its heading path.

    `position` counts from 0 within the document. `section` is what a citation names.
    """

    id: str
    document_id: str
    collection: str
    position: int
    kind: ChunkKind
    headings: tuple[str, ...]
    section: str
    text: str
    asks: tuple[str, ...] = ()
