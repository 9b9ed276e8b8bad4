"""Error-code tables are known by their columns, whatever the format, and their rows become codes."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.codes import code_of_cell, is_bare
from ingest.documents import Block, Document
from ingest.errors import UnreadableDocument
from ingest.readers.catalogue import CatalogueRow, read_csv, rows_of
from ingest.readers.files import SourceFile
from ingest.readers.reading import read_document

MARKDOWN = """
# House codes

## Codes 0-100

|Error code|Message|Additional information|
|---|---|---|
|7|The directory can't be reached.|Join the domain.|
|8|PreDiscoveryProblem| |
|9|Nothing to do.|None.|
|9|Second row for nine.|Wait.<br/>Try again.|

## Ports

|Port|Protocol|Used for|
|---|---|---|
|5718|TCP|agent|
"""
HTML = """<html><body><h1>Codes</h1><h2>Cloud</h2><table>
<tr><th>ID</th><th>Hex</th><th>Description</th><th>Recommended action</th></tr>
<tr><td>100050</td><td>0x186D2</td><td>No <b>connection</b>.</td><td><ol><li>Check proxy.</li></ol></td></tr>
</table></body></html>"""


def document(tmp_path: Path, name: str, text: str) -> Document:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return read_document(SourceFile(path, name), "house")


def of_table(text: str) -> list[CatalogueRow]:
    block = Block("table", ("Codes",), text)
    return rows_of(Document("house", "x.md", "X", "X", "", "x.md", (block,)))


def test_every_row_of_a_markdown_table_is_a_code_doubled_ones_too(tmp_path: Path) -> None:
    rows = rows_of(document(tmp_path, "codes.md", MARKDOWN))

    assert [(row.namespace, row.value) for row in rows] == [("mabs", n) for n in ("7", "8", "9", "9")]
    assert rows[0].message == "The directory can't be reached."
    assert rows[0].action == "Join the domain."
    assert rows[0].heading == "Codes 0-100"
    assert rows[3].action == "Wait.\nTry again."


def test_a_missing_action_and_a_bare_message_are_seen(tmp_path: Path) -> None:
    rows = rows_of(document(tmp_path, "codes.md", MARKDOWN))

    assert [row.action for row in rows[1:3]] == ["", ""]
    assert [is_bare(row.message) for row in rows] == [False, True, False, False]


def test_an_html_table_with_a_hexadecimal_column_is_read(tmp_path: Path) -> None:
    (row,) = rows_of(document(tmp_path, "codes.html", HTML))

    assert (row.namespace, row.value) == ("mabs", "100050")
    assert "connection" in row.message
    assert "Check proxy." in row.action
    assert row.heading == "Cloud"


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_csv_is_read_whatever_separates_its_columns(separator: str) -> None:
    lines = [
        ("Code", "Message", "Resolution"),
        ("0x80070005", "Access denied", "Give rights"),
        ("34", "Full", ""),
    ]
    parsed = read_csv("\n".join(separator.join(f'"{cell}"' for cell in line) for line in lines).encode())
    rows = rows_of(Document("house", "c.csv", "C", "C", "", "c.csv", parsed.blocks))

    assert [(row.namespace, row.value, row.action) for row in rows] == [
        ("hresult", "0x80070005", "Give rights"),
        ("mabs", "34", ""),
    ]


def test_an_empty_csv_can_not_be_read() -> None:
    with pytest.raises(UnreadableDocument):
        read_csv(b",,\n,,\n")


@pytest.mark.parametrize(
    "table",
    [
        "|Port|Protocol|\n|---|---|\n|5718|TCP|",
        "|ID|Amount|\n|---|---|\n|7|5|",
        "|Version|Message|\n|---|---|\n|2016|yes|",
        "|Error|Cause|\n|---|---|\n|It fails|No rights|",
        "|Error code|Message|\n|---|---|\n|see above|text|\n|see below|text|\n|5|text|",
    ],
)
def test_other_tables_are_left_alone(table: str) -> None:
    assert of_table(table) == []


def test_a_cell_may_list_several_codes() -> None:
    rows = of_table("|Event ID|Description|\n|---|---|\n|8193, 12302|Writer fails|")

    assert [row.value for row in rows] == ["8193", "12302"]


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("33424", ("mabs", "33424")),
        ("`0x186D2`", ("mabs", "100050")),
        ("0x5", ("win32", "5")),
        ("0x2740", ("winsock", "10048")),
        ("-2147024891", ("hresult", "0x80070005")),
        ("2147942405", ("hresult", "0x80070005")),
        ("see text", None),
        ("99999999999", None),
        ("", None),
    ],
)
def test_a_cell_is_brought_to_its_normal_form(cell: str, code: tuple[str, str] | None) -> None:
    assert code_of_cell(cell) == code


@given(st.text(max_size=20))
def test_any_cell_is_read_or_left(text: str) -> None:
    code = code_of_cell(text)

    assert code is None or code_of_cell(code[1]) == code or code[0] in ("win32", "winsock")
