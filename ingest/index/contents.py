"""What an index file says of its collections, files and vectors, read without anything heavy."""

from __future__ import annotations

import json
import sqlite3

from ingest.index.records import CollectionInfo, FileRecord, vector_id


def read_collections(connection: sqlite3.Connection) -> list[CollectionInfo]:
    """All collections of an index file, whatever its schema."""
    rows = connection.execute("SELECT name, roots, shipped FROM collections ORDER BY name")
    return [CollectionInfo(name, tuple(json.loads(roots)), bool(shipped)) for name, roots, shipped in rows]


def read_meta(connection: sqlite3.Connection) -> dict[str, str]:
    """The entries of `meta`, whatever the schema."""
    return dict(connection.execute("SELECT key, value FROM meta").fetchall())


def read_files(connection: sqlite3.Connection, collection: str) -> dict[str, FileRecord]:
    """The files of a collection by path."""
    columns = "path, size, mtime_ns, sha256, seen_ns, reason"
    rows = connection.execute(f"SELECT {columns} FROM files WHERE collection = ?", (collection,))
    return {row[0]: FileRecord(*row) for row in rows}


def searched_keys(connection: sqlite3.Connection, collection: str) -> dict[str, str]:
    """Vector id -> vector key of everything that Chroma has to hold for a collection."""
    rows = connection.execute(
        "SELECT chunks.id, uses.ordinal, uses.hash FROM chunks"
        " JOIN uses ON uses.chunk = chunks.number AND uses.kind != 'sentence' WHERE chunks.collection = ?"
        " ORDER BY chunks.number, uses.ordinal",
        (collection,),
    )
    return {vector_id(chunk, ordinal): key for chunk, ordinal, key in rows}
