"""Figures that a text itself says to be none of codes."""

from __future__ import annotations

import pytest

from assistant.codes.code_extraction import find_codes
from assistant.codes.finding.tallies import tallied


def figures(text: str) -> list[str]:
    return [text[start:end] for start, end in tallied(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("warnings: 58, errors: 3106, info: 2034", ["58", "3106", "2034"]),
        ("nightly\n- passed: 313\n- failed: 52", ["313", "52"]),
        ("queue=64;58;60 used", ["64", "58", "60"]),
        ("lasterror=64;58;60 ", ["58", "60"]),
        ("queue=64;58", ["58"]),
        ("squid 10.1.1.4 TCP_MISS/403 3106 GET", ["3106"]),
        ("429, Retry-After: 58", ["58"]),
        ("100050 (58), 100041 (3)", ["58", "3"]),
        ("30111: Ghent, 30112: Lille (site numbers)", ["30111", "30112"]),
        ("our ticket numbering runs from 3106 to 3120", ["3106", "3120"]),
        ("door codes for the annex: 3106, 3122", ["3106", "3122"]),
        ("A-1 OK 3106\nA-2 OK 913\nthe last column is minutes", ["3106", "913"]),
    ],
)
def test_what_is_counted_is_none(text: str, expected: list[str]) -> None:
    assert figures(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "warning 3106, error 30111",
        "error 3106, then 3122",
        "agent codes of the morning: 313, 316",
        "A-1 313\nA-2 316\nthe last column is the error",
        "3106 (inconsistent), 3122 (once)",
        "the job numbering is odd since error 3106",
    ],
)
def test_codes_are_left(text: str) -> None:
    assert figures(text) == []


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("session ID 81, share ID 7, message ID 58", []),
        ("agent fails, message ID 58", ["58"]),
        ("Change ID 3106, problem ID 3122", []),
        ("the problem ID 3106 came up again", ["3106"]),
        ('Sensor "queue" (ID 3106) is down', []),
        ('Failed: VM "billing" ID 30111', ["30111"]),
        ("call-in code of the standup: 100041", []),
        ("the job ends at the summary part with ID: 4315", ["4315"]),
        ("Disk signature 0x80042301, MBR", []),
        ("snapshot fails, 0x80042301", ["0x80042301"]),
        ("rolled back with 0xC1900101 - 0x20017", ["0xC1900101", "131095"]),
        ("3106 and 3122 are open, 45 in the agent list is a laptop", ["3106", "3122"]),
        ("consignment note 100050 arrived", []),
        ("peer AS 12076, BGP is up", []),
        ("7031 and 7034 events from Service Control Manager", ["7031", "7034"]),
        ("there were 12 events from VSS", []),
        ("many 8193s from VSS, backup fails", ["8193"]),
        ("in the 1990s from our archive", []),
        ("node fails; 129 storahci reset", ["129"]),
        ("node list / code / how often\nSRV1 / 58 / 3\nSRV2 / 60 / 9", ["58", "60"]),
    ],
)
def test_an_id_is_told_by_its_noun(text: str, codes: list[str]) -> None:
    assert [code.value for code in find_codes(text) if not code.candidate] == codes


@pytest.mark.parametrize(
    "text",
    [
        "Two alerts, the first is new:\nSRV1 33424\nSRV2 3114",
        "Both are back, right: what now?\nSRV1 33424\nSRV2 3114",
    ],
)
def test_only_a_column_that_is_called_one_says_what_it_counts(text: str) -> None:
    assert list(tallied(text)) == []


def test_what_is_replied_to_a_question_for_a_count_is_one() -> None:
    text = "ana: how many points?\nbo: 310"

    assert [text[slice(*place)] for place in tallied(text)] == ["310"]
    assert not list(tallied(text.replace("how many points", "which code")))


def test_the_unit_behind_a_row_is_that_of_each_figure() -> None:
    text = "DB01 310, DB02 311 (GB)"

    assert [text[slice(*place)] for place in tallied(text)] == ["310", "311"]
    assert not list(tallied("error 310, 311 (GB)"))


def test_things_are_numbered_in_a_row() -> None:
    text = "hosts numbered 801 to 803, 802 is down, 805 is not"

    assert sorted(text[slice(*place)] for place in tallied(text)) == ["801", "802", "803"]


def test_the_code_of_a_further_question_is_no_reply() -> None:
    assert not list(tallied("how many backups a day are fine? and 164, how small may it be?"))
