"""Events by the source or the log that is named before them."""

from __future__ import annotations

import pytest

from assistant.codes.code_extraction import find_codes
from assistant.codes.finding.event_sources import find_events
from assistant.codes.finding.found_code import LOG_FROM


def events(text: str) -> list[str]:
    return [text[start:end] for start, end in find_events(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kernel-Power 41 each night", ["41"]),
        ("Schannel 36874, 36871 and 36887", ["36874", "36871", "36887"]),
        ("the System log says 7031", ["7031"]),
        ("Microsoft-Windows-Hyper-V-VMMS: 10103", ["10103"]),
        ("StorageSpaces-Driver/Operational 304 this noon", ["304"]),
        ("Microsoft-Windows-StorageSpaces-Driver 304 and 203", ["304", "203"]),
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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('last: DPM-EM:3106 "inconsistent"', ["3106"]),
        ("latest DPMRA/85 at noon", ["85"]),
        ("DPMRA;85 and more", ["85"]),
        ("DPM-EM[3106]: inconsistent", ["3106"]),
        ('"Jan 04 02:11:09 0.3106 DPM-EM Replica"', ["3106"]),
        ("MSWinEventLog 1 Application 4118 Wed Jan 14 02:11:08 2026 8193 VSS", ["8193"]),
        ("MSWinEventLog: 1#011System#0114#011Wed Jan 14 02:11:08 2026#0111069#011Cluster", ["1069"]),
    ],
)
def test_agents_print_an_event_beside_its_source(text: str, expected: list[str]) -> None:
    assert events(text) == expected


@pytest.mark.parametrize("text", ["ReFS/64 KB", "sshd[3106]: accepted", "it took 02:11:09 0.3106 s"])
def test_sizes_processes_and_times_are_none(text: str) -> None:
    assert events(text) == []


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("30229 / WSB 517", ["30229", "517"]),
        ("30229, wsb 517", ["30229", "517"]),
        ("30229/WSB 517", ["30229", "517"]),
        ("30229 | WSB 517", ["30229", "517"]),
        ("wsb 2016 or wsb 2019?", []),
    ],
)
def test_events_of_windows_server_backup_stand_beside_other_codes(text: str, codes: list[str]) -> None:
    assert [code.words for code in find_codes(text) if not code.candidate] == codes
