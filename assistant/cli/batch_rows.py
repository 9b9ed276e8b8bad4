"""The questions of `mabs batch`: a table with a header, JSON lines, or text with a question a line."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from ingest.errors import InputError, reason_of

_SHAPE = 'Each line is {"id": ..., "question": "..."} or {"id": ..., "turns": ["...", ...]}.'
_LARGEST_CELL = 50_000_000  # characters; a pasted log is far beyond the csv module's own limit


@dataclass(frozen=True, slots=True)
class Row:
    """One question or conversation. `fault` says why it can't be asked; then `turns` is empty."""

    id: Any
    turns: tuple[str, ...]
    fault: str = ""


def read_rows(path: Path) -> list[Row]:
    """The rows of a file in order, by its suffix: .csv or .tsv, .xlsx, .txt, else JSON lines.

    Raises InputError when the file as a whole can't be used; a row that can't be used carries its fault.
    """
    if path.suffix.lower() == ".xlsx":
        rows = list(_table_rows(_sheet(path), path))
    else:
        readers = {".csv": _csv_rows, ".tsv": _csv_rows, ".txt": _text_rows}
        rows = list(readers.get(path.suffix.lower(), _json_rows)(_text(path), path))
    if not rows:
        raise InputError(f"{path} has no questions in it.")
    return rows


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(
            f"{path} can't be read: {reason_of(error)}.", "Give a UTF-8 file of questions."
        ) from error


def _sheet(path: Path) -> Iterator[list[str]]:
    """The cells of a spreadsheet's first sheet as text, row by row; of a formula, its last result."""
    try:
        book = load_workbook(path, read_only=True, data_only=True)
    except (OSError, ValueError, KeyError, BadZipFile, InvalidFileException) as error:
        raise InputError(
            f"{path} can't be read: {reason_of(error)}.", "Give a spreadsheet in the .xlsx format."
        ) from error
    try:
        for cells in book.worksheets[0].iter_rows(values_only=True):
            yield ["" if cell is None else str(cell) for cell in cells]
    finally:
        book.close()


def _text_rows(text: str, _path: Path) -> Iterator[Row]:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    for number, line in enumerate(lines, 1):
        yield Row(number, (line,))


def _csv_rows(text: str, path: Path) -> Iterator[Row]:
    """Rows of a table with a `question` column and, where there is one, an `id` column."""
    csv.field_size_limit(_LARGEST_CELL)
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=False)
    try:
        yield from _table_rows(lines, path)
    except csv.Error as error:
        raise InputError(f"{path} is not CSV: {error}.") from error


def _table_rows(lines: Iterator[list[str]], path: Path) -> Iterator[Row]:
    header = [name.strip().lower() for name in next(lines, [])]
    if "question" not in header:
        raise InputError(f"{path} has no column called question.", "Its first line names the columns.")
    for number, cells in enumerate((cells for cells in lines if any(cells)), 1):
        named = dict(zip(header, cells, strict=False))
        yield _row(named.get("id") or number, [named.get("question", "")], f"row {number}")


def _delimiter(text: str) -> str:
    """Comma, semicolon (the separator of spreadsheets in many countries) or tab: the header's commonest."""
    header = text.partition("\n")[0]
    return max(",;\t", key=header.count)


def _json_rows(text: str, path: Path) -> Iterator[Row]:
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield _json_row(line, f"{path.name}, line {number}", number)


def _json_row(line: str, where: str, number: int) -> Row:
    try:
        data = json.loads(line)
    except ValueError as error:
        return Row(number, (), f"{where} is not JSON: {error}. {_SHAPE}")
    if not isinstance(data, dict) or "id" not in data:
        return Row(number, (), f"{where} has no id. {_SHAPE}")
    turns = data.get("turns", [data["question"]] if "question" in data else None)
    if not isinstance(turns, list) or not turns or not all(isinstance(turn, str) for turn in turns):
        return Row(data["id"], (), f"{where} has neither a question nor turns. {_SHAPE}")
    return _row(data["id"], turns, where)


def _row(identifier: Any, turns: list[str], where: str) -> Row:
    if not all(turn.strip() for turn in turns):
        return Row(identifier, (), f"{where} has an empty question.")
    return Row(identifier, tuple(turns))
