"""Codes of a catalogue that a user has ingested: found exactly, after the shipped ones."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest

from assistant.answer import Finding
from assistant.codes.catalogues import SqliteCatalogues
from assistant.codes.entries import CodeId
from assistant.codes.reference import Reference, load_reference
from assistant.codes.specialist import consult
from ingest.codes import CODES_TABLE, add_codes, remove_codes
from ingest.readers.catalogue import CatalogueRow

ROWS = [
    CatalogueRow("mabs", "900001", "The widget failed.", "Restart the widget.", "Codes > 900000"),
    CatalogueRow("mabs", "900002", "The widget is gone.", "", "Codes > 900000"),
    CatalogueRow("mabs", "900003", "WidgetConcurrencyError", "", "Codes > 900000"),
    CatalogueRow("mabs", "900004", "First meaning.", "Do this.", "Codes > 900000"),
    CatalogueRow("mabs", "900004", "Second meaning.", "Do that.", "Codes > 900000"),
    CatalogueRow("mabs", "100050", "Catalogue's word on it.", "", "Codes > 100000"),
]
NOTHING = Reference([])


@pytest.fixture
def connection() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:")) as opened:
        opened.execute("CREATE TABLE documents (id TEXT, document TEXT, date TEXT, source TEXT)")
        opened.execute("INSERT INTO documents VALUES ('d1', 'House codes', '2026-01-01', 'codes.md')")
        opened.executescript(CODES_TABLE)
        add_codes(opened, "d1", "house", ROWS)
        yield opened


def text_of(finding: Finding) -> str:
    return "\n".join(statement.text for statement in finding.statements)


def test_a_row_is_found_by_its_code_in_any_spelling(connection: sqlite3.Connection) -> None:
    for spelled in ("900001", "ID 900001", "error 0xDBBA1", "(ID: 900001 Details: x)", "0xdbba1"):
        finding = consult(spelled, NOTHING, SqliteCatalogues(connection))[0]
        assert finding.status == "answered"
        assert "The widget failed." in text_of(finding)
        assert "Restart the widget." in text_of(finding)


def test_a_row_is_cited_with_its_document_and_heading(connection: sqlite3.Connection) -> None:
    evidence = consult("ID 900001", NOTHING, SqliteCatalogues(connection))[0].statements[0].evidence[0]

    assert (evidence.document, evidence.section, evidence.date) == (
        "House codes",
        "Codes > 900000",
        "2026-01-01",
    )
    assert (evidence.source, evidence.collection) == ("codes.md", "house")


def test_a_row_without_action_or_with_a_bare_name_is_partial_and_says_so(
    connection: sqlite3.Connection,
) -> None:
    without, bare = (
        consult(f"ID {code}", NOTHING, SqliteCatalogues(connection))[0] for code in (900002, 900003)
    )

    assert (without.status, bare.status) == ("partial", "partial")
    assert "documents no action" in text_of(without)
    assert "only the name WidgetConcurrencyError" in text_of(bare)


def test_a_doubled_code_keeps_both_meanings(connection: sqlite3.Connection) -> None:
    said = text_of(consult("ID 900004", NOTHING, SqliteCatalogues(connection))[0])

    assert "First meaning." in said
    assert "Second meaning." in said


def test_a_shipped_entry_comes_first(connection: sqlite3.Connection) -> None:
    said = text_of(consult("ID 100050", load_reference(), SqliteCatalogues(connection))[0])

    assert "Catalogue's word" not in said


def test_a_name_that_is_a_message_is_found(connection: sqlite3.Connection) -> None:
    catalogues = SqliteCatalogues(connection)

    assert [row.code for row in catalogues.lookup(CodeId("name", "widgetconcurrencyerror"))] == [
        CodeId("mabs", "900003")
    ]
    assert "only the name" in text_of(consult("job says WidgetConcurrencyError", NOTHING, catalogues)[0])


def test_a_large_bare_number_is_a_code_when_a_catalogue_knows_it(connection: sqlite3.Connection) -> None:
    assert consult("the job ended, 900001 again", NOTHING) == []
    assert len(consult("the job ended, 900001 again", NOTHING, SqliteCatalogues(connection))) == 1


def test_nearest_rows_are_named_only_as_near(connection: sqlite3.Connection) -> None:
    finding = consult("ID 900009", NOTHING, SqliteCatalogues(connection))[0]

    assert finding.status == "abstained"
    assert "different errors: ID 900004" in text_of(finding)


def test_removing_a_document_removes_its_codes(connection: sqlite3.Connection) -> None:
    remove_codes(connection, "d1")

    assert SqliteCatalogues(connection).lookup(CodeId("mabs", "900001")) == []
