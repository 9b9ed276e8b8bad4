"""The download held against what may be downloaded in a day."""

from __future__ import annotations

import pytest
from asking import asked

from assistant.specialists import limits
from assistant.specialists.calculators.quota import Quota
from assistant.understanding.read import read_question


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("we may download 1 GB a day, is that enough for the MABS setup files?", "No. 1 GB a day"),
        ("download cap is 3 GB per day. will the installer be here tomorrow?", "No. 3 GB a day"),
        ("daily quota of 6 GB for downloads: does the installer fit in one day", "6 GB a day is more"),
    ],
)
def test_the_download_is_held_against_a_daily_quota(text: str, start: str) -> None:
    assert asked(text).headline.startswith(start)


def test_it_takes_a_day_more_than_3_gb_would() -> None:
    assert "at least 4 days" in asked("1 GB of downloads per day: days for the installer?").headline


@pytest.mark.parametrize(
    "text",
    ["we upload 2 GB a day to the vault, setup done", "the installer is 3 GB, right?", "2 GB a day of churn"],
)
def test_other_amounts_a_day_are_left_alone(text: str) -> None:
    assert limits.kept_facts(read_question(text)).get("kind") != Quota.NAME
