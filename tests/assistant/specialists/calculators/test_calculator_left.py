"""Drives for the scratch location that other files take a part of: what is left counts."""

from __future__ import annotations

import pytest
from asking import asked


@pytest.mark.parametrize(
    ("question", "most"),
    [
        (
            "scratch drive is 4 TB, 25 percent of it used by dumps. how much can go to azure with the rest",
            "60 TB",
        ),
        ("scratch volume 600 GB, half of it is full. what can we send to azure?", "6 TB"),
        ("scratch volume of 800 GB, three quarters are taken. what may go to the cloud?", "4 TB"),
        ("2 TB scratch volume with 500 GB already used, how much data could I back up to azure", "30 TB"),
        ("10% of my 2 TB scratch disk is free. how much data can I send to azure?", "4 TB"),
        ("scratch disk 500 GB, 100 GB of it goes to the page file. how much data for azure at most?", "8 TB"),
        ("the 1 TB scratch disk is filled to 70 percent, how much may we send to azure", "6 TB"),
        ("scratch folder on a 900 GB drive, 400 GB of it free. how much data to azure at most?", "8 TB"),
    ],
)
def test_what_is_left_of_the_drive_counts(question: str, most: str) -> None:
    assert asked(question).headline.startswith(f"At most {most} ")


@pytest.mark.parametrize(
    ("question", "headline"),
    [
        ("data for azure is 6 TB, 20 percent of it is old. scratch?", "At least 300 GB"),
        ("400 GB used as scratch. how much can I send to azure?", "At most 8 TB"),
        ("1 TB scratch, I use 20 percent. enough?", "Yes. 20 % is enough"),
        ("scratch has 40 GB and not one byte more, what is the most for azure?", "At most 800 GB"),
        ("sixty gigs of scratch, not a gig more. how much data at most to azure?", "At most 1.2 TB"),
    ],
)
def test_other_shares_and_idioms_take_nothing_from_it(question: str, headline: str) -> None:
    assert asked(question).headline.startswith(headline)


@pytest.mark.parametrize(
    ("question", "headline"),
    [
        ("scratch is only 3 % of our 4 TB, enough?", "No. 120 GB is too small"),
        ("the rule says 5 % but they gave 4 % of 10 TB, how many gigs too small?", "No. 400 GB is too small"),
        (
            "scratch 5 percent of 2 TB, he says 3 percent will do, how much is missing?",
            "No. 60 GB is too small",
        ),
        ("we have 10 TB of which 40 % goes to azure, scratch 200 GB, enough?", "Yes. 200 GB is enough"),
    ],
)
def test_a_share_that_is_given_is_held_against_the_rule(question: str, headline: str) -> None:
    assert asked(question).headline.startswith(headline)
