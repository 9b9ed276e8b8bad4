"""Shorthand is written out before any rule reads it; names, paths, addresses and sizes stay as typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.assistant import Assistant
from assistant.understanding.message.shorthand import UNITS, WORDS, written_out


@pytest.mark.parametrize("short", WORDS)
def test_a_word_stands_for_its_long_form_in_any_case_and_before_a_mark(short: str) -> None:
    assert written_out(f"tell me: {short}?") == f"tell me: {WORDS[short]}?"
    assert written_out(f"{short.upper()} x") == f"{WORDS[short]} x"


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize("number", ["3", "30+", "three", "forty", "few"])
def test_a_unit_stands_for_its_long_form_behind_a_number(number: str, unit: str) -> None:
    assert written_out(f"for {number} {unit} now") == f"for {number} {UNITS[unit]} now"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("do I need a vault b4 setup", "do I need a vault before setup"),
        ("r u sure", "are you sure"),
        ("w/o internet, w/ proxy", "without internet, with  proxy"),
        ("sub exp’d y'day", "sub expired yesterday"),
        ("the sub is exp. since monday", "the sub is expired since monday"),
        ("an exp. sub", "an expired sub"),
        ("rec points, restore pts, a recov pt", "recovery points, recovery points, a recovery point"),
        ("disk ret. of a week", "disk retention of a week"),
        ("our SP farm and SP2016", "our SharePoint  farm and SharePoint 2016"),
        ("on win 2016 and win server", "on Windows 2016 and Windows server"),
        ("no. of pts", "number of points"),
        ("4 & 5 TB, copy n paste", "4 and 5 TB, copy and paste"),
        ("it shows an err", "it shows an error"),
        ("pass phrase lost", "passphrase lost"),
        ("were moving it. were moved", "we're moving it. were moved"),
        ("with ASR, not an ASR rule", "with Azure Site Recovery, not an ASR rule"),
    ],
)
def test_what_is_short_only_in_its_place(typed: str, meant: str) -> None:
    assert written_out(typed) == meant


@pytest.mark.parametrize(
    "text",
    [
        r"C:\svr\x and \\svr\share",
        "SRV-01, svr.contoso.com and srv1",
        "the SRV record",
        "inet 10.0.0.4 netmask",
        "is B4 ok",
        "scale up to b4",
        "drive u: and U:",
        "d: has 5 GB",
        "SQL Server 2012 SP1 and 2012 SP 1",
        "ERR 0x80070005, err=5",
        "a win-win",
        "we want to win the deal",
        "Start-DPMRec -r x",
        "2 U rack",
        "4 HR shares",
        "ERP 3\nhr 2",
        "restore from disk",
        "4.5 d\\x",
        "",
    ],
)
def test_what_only_looks_short_stays_as_typed(text: str) -> None:
    assert written_out(text) == text


@given(st.text(max_size=200))
def test_any_text_is_taken_and_what_is_written_out_once_stays(text: str) -> None:
    once = written_out(text)
    assert written_out(written_out(once)) == written_out(once)


@pytest.mark.parametrize(
    ("short", "long"),
    [
        (
            "subscr exp'd y'day, conn ok. bkp to disk?",
            "subscription expired yesterday, connection ok. backup to disk?",
        ),
        (
            "2 pts per d, a vault lasts how many yrs",
            "2 points per day, a vault lasts how many years",
        ),
        (
            "offline three wks w/o sub info, restore pts from azure?",
            "offline three weeks without sub info, recovery points from azure?",
        ),
        ("win srv 2012 R2 covered?", "Windows Server 2012 R2 covered?"),
        ("do i need a domain b4 setup", "do i need a domain before setup"),
    ],
)
def test_a_question_gets_the_same_answer_short_and_long(
    shipped_assistant: Assistant, short: str, long: str
) -> None:
    assert shipped_assistant.ask(short).text == shipped_assistant.ask(long).text
