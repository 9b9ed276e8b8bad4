"""Whose number a number is by the words before its cue."""

from __future__ import annotations

import pytest

from assistant.codes.finding.number_owners import is_of_other, is_owner, owner_of, stands_before


@pytest.mark.parametrize(
    "before", ["the ticket ", "Ticket created, ", "case was opened under ", "sensor (", "our client ("]
)
def test_the_word_before_an_id_owns_it(before: str) -> None:
    assert is_owner(owner_of(before))


@pytest.mark.parametrize(
    "before",
    ["the important one is the farm catalog: ", "Remove volume from pool: ", "Replica creation failed ("],
)
def test_what_is_told_before_owns_nothing(before: str) -> None:
    assert not is_owner(owner_of(before))


def test_a_noun_right_before_a_number() -> None:
    assert stands_before("client 4021", 7)
    assert not stands_before("shows 4021", 6)


@pytest.mark.parametrize("before", ["since Monday I become ", "they encounter ", "all day we obtain a "])
def test_what_somebody_does_owns_no_code(before: str) -> None:
    assert not is_of_other("code", owner_of(before))


@pytest.mark.parametrize("before", ["we need the door ", "I typed my locker "])
def test_a_thing_behind_a_verb_still_owns_its_code(before: str) -> None:
    assert is_of_other("code", owner_of(before))
