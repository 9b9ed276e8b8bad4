"""Error codes of catalogues that users have ingested: exact look-up in the live generation's SQLite file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from assistant.codes.entries import CodeId
from ingest.codes import is_bare

if TYPE_CHECKING:
    import sqlite3

_SELECT = (
    "SELECT namespace, value, message, action, heading, codes.collection, documents.document, date, source"
    " FROM codes JOIN documents ON documents.id = codes.document_id"
)


@dataclass(frozen=True, slots=True)
class CatalogueEntry:
    """A row of an ingested error-code table. `heading` is the heading path above the table."""

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
        """Whether the message is no sentence, but an identifier of the program ("RmFSFTooFewResources")."""
        return is_bare(self.message)


class Catalogues(Protocol):
    """Where rows of ingested catalogues are looked up. An empty answer means that there is none."""

    def lookup(self, code: CodeId) -> Sequence[CatalogueEntry]:
        """Every row of a code, doubled ones too."""

    def nearest(self, code: CodeId, n: int) -> Sequence[CatalogueEntry]:
        """The `n` rows whose numbers are nearest; empty for a code that is no decimal number."""


class SqliteCatalogues:
    """Reads the table `codes` that ingest wrote (see `ingest.codes`) through an open connection."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def lookup(self, code: CodeId) -> Sequence[CatalogueEntry]:
        """Every row of a code; of a name, those whose message is that name."""
        if code.namespace == "name":
            return self._rows(
                "codes.message = ? COLLATE NOCASE ORDER BY codes.document_id, position", code.value
            )
        return self._rows("namespace = ? AND value = ? ORDER BY codes.document_id, position", *code)

    def nearest(self, code: CodeId, n: int) -> Sequence[CatalogueEntry]:
        """The `n` rows whose numbers are nearest."""
        if not code.value.isdecimal():
            return ()
        near = "namespace = ? ORDER BY abs(CAST(value AS INTEGER) - CAST(? AS INTEGER)), position LIMIT ?"
        return self._rows(near, code.namespace, code.value, n)

    def _rows(self, where: str, *values: str | int) -> list[CatalogueEntry]:
        rows = self._connection.execute(f"{_SELECT} WHERE {where}", values).fetchall()
        return [CatalogueEntry(CodeId(row[0], row[1]), *row[2:]) for row in rows]


@contextmanager
def open_catalogues(data_dir: Path) -> Iterator[SqliteCatalogues | None]:
    """The catalogues of the live index, or None when there is no index or it holds none. Loads no vectors."""
    from ingest.index.generations import Generations, drop_lease, take_lease
    from ingest.index.schema import SQLITE_FILE, open_published

    generations = Generations(data_dir)
    live = generations.live_or_none()
    if live is None:
        yield None
        return
    folder = generations.path(live.generation)
    lease = take_lease(folder)
    try:
        with closing(open_published(folder / SQLITE_FILE)) as connection:
            table = connection.execute("SELECT count(*) FROM sqlite_master WHERE name = 'codes'").fetchone()[
                0
            ]
            yield SqliteCatalogues(connection) if table else None
    finally:
        drop_lease(lease)


class LazyCatalogues:
    """The catalogues of the live index, opened at the first look-up and closed with `stack`."""

    def __init__(self, data_dir: Path, stack: ExitStack) -> None:
        self._data_dir = data_dir
        self._stack = stack
        self._opened: Catalogues | None = None
        self._is_open = False

    def lookup(self, code: CodeId) -> Sequence[CatalogueEntry]:
        """Every row of a code, doubled ones too."""
        catalogues = self._open()
        return catalogues.lookup(code) if catalogues else ()

    def nearest(self, code: CodeId, n: int) -> Sequence[CatalogueEntry]:
        """The `n` rows whose numbers are nearest."""
        catalogues = self._open()
        return catalogues.nearest(code, n) if catalogues else ()

    def _open(self) -> Catalogues | None:
        if not self._is_open:
            self._opened = self._stack.enter_context(open_catalogues(self._data_dir))
            self._is_open = True
        return self._opened
