"""The download held against what may be downloaded in a day."""

from __future__ import annotations

import pytest
from asking import asked

from assistant.specialists import limits
from assistant.specialists.calculators.download_quota import Quota
from assistant.understanding.read import read_question


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("we may download 1 GB a day, is that enough for the MABS setup files?", "No. 1 GB a day"),
        ("download cap is 3 GB per day. will the installer be here tomorrow?", "No. 3 GB a day"),
        ("daily quota of 6 GB for downloads: does the installer fit in one day", "6 GB a day is more"),
        ("3 GB and a quota of 2 GB a day", "No. 2 GB a day is too little for one day: it takes at least 2"),
        ("download quota 500 MB a day, how many days?", "No. 500 MB a day"),
        ("the download is 3 GB, cap 1 GB per day", "No. 1 GB a day"),
        ("download limited to 1.5 GB a day, how many days", "No. 1.5 GB a day"),
        ("allowance for downloads 800 MB daily", "No. 800 MB a day"),
    ],
)
def test_the_download_is_held_against_a_daily_quota(text: str, start: str) -> None:
    assert asked(text).headline.startswith(start)


def test_it_takes_a_day_more_than_3_gb_would() -> None:
    assert "at least 4 days" in asked("1 GB of downloads per day: days for the installer?").headline


@pytest.mark.parametrize(
    "text",
    [
        "we upload 2 GB a day to the vault, setup done",
        "the installer is 3 GB, right?",
        "2 GB a day of churn",
        "upload quota 1 GB a day, how long for 3 GB?",
        "we send 3 GB a day, quota 1 TB",
        "the download of 9 GB of photos, quota 1 GB a day",
    ],
)
def test_other_amounts_a_day_are_left_alone(text: str) -> None:
    assert limits.kept_facts(read_question(text)).get("kind") != Quota.NAME


def test_a_quota_goes_on_with_the_download_of_the_talk() -> None:
    before = {"topics": ["download"], "query": "how big is the download?"}
    kept = limits.kept_facts(read_question("and a cap of 1 GB a day?", before))

    assert kept.get("kind") == Quota.NAME
