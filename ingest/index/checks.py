"""Whether an opened generation is sound: for `mabs doctor`, and before a build is published."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing

from ingest.errors import IndexDamaged
from ingest.index.contents import searched_keys
from ingest.index.snapshot import Snapshot
from ingest.index.words import chunks_without_words, words_intact


def find_faults(live: Snapshot) -> list[str]:
    """Faults in words, none if SQLite, the word index and Chroma are whole and hold the same chunks."""
    try:
        return [*_sqlite_faults(live.connection), *_word_faults(live), *_vector_faults(live)]
    except (sqlite3.Error, IndexDamaged) as error:
        return [f"The index can't be read: {error}"]


def _sqlite_faults(connection: sqlite3.Connection) -> Iterator[str]:
    for (message,) in connection.execute("PRAGMA integrity_check"):
        if message != "ok":
            yield f"SQLite: {message}"
    pairs = (
        (
            "SELECT count(*) FROM chunks WHERE document_id NOT IN (SELECT id FROM documents)",
            "chunks without document",
        ),
        ("SELECT count(*) FROM uses WHERE hash NOT IN (SELECT hash FROM vectors)", "texts without vector"),
    )
    for query, what in pairs:
        count = connection.execute(query).fetchone()[0]
        if count:
            yield f"There are {count} {what}."


def _word_faults(live: Snapshot) -> Iterator[str]:
    """FTS5's own check is a write, so it runs on a copy in memory."""
    with closing(sqlite3.connect(":memory:")) as copy:
        live.connection.backup(copy)
        for name in live.names(None):
            if not words_intact(copy, name):
                yield f"Collection {name}: the word index does not agree with its text."
            missing = chunks_without_words(copy, name)
            if missing:
                yield f"Collection {name}: there are {missing} chunks without words."


def _vector_faults(live: Snapshot) -> Iterator[str]:
    for name in live.names(None):
        expected = set(searched_keys(live.connection, name))
        found = set(live.chroma().identifiers(name))
        if found != expected:
            yield (
                f"Collection {name}: Chroma lacks {len(expected - found)} vectors"
                f" and holds {len(found - expected)} too many."
            )
        if live.vector_counts.get(name, 0) != len(expected):
            yield f"Collection {name}: the number of vectors is not the one noted when it was built."
