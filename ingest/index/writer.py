"""Writes the SQLite file of a generation in the making."""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from ingest.analysis import indexed
from ingest.codes import remove_codes
from ingest.documents import ERRORS, Chunk, Document
from ingest.index.discriminant import FEWEST, MOST, Discriminant
from ingest.index.exact import read_matrix
from ingest.index.records import CollectionInfo, FileRecord, chunk_from_row
from ingest.index.schema import SQLITE_FILE, create, open_for_build, placeholders, vector_key
from ingest.index.words import add_words, create_words, drop_words, remove_words

if TYPE_CHECKING:
    from ingest.encoder import Vectors

_FREE_SHARE = 0.3
"""The file is packed anew when more of it than this is empty."""


_SIZES = """
SELECT chunks.collection, count(*), count(DISTINCT chunks.number) FROM chunks
JOIN uses ON uses.chunk = chunks.number AND uses.kind != 'sentence'
GROUP BY chunks.collection ORDER BY chunks.collection
"""
"""Searched vectors and chunks of each collection."""


@dataclass(frozen=True, slots=True)
class TextUse:
    """A text whose vector a chunk needs. `kind`: text, ask or sentence; `ordinal` counts within the kind."""

    kind: str
    ordinal: int
    text: str


class IndexWriter:
    """An index file under construction: a copy of the live one, or empty. `finish`, then `close` it."""

    def __init__(self, folder: Path, fingerprint: str, base: Path | None = None) -> None:
        """Start in a building folder, from the index file `base` if one is given."""
        path = folder / SQLITE_FILE
        if base is None:
            self.connection = create(path)
        else:
            shutil.copyfile(base, path)
            self.connection = open_for_build(path)
        self.fingerprint = fingerprint

    def finish(self) -> None:
        """Commit, and pack the file if much of it has become empty."""
        self.connection.commit()
        free = self.connection.execute("PRAGMA freelist_count").fetchone()[0]
        if free > _FREE_SHARE * self.connection.execute("PRAGMA page_count").fetchone()[0]:
            self.connection.execute("VACUUM")

    def close(self) -> None:
        """Close the file, finished or not."""
        self.connection.close()

    def counts(self) -> tuple[int, int]:
        """How many chunks and how many searched vectors there are."""
        query = "SELECT (SELECT count(*) FROM chunks), (SELECT count(*) FROM uses WHERE kind != 'sentence')"
        chunks, vectors = self.connection.execute(query).fetchone()
        return chunks, vectors

    def set_meta(self, values: Mapping[str, str]) -> None:
        """Write entries of `meta`."""
        self.connection.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", values.items())

    def set_collection(self, info: CollectionInfo) -> None:
        """Note a collection, before anything is put into it."""
        row = (info.name, json.dumps(info.roots), int(info.shipped))
        self.connection.execute("INSERT OR REPLACE INTO collections VALUES (?, ?, ?)", row)
        create_words(self.connection, info.name)

    def drop_collection(self, name: str) -> None:
        """Remove a collection with all that belongs to it."""
        paths = self.connection.execute("SELECT path FROM files WHERE collection = ?", (name,)).fetchall()
        for (path,) in paths:
            self.remove_file(name, path)
        self.connection.execute("DELETE FROM collections WHERE name = ?", (name,))
        drop_words(self.connection, name)

    def set_file(self, collection: str, record: FileRecord) -> None:
        """Note how a file was found."""
        row = (
            collection,
            record.path,
            record.size,
            record.mtime_ns,
            record.sha256,
            record.seen_ns,
            record.reason,
        )
        self.connection.execute("INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?, ?, ?)", row)

    def remove_file(self, collection: str, path: str) -> None:
        """Remove a file's documents with their chunks, and the file.

        A file of the error reference holds many documents; their paths go on with "#".
        """
        select = "SELECT id FROM documents WHERE collection = ? AND (path = ? OR substr(path, 1, ?) = ?)"
        inner = f"{path}#" if collection == ERRORS else "\0"
        for (document,) in self.connection.execute(select, (collection, path, len(inner), inner)).fetchall():
            chunks = "(SELECT number FROM chunks WHERE document_id = ?)"
            remove_words(self.connection, collection, document)
            self.connection.execute(f"DELETE FROM uses WHERE chunk IN {chunks}", (document,))
            self.connection.execute("DELETE FROM chunks WHERE document_id = ?", (document,))
            self.connection.execute("DELETE FROM documents WHERE id = ?", (document,))
            remove_codes(self.connection, document)
        self.connection.execute("DELETE FROM files WHERE collection = ? AND path = ?", (collection, path))

    def add_document(self, document: Document) -> None:
        """Write what citations need of a document."""
        row = (
            document.id,
            document.collection,
            document.path,
            document.title,
            document.document,
            document.date,
            document.source,
            document.kind,
        )
        self.connection.execute("INSERT INTO documents VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)

    def add_chunk(self, chunk: Chunk, uses: Sequence[TextUse]) -> None:
        """Write a chunk, its words, and which vectors it needs."""
        row = (
            chunk.id,
            chunk.document_id,
            chunk.collection,
            chunk.position,
            chunk.kind,
            json.dumps(chunk.headings),
            chunk.section,
            chunk.text,
            json.dumps(chunk.asks),
        )
        columns = "(id, document_id, collection, position, kind, headings, section, text, asks)"
        cursor = self.connection.execute(
            f"INSERT INTO chunks {columns} VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", row
        )
        words = (indexed(" ".join(chunk.headings)), indexed(chunk.text), indexed(" ".join(chunk.asks)))
        number = int(cursor.lastrowid or 0)
        add_words(self.connection, chunk.collection, number, words)
        self.set_uses(number, uses)

    def add_vectors(self, texts: Sequence[str], vectors: Vectors) -> None:
        """Keep the vectors of texts by their content."""
        rows = (
            (vector_key(self.fingerprint, text), vector.astype("<f4").tobytes())
            for text, vector in zip(texts, vectors, strict=True)
        )
        self.connection.executemany("INSERT OR REPLACE INTO vectors VALUES (?, ?)", rows)

    def missing(self, texts: Iterable[str]) -> list[str]:
        """Those texts, each once, that have no vector yet."""
        known = {row[0] for row in self.connection.execute("SELECT hash FROM vectors")}
        return [text for text in dict.fromkeys(texts) if vector_key(self.fingerprint, text) not in known]

    def forget_vectors(self) -> None:
        """Remove all vectors and their uses: the encoder changed."""
        self.connection.execute("DELETE FROM uses")
        self.connection.execute("DELETE FROM vectors")

    def chunks(self) -> list[tuple[int, Chunk]]:
        """All chunks with their row numbers."""
        columns = "id, document_id, collection, position, kind, headings, section, text, asks"
        rows = self.connection.execute(f"SELECT number, {columns} FROM chunks").fetchall()
        return [(number, chunk_from_row(row)) for number, *row in rows]

    def adopt_vectors(self, base: Path) -> None:
        """Take over the vectors of another index file of the same encoder; a broken one is left alone."""
        self.connection.commit()
        self.connection.execute("ATTACH ? AS base", (str(base),))
        try:
            if self.connection.execute("PRAGMA base.quick_check").fetchone()[0] == "ok":
                self.connection.execute("INSERT OR IGNORE INTO vectors SELECT hash, vector FROM base.vectors")
                self.connection.commit()
        except sqlite3.DatabaseError:
            self.connection.rollback()
        finally:
            self.connection.execute("DETACH base")

    def set_uses(self, number: int, uses: Sequence[TextUse]) -> None:
        """Say anew which vectors a chunk needs."""
        self.connection.executemany(
            "INSERT INTO uses VALUES (?, ?, ?, ?)",
            [(number, use.kind, use.ordinal, vector_key(self.fingerprint, use.text)) for use in uses],
        )

    def fit_discriminants(self) -> None:
        """Learn anew what tells the chunks of each collection apart."""
        self.connection.execute("DELETE FROM discriminants")
        (size,) = self.connection.execute("SELECT max(length(vector)) / 4 FROM vectors").fetchone()
        for name, vectors, chunks in self.connection.execute(_SIZES).fetchall():
            if not FEWEST * chunks <= vectors <= MOST:
                continue  # nothing is learnt, and nothing need be read
            if discriminant := Discriminant.fit(*read_matrix(self.connection, name, size)):
                discriminant.store(self.connection, name)

    def sweep_vectors(self) -> None:
        """Remove vectors that nothing uses any more."""
        self.connection.execute("DELETE FROM vectors WHERE hash NOT IN (SELECT hash FROM uses)")


def read_vectors(connection: sqlite3.Connection, keys: Sequence[str]) -> Vectors:
    """The vectors kept under these keys, one row a key."""
    query = f"SELECT hash, vector FROM vectors WHERE hash IN ({placeholders(keys)})"
    found = dict(connection.execute(query, tuple(keys)).fetchall())
    return np.stack([np.frombuffer(found[key], dtype="<f4") for key in keys]).astype(np.float32)
