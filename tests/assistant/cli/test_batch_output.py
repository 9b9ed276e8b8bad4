from __future__ import annotations

import csv
import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answer import Citation
from assistant.cli.batch_output import COLUMNS, harmless, writer_for
from ingest.errors import InputError

_ROW: dict[str, Any] = {
    "id": 1,
    "question": "q",
    "answer": "Five days [1].",
    "status": "answered",
    "abstained": False,
    "confidence": 0.9,
    "citations": [
        asdict(Citation(1, "Guide", "S", "2019-01-31", "guide.md", "...")),
        asdict(Citation(2, "Notes", "Notes", "", "notes.txt", "...")),
    ],
    "verdicts": [{"table": "connectivity", "outcome": "Allowed"}],
    "error": "",
}
FORMULAS = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    " =1",
    "＝1",
    '=HYPERLINK("http://x")',
    "=cmd|' /C calc'!A0",
]


def _csv_cells(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


@pytest.mark.parametrize("formula", FORMULAS)
def test_no_cell_of_a_spreadsheet_is_a_formula(tmp_path: Path, formula: str) -> None:
    row = {**_ROW, "id": formula, "question": formula, "answer": formula}
    for name in ("a.csv", "a.xlsx"):
        writer_for(tmp_path / name)([row], tmp_path / name)
    for cell in _csv_cells(tmp_path / "a.csv")[1]:
        assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", " =", "＝"))
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx").active
    assert "f" not in {cell.data_type for line in sheet.iter_rows() for cell in line}


@given(st.text())
def test_harmless_text_never_begins_a_formula_and_keeps_its_words(text: str) -> None:
    safe = harmless(text)
    assert safe.lstrip()[:1] not in {"=", "+", "-", "@"}
    assert safe.endswith(text[-1:]) or ord(text[-1]) < 32 or 0xD800 <= ord(text[-1]) <= 0xFFFF


@pytest.mark.parametrize("name", ["a.csv", "a.xlsx"])
def test_a_table_has_the_columns_and_tells_sources_and_verdicts(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    writer_for(path)([_ROW], path)
    if name == "a.csv":
        head, row = _csv_cells(path)
    else:
        sheet = openpyxl.load_workbook(path).active
        head, row = ([cell.value or "" for cell in line] for line in sheet.iter_rows())
    assert tuple(head) == COLUMNS
    named = dict(zip(head, row, strict=True))
    assert named["citations"] == "[1] Guide > S (2019-01-31)\n[2] Notes"
    assert named["verdicts"] == "connectivity: Allowed"
    assert named["abstained"] == "no"


def test_json_lines_keep_everything_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    row = {**_ROW, "answer": "=1+1"}
    writer_for(path)([row], path)
    assert json.loads(path.read_text("utf-8")) == row


def test_a_spreadsheet_takes_control_characters_and_very_long_answers(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    writer_for(path)([{**_ROW, "question": "a\x00b\x1f", "answer": "x" * 40_000}], path)
    sheet = openpyxl.load_workbook(path).active
    assert sheet["B2"].value == "a\ufffdb\ufffd"
    assert len(sheet["C2"].value) == 32_767


@pytest.mark.parametrize("name", ["answers", "answers.txt", "answers.xls"])
def test_another_kind_of_file_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(InputError, match=r"\.jsonl, \.csv or \.xlsx"):
        writer_for(tmp_path / name)
