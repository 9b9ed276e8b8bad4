"""Recognises error-code tables by their columns, in any format that is read into table blocks, and CSV."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.codes import code_of_cell
from ingest.documents import Block, Document
from ingest.errors import UnreadableDocument
from ingest.readers.loading import decode
from ingest.readers.parsed import Parsed
from ingest.tables import Table, make_table, parse_table, render_table

MIN_SHARE = 0.6
"""At least this share of a table's rows must have a code, or it is no table of codes."""

_CODE = re.compile(
    r"(?:(?:dpm|mabs|mars|agent|backup|event|alert|message|msg|status|return|result|exit|stop|"
    r"hex(?:adecimal)?|decimal)[ _-]?)?"
    r"(?:error|event|alert|code|id|number|hresult)[ _-]?(?:code|id|number|no\.?|value)?s?(?:\s*\((?:id|"
    r"hex|dec|decimal)\))?|no\.?|#",
    re.IGNORECASE,
)
_HEX = re.compile(r".*\bhex(?:adecimal)?\b.*|hresult", re.IGNORECASE)
_MESSAGE = re.compile(
    r".*\b(?:message|description|meaning|text|details?|problem|issue|symptom|error|explanation|"
    r"name|title)s?\b.*",
    re.IGNORECASE,
)
_ACTION = re.compile(
    r".*\b(?:actions?|resolutions?|solutions?|workarounds?|fix(?:es)?|remed(?:y|ies)|steps|"
    r"recommend\w*|mitigations?|"
    r"(?:additional|more|further) info(?:rmation)?|troubleshooting|what to do|next steps?|"
    r"comments?|notes?)\b.*",
    re.IGNORECASE,
)
_NO_ACTION = frozenset(("", "none", "none.", "-", "n/a", "na", "tbd"))
_HEADING = " > "


@dataclass(frozen=True, slots=True)
class CatalogueRow:
    """A row of an error-code table. `value` is the normal form of its code in `namespace`.

    `action` is empty where the table has none; `heading` is the heading path above the table.
    """

    namespace: str
    value: str
    message: str
    action: str
    heading: str


@dataclass(frozen=True, slots=True)
class _Columns:
    code: int
    message: int
    action: int | None


def rows_of(document: Document) -> list[CatalogueRow]:
    """The codes of all error-code tables in a document, in its order, doubled ones too."""
    return [row for block in document.blocks if block.kind == "table" for row in _block_rows(block)]


def read_csv(data: bytes) -> Parsed:
    """A CSV file (comma, semicolon or tab) as a document of one table. Raises UnreadableDocument."""
    text, notices = decode(data)
    try:
        dialect: type[csv.Dialect] = csv.Sniffer().sniff(text[:8192], delimiters=",;\t|")
    except csv.Error:
        dialect = csv.excel
    try:
        table = make_table(list(csv.reader(text.splitlines(keepends=True), dialect)))
    except csv.Error as error:
        raise UnreadableDocument(f"The table can't be read: {error}.", "Save it as CSV again.") from error
    if table is None:
        raise UnreadableDocument("The table is empty.", "Remove it, or save its rows again.")
    return Parsed((Block("table", (), render_table(table)),), notices=notices)


def _block_rows(block: Block) -> Iterator[CatalogueRow]:
    table = parse_table(block.text)
    columns = _columns(table)
    if columns is None:
        return
    codes = [_codes_in(row, columns) for row in table.rows]
    if sum(map(bool, codes)) < MIN_SHARE * len(table.rows):
        return
    heading = _HEADING.join(block.headings)
    for row, found in zip(table.rows, codes, strict=True):
        action = "" if columns.action is None else _text(row[columns.action])
        action = "" if action.lower() in _NO_ACTION else action
        for namespace, value in found:
            yield CatalogueRow(namespace, value, _text(row[columns.message]), action, heading)


def _columns(table: Table) -> _Columns | None:
    """Which column is which, by the header; None when there is no code or no message column."""
    names = [name.strip().strip("*") for name in table.header]
    codes = [index for index, name in enumerate(names) if _CODE.fullmatch(name)]
    hexes = [index for index, name in enumerate(names) if _HEX.fullmatch(name)]
    plain = [index for index in codes if index not in hexes] or codes or hexes
    if not plain:
        return None
    code = plain[0]
    rest = [index for index in range(len(names)) if index != code and index not in hexes]
    action = next((index for index in rest if _ACTION.fullmatch(names[index])), None)
    message = next((index for index in rest if index != action and _MESSAGE.fullmatch(names[index])), None)
    if message is None:
        return None
    return _Columns(code, message, action)


def _codes_in(row: tuple[str, ...], columns: _Columns) -> list[tuple[str, str]]:
    """Namespace and normal value of the codes in a row's code cell, which may list several."""
    parts = re.split(r"[,;/\n]| and | or ", row[columns.code])
    return [code for part in parts if (code := code_of_cell(part)) is not None]


def _text(cell: str) -> str:
    """A cell's text with its line breaks, without white space around."""
    return "\n".join(line.strip() for line in cell.strip().split("\n") if line.strip())
