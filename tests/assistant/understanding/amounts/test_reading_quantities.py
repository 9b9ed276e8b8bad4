"""Sizes, durations, rates, counts and percentages in a question."""

from __future__ import annotations

import math
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.understanding.amounts.quantities import find_quantities


@pytest.mark.parametrize(
    ("text", "kind", "value", "unit"),
    [
        ("a 40 GB volume", "size", 40, "GB"),
        ("2 TB of mail", "size", 2000, "GB"),
        ("after 3 weeks", "duration", 21, "days"),
        ("a line of 50 Mbps", "rate", 50, "Mbps"),
        ("six data disks", "count", 6, "disk"),
        ("4 drives", "count", 4, "disk"),
        ("8 vcpus", "count", 8, "core"),
        ("twelve recovery points", "count", 12, "recovery point"),
        ("two databases per week", "count", 2, "database per week"),
        ("3 copies every hour", "count", 3, "recovery point per hour"),
        ("1,200 files", "count", 1200, "file"),
        ("7 percent free", "percent", 7, "%"),
        ("2.5% churn", "percent", 2.5, "%"),
    ],
)
def test_one_quantity(text: str, kind: str, value: float, unit: str) -> None:
    (found,) = find_quantities(text)
    assert (found.kind, found.value, found.unit) == (kind, value, unit)


def test_quantities_stand_in_the_order_told() -> None:
    found = find_quantities("with 3 disks of 500 GB, kept for 5 days at 10 Mbps")
    assert [quantity.kind for quantity in found] == ["count", "size", "duration", "rate"]


@pytest.mark.parametrize("text", ["no numbers", "10.0.0.1", "A4", "9" * 400 + " disks"])
def test_nothing_to_count(text: str) -> None:
    assert not find_quantities(text)


@given(st.text() | st.from_regex(r"\d{1,500}[ ,.]?\d{0,4} ?(disks|GB|%|days|Mbps|cores)"))
def test_values_are_finite_and_their_words_stand_in_the_text(text: str) -> None:
    for quantity in find_quantities(text, date(2024, 5, 20)):
        assert math.isfinite(quantity.value)
        assert quantity.words in text
