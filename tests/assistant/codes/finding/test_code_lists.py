"""Codes of lists that what stands beside them tells of."""

from __future__ import annotations

from assistant.codes.finding.code_lists import find_listed, grouped


def numbers(text: str) -> list[str]:
    return [text[start:end] for start, end, _ in find_listed(text)]


def test_lines_of_numbers_are_what_the_line_above_says() -> None:
    assert numbers("Errors of last week:\n- 30163\n- 33210\nthat is all") == ["30163", "33210"]
    assert numbers("Tapes of last week:\n- 30163\n- 33210") == []


def test_counted_events_are_grouped_by_their_id() -> None:
    table = "Count Name\n----- ----\n   52 3106, DPM-EM\n  310 8193\n"

    assert [
        (table + by)[start:end] for by in ["grouped by event id"] for start, end in grouped(table + by)
    ] == [
        "3106",
        "8193",
    ]
    assert not list(grouped(table + "grouped by folder"))


def test_a_row_of_a_reference_begins_with_its_code() -> None:
    rows = (
        "|140|The rate must be between 1 Mbps and 10000 Mbps.|Specify a valid value.|",
        "|950|InvalidSchedule| |",
        "520\tThe port of the server must be between 1 and 65535.\tEnter a valid number.",
    )

    assert [numbers(row) for row in rows] == [["140"], ["950"], ["520"]]


def test_a_row_with_a_state_beside_its_sentence_is_one_of_tickets_or_jobs() -> None:
    assert numbers("|4711|The user says that the backup failed again.|open|") == []
    assert numbers("|412|FS01|ok|") == []
