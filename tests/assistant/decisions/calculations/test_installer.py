"""The installer in figures: its files, the time to download it, and the space it takes."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.decisions.calculations.installer import (
    GUIDE_MINUTES,
    GUIDE_RATE,
    download,
    extraction,
    installer_files,
    minutes,
    speed_for,
    whole_space,
)
from assistant.decisions.reading.quantities import parse_rate, parse_size


@pytest.mark.parametrize(
    ("free", "outcome"),
    [("3.99 GB", "fail"), ("4 GB", "pass"), ("3.7 GiB", "fail"), ("4 GiB", "pass"), ("1 TB", "pass")],
)
def test_extraction_needs_four_gb(free: str, outcome: str) -> None:
    assert extraction(parse_size(free)).outcome == outcome


def test_the_guides_own_download_figure() -> None:
    for result in (download(), download(parse_rate("10 Mbps"))):
        assert result.outputs["time"] == "up to 60 minutes"
        assert result.outputs["files"] == "8 (1 .exe, 7 .bin)"
        assert not result.working


@pytest.mark.parametrize(
    ("rate", "time"),
    [
        ("100 Mbps", "6 minutes"),
        ("1 Gbps", "36 seconds"),
        ("5 Mbps", "120 minutes (2 hours)"),
        ("1 Mbps", "600 minutes (10 hours)"),
        ("64 kbps", "6.5 days"),
    ],
)
def test_another_speed_is_scaled_from_the_guides_figure_and_said_to_be(rate: str, time: str) -> None:
    result = download(parse_rate(rate))

    assert result.outputs["time"] == f"up to about {time}"
    assert "extrapolated" in result.headline
    assert "our arithmetic" in result.reason
    assert result.statements[0].sources == ()
    assert "60 minutes at 10 Mbps" in result.caveats[0]


@given(st.decimals("0.1", 10_000, places=1))
def test_the_speed_for_a_time_takes_that_time(time: Decimal) -> None:
    rate = parse_rate(speed_for(time).outputs["time"].replace(",", ""))

    assert GUIDE_RATE * GUIDE_MINUTES / rate == pytest.approx(time, rel=Decimal("0.01"))


@pytest.mark.parametrize(
    ("free", "outcome"), [(None, "pass"), ("7 GB", "fail"), ("7.1 GB", "pass"), ("4 GB", "fail")]
)
def test_download_and_extraction_take_more_than_seven_gb(free: str | None, outcome: str) -> None:
    result = whole_space(parse_size(free) if free else None)

    assert result.outcome == outcome
    assert result.outputs == {"space": "more than 7 GB"}


@given(st.decimals("0.01", 10_000, places=2))
def test_minutes_are_always_a_figure_with_a_unit(value: Decimal) -> None:
    assert minutes(value).split()[1] in ("seconds", "minutes", "hours", "days")


@pytest.mark.parametrize(
    ("exe", "binaries", "one", "outcome"),
    [
        (1, 7, True, "pass"),
        (1, 6, True, "fail"),
        (0, 7, True, "fail"),
        (1, 7, False, "fail"),
        (1, 7, None, "unknown"),
        (1, None, True, "unknown"),
        (None, 6, None, "fail"),
        (None, None, None, "unknown"),
    ],
)
def test_eight_files_in_one_folder(
    exe: int | None, binaries: int | None, one: bool | None, outcome: str
) -> None:
    assert installer_files(exe, binaries, one).outcome == outcome


def test_missing_files_are_named_before_the_folder() -> None:
    assert "Files are missing" in installer_files(0, 7, False).headline
