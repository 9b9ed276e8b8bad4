"""Error codes of user-supplied catalogues: their normal form, and the table of the index they are kept in.

The rules of folding stand here, at the bottom, since both ingest and the assistant need the same ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

    from ingest.readers.catalogue import CatalogueRow

FOLD_FROM = 100_000
"""Smallest MABS ID that is also written in hexadecimal."""

SIGN = 1 << 31
WORD = 1 << 32
WINSOCK = range(10_000, 12_000)

CODES_TABLE = """
CREATE TABLE codes (
    document_id TEXT NOT NULL, position INTEGER NOT NULL, collection TEXT NOT NULL,
    namespace TEXT NOT NULL, value TEXT NOT NULL, message TEXT NOT NULL, action TEXT NOT NULL,
    heading TEXT NOT NULL, PRIMARY KEY (document_id, position)
) WITHOUT ROWID;
CREATE INDEX codes_by_value ON codes (namespace, value);
CREATE INDEX codes_by_message ON codes (message COLLATE NOCASE);
"""
"""The table; a column or a rule that changes raises SCHEMA_VERSION."""

_CELL = re.compile(r"(?P<hex>0[xX][0-9A-Fa-f]{1,8})|(?P<number>-?\d{1,10})")


def spelled_word(number: int) -> str:
    """A 32-bit number as HRESULTs are written: 0x and eight digits."""
    return f"0x{number:08X}"


def namespace_of_hex(number: int) -> str:
    """What a hexadecimal number of 32 bits is: an HRESULT, a MABS ID, or a Windows or Winsock code."""
    if number >= SIGN:
        return "hresult"
    if number >= FOLD_FROM:
        return "mabs"
    return "winsock" if number in WINSOCK else "win32"


def code_of_cell(text: str) -> tuple[str, str] | None:
    """Namespace and normal value of the code in a table's cell; None for a cell that is no single code.

    Decimal numbers are MABS IDs, negative ones and those of 32 bits HRESULTs.
    """
    match = _CELL.fullmatch(text.strip().strip("`*"))
    if match is None:
        return None
    number = int(match["hex"], 16) if match["hex"] else int(match["number"])
    number += WORD if -SIGN <= number < 0 else 0
    if not 0 <= number < WORD:
        return None
    namespace = namespace_of_hex(number) if match["hex"] or number >= SIGN else "mabs"
    return namespace, spelled_word(number) if namespace == "hresult" else str(number)


def is_bare(message: str) -> bool:
    """Whether a message is no sentence, but an identifier of the program ("RmFSFInsufficientResources")."""
    return bool(message) and not any(ch.isspace() for ch in message)


def add_codes(
    connection: sqlite3.Connection, document_id: str, collection: str, rows: Iterable[CatalogueRow]
) -> int:
    """Writes the rows of one document; returns how many. The caller has removed the document's old ones."""
    values = [
        (document_id, position, collection, row.namespace, row.value, row.message, row.action, row.heading)
        for position, row in enumerate(rows)
    ]
    connection.executemany("INSERT INTO codes VALUES (?, ?, ?, ?, ?, ?, ?, ?)", values)
    return len(values)


def remove_codes(connection: sqlite3.Connection, document_id: str) -> None:
    """Removes the rows of one document."""
    connection.execute("DELETE FROM codes WHERE document_id = ?", (document_id,))
