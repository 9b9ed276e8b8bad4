"""Limits and calculators: disks, scratch, retention, extraction, download, installer files."""

from __future__ import annotations

from decimal import Decimal
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.decisions.calculations.disk_pools import MAX_DISKS
from assistant.decisions.calculations.limits import (
    data_disks,
    local_retention,
    place_by_age,
    retention_anywhere,
    scratch,
)
from assistant.decisions.reading.durations import parse_duration
from assistant.decisions.reading.quantities import Size, parse_size
from assistant.decisions.types import Standing


def test_the_guides_three_figures() -> None:
    assert MAX_DISKS == {"A2": 4, "A3": 8, "A4": 16}


@pytest.mark.parametrize(("size", "disks"), list(product(MAX_DISKS, range(1, 20))))
def test_every_named_size_against_every_number_of_disks(size: str, disks: int) -> None:
    result = data_disks(size, disks)

    assert result.outcome == ("pass" if disks <= MAX_DISKS[size] else "fail")
    assert result.headline.startswith("Yes." if disks <= MAX_DISKS[size] else "No.")


@pytest.mark.parametrize("disks", range(1, 25))
def test_the_smallest_named_size_for_a_number_of_disks(disks: int) -> None:
    result = data_disks("", disks)

    expected = next((size for size, most in MAX_DISKS.items() if most >= disks), None)
    assert result.outputs.get("size") == expected
    assert (result.outcome == "fail") == (expected is None)


def test_sizes_the_guide_gives_no_number_for() -> None:
    result = data_disks("Standard_D2", 6)

    assert (result.outcome, result.standing) == ("unknown", Standing.NOT_COVERED)
    assert "A2 (4), A3 (8) and A4 (16)" in result.headline


def test_a_size_alone_tells_its_number_and_nothing_asks() -> None:
    assert data_disks("Standard_A3").headline == "A3 takes 8 disks."
    assert data_disks().standing is Standing.MISSING


def test_scratch_for_8_tb_is_400_gb() -> None:
    result = scratch(parse_size("8 TB"))

    assert result.headline == "At least 400 GB: 5 % of 8 TB."
    assert result.outputs == {"scratch": "400 GB"}
    assert result.working == "5 % of 8 TB = 400 GB"
    assert "1,000 GB" in result.caveats[0]


@given(st.integers(1, 10**6))
def test_scratch_both_ways_agree(gb: int) -> None:
    data = Size(Decimal(gb) * 10**9)
    exact = Size(data.bytes / 20)

    assert scratch(data, exact).outcome == "pass"
    assert scratch(data, Size(exact.bytes - 1)).outcome == "fail"


def test_scratch_the_other_way_round_and_in_binary_units() -> None:
    assert scratch(space=parse_size("500 GB")).outputs == {"data": "10 TB (10,000 GB)"}
    assert "1,099.51 GB" in scratch(parse_size("1 TiB")).caveats[0]
    assert scratch().standing is Standing.MISSING


@pytest.mark.parametrize(
    ("told", "outcome"),
    [
        ("1 day", "pass"),
        ("5 days", "pass"),
        ("120 hours", "pass"),
        ("121 hours", "warn"),
        ("6 days", "warn"),
        ("ten days", "warn"),
        ("a month", "warn"),
        ("more than 5 days", "warn"),
        ("up to 5 days", "pass"),
        ("up to 7 days", "unknown"),
        ("4 to 6 days", "unknown"),
    ],
)
def test_five_days_on_attached_disks(told: str, outcome: str) -> None:
    result = local_retention(parse_duration(told))

    assert result.outcome == outcome
    assert result.rules[0].strength == "recommendation"


def test_beyond_five_days_is_advised_against_not_forbidden() -> None:
    result = local_retention(parse_duration("10 days"))

    assert result.headline.startswith("Better not.")
    assert "advice" in result.caveats[0]
    assert "10 days is 5 days more" in result.reason


def test_a_scratch_location_too_small_tells_how_much_is_missing() -> None:
    result = scratch(parse_size("2 TB"), parse_size("75 GB"))
    assert result.outputs == {"scratch": "100 GB", "missing": "25 GB"}
    assert "25 GB are missing" in result.headline


def test_a_retention_without_a_place_depends_on_it() -> None:
    result = retention_anywhere(parse_duration("12 days"))

    assert result.headline.startswith("It depends on the place")
    assert "12 days are fine" in result.headline
    assert place_by_age().headline.startswith("It depends on its age")
