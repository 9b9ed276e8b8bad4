"""A code told roughly stands for those from a round number to the next one."""

from __future__ import annotations

import re

import pytest

from assistant.codes.finding.rounded_codes import rounded


@pytest.mark.parametrize(
    ("text", "inside", "outside"),
    [
        ("error 400 something", "470", "4002"),
        ("error was four hundred something", "499", "500"),
        ("code 33 thousand something", "33494", "3349"),
        ("it is thirty-three thousand and something.", "33001", "34000"),
        ("33k something", "33999", "33"),
        ("an ID in the 3100s", "3114", "3214"),
        ("event in the low four hundreds", "402", "40"),
        ("100 thousand something", "100050", "110050"),
    ],
)
def test_the_open_digits_may_be_any(text: str, inside: str, outside: str) -> None:
    codes = re.compile(rounded(text, told=True))
    assert codes.fullmatch(inside)
    assert not codes.fullmatch(outside)


@pytest.mark.parametrize(
    "text",
    [
        "error 41",
        "error 41 something",
        "400 something files",
        "error 300 something times",
        "a number of 400 odd",
    ],
)
def test_others_are_told_whole_or_count(text: str) -> None:
    assert not rounded(text, told=True)


def test_where_no_fault_is_told_a_code_is_named() -> None:
    assert not rounded("the limit is 400 something", told=False)
    assert rounded("the code is 400 something", told=False)


def test_hundreds_are_codes_where_a_message_is_quoted() -> None:
    assert rounded('in the 300s, "agent is incompatible"', told=True, quoted=True)
    assert not rounded("servers in the hundreds, backups fail", told=True)
