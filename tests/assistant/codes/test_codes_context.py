"""What stands around a number and makes it something else than a code."""

from __future__ import annotations

import pytest

from assistant.codes.amounts import is_other_quantity
from assistant.codes.context import is_after_counted, is_labelled, is_named_after, is_named_otherwise


def place(text: str, number: str) -> tuple[int, int]:
    start = text.index(number)
    return start, start + len(number)


def test_a_number_of_its_year_is_a_reference() -> None:
    text = "our request 30214/2025"

    assert is_other_quantity(text, *place(text, "30214"), strong=False)
    assert not is_other_quantity(text.replace("/2025", "/33425"), *place(text, "30214"), strong=False)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("we keep 14 days on disk and 180 in the vault", "180"),
        ("43 minutes on Monday, 52 on Tuesday and 310 on Friday", "310"),
    ],
)
def test_the_unit_of_the_first_amount_holds_for_the_others(text: str, number: str) -> None:
    assert is_other_quantity(text, *place(text, number), strong=False)


def test_a_code_behind_an_amount_has_no_unit() -> None:
    text = "14 days on disk, then 312 and 3106 on tape"

    assert not is_other_quantity(text, *place(text, "312"), strong=False)
    assert not is_other_quantity(text, *place(text, "3106"), strong=False)


def test_behind_machines_that_are_counted_stands_no_second_count() -> None:
    assert is_after_counted("3 agents 308", 9)
    assert not is_named_otherwise("3 servers 308", 10)
    assert is_named_otherwise("server 308", 7)
    assert not is_after_counted("14 days 308", 8)


@pytest.mark.parametrize("before", ["App. ", "Nebenstelle ", "owner ", "assigned to ", "bureau ", "č. "])
def test_rooms_phones_and_people_have_numbers(before: str) -> None:
    assert is_named_otherwise(f"{before}3106", len(before))


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("from 310 to 5000 on the pool", "310"),
        ("310 bis 5000.", "310"),
        ("310 dní", "310"),
        ("310 Tage", "310"),
        ("310 fichiers", "310"),
        ("310 plików", "310"),
        ("310 pcs ordered", "310"),
        ("T 310 43 11", "310"),
        ("310/tcp", "310"),
        ("/show?id=310&x=1", "310"),
    ],
)
def test_spans_units_and_groups_are_none_of_codes(text: str, number: str) -> None:
    assert is_other_quantity(text, *place(text, number), strong=False)


@pytest.mark.parametrize(
    "text", ["got 3013 and 3038 at once", "from 3106 to 3114 it went", "3106 on the server", "3106 or so"]
)
def test_neighbouring_numbers_may_be_codes(text: str) -> None:
    number = text.split()[1] if text[0].isalpha() else text.split()[0]

    assert not is_other_quantity(text, *place(text, number), strong=False)


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
