"""Characters that only look different are read as those of a keyboard; all else stays as typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.assistant import Assistant
from assistant.understanding.message.characters import in_plain_characters


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("re\u200bstore, vau\u00adlt, \ufeffdisk, \u2066A2\u2069", "restore, vault, disk, A2"),
        ("10\u00a0TB on\u202fdisk\tD", "10 TB on disk D"),
        ("A2\uff0c4 disks\uff1f", "A2,4 disks?"),
        ("it can`t, don´t, we’re, it‘s", "it can't, don't, we're, it's"),
        ("vnet–B, 15–day limit, A2–A4, co\u2011exist", "vnet-B, 15-day limit, A2-A4, co-exist"),
        ("2010 –> 2013", "2010 -> 2013"),
        ("one\r\ntwo\rthree\u2028four", "one\ntwo\nthree\nfour"),
        ("<p>isn&#39;t it &quot;ok&quot;?</p>", ' isn\'t it "ok"? '),
    ],
)
def test_what_only_looks_different_is_made_plain(typed: str, meant: str) -> None:
    assert in_plain_characters(typed) == meant


@pytest.mark.parametrize(
    "text",
    [
        "",
        "`A2`s disks and `Get-DPMCloudConnection`",
        "2010 – 2013",
        "open https://<server>/x?a=1&b=2 & go",
        "<ServerName> and x < 5",
        "Gr\u00f6ße 5½ m²",
        "two\nlines",
    ],
)
def test_all_else_stays_as_typed(text: str) -> None:
    assert in_plain_characters(text) == text


@given(st.text(max_size=200))
def test_any_text_is_taken_and_nothing_is_added(text: str) -> None:
    assert len(in_plain_characters(text)) <= len(text)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("can i re\u200bstore from azure, sub ex\u00adpired and con\u200bnected?", None),
        ("which\u00a0sizes\u00a0take\u00a020\u00a0disks\uff1f", None),
        ("MABS in vnet–A, servers in vnet–B. allowed?", "MABS in vnet-A, servers in vnet-B. allowed?"),
        ("<p>win 10 laptops?</p>", "win 10 laptops?"),
    ],
)
def test_a_copied_question_gets_the_answer_of_the_typed_one(
    shipped_assistant: Assistant, typed: str, meant: str | None
) -> None:
    plain = meant or typed.translate({0x200B: None, 0xAD: None, 0xA0: " ", 0xFF1F: "?"})
    assert shipped_assistant.ask(typed).text == shipped_assistant.ask(plain).text
