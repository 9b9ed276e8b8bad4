"""Numbers that are told in digits or words."""

from __future__ import annotations

from decimal import Decimal

import pytest

from assistant.decisions.reading.numbers import number_in, whole_in


@pytest.mark.parametrize(
    ("text", "value"), [("12", 12), ("a dozen", 12), ("1.5", 0), ("half", 0), ("zero", 0), ("4,5,11", 0)]
)
def test_a_whole_number_is_read_and_nothing_else(text: str, value: int) -> None:
    assert whole_in(text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("two thousand six hundred", 2600),
        ("nine thousand and four", 9004),
        ("twelve hundred", 1200),
        ("four and a half thousand", 4500),
        ("a hundred and twenty thousand three hundred and five", 120_305),
        ("two hundred thousand", 200_000),
        ("half a dozen", 6),
        ("a thousand", 1000),
    ],
)
def test_hundreds_behind_thousands_are_added(text: str, value: int) -> None:
    assert number_in(text) == value


@pytest.mark.parametrize(
    ("text", "value"), [("6 and a half", "6.5"), ("1 & half", "1.5"), ("4-and-a-half", "4.5")]
)
def test_a_half_is_added_to_figures(text: str, value: str) -> None:
    assert number_in(text) == Decimal(value)
