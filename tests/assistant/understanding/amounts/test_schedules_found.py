"""How often, as people write it."""

from __future__ import annotations

from decimal import Decimal

import pytest

from assistant.decisions.reading.schedules import Schedule
from assistant.understanding.amounts.schedules import find_schedules


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("hourly points", "hourly"),
        ("4 a day", "4 times a day"),
        ("4/day", "4 times a day"),
        ("every 6 h", "4 times a day"),
        ("4-hourly", "6 times a day"),
        ("every 15 min", "4 times an hour"),
        ("each night", "daily"),
        ("every sunday", "weekly"),
        ("5 days a week", "5 times a week"),
        ("4 a day, 5 days a week", "20 times a week"),
        ("twice daily on weekdays", "10 times a week"),
        ("nightly, mon-fri", "5 times a week"),
        ("nightly except sunday", "6 times a week"),
        ("four backups every day", "4 times a day"),
        ("20 servers every day", "daily"),
        ("two points per server per day", "2 times a day"),
        ("points per day: 6", "6 times a day"),
        ("once a quarter", "4 times a year"),
        ("bi-weekly", "26 times a year"),
        ("10 points/wk", "10 times a week"),
        ("two points each a day", "2 times a day"),
        ("3 copies apiece per week", "3 times a week"),
    ],
)
def test_one_schedule(text: str, shown: str) -> None:
    assert [str(found.value) for found in find_schedules(text)] == [shown]


def test_a_number_before_an_adverb_is_told_apart() -> None:
    found = find_schedules("30 daily, 12 weekly and twice yearly")

    assert [f.counted for f in found] == [30, 12, None]


@pytest.mark.parametrize(
    "text", ["200 GB per day", "how many points per day?", "kept for 5 days", "in a day or two"]
)
def test_what_is_no_schedule(text: str) -> None:
    assert not find_schedules(text)


def test_recovery_points_of_each_day() -> None:
    (found,) = find_schedules("3 recovery points daily for 4 years")
    assert (found.value, found.counted) == (Schedule(Decimal(3), "day"), Decimal(3))


def test_how_long_a_year_is_runs_nothing() -> None:
    told = find_schedules("weekly for 2 years and monthly for 4 (365 d/yr)")
    assert [found.value.unit for found in told] == ["week", "month"]
    assert find_schedules("365 d/yr")
