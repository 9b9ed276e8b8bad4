from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook

from assistant.cli.batch_rows import Row, read_rows
from ingest.errors import InputError


def _read(folder: Path, name: str, text: str) -> list[Row]:
    path = folder / name
    path.write_text(text, encoding="utf-8", newline="")
    return read_rows(path)


def test_json_lines_hold_questions_or_turns(tmp_path: Path) -> None:
    rows = _read(
        tmp_path, "q.jsonl", '{"id": 7, "question": "a"}\n\n{"id": "x", "turns": ["b", "c"], "tag": 1}\n'
    )
    assert rows == [Row(7, ("a",)), Row("x", ("b", "c"))]


@pytest.mark.parametrize("name", ["q.csv", "q.tsv"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_tables_may_be_separated_as_spreadsheets_do(tmp_path: Path, name: str, separator: str) -> None:
    rows = [["Id", "Question", "note"], ["a1", '"how, much; ""now""?\nsecond line"', "n"]]
    text = "\ufeff" + "".join(separator.join(cells) + "\r\n" for cells in rows)
    assert _read(tmp_path, name, text) == [Row("a1", ('how, much; "now"?\nsecond line',))]


def test_rows_of_a_table_without_ids_are_numbered(tmp_path: Path) -> None:
    assert [row.id for row in _read(tmp_path, "q.csv", "question\na\n\nb\n")] == [1, 2]


def test_plain_text_has_a_question_a_line(tmp_path: Path) -> None:
    assert _read(tmp_path, "q.txt", "first?\n\n  second?  \n") == [Row(1, ("first?",)), Row(2, ("second?",))]


def test_a_cell_may_hold_a_whole_log(tmp_path: Path) -> None:
    log = "x" * 300_000
    assert _read(tmp_path, "q.csv", f"question\n{log}\n")[0].turns == (log,)


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("{", "line 1 is not JSON"),
        ("[]", "line 1 has no id"),
        ('{"id": 1}', "neither a question nor turns"),
        ('{"id": 1, "turns": []}', "neither a question nor turns"),
        ('{"id": 1, "turns": ["a", 2]}', "neither a question nor turns"),
        ('{"id": 1, "question": " "}', "empty question"),
    ],
)
def test_a_bad_line_keeps_its_place_and_says_why(tmp_path: Path, line: str, fault: str) -> None:
    bad, good = _read(tmp_path, "q.jsonl", line + '\n{"id": 2, "question": "a"}\n')
    assert fault in bad.fault
    assert (bad.id, bad.turns) == (1, ())
    assert good == Row(2, ("a",))


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("q.jsonl", "\n", "no questions in it"),
        ("q.txt", " \n", "no questions in it"),
        ("q.csv", "id,text\n1,a\n", "no column called question"),
    ],
)
def test_a_file_without_questions_is_refused(tmp_path: Path, name: str, text: str, said: str) -> None:
    with pytest.raises(InputError, match=said):
        _read(tmp_path, name, text)


def test_a_file_that_is_not_utf8_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "q.txt"
    path.write_bytes("größe?".encode("utf-16"))
    with pytest.raises(InputError, match="can't be read"):
        read_rows(path)


def _book(path: Path, rows: list[list[object]]) -> Path:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    book.save(path)
    return path


def test_a_spreadsheet_is_read_by_its_columns(tmp_path: Path) -> None:
    path = _book(tmp_path / "q.xlsx", [["Id", "Question"], [7, "what is 3002?"], [None, None], [None, 31008]])
    assert [(row.id, row.turns) for row in read_rows(path)] == [("7", ("what is 3002?",)), (2, ("31008",))]


def test_a_spreadsheet_without_the_column_or_of_another_kind_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no column called question"):
        read_rows(_book(tmp_path / "q.xlsx", [["text"], ["hello"]]))
    (tmp_path / "no.xlsx").write_bytes(b"no spreadsheet")
    with pytest.raises(InputError, match="can't be read"):
        read_rows(tmp_path / "no.xlsx")
