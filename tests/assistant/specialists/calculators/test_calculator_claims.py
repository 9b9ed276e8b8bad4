"""Claims put to the limits: sizes compared, a number said of each, stays on disk of none or of either."""

from __future__ import annotations

import pytest
from asking import asked, silent

from assistant.specialists import limits
from assistant.understanding.read import read_question


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("A3 has more disks than A2?", "Yes"),
        ("does A2 take fewer disks than A4", "Yes"),
        ("A4 takes as many disks as A3?", "No"),
        ("does an A2 support more drives than an A3?", "No"),
        ("A3 takes 8 disks and A4 takes 16, right?", "Yes"),
        ("A3 has four disks and A4 has 16, correct?", "No"),
    ],
)
def test_sizes_are_compared(question: str, verdict: str) -> None:
    assert asked(question).headline.startswith(f"{verdict}. A")


def test_a_size_without_a_number_is_not_compared() -> None:
    assert "no number of disks for A8" in asked("A8 has more disks than A3?").headline


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("keep zero days on disk, straight to azure", "No. Some time"),
        ("backups 2 days or 4 days on local disk, which?", "Up to five days"),
        ("do we have to delete backups older than 5 days from the local disks?", "The guide advises it"),
        ("backups stay 4 days on local disk, ok?", "Yes. 4 days is within"),
    ],
)
def test_a_stay_on_disk(question: str, said: str) -> None:
    assert asked(question).headline.startswith(said)


def test_a_number_that_is_asked_for_has_no_yes_or_no() -> None:
    said = limits.consult(read_question("how many vaults for 31000 recovery points"))[0].statements

    assert said[0].text.startswith("At least 4 vaults for 31,000 recovery points")


def test_whether_points_fit_keeps_its_verdict() -> None:
    said = limits.consult(read_question("do 31000 recovery points fit in a vault?"))[0].statements

    assert said[0].text.startswith("No.")


def test_what_a_scratch_location_is_enough_for_in_the_next_turn() -> None:
    assert asked("scratch 300 GB", "how much can we send?").outputs["data"] == "6 TB (6,000 GB)"


def test_a_time_at_some_speed_is_that_of_the_download() -> None:
    assert asked("how long for 30 mbps").headline.startswith("Up to about 20 minutes")
    assert silent("how long does a restore take at 30 mbps")


def test_which_size_then_after_too_many_disks() -> None:
    told = asked("A2 with how many disks?", "we need 7", "which then")

    assert told.headline.startswith("A3 is the smallest")


def test_a_number_after_a_few_words_for_the_disks_of_a_size() -> None:
    facts = {"vm_sizes": ("A2",), "specialist": "prerequisites", "topics": ("vm-size",)}
    reading = read_question("how many drives?", facts)

    assert reading.followup
    assert reading.vm_sizes == ("A2",)


def test_a_short_retention_needs_no_place() -> None:
    assert asked("is a retention of 4.5 days ok?").headline.startswith("Yes. 4.5 days")
    assert silent("is a retention of 60 days for recovery points ok?")
