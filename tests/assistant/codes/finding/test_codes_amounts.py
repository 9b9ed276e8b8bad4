"""Whether a number is an amount, a date, a span or a part of something longer."""

from __future__ import annotations

import pytest

from assistant.codes.finding.amounts import is_other_quantity


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
