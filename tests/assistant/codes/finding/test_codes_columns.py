"""Codes by the head of their column."""

from __future__ import annotations

import pytest

from assistant.codes.code_extraction import find_codes
from assistant.codes.finding.columns import find_columns
from assistant.codes.finding.found_code import LOG_FROM


def numbers(text: str) -> list[str]:
    return [text[start:end] for start, end, _ in find_columns(text)]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_cells_below_a_head_of_codes_are_codes(delimiter: str) -> None:
    rows = [["server", "error code", "job"], ["FS01", "33424", "48213"], ["SQL01", "0x80070005", "48214"]]
    text = "\n".join(delimiter.join(row) for row in rows)

    assert numbers(text) == ["33424", "0x80070005"]


def test_a_row_of_another_width_ends_the_table() -> None:
    assert numbers("server,code\nFS01,33424\n\nroom,floor,desk\nA,30189,2") == ["33424"]


def test_beside_a_code_an_id_is_that_of_the_row() -> None:
    assert numbers("id,server,code\n48213,FS01,33424") == ["33424"]
    assert numbers("server,id\nFS01,33424") == ["33424"]


def test_the_head_says_how_sure_it_is() -> None:
    told = {head: next(find_columns(f"server,{head}\nFS01,3106"))[2] for head in ("event id", "code")}

    assert (told["event id"].namespace, told["event id"].strong) == ("event", True)
    assert (told["code"].namespace, told["code"].strong) == (None, False)


def test_other_heads_and_sentences_have_no_codes() -> None:
    assert numbers("room,phone\n3106,33424") == []
    assert numbers("It failed, with a code, and\n33424, 30189, 30111") == []


def test_columns_may_be_aligned_by_spaces() -> None:
    assert numbers("Code    Count   First\n30140   14      03:00\n30173   2       03:15") == [
        "30140",
        "30173",
    ]


def test_numbers_below_other_heads_are_none() -> None:
    rows = ["| Server | Result | Size (MB) |", "|---|---|---|", "| FILE01 | ID 30115 | 30045 |"]
    assert [code.words for code in find_codes("\n".join(rows))] == ["30115"]


def test_a_long_text_is_a_log() -> None:
    assert numbers("server,code\nFS01,33424\n" + "x" * LOG_FROM) == []


EVENTS = """\
TimeCreated             Id LevelDisplayName Message
-----------             -- ---------------- -------
3/9/2024 6:12:11 PM   3106 Error            A replica needs a check
3/9/2024 6:12:10 PM   1074 Information      Restarted
"""
DASHES = "-------  ------    ------     --  -- -----------\n"
PROCESSES = f"""\
Handles  NPM(K)    CPU(s)     Id  SI ProcessName
{DASHES}    518    3106     12.60   4323   0 dpmra
"""


def test_columns_that_powershell_prints_are_flush_with_their_dashes() -> None:
    found = list(find_columns(EVENTS))

    assert [EVENTS[start:end] for start, end, _ in found] == ["3106", "1074"]
    assert {cue.namespace for _, _, cue in found} == {"event"}


@pytest.mark.parametrize("text", [PROCESSES, PROCESSES.replace(DASHES, "")])
def test_an_id_is_a_code_only_in_a_table_of_events(text: str) -> None:
    assert [code.words for code in find_codes(text) if not code.candidate] == []


def test_an_id_in_a_log_of_events_is_that_of_the_event() -> None:
    found = list(find_columns("LevelDisplayName,Id,Message\nError,33248,no room left, 52 files"))

    assert [(cue.namespace, cue.strong) for _, _, cue in found] == [("event", True)]


def test_the_last_column_may_hold_what_parts_cells() -> None:
    assert numbers("job,err,message\nsync,911,stopped, then started\nsync,60,late") == ["911", "60"]


def test_beside_counts_an_error_is_one_too() -> None:
    assert numbers("server,ok,error\nFS1,310,52") == []


def test_keys_and_values_are_no_table() -> None:
    assert numbers("Level:     Error\nKeywords:  (64)") == []


def test_a_longer_cell_shifts_the_number_behind_it() -> None:
    rows = ["When      Id Level", "----      -- -----", "5 May   3188 Error", "25 December 3100 Error"]
    assert numbers("\n".join(rows)) == ["3188", "3100"]
