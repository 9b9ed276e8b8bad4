"""The part of the data told that goes to Azure, as a factor."""

from __future__ import annotations

from decimal import Decimal

import pytest

from assistant.understanding.amounts.shares import part_alone, part_in


@pytest.mark.parametrize(
    ("text", "factor"),
    [
        ("a quarter of our 16 TB goes to azure", "0.25"),
        ("two fifths of 10 TB are for the vault", "0.4"),
        ("we upload 30 % of the 20 TB", "0.3"),
        ("45% of 8 TB is meant for the cloud", "0.45"),
        ("20 % of the 10 TB stays local", "0.8"),
        ("10 TB, half of it to azure", "0.5"),
        ("12 TB, we upload just half", "0.5"),
        ("8 TB, we'd send just a quarter though", "0.25"),
        ("40 TB, only sending a tenth", "0.1"),
        ("10 TB, we only send a fifth of it all", "0.2"),
        ("9 TB, two fifths stay local", "0.6"),
        ("8 TB, a quarter stays on disk only", "0.75"),
        ("20 TB, 2/5 of it go to azure", "0.4"),
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
        "we send a third copy to azure, 30 TB",
        "a third party tool sends 30 TB to azure",
    ],
)
def test_what_is_no_part_of_an_amount(text: str) -> None:
    assert part_in(text) is None


@pytest.mark.parametrize(
    ("text", "factor"),
    [
        ("and for a fifth of it", "0.2"),
        ("a quarter only", "0.25"),
        ("what about 3/4 of it", "0.75"),
        ("three quarters of that then", "0.75"),
        ("and for 20 % of it", "0.2"),
    ],
)
def test_a_part_that_is_all_a_turn_tells(text: str, factor: str) -> None:
    growth = part_alone(text)

    assert growth is not None
    assert growth.factor == Decimal(factor)


@pytest.mark.parametrize(
    "text", ["only 20% then", "and half a terabyte more", "a third server", "half past six"]
)
def test_what_is_no_part_of_what_was_told_before(text: str) -> None:
    assert part_alone(text) is None
