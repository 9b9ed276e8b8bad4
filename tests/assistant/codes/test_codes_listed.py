"""Codes of lists that what stands beside them tells of."""

from __future__ import annotations

from assistant.codes.listed import find_listed, grouped


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
