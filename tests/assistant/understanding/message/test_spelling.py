"""Misspelled words of the domain are mended; everything else stays as typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rows import every

from assistant.understanding.message.lexicon import LEAVE, LEXICON
from assistant.understanding.message.spelling import mend_spelling, mend_with


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("the subcription", "the subscription"),
        ("our subscripton", "our subscription"),
        ("what has 2 be open on fw", "what has to be open on firewall"),
        ("fw version 9", "fw version 9"),
        ("conectivity", "connectivity"),
        ("sharpoint farm", "sharepoint farm"),
        ("datacentre edition", "datacenter edition"),
        ("deprovisoned", "deprovisioned"),
        ("sql vesrions", "sql versions"),
        ("any objecitons, anotehr candiate", "any objections, another candidate"),
        ("the oldet, cmoplete", "the oldest, complete"),
        ("encription key", "encryption key"),
        ("vualt", "vault"),
        ("open the concole", "open the console"),
        ("MSyQL", "mysql"),
        ("MySL 5", "mysql 5"),
        ("a debain box", "a debian box"),
        ("shre point", "share point"),
        ("sine last night", "since last night"),
        ("for over a moth", "for over a month"),
        ("widows 11", "windows 11"),
        ("toay", "today"),
    ],
)
def test_slips_in_words_of_the_domain_are_mended(typed: str, meant: str) -> None:
    assert mend_spelling(typed) == meant


@pytest.mark.parametrize(
    "text",
    [
        "collected and corrected",
        "she reaches the restaurant",
        "a prescription for the reader",
        "the sine of an angle",
        "MSQL 2012",
        "orphans and widows",
        "Get-DPMProtectionGroup",
        "0x80070005",
        "ab cd",
        "",
    ],
)
def test_other_words_stay(text: str) -> None:
    assert mend_spelling(text) == text


@every("word", sorted(LEXICON | LEAVE))
def test_every_listed_word_stays(word: str) -> None:
    assert mend_spelling(word) == word


def test_no_word_is_both_mended_to_and_left_alone() -> None:
    assert not LEXICON & LEAVE


@given(st.text())
def test_mending_twice_changes_nothing_more(text: str) -> None:
    once = mend_spelling(text)
    assert mend_spelling(once) == once


@given(st.lists(st.sampled_from(sorted(LEXICON)), min_size=1, max_size=6), st.data())
def test_mending_a_slip_settles_at_once(words: list[str], data: st.DataObject) -> None:
    text = " ".join(words)
    at = data.draw(st.integers(0, len(text) - 1))
    once = mend_spelling(text[:at] + text[at + 1 :])
    assert mend_spelling(once) == once


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("fourty machines", "forty machines"),
        ("ninty days", "ninety days"),
        ("fiveteen points", "fifteen points"),
        ("the fourth machine", "the fourth machine"),
        ("fifty machines", "fifty machines"),
        ("the fifth and the sixth", "the fifth and the sixth"),
    ],
)
def test_a_misspelled_number_is_no_ordinal(typed: str, meant: str) -> None:
    assert mend_spelling(typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("may it use my SQL", "may it use our SQL"),
        ("is MySQL or my sql listed", "is MySQL or my sql listed"),
        ("my sql restore won't run", "our sql restore won't run"),
        ("can I protect my sql 2014", "can I protect our sql 2014"),
        ("what of a my sql database", "what of a my sql database"),
        ("my sql 8 on linux", "my sql 8 on linux"),
        ("the scratchspace", "the scratch space"),
        ("1,4 To de data", "1,4 TB de data"),
        ("from 2 To 5 and go", "from 2 To 5 and go"),
    ],
)
def test_what_is_written_another_way(typed: str, meant: str) -> None:
    assert mend_spelling(typed) == meant


class TestWithAVocabulary:
    """The same for the words of an index."""

    VOCABULARY = frozenset({"staging", "wizard", "deduplication"})

    @pytest.mark.parametrize(
        ("typed", "meant"),
        [
            ("wizzard", "wizard"),
            ("dedupilcation", "deduplication"),
            ("xizard", "xizard"),
            ("wizards", "wizards"),
            ("wiz", "wiz"),
        ],
    )
    def test_only_unknown_near_words_are_replaced(self, typed: str, meant: str) -> None:
        assert mend_with(typed, self.VOCABULARY, lambda word: word == "wizards") == meant

    def test_a_word_between_two_equally_near_ones_stays(self) -> None:
        assert mend_with("shall", frozenset({"shell", "small", "shallow"}), lambda _: False) == "shall"
        assert mend_with("sholl", frozenset({"shell", "wizard"}), lambda _: False) == "shell"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        (r"D:\bkp\set.bkp of bkp-01", r"D:\bkp\set.bkp of bkp-01"),
        ("rst from disk, rst cloud", "restore from disk, restore cloud"),
        ("a tcp rst was sent", "a tcp rst was sent"),
        ("exch mbx dbs", "Exchange mailbox dbs"),
        ("dl it first", "download it first"),
        ("the dl of the sales team", "the dl of the sales team"),
        ("12r2 or 08 R2", "2012 r2 or 2008 R2"),
        ("w2k12r2 and 2012r2", "w2k12r2 and 2012r2"),
        ("room 4 our guests, 4 disks", "room for our guests, 4 disks"),
    ],
)
def test_what_is_written_in_haste_is_written_out(typed: str, meant: str) -> None:
    assert mend_spelling(typed) == meant


@pytest.mark.parametrize("word", ["objectives", "completely", "candidates", "eldest", "visions", "compete"])
def test_words_near_those_of_the_rules_stay(word: str) -> None:
    assert mend_spelling(word) == word
