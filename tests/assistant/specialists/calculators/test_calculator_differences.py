"""How much more, less, larger or left: of scratch space, pools, and the five days on attached disks."""

from __future__ import annotations

import pytest
from asking import asked

from assistant.specialists import limits
from assistant.understanding.read import read_question


@pytest.mark.parametrize(
    ("question", "headline"),
    [
        (
            "scratch shrinks from 300 GB to 200 GB, how much less data may go to azure",
            "2 TB (2,000 GB) less data",
        ),
        ("scratch grows from 50 to 75 GB. by how much may the azure data grow?", "500 GB more data"),
        ("azure data goes from 3 TB to 8 TB, by how much must the scratch grow", "250 GB more scratch space"),
        ("with a scratch of 200 GB and 1 TB for azure, how much more can go up?", "3 TB (3,000 GB) more"),
        ("scratch 100 GB, data 3 TB for azure. how much more can we send?", "No. 100 GB is too small"),
        ("the scratch grew from 50 to 100 GB, how much data is that for azure", "At most 2 TB"),
        (
            "plant one sends 2 TB to azure, plant two 6 TB: scratch for each?",
            "At least 100 GB for 2 TB, 300 GB",
        ),
        ("we send 2 TB and 6 TB to azure each night. scratch?", "At least 400 GB"),
        ("we send 2 TB of SQL and 6 TB of files, total scratch for each server together?", "At least 400 GB"),
    ],
)
def test_the_scratch_location_and_its_data_apart(question: str, headline: str) -> None:
    assert asked(question).headline.startswith(headline)


@pytest.mark.parametrize(
    ("question", "headline"),
    [
        ("larger pool: A2 with 3 TB disks or A3 with 1 TB disks?", "A2 gives the larger raw pool"),
        ("A2 with 2 TB disks versus A3 with 1 TB disks, more storage?", "Both give the same raw pool, 8 TB"),
        ("A3 and A2 with 2 TB disks each, total pool?", "24 TB"),
        ("does 2 x A3 take as many disks as one A4?", "The same, 16 disks"),
        (
            "one A4 or three A2 boxes: which has more disks in total?",
            "A4 takes 4 more: 16, while 3 x A2 take 12",
        ),
        ("2 A2 with 4 TB disks or one A3 with 2 TB disks: which pool is larger?", "2 x A2 gives the larger"),
        ("two A2 plus one A3, how many disks altogether?", "16 disks together"),
        ("two A2 and one A3 combined, more disks than 10?", "16 disks together"),
        ("A2 or A3: which takes more disks?", "4 more disks"),
        ("A3 with two 3 TB disks: how many TB can I still add with the same", "18 TB (18,000 GB) more"),
        ("A3 with two 3 TB disks: how large is the pool", "6 TB"),
        ("resize A2 to A3, all slots taken. how many additional disks then?", "4 more disks"),
        ("5 servers, each to carry 4 disks. is A2 right?", "20 disks together"),
        ("5 disks for a server. is A2 right?", "No. A2 takes 4"),
        (
            "48 disks over A4 machines in total, how many machines? or with A3",
            "3 machines of size A4 or 6 machines",
        ),
    ],
)
def test_pools_and_disks_apart(question: str, headline: str) -> None:
    assert asked(question).headline.startswith(headline)


@pytest.mark.parametrize(
    ("question", "headline"),
    [
        ("200 GB of new data a day on local disk, with the recommended retention how much stays?", "1 TB"),
        (
            "pool 3 TB, daily backups of 500 GB: does the guide's retention on disk fit?",
            "Yes. 5 days of 500 GB",
        ),
        (
            "pool 2 TB, daily backups of 500 GB: does the guide's retention on disk fit?",
            "No. 5 days of 500 GB",
        ),
        ("the advised local retention in hours?", "120 hours"),
        ("my tool wants minutes, not days: the limit for local copies?", "7,200 minutes"),
        ("convert the five days for attached disks into seconds", "432,000 seconds"),
        ("local retention is 8 days, how many days above the guide's advice", "3 days more"),
        ("disk retention 4 days, how many days left to the guide's limit", "1 day are left"),
        ("may backups stay on the attached disks for 8 days?", "Better not"),
    ],
)
def test_the_five_days_in_space_hours_and_days(question: str, headline: str) -> None:
    assert asked(question).headline.startswith(headline)


@pytest.mark.parametrize(
    ("question", "headline"),
    [
        ("cores and memory of 6 MABS servers at the minimum, in total?", "12 cores and 21 GB RAM"),
        ("I have 2 of the installer files, how many are missing?", "6: the installer is eight files"),
        (
            "6 of the .bin files are in the folder. how many of all files are missing?",
            "2, the .exe among them",
        ),
        ("3 of the eight installer files are there, how many are still missing?", "5: the installer"),
        ("I have 2 installer files. is that complete?", "No. Six of the eight files are missing"),
    ],
)
def test_machines_at_the_minimum_and_files_that_are_missing(question: str, headline: str) -> None:
    assert asked(question).headline.startswith(headline)


@pytest.mark.parametrize(
    ("turns", "headline"),
    [
        (("scratch for 2 TB to azure?", "if it grows to 5 TB, how much more scratch is that"), "150 GB more"),
        (("scratch for 2 TB to azure?", "and 5 TB more?"), "At least 350 GB"),
        (("data for a scratch of 100 GB?", "how much more with 150 GB"), "1 TB (1,000 GB) more data"),
        (("A2 with 4 disks of 1 TB, pool?", "and A3 with 8 of 1 TB"), "8 TB"),
        (("larger pool: A2 with 3 TB disks or A3 with 1 TB disks?", "and A3 with two 1 TB disks"), "2 TB"),
    ],
)
def test_a_talk_goes_on_with_what_is_told_now(turns: tuple[str, ...], headline: str) -> None:
    assert asked(*turns).headline.startswith(headline)


@pytest.mark.parametrize(
    "question",
    [
        "minimum cores and ram of the server?",
        "how many hours does the backup to disk take?",
        "how many hours may a job on the local disk take, whatever the retention?",
        "by how much does the pool on disk grow with a retention of 20 days?",
        "how many files can MABS protect at most",
        "the agent on 4 servers needs how much memory at the minimum",
    ],
)
def test_what_is_no_sum(question: str) -> None:
    reading = read_question(question)
    kinds = ("least-machines", "retention-apart", "local-space", "installer-files")
    assert limits.kept_facts(reading).get("kind") not in kinds


@pytest.mark.parametrize(
    ("question", "lasts"),
    [
        ("scratch 150 GB, 2 TB to azure, growing 250 GB per year: how long is that enough?", "4 years"),
        ("until when is a scratch of 300 GB ok, 5 TB cloud data now and 100 GB more each month", "10 months"),
        ("how many years does scratch 200 GB last for 3 TB that grow 10 % a year", "3 years"),
    ],
)
def test_how_long_a_scratch_location_is_enough_for_data_that_grows(question: str, lasts: str) -> None:
    assert asked(question).outputs["lasts"] == lasts


def test_what_is_too_small_now_does_not_last() -> None:
    assert asked("how long does scratch 100 GB last for 3 TB, 10 % more a year?").outcome == "fail"


def test_growth_over_a_told_time_is_a_size() -> None:
    assert "lasts" not in asked("scratch for 3 TB growing 20 % a year for two years, how big?").outputs


@pytest.mark.parametrize(
    ("question", "headline"),
    [
        ("4 x A2 or 2 x A3 or 1 x A4: who wins in disks?", "The same, 16 disks: A4 takes 16, 4 x A2 take 16"),
        ("which has most disks: 3 x A2, 3 x A3 or one A4", "Most with 3 x A3: 3 x A3 take 24 (3 x 8), A4"),
        ("3 x A2, 2 x A3 or one A4, which gives most disks", "Most with A4 and 2 x A3: A4 takes 16"),
    ],
)
def test_three_sizes_are_held_against_each_other(question: str, headline: str) -> None:
    assert asked(question).headline.startswith(headline)
