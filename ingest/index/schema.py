"""The SQLite file of a generation: its tables, and how it is opened.

`meta` and `collections` keep their shape for ever: a newer release reads from them what an older one had
built from which folders. All else may change with SCHEMA_VERSION.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from ingest.codes import CODES_TABLE
from ingest.documents import content_id
from ingest.errors import IndexDamaged, StorageFault

SCHEMA_VERSION = 4
"""Raise it when tables, analyser, readers or chunking change what an index holds: it is rebuilt then."""

SQLITE_FILE = "index.sqlite3"

_TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE collections (name TEXT PRIMARY KEY, roots TEXT NOT NULL, shipped INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE files (
    collection TEXT NOT NULL, path TEXT NOT NULL, size INTEGER NOT NULL, mtime_ns INTEGER NOT NULL,
    sha256 TEXT NOT NULL, seen_ns INTEGER NOT NULL, reason TEXT NOT NULL,
    PRIMARY KEY (collection, path)
) WITHOUT ROWID;
CREATE TABLE documents (
    id TEXT PRIMARY KEY, collection TEXT NOT NULL, path TEXT NOT NULL, title TEXT NOT NULL,
    document TEXT NOT NULL, date TEXT NOT NULL, source TEXT NOT NULL, kind TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE chunks (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, document_id TEXT NOT NULL, collection TEXT NOT NULL,
    position INTEGER NOT NULL, kind TEXT NOT NULL, headings TEXT NOT NULL, section TEXT NOT NULL,
    text TEXT NOT NULL, asks TEXT NOT NULL
);
CREATE INDEX chunks_by_document ON chunks (document_id, position);
CREATE INDEX chunks_by_collection ON chunks (collection);
CREATE TABLE vectors (hash TEXT PRIMARY KEY, vector BLOB NOT NULL);
CREATE TABLE uses (
    chunk INTEGER NOT NULL, kind TEXT NOT NULL, ordinal INTEGER NOT NULL, hash TEXT NOT NULL,
    PRIMARY KEY (chunk, kind, ordinal)
) WITHOUT ROWID;
CREATE TABLE discriminants (collection TEXT PRIMARY KEY, weights BLOB NOT NULL, bias BLOB NOT NULL);
"""


def vector_key(fingerprint: str, text: str) -> str:
    """The name under which the vector of a text is kept: from the encoder and the text alone."""
    return content_id(fingerprint, text, length=32)


def create(path: Path) -> sqlite3.Connection:
    """A new, empty index file, open for writing. A build is thrown away when it fails: no journal on disk."""
    connection = open_for_build(path)
    connection.executescript(_TABLES + CODES_TABLE)
    return connection


def open_for_build(path: Path) -> sqlite3.Connection:
    """An index file in a building folder, which nobody else reads."""
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA journal_mode = MEMORY")
    connection.execute("PRAGMA synchronous = OFF")
    connection.execute("PRAGMA temp_store = MEMORY")
    return connection


def open_published(path: Path) -> sqlite3.Connection:
    """A published index file, never written to again; usable from any thread, one at a time."""
    uri = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
    return sqlite3.connect(uri, uri=True, check_same_thread=False)


def placeholders(values: Iterable[object]) -> str:
    """As many question marks as values, for an SQL list."""
    return ",".join("?" for _ in values)


@contextmanager
def read_faults() -> Iterator[None]:
    """Turn SQLite's errors while reading into IndexDamaged."""
    try:
        yield
    except sqlite3.Error as error:
        raise IndexDamaged(
            f"The search index can't be read: {error}.", "Run `mabs ingest --rebuild` to build it anew."
        ) from error


@contextmanager
def write_faults(data_dir: Path) -> Iterator[None]:
    """Turn a full disk, a lost permission or a broken write into StorageFault."""
    try:
        yield
    except sqlite3.Error as error:
        raise StorageFault(f"The index can't be written below {data_dir}: {error}.", _ROOM) from error
    except BrokenPipeError:  # whoever listened to the progress is gone: no matter of the disk
        raise
    except OSError as error:
        reason = os.strerror(error.errno) if error.errno else str(error)
        raise StorageFault(f"The index can't be written below {data_dir}: {reason}.", _ROOM) from error


_ROOM = "The index that was live still is. Make room or allow writing there, then run again."
