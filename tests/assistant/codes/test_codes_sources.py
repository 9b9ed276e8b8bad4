"""Events by the source or the log that is named before them."""

from __future__ import annotations

import pytest

from assistant.codes.found import LOG_FROM
from assistant.codes.sources import find_events


def events(text: str) -> list[str]:
    return [text[start:end] for start, end in find_events(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kernel-Power 41 each night", ["41"]),
        ("Schannel 36874, 36871 and 36887", ["36874", "36871", "36887"]),
        ("the System log says 7031", ["7031"]),
        ("Microsoft-Windows-Hyper-V-VMMS: 10103", ["10103"]),
    ],
)
def test_numbers_behind_a_source_or_a_log_are_events(text: str, expected: list[str]) -> None:
    assert events(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "MSSQLSERVER 1433",
        "MSSQLSERVER 2019",
        "application log 30 MB",
        "system log 4096 entries",
        "setup log 12",
        "srv12 and srv14",
        "ntfs 4.2",
        "the kernel takes 41 W",
    ],
)
def test_ports_years_counts_and_names_are_none(text: str) -> None:
    assert events(text) == []


def test_in_a_log_events_have_their_columns() -> None:
    assert events("Kernel-Power 41\n" + "x" * LOG_FROM) == []
