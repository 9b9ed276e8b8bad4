"""What stands around a number and makes it something else than a code."""

from __future__ import annotations

import pytest

from assistant.codes.finding.non_code_context import (
    is_after_counted,
    is_labelled,
    is_named_after,
    is_named_otherwise,
)


def test_behind_machines_that_are_counted_stands_no_second_count() -> None:
    assert is_after_counted("3 agents 308", 9)
    assert not is_named_otherwise("3 servers 308", 10)
    assert is_named_otherwise("server 308", 7)
    assert not is_after_counted("14 days 308", 8)


@pytest.mark.parametrize("before", ["App. ", "Nebenstelle ", "owner ", "assigned to ", "bureau ", "č. "])
def test_rooms_phones_and_people_have_numbers(before: str) -> None:
    assert is_named_otherwise(f"{before}3106", len(before))


@pytest.mark.parametrize("text", ["310 left on the pool", "310 in all.", "310 per night", "310 each,"])
def test_what_is_counted_in_all_or_left_is_no_code(text: str) -> None:
    assert is_named_after(text, 3)


@pytest.mark.parametrize("text", ["310 in all jobs", "310 each night", "310 left me puzzled"])
def test_words_that_go_on_leave_it_open(text: str) -> None:
    assert not is_named_after(text, 3)


@pytest.mark.parametrize("before", ["more than ", "exactly ", "limit of "])
def test_what_is_measured_is_no_code(before: str) -> None:
    assert is_labelled(f"{before}310", len(before))


def test_behind_a_time_stands_no_second_count_of_it() -> None:
    text = "in the last 52 days 30111 came"

    assert not is_named_otherwise(text, text.index("30111"))
    assert is_named_otherwise("day 30111", 4)


def test_what_shows_the_lines_below_it_names_no_number() -> None:
    shown = "seen in the monitor:\n3106 replica is inconsistent"

    assert not is_named_otherwise(shown, shown.index("3106"))
    assert is_named_otherwise("monitor 3106", len("monitor "))
