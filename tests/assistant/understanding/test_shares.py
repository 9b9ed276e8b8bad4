"""The part of the data told that goes to Azure, as a factor."""

from __future__ import annotations

from decimal import Decimal

import pytest

from assistant.understanding.shares import part_in


@pytest.mark.parametrize(
    ("text", "factor"),
    [
        ("a quarter of our 16 TB goes to azure", "0.25"),
        ("two fifths of 10 TB are for the vault", "0.4"),
        ("we upload 30 % of the 20 TB", "0.3"),
        ("45% of 8 TB is meant for the cloud", "0.45"),
        ("20 % of the 10 TB stays local", "0.8"),
        ("10 TB, half of it to azure", "0.5"),
    ],
)
def test_a_part_of_an_amount(text: str, factor: str) -> None:
    growth = part_in(text)

    assert growth is not None
    assert growth.factor == Decimal(factor)


@pytest.mark.parametrize(
    "text",
    [
        "5 % of 8 TB for azure",
        "what is 7 % of 8 TB",
        "a quarter of a TB to azure",
        "half a terabyte to the vault",
    ],
)
def test_what_is_no_part_of_an_amount(text: str) -> None:
    assert part_in(text) is None
