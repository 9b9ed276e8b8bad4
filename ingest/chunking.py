"""Documents into chunks: along headings, lists and tables whole or with their header, within a token limit.

A chunk's `headings` start with the document's title, so that `embed_text` needs nothing but the chunk.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Callable, Sequence

from ingest.cutting import Cutter, Piece
from ingest.documents import Chunk, Document, content_id

MIN_LIMIT = 32
"""Smallest limit, in tokens, that leaves room for a heading path and some text."""

_PATH_SHARE = 3
_SEPARATOR = " > "

CountTokens = Callable[[str], int]


def embed_text(chunk: Chunk) -> str:
    """What gets encoded: "Title > Heading > Sub" on the first line, then the chunk's text."""
    return _with_path(chunk.headings, chunk.text)


def chunk_document(document: Document, count_tokens: CountTokens, limit: int) -> list[Chunk]:
    """Chunks of a document, in order. For each, `count_tokens(embed_text(chunk)) <= limit` (in tokens).

    Takes for granted that a single character never counts more than a quarter of the limit. In an ordinary
    document neighbouring paragraphs below one heading are merged as far as they fit; in a shipped topic
    (one with `sections`) a block with `asks` stays alone. Raises ValueError below MIN_LIMIT.
    """
    if limit < MIN_LIMIT:
        raise ValueError(f"a chunk limit of {limit} tokens is below the smallest possible, {MIN_LIMIT}")
    chunks: list[Chunk] = []
    seen: Counter[tuple[str, str]] = Counter()
    for headings, blocks in itertools.groupby(document.blocks, key=lambda block: block.headings):
        path = _short_path((document.title, *headings), count_tokens, limit)
        cutter = Cutter(_measure(path, count_tokens), limit)
        for piece in cutter.pieces(list(blocks), keep_asked=bool(document.sections)):
            section = _section(document, headings)
            seen[section, piece.text] += 1
            chunks.append(_chunk(document, piece, path, section, len(chunks), seen[section, piece.text]))
    return chunks


def _chunk(
    document: Document, piece: Piece, path: tuple[str, ...], section: str, position: int, ordinal: int
) -> Chunk:
    parts = [document.collection, document.path, section, piece.text]
    return Chunk(
        id=content_id(*parts, *([str(ordinal)] if ordinal > 1 else [])),
        document_id=document.id,
        collection=document.collection,
        position=position,
        kind=piece.kind,
        headings=path,
        section=section,
        text=piece.text,
        asks=piece.asks,
    )


def _section(document: Document, headings: tuple[str, ...]) -> str:
    if document.sections:
        return "; ".join(document.sections)
    return _SEPARATOR.join(headings) or document.title


def _measure(path: Sequence[str], count_tokens: CountTokens) -> CountTokens:
    return lambda text: count_tokens(_with_path(path, text))


def _with_path(path: Sequence[str], text: str) -> str:
    return f"{_SEPARATOR.join(path)}\n{text}"


def _short_path(path: tuple[str, ...], count_tokens: CountTokens, limit: int) -> tuple[str, ...]:
    """The path, cut to a third of the limit: headings in the middle go first, then the rest is shortened."""
    room = limit // _PATH_SHARE
    while len(path) > 2 and count_tokens(_SEPARATOR.join(path)) > room:
        path = (*path[: len(path) // 2], *path[len(path) // 2 + 1 :])
    while path and count_tokens(_SEPARATOR.join(path)) > room:
        path = tuple(filter(None, (part[: len(part) * 3 // 4].strip() for part in path)))
    return path
