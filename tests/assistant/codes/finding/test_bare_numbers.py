"""Bare numbers that people retell as codes, and those that they don't."""

from __future__ import annotations

import pytest

from assistant.codes.code_extraction import find_codes
from assistant.codes.finding.bare_numbers import are_alike, asked_for
from assistant.codes.finding.found_code import TOLD_LONGEST


def read(text: str) -> list[str]:
    """The bare numbers of a text that are told as codes."""
    return [code.value for code in find_codes(text) if not code.candidate]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("832 - setup cannot grant access to the account", "832"),
        ("33496: the machine was cloned", "33496"),
        ("the console says 292 and refuses", "292"),
        ("why do I get 4040, is the machine too small?", "4040"),
        ("the wizard shows 347 on two servers", "347"),
        ("we found 997 in the dpm event log", "997"),
        ("attach -> 32684, no domain there", "32684"),
        ("agent 306, then 306 again", "306"),
        ("asks for a security PIN (33470) now", "33470"),
        ("setup page: 50504. .NET isn't there", "50504"),
        ("sysadmin role missing, 33424 again", "33424"),
        ("the installer bails out with 832", "832"),
        ("setup dies at 4387", "4387"),
        ("picked 900 folders and the console answered with 46. Why?", "46"),
    ],
)
def test_the_words_of_who_retells_make_a_number_a_code(text: str, code: str) -> None:
    assert read(text) == [code]


@pytest.mark.parametrize(
    "text",
    [
        "the 306 stands on the new server",
        "we have 292 servers and 306 clients",
        "the job took 306 minutes",
        "since 2012 it says nothing",
        "it shows 104 GB free",
        "the copy dies at 300 GB",
        "2012 - is that supported?",
        "the agent fails on db-03 (Debian 11), what now?",
        "its host (macOS 14) has no agent",
        "ticket 10048 is still open",
        "it responded with 52 files",
        "the VLANs are 270, 271 and 302",
        "move tickets 33424 to 33431",
        "emp. no. 33122 is on leave",
        "conference code of today's call: 33424",
        "the port range begins at 49152, 50504 is in use",
        "invoice (33470) is open",
        "page: 50504. see there",
    ],
)
def test_other_numbers_are_left_alone(text: str) -> None:
    assert read(text) == []


def test_what_is_pasted_is_not_told() -> None:
    assert read("832 - setup stops" + " word" * TOLD_LONGEST) == []


@pytest.mark.parametrize(
    ("text", "cued"),
    [
        ("what does 130099 stand for?", "what does error 130099 stand for?"),
        ("what's 130099", "what's error 130099"),
        ("meaning of 130099 please", "meaning of error 130099 please"),
        ("0x1d4ce - meaning?", "error 0x1d4ce - meaning?"),
        ("error 0x1d4ce?", "error 0x1d4ce?"),
        ("what error is 5718", "what error is 5718"),
        ("what is 400 GB for", "what is 400 GB for"),
        ("what does the table say", "what does the table say"),
    ],
)
def test_a_number_that_is_asked_for_gets_its_cue(text: str, cued: str) -> None:
    assert asked_for(text) == cued


def test_numbers_told_in_one_form_are_alike() -> None:
    text = "3106 (4x), 52 (9x), rack 57"
    first, second, third = ((text.index(one), text.index(one) + len(one)) for one in ("3106", "52", "57"))

    assert are_alike(text, first, second)
    assert not are_alike(text, first, third)
