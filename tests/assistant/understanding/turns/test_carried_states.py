"""Which operations and states a turn takes over after the table of states."""

from __future__ import annotations

import pytest

from assistant.decisions.states.connectivity_rules import Operation, Subscription
from assistant.understanding.read import facts_of, read_question
from assistant.understanding.reading import Reading
from assistant.understanding.turns.carried_states import asks_rest, names_data

BEFORE = facts_of(
    read_question("sub expired, offline for 3 weeks. restore from disk?"),
    "connectivity",
    ("Network connectivity",),
)


def after(turn: str) -> Reading:
    return read_question(turn, BEFORE)


@pytest.mark.parametrize(
    "turn", ["so that is a no then?", "are you kidding", "which is the worst", "and still?"]
)
def test_words_that_name_nothing_are_said_of_the_same_state(turn: str) -> None:
    reading = after(turn)

    assert reading.subscription == {Subscription.EXPIRED}
    assert reading.operations == {Operation.RESTORE_FROM_DISK}


@pytest.mark.parametrize("turn", ["what stays", "and what won't work", "what else is stopped"])
def test_what_is_left_is_asked_of_every_operation(turn: str) -> None:
    reading = after(turn)

    assert reading.subscription == {Subscription.EXPIRED}
    assert not reading.operations


@pytest.mark.parametrize("turn", ["where is the menu", "and the passphrase?", "how big is it"])
def test_another_matter_takes_no_state_over(turn: str) -> None:
    assert not after(turn).subscription


def test_a_connection_told_again_keeps_the_time() -> None:
    assert after("and if only offline, sub active").outage is not None


def test_only_the_part_that_is_named_is_asked_for() -> None:
    before = facts_of(read_question("sub expired, connected"), "connectivity", ())

    reading = read_question("only the disk part", before)

    assert reading.operations == {Operation.BACK_UP_TO_DISK, Operation.RESTORE_FROM_DISK}


def test_the_words_for_data_and_for_what_is_left() -> None:
    assert names_data("and the points?")
    assert names_data("what stays")
    assert not asks_rest("what about disks that are left")
    assert not names_data("and the menu?")
