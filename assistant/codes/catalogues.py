"""Error codes of catalogues that users have ingested: exact look-up in the live generation's SQLite file."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from assistant.codes.entries import CodeId

_COLUMNS = "message, action, heading, collection, document, date, source"


@dataclass(frozen=True, slots=True)
class CatalogueEntry:
    """A row of an ingested error-code table. `heading` is the heading path above the table in the document."""

    code: CodeId
    message: str
    action: str
    heading: str
    collection: str
    document: str
    date: str
    source: str

    @property
    def is_bare(self) -> bool:
        """Whether the message is no sentence, but an identifier of the program ("RmFSFInsufficientResources")."""
        return bool(self.message) and " " not in self.message.strip()


class Catalogues(Protocol):
    """Where rows of ingested catalogues are looked up. An empty answer means that there is none."""

    def lookup(self, code: CodeId) -> Sequence[CatalogueEntry]:
        """Every row of a code, doubled ones too."""

    def nearest(self, code: CodeId, n: int) -> Sequence[CatalogueEntry]:
        """The `n` rows whose numbers are nearest; empty for a code that is no decimal number."""


class SqliteCatalogues:
    """Reads the table `codes` that ingest wrote (see `ingest.readers.catalogue`). Opens the file read-only."""

    def __init__(self, file: Path) -> None:
        self._connection = sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True, check_same_thread=False)

    def lookup(self, code: CodeId) -> Sequence[CatalogueEntry]:
        """Every row of a code; of a name, those whose message is that name."""
        if code.namespace == "name":
            return self._rows("message = ? COLLATE NOCASE ORDER BY position", code.value)
        return self._rows("namespace = ? AND value = ? ORDER BY position", *code)

    def nearest(self, code: CodeId, n: int) -> Sequence[CatalogueEntry]:
        """The `n` rows whose numbers are nearest."""
        if not code.value.isdecimal():
            return ()
        where = "namespace = ? ORDER BY abs(CAST(value AS INTEGER) - CAST(? AS INTEGER)), position LIMIT ?"
        return self._rows(where, code.namespace, code.value, str(n))

    def close(self) -> None:
        """Closes the file."""
        self._connection.close()

    def _rows(self, where: str, *values: str) -> list[CatalogueEntry]:
        query = f"SELECT namespace, value, {_COLUMNS} FROM codes WHERE {where}"  # noqa: S608  # `where` is ours
        rows = self._connection.execute(query, values).fetchall()
        return [CatalogueEntry(CodeId(row[0], row[1]), *row[2:]) for row in rows]
