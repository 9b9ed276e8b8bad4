"""Whose number a number without a cue is."""

from __future__ import annotations

import pytest

from assistant.codes.code_extraction import find_codes
from assistant.codes.finding.number_nouns import can_tell, is_little, is_of_noun, is_surely_of_thing, is_topic


def at(text: str) -> tuple[str, int]:
    """The text, and where its number "33424" starts."""
    return text, text.index("33424")


@pytest.mark.parametrize(
    "text", ["the key for cabinet 33424 hangs here", "an NSG of priority 33424", "the fax of Kim 33424"]
)
def test_a_number_behind_a_noun_is_its_own(text: str) -> None:
    assert is_of_noun(*at(text))


@pytest.mark.parametrize(
    "text",
    [
        "the wizard says 33424",
        "again 33424",
        "SQL 33424",
        "srv1 33424",
        "suddenly 33424",
        "33424",
        "we 33424",
    ],
)
def test_a_code_may_stand_behind_what_tells_of_it(text: str) -> None:
    assert not is_of_noun(*at(text))


@pytest.mark.parametrize(
    "text",
    [
        "call Kim under 5512 33424",
        "the checksum begins with 33424",
        "the licence key ends in 33424",
        "PIN for the safe with the tapes: 33424",
        "Locker code for the tape safe is 33424",
    ],
)
def test_parts_of_longer_numbers_and_secrets_are_things(text: str) -> None:
    assert is_surely_of_thing(*at(text))


@pytest.mark.parametrize(
    "text", ["the setup starts with 33424", "deleting the data ends in 33424", "it is 33424"]
)
def test_what_happens_with_a_code_is_no_thing(text: str) -> None:
    assert not is_surely_of_thing(*at(text))


def test_a_topic_ends_in_a_colon() -> None:
    assert is_topic(*at("mount of the recovery volume: 33424"))
    assert not is_topic(*at("volume: 33424"))


def test_little_words_can_all_tell() -> None:
    assert is_little("Since")
    assert can_tell("since")
    assert can_tell("Wizard")
    assert not can_tell("pallet")
    assert not is_little("wizard")


def test_points_of_each_day_are_counted() -> None:
    assert not find_codes("120 daily recovery points of 30 hosts")
    assert [code.value for code in find_codes("error 120 daily at three")] == ["120"]
