"""What the table says to a server that is connected only now and then, or never."""

from __future__ import annotations

import pytest

from assistant.table_answers import settled
from assistant.understanding.read import read_question


def said(text: str) -> str:
    found = settled(read_question(text))
    return found[0].statements[0].text if found else ""


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("is one uplink a month enough for MABS?", "No. That is too long"),
        ("our uplink comes up every 40 days, sub active. do backups run?", "No. That is too long"),
        ("we are online only on Sundays, active. is everything allowed?", "The guide doesn't say whether"),
        (
            "a dark site without any internet ever. can MABS back up to disk?",
            "No. Azure Backup Server requires",
        ),
        ("does MABS need internet if we only use disks?", "Yes. Azure Backup Server requires"),
    ],
)
def test_gaps_are_held_against_the_fifteen_days(text: str, part: str) -> None:
    assert said(text).startswith(part)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        (
            "we are online only on Sundays, sub expired. does the backup to disk run?",
            "subscription is Expired",
        ),
        ("our uplink comes up every 40 days, active. can we restore from disk?", "is allowed while"),
        ("MABS has had no internet for 20 days, active. does the backup to disk run?", "more than 15 days"),
    ],
)
def test_what_the_table_settles_anyway_stays_with_it(text: str, part: str) -> None:
    assert part in said(text)


def test_setting_up_without_internet_is_another_matter() -> None:
    assert "requires connectivity" not in said("can MABS be installed on an air-gapped server?")
