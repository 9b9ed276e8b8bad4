"""Recovery points of several plans or sources: what is compared, how many vaults, and what is left open."""

from __future__ import annotations

import pytest
from asking import asked, silent

from assistant.answer import Finding
from assistant.specialists import limits
from assistant.understanding.read import read_question


def consulted(question: str) -> Finding:
    """The one finding on a question."""
    (finding,) = limits.consult(read_question(question))
    return finding


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        (
            "8 machines. Plan A: points daily, kept 300 days. Plan B: points weekly, 4 years. Which is less?",
            "Plan B has the fewest recovery points: 1,664; Plan A has 2,400 (736 more).",
        ),
        (
            "option 1: 5 servers daily for 100 days, option 2: 10 servers daily for 50 days, points of each?",
            "The same, 500 recovery points: option 1 and option 2.",
        ),
        (
            "daily for one year versus monthly for ten years, 3 databases, which makes fewer points?",
            "Monthly for 10 years has the fewest recovery points: 360; daily for 1 year has 1,095",
        ),
    ],
)
def test_plans_are_held_against_each_other(question: str, lead: str) -> None:
    assert asked(question).headline.startswith(lead)


@pytest.mark.parametrize(
    "question",
    [
        "plan A: keep data 10 days on the local disks, plan B: 3 days. which one?",
        "daily points kept 30 days or 60 days, which is better for the vault?",
    ],
)
def test_what_is_no_comparison_of_plans_for_a_vault(question: str) -> None:
    case = limits.calculation(read_question(question))

    assert case is None or case.NAME != "points-apart"


@pytest.mark.parametrize(
    ("question", "vaults"),
    [
        ("how many vaults do 12 servers need with daily points kept for 4 years?", 2),
        ("minimum number of vaults: 3 servers, hourly points, 8 months", 3),
        ("number of vaults needed for 25,000 recovery points?", 3),
        ("how many vaults for 5 databases with weekly points over 2 years?", 1),
    ],
)
def test_how_many_vaults_are_needed(question: str, vaults: int) -> None:
    result = asked(question)

    assert result.headline.startswith(f"At least {vaults} vault")
    assert result.outputs["vaults"] == str(vaults)


@pytest.mark.parametrize(
    "question",
    [
        "our servers make daily points that we keep 2 years. does one vault do?",
        "one point per server per day, kept for 2 years: ok for the vault?",
        "daily points for all the databases, retained 2 years, enough room in a vault?",
    ],
)
def test_sources_that_are_not_counted_leave_it_open(question: str) -> None:
    finding = consulted(question)

    assert finding.status == "clarify"
    assert "up to 13" in finding.statements[0].text


@pytest.mark.parametrize(
    "question",
    [
        "daily points kept 2 years, does one vault do?",
        "one server, daily points kept 2 years, does one vault do?",
        "all 6 servers make daily points kept 2 years, does one vault do?",
    ],
)
def test_counted_sources_or_none_are_judged(question: str) -> None:
    assert consulted(question).statements[0].text.startswith("Yes.")


@pytest.mark.parametrize(
    "question",
    [
        "Would 70 servers be too many for a vault?",
        "is one vault enough for 70 VMs",
        "can a single vault cope with 70 databases?",
        "how many vaults for 70 machines?",
    ],
)
def test_sources_alone_depend_on_how_often_and_how_long(question: str) -> None:
    finding = consulted(question)

    assert finding.status == "clarify"
    assert "up to 142 for each of 70 sources" in finding.statements[0].text


def test_sources_behind_points_are_those_of_the_points() -> None:
    result = asked("weekly points for 3 years, one vault?", "x 50 servers, still within one vault?")

    assert result.outputs["recovery_points"] == "7800"


@pytest.mark.parametrize(
    "question", ["can 70 servers register with one vault?", "one vault for 70 servers in two regions?"]
)
def test_another_matter_of_servers_and_a_vault(question: str) -> None:
    assert silent(question)


def test_half_a_year_is_a_time_and_no_schedule() -> None:
    assert (
        asked("10 servers, daily points kept for half a year in one vault, fits?").outputs["recovery_points"]
        == "1830"
    )


@pytest.mark.parametrize(
    ("question", "word"),
    [
        ("Must 90 GB of scratch grow for 3 TB to azure?", "Yes. 90 GB is too small"),
        ("do we have to enlarge our 90 GB scratch, 1 TB goes to the vault", "No. 90 GB is enough"),
        ("90 GB scratch, 3 TB to azure. how much must be added?", "90 GB is too small"),
        ("is 90 GB of scratch enough for 3 TB to azure?", "No. 90 GB is too small"),
    ],
)
def test_a_space_that_must_grow_is_judged_by_that(question: str, word: str) -> None:
    assert consulted(question).statements[0].text.startswith(word)


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        ("4 machines extract the setup to the same 20 GB volume, ok?", "Yes. 20 GB is enough: 4 extractions"),
        (
            "3 servers extract to one 10 GB share, enough?",
            "No. 10 GB is too little: 3 extractions take at least 12",
        ),
        (
            "each of 4 servers extracts to its own drive with 5 GB free, ok?",
            "Yes. 5 GB is enough: at least 4 GB",
        ),
    ],
)
def test_extractions_on_one_volume_are_added_up(question: str, lead: str) -> None:
    assert asked(question).headline.startswith(lead)


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        ("a disk copy of 3 June, today is 12 June: how many days over?", "4 days more than the five days"),
        ("the data on local disk is 8 days old, how far beyond the rule?", "3 days more than the five days"),
    ],
)
def test_days_beyond_the_rule(question: str, lead: str) -> None:
    assert asked(question).headline.startswith(lead)


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        ("2x A2 or 1x A3, any difference in disks?", "The same, 8 disks"),
        ("A2 times three compared to one A4: disks?", "A4 takes 4 more"),
        ("25 disks on one machine, which size?", "None of the sizes that the guide names takes 25 disks"),
        ("9 TB on 2 TB disks, does A2 do?", "No. 9 TB needs 5 disks of 2 TB; A2 takes 4, up to 8 TB"),
        ("the setup package at 40 Mbps, how long?", "Up to about 15 minutes at 40 Mbps"),
    ],
)
def test_disks_and_downloads_in_other_words(question: str, lead: str) -> None:
    assert asked(question).headline.startswith(lead)


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        (
            "each of our servers gives 250 points per server, how many servers fit in a vault?",
            "At most 39 sources",
        ),
        ("45 databases with 200 points each, one vault ok?", "Yes. 9,000 recovery points"),
        ("morning and evening points of 8 servers, kept 2 years, one vault?", "No. 11,680 recovery points"),
        ("fifty servers, weekly points kept 2 years in one vault?", "Yes. 5,200 recovery points"),
        ("exactly eleven thousand points in our vault, ok?", "No. 11,000 recovery points"),
    ],
)
def test_points_told_in_other_words(question: str, lead: str) -> None:
    assert asked(question).headline.startswith(lead)


@pytest.mark.parametrize(
    ("question", "least"),
    [
        ("E: 800 GB, F: 1.2 TB, both go to azure. scratch size?", "100 GB"),
        ("4 disks of 2 TB, each filled to 50 %, all of it goes to the vault. scratch?", "200 GB"),
        ("we take the 3 TB archive out of the 11 TB that go online. how large must scratch be?", "400 GB"),
        ("how much scratch for each additional TB in azure?", "50 GB"),
        ("30 vms x 50 gb to the vault, scratchspace?", "75 GB"),
    ],
)
def test_data_told_in_other_words(question: str, least: str) -> None:
    assert asked(question).outputs["scratch"] == least


@pytest.mark.parametrize(
    ("question", "most"),
    [
        ("the scratch stays at 70 GB. upper bound for the data going to azure?", "1.4 TB (1,400 GB)"),
        (
            "a 70 GB LUN for the mabs scratch, at which total of data is it too small?",
            "1.4 TB (1,400 GB)",
        ),
    ],
)
def test_a_scratch_location_told_in_other_words(question: str, most: str) -> None:
    assert asked(question).outputs["data"] == most


def test_a_weekday_before_a_date_is_the_same_day() -> None:
    result = asked("backed up on Tue 6 May, until what date may it stay on the local disk?")

    assert result.headline.startswith("Until 11 May")


def test_data_of_each_day_lies_there_as_long_as_is_allowed() -> None:
    question = "70 GB per day come in, how much lies on local disk if we use the time the guide permits?"

    assert asked(question).outputs["space"] == "350 GB"


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        ("one A3 or a pair of A2, which has more disks in total?", "The same, 8 disks"),
        ("a pair of A2 and an A4, disks together?", "24 disks together"),
    ],
)
def test_a_pair_of_machines(question: str, lead: str) -> None:
    assert asked(question).headline.startswith(lead)


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        ("is an A3 with five 2 TB disks enough for a 12 TB pool?", "No. 5 disks of 2 TB make 10 TB"),
        ("A4, 10 disks of 3 TB, the pool has to hold 28 TB. ok?", "Yes. 10 disks of 3 TB make 30 TB"),
        ("A2 with 6 disks of 1 TB for a 5 TB pool?", "No. A2 takes 4 disks, not 6"),
    ],
)
def test_disks_are_held_against_the_pool_that_is_wanted(question: str, lead: str) -> None:
    assert asked(question).headline.startswith(lead)


@pytest.mark.parametrize(
    ("question", "points"),
    [
        ("40 servers with weekly points: how many recovery points a year?", "2080"),
        ("how many points per week do 5 servers make with 2 backups a day?", "70"),
    ],
)
def test_points_that_are_made_in_a_time(question: str, points: str) -> None:
    assert asked(question).outputs["recovery_points"] == points


def test_each_of_several_sources_has_its_own_amount() -> None:
    assert asked("each of 4 file servers sends 500 GB to azure. scratch?").outputs["scratch"] == "100 GB"


@pytest.mark.parametrize(
    "question",
    [
        "is a 3 TB disk enough for the local backups?",
        "will 8 TB of attached storage be sufficient?",
        "is a 2 TB pool enough?",
        "how many years does a vault last?",
        "when is our vault full?",
    ],
)
def test_what_decides_is_asked_for(question: str) -> None:
    finding = consulted(question)

    assert finding.status == "clarify"
    assert finding.statements[0].text.startswith("It depends on")


@pytest.mark.parametrize(
    "question",
    ["is a 3 TB disk enough for the local backups of 2 TB on an A2?", "is 5 GB enough to extract locally?"],
)
def test_local_storage_with_what_decides_is_no_open_question(question: str) -> None:
    case = limits.calculation(read_question(question))

    assert case is None or case.NAME != "local-enough"


@pytest.mark.parametrize(
    ("question", "least"),
    [
        ("scratch for 200 GB, 300 GB and 900 GB, only the first two go to azure", "25 GB"),
        ("what is 5 percent of 640 GB for scratch?", "32 GB"),
        ("scratch for half of our 12 TB to azure", "300 GB"),
        ("how much more scratch when going from 2 to 3.5 TB for azure?", "75 GB"),
    ],
)
def test_what_the_scratch_location_is_for(question: str, least: str) -> None:
    assert asked(question).outputs["scratch"] == least


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        ("max pool on A2, A3, A4 with 3 TB disks?", "At most 12 TB on A2, 24 TB on A3 and 48 TB"),
        ("can two A2 replace one A3 by number of disks?", "The same, 8 disks"),
        (
            "each server gets 5 disks, we need 20 TB of 1 TB disks: how many servers?",
            "4 machines with 5 disks each",
        ),
        (
            "A2 with 4 disks becomes an A3, how many additional disks?",
            "4 more: A3 takes 8 disks, and 4 are in use",
        ),
    ],
)
def test_disks_of_several_sizes_or_machines(question: str, lead: str) -> None:
    assert asked(question).headline.startswith(lead)


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        ("GFS of 7 daily, 4 weekly and 12 monthly for 50 servers, one vault?", "Yes. 1,150 recovery points"),
        (
            "we're at 9,800 points, 10 more servers with daily points for 30 days, fits the vault?",
            "No. 10,100",
        ),
        (
            "retention from 300 to 100 days, daily points of 10 servers, how many points saved?",
            "Daily for 100 days",
        ),
    ],
)
def test_points_there_or_before(question: str, lead: str) -> None:
    assert asked(question).headline.startswith(lead)


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        ("a 40 Mbps line shared by 4 downloads, how long does it take?", "Up to about 60 minutes at 40 Mbps"),
        ("the download takes 30 minutes, what is our speed?", "About 20 Mbps"),
        ("extraction on 6 servers, space in total?", "At least 24 GB in all"),
        ("local disk backup of 3 July, too old on 10 July?", "Better not"),
    ],
)
def test_downloads_extractions_and_days(question: str, lead: str) -> None:
    assert asked(question).headline.startswith(lead)


@pytest.mark.parametrize(
    ("turns", "lead"),
    [
        (("our servers make daily points kept 3 years, one vault ok?", "11"), "No. 12,045 recovery points"),
        (("our servers make daily points kept 3 years, one vault ok?", "5 servers"), "Yes. 5,475"),
        (("our servers make daily points kept 3 years, one vault ok?", "and for 2 years?"), "It depends on"),
        (("is one vault enough for 70 VMs?", "weekly points, kept 3 years"), "No. 10,920 recovery points"),
        (("is one vault enough for 70 VMs?", "and for 80 VMs?"), "It depends on"),
        (("is a 2 TB disk enough for the local backups?", "300 GB a day"), "Yes. 5 days of 300 GB"),
        (("is a 2 TB disk enough for the local backups?", "2.5 TB"), "No. By size alone"),
        (
            ("Plan A: daily for a year, Plan B: weekly for 3 years, 10 servers, points?", "with 20 servers?"),
            "Plan B has the fewest recovery points: 3,120",
        ),
        (("120 points per server, how many servers per vault?", "and 300 points?"), "At most 33 sources"),
        (("how many vaults for 25 servers, daily for 5 years?", "and for 2 years?"), "At least 2 vaults"),
        (
            ("4 VMs extract to one 15 GB volume, ok?", "and with 20 GB?"),
            "Yes. 20 GB is enough: 4 extractions",
        ),
    ],
)
def test_a_turn_behind_goes_on_with_the_figures(turns: tuple[str, ...], lead: str) -> None:
    assert asked(*turns).headline.startswith(lead)


@pytest.mark.parametrize(
    "question",
    [
        "will one vault be enough for us?",
        "is a single recovery services vault sufficient",
        "does one vault do?",
        "how many vaults do we need",
        "is it enough to have one vault?",
    ],
)
def test_whether_one_vault_is_enough_depends_on_the_points(question: str) -> None:
    result = asked(question)
    assert "9999" in result.statements[0].text
    assert [missing.name for missing in result.missing] == ["schedule", "retention"]


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        ("7 GB free there: the files are downloaded and unpacked on it. ok?", "No"),
        ("get all the installer files there n unpack there, 7 GB. ok?", "No"),
        ("8 GB: dl and unpack the installer, ok?", "Yes"),
        ("the files are downloaded already. 5 GB to unpack, ok?", "Yes"),
    ],
)
def test_what_is_downloaded_and_unpacked_in_one_place_needs_room_for_both(question: str, lead: str) -> None:
    assert asked(question).headline.startswith(lead)
