"""Figures of a question: shared units, each of several, sources, growth, bare numbers."""

from __future__ import annotations

from decimal import Decimal

import pytest

from assistant.understanding.amounts.figures import (
    bare_number,
    find_told,
    growth_in,
    is_negative,
    is_zero,
    periods_in,
    sources_in,
    spelled_out,
    vaults_in,
)


@pytest.mark.parametrize(
    ("text", "gb"),
    [
        ("400 + 350 + 850 GB", [400, 350, 850]),
        ("2, 3 and 5 TB", [2000, 3000, 5000]),
        ("SQL 2016 and 500 GB", [500]),
        ("2-3 TB", [3000]),
        ("eight 1 TB disks", [1000]),
        ("the east plant sends 7 TB, the west plant another 3", [7000, 3000]),
        ("9 TB of mail plus 2 from the shares", [9000, 2000]),
        ("site X uploads 5 TB, site Y 4", [5000, 4000]),
        ("12 TB from HR and a further 8 on the same server", [12000, 8000]),
        ("dept A gives 3 TB, dept B 1.5 more.", [3000, 1500]),
        ("6 TB and another two into the vault", [6000, 2000]),
        ("6 TB and another 2 servers", [6000]),
        ("7 TB, plus 3 disks", [7000]),
        ("server A sends 3 TB, server B 4 times a day", [3000]),
        ("4 TB today. Another 12 people complained", [4000]),
    ],
)
def test_a_unit_is_shared(text: str, gb: list[int]) -> None:
    assert [told.size.gb for told in find_told(spelled_out(text))] == gb


@pytest.mark.parametrize(
    ("text", "times", "each"),
    [
        ("4 x 2 TB", 4, False),
        ("12 servers of 300 GB", 12, False),
        ("300 GB per server", 1, True),
        ("300 GB each", 1, True),
        ("300 GB a server", 1, True),
        ("300 GB", 1, False),
    ],
)
def test_how_often_a_size_counts(text: str, times: int, each: bool) -> None:
    (told,) = find_told(spelled_out(text))

    assert (told.times, told.each) == (times, each)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("20 servers x daily", 20),
        ("twelve sql databases", 12),
        ("20 windows 2016 servers", 20),
        ("SQL 2016 servers", None),
        ("how many servers", None),
        ("2 MABS servers", None),
        ("servers: 30", 30),
        ("5 mbps at the office", None),
        ("20 Mbit for our branches", None),
        ("5 mbps for 12 small servers", 12),
    ],
)
def test_sources(text: str, count: int | None) -> None:
    assert sources_in(text) == count


@pytest.mark.parametrize(
    ("text", "factor"),
    [
        ("double that", "2"),
        ("half of that", "0.5"),
        ("30 % more", "1.3"),
        ("minus 20 %", "0.8"),
        ("x3?", "3"),
        ("three times as much", "3"),
        ("it doubles each year for 2 years", "4"),
        ("it triples every year", "3"),
        ("twice that, and points are kept for 3 years", "2"),
        ("20 servers x 12 servers", None),
        ("5 % of 8 TB", None),
        ("half a terabyte", None),
        ("8 TB, and is 5 percent the upper or the lower bound?", None),
    ],
)
def test_growth(text: str, factor: str | None) -> None:
    growth = growth_in(text)

    assert (growth.factor if growth else None) == (Decimal(factor) if factor else None)


def test_signs_numbers_vaults_and_periods() -> None:
    assert is_negative("minus 5 TB")
    assert not is_negative("2-3 TB")
    assert is_zero("0 GB")
    assert bare_number("oops, I meant sixteen") == 16
    assert vaults_in("in two vaults") == 2
    assert [found.value.text for found in periods_in("days pls, kept 5 years")] == ["5 years"]


@pytest.mark.parametrize(
    ("text", "number"),
    [("ours is a standard one", None), ("it's a big one", None), ("just one", 1), ("make it twelve", 12)],
)
def test_one_of_a_kind_is_no_number(text: str, number: int | None) -> None:
    assert bare_number(text) == number
