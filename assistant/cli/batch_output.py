"""The answers of `mabs batch` as JSON lines, CSV or a spreadsheet, in which no cell is a formula."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell

from assistant.answer import Citation
from assistant.answer_styles import citation_line
from ingest.errors import InputError

AnswerRow = Mapping[str, Any]
COLUMNS = ("id", "question", "answer", "status", "abstained", "confidence", "citations", "verdicts", "error")
_CELL_LIMIT = 32_767  # characters in a cell of a spreadsheet
_FORMULA = re.compile(r"^\s*[=+\-@＝＋－＠]|^[\t\r]")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


def writer_for(path: Path) -> Callable[[Iterable[AnswerRow], Path], None]:
    """What writes the kind of file that the suffix names. Raises InputError for another suffix."""
    writers = {".jsonl": _write_jsonl, ".csv": _write_csv, ".xlsx": _write_xlsx}
    writer = writers.get(path.suffix.lower())
    if writer is None:
        raise InputError(f"{path} has no suffix that says its format.", "Use .jsonl, .csv or .xlsx.")
    return writer


def _write_jsonl(rows: Iterable[AnswerRow], path: Path) -> None:
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for row in rows:
            file.write(json.dumps(row, ensure_ascii=False) + "\n")


def _write_csv(rows: Iterable[AnswerRow], path: Path) -> None:
    """Every cell quoted, with a byte order mark, so that spreadsheets read it as UTF-8."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, quoting=csv.QUOTE_ALL)
        writer.writerow(COLUMNS)
        for row in rows:
            writer.writerow([harmless(cell) for cell in cells(row)])


def _write_xlsx(rows: Iterable[AnswerRow], path: Path) -> None:
    book = Workbook(write_only=True)
    sheet = book.create_sheet("answers")
    sheet.append(list(COLUMNS))
    for row in rows:
        sheet.append([_text_cell(sheet, text) for text in cells(row)])
    book.save(path)


def _text_cell(sheet: Any, text: str) -> Any:
    """A cell that is text whatever it begins with."""
    cell = WriteOnlyCell(sheet, value="")
    cell.value = harmless(text)[:_CELL_LIMIT]
    cell.data_type = "s"
    return cell


def harmless(text: str) -> str:
    """Text that no spreadsheet takes for a formula: an apostrophe goes before what could begin one."""
    clean = _CONTROL.sub("\ufffd", text)
    return f"'{clean}" if _FORMULA.match(clean) else clean


def cells(row: AnswerRow) -> list[str]:
    """The columns of a row as text; citations and verdicts are told a line each."""
    citations = [citation_line(Citation(**one)) for one in row.get("citations", ())]
    verdicts = [f"{one['table']}: {one['outcome']}" for one in row.get("verdicts", ())]
    told = {**row, "citations": "\n".join(citations), "verdicts": "\n".join(verdicts)}
    return [_text(told.get(column)) for column in COLUMNS]


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else str(value)
