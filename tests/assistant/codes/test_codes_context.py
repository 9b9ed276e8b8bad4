"""What stands around a number and makes it something else than a code."""

from __future__ import annotations

import pytest

from assistant.codes.context import is_after_counted, is_named_otherwise, is_other_quantity


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
