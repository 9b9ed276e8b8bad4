"""Stored text as evidence."""

from __future__ import annotations

from assistant.answer import Evidence
from ingest.index.records import StoredChunk


def evidence_of(stored: StoredChunk) -> Evidence:
    """Where a chunk stands, with its text."""
    chunk, document = stored.chunk, stored.document
    return Evidence(
        document.document, chunk.section, document.date, document.source, chunk.text, document.collection
    )
