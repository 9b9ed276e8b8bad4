"""Figures that can be misread: blanks, points and powers in them, and ranges."""

from __future__ import annotations

import pytest

from assistant.understanding.amounts.ambiguous_figures import how_read, lower_end, plain_figures


@pytest.mark.parametrize(
    ("told", "read"),
    [
        ("7 250 GB", "7,250 GB"),
        ("12 000 GB", "12,000 GB"),
        ("4.000 GB", "4,000 GB"),
        ("4.000 TB", "4 TB"),
        ("4e2 TB", "400 TB"),
        ("1.5e3 GB", "1,500 GB"),
        ("2'400 GB", "2,400 GB"),
    ],
)
def test_an_odd_figure_is_put_plainly_and_told(told: str, read: str) -> None:
    assert plain_figures(f"for {told} of data") == f"for {read} of data"
    assert how_read(told) == (f"{told} is read as {read}.",)


@pytest.mark.parametrize(
    "text", ["5 500 GB disks", "SQL 2016 500 GB", "A3 500 GB", "1.5 TB", "1.125 TB", "3 500 servers"]
)
def test_other_figures_stay(text: str) -> None:
    assert plain_figures(text) == text
    assert how_read(text) == ()


@pytest.mark.parametrize(
    ("text", "upper"),
    [
        ("6-7 TB", "7 TB"),
        ("600 GB - 700 GB", "700 GB"),
        ("between 6 and 7 TB", "for 7 TB"),
        ("9 TB - 2 TB", "9 TB - 2 TB"),
        ("800 GB - 2 TB", "800 GB - 2 TB"),
    ],
)
def test_the_upper_end_of_a_range_counts(text: str, upper: str) -> None:
    assert plain_figures(text) == upper


@pytest.mark.parametrize(
    ("text", "low"),
    [
        ("6-7 TB", "6 TB"),
        ("between 6 and 7 TB go up", "6 TB"),
        ("500 to 700 GB", "500 GB"),
        ("from 6 to 7 TB", ""),
        ("6 and 7 TB", ""),
        ("9 TB - 2 TB", ""),
        ("7 TB", ""),
    ],
)
def test_the_lower_end_is_told_of_a_range_only(text: str, low: str) -> None:
    assert lower_end(text) == low
