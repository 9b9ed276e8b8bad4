"""The questions of one message, and what one of them takes from the one before."""

from __future__ import annotations

import pytest

from assistant.segmentation import parts_of
from assistant.table_answers import settled
from assistant.understanding.read import read_question


def leads(text: str) -> list[str]:
    """How what the tables say to each part of `text` begins."""
    parts = parts_of(text, {}, read_question(text))
    return [" ".join(f.statements[0].text.split()[:4]) for part in parts for f in settled(part)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "is 2 years ok with 10 points a day? and 3?",
            ["Yes. 7,300 recovery points", "No. 10,950 recovery points"],
        ),
        (
            "Good morning to all of you. Is SQL 2014 in the matrix? And is VMware?",
            ["Yes. SQL Server 2014", "VMware is not in"],
        ),
        (
            "offline for 30 days, active. 1) restore from disk ok? 2) scratch for 3 TB online",
            ["Yes. Restore from disk", "At least 150 GB:"],
        ),
        (
            "no link for 40 days, sub expired. a) backup to azure? b) 2 TB go to azure, how big is scratch",
            ["Back up to Azure", "At least 100 GB:"],
        ),
        ("so? scratch for 3 TB? and for 7 TB?", ["At least 150 GB:", "At least 350 GB:"]),
        ("scratch for 3 TB? and for 7 TB?", ["At least 150 GB:", "At least 350 GB:"]),
        (
            "a point a day for 14 years in a vault, ok? and three a day",
            ["Yes. 5,110 recovery points", "No. 15,330 recovery points"],
        ),
        (
            "25 servers daily for a year in one vault, fits? or 40 servers",
            ["Yes. 9,125 recovery points", "No. 14,600 recovery points"],
        ),
        (
            "how many disks can A2 take? would I get more if I took the next bigger one?",
            ["A2 takes", "4 more"],
        ),
        ("can an A3 take 7 disks? and 9?", ["Yes. A3 takes up", "No. A3 takes 8"]),
        (
            "is SQL 2014 covered? also SharePoint 2007, and exchange?",
            ["Yes. SQL Server 2014", "SharePoint 2007 is not", "Exchange Server is not"],
        ),
    ],
)
def test_what_a_part_leaves_out_comes_from_the_one_before(text: str, told: list[str]) -> None:
    assert [lead[: len(one)] for lead, one in zip(leads(text), told, strict=True)] == told


def test_disks_and_scratch_are_reckoned_from_what_was_told_before() -> None:
    before = {"specialist": "prerequisites", "query": "an A3, and 16 TB go to azure"}
    text = "both please: number of disks, scratch minimum"
    parts = parts_of(text, before, read_question(text, before))
    told = [settled(part)[0].statements[0].text for part in parts]
    assert [one[:15] for one in told] == ["A3 takes 8 disk", "At least 800 GB"]


def test_two_sums_of_one_question_are_taken_apart() -> None:
    told = leads("is 5 GB enough for the extraction and 20 GB scratch for 1 TB?")
    assert told == ["Yes. 5 GB is", "No. 20 GB is"]


@pytest.mark.parametrize(
    "text",
    [
        "scratch for 3 TB and 2 TB?",
        "can an A3 take 4 disks and 5 more?",
        "is 5 GB enough and it runs?",
        "30 GB of scratch ok? he says so and I wonder. to azure: mail 500 GB, home drives 200 GB",
    ],
)
def test_figures_of_one_sum_stay_together(text: str) -> None:
    whole = read_question(text)
    assert parts_of(text, {}, whole) == [whole]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("must it be domain joined and might Exchange run on it?", ["Yes.", "No."]),
        ("might it be on a cluster node and is .NET 4.5 enough?", ["No.", "Yes."]),
        ("20 days on disk, also .NET 4?", ["Better not.", "Yes."]),
        ("passphrase forgotten, and 12 days on disk?", ["Microsoft can't give", "Better not."]),
    ],
)
def test_each_of_two_questions_has_a_verdict_of_its_own_in_their_order(text: str, told: list[str]) -> None:
    assert [lead[: len(one)] for lead, one in zip(leads(text), told, strict=True)] == told


def test_a_matter_that_only_the_guide_speaks_of_is_a_part_beside_a_table() -> None:
    text = "14 days on disk plus GRS or LRS?"
    parts = parts_of(text, {}, read_question(text))
    assert [part.text for part in parts] == ["14 days on disk", "GRS or LRS?"]


@pytest.mark.parametrize(
    "text",
    [
        "2 TB to Azure, and scratch?",
        "expired, and restore from disk?",
        "A3, and four disks?",
        "A3, also passphrase lost?",
    ],
)
def test_fragments_of_one_matter_stay_together(text: str) -> None:
    whole = read_question(text)
    assert parts_of(text, {}, whole) == [whole]


def test_a_release_keeps_its_product_for_the_next_part() -> None:
    assert [lead.split(".")[-1].strip() for lead in leads("is 2008 R2 ok? 2019?")] == [
        "Windows Server 2008",
        "As the system of",
        "Windows Server 2019 is",
    ]


def test_a_message_with_one_question_is_one_part() -> None:
    whole = read_question("We use tape. Can it run on a domain controller?")
    assert parts_of(whole.text, {}, whole) == [whole]


def test_a_list_longer_than_four_is_read_as_a_whole() -> None:
    text = " ".join(f"can an A{n} take {n} disks?" for n in (2, 3, 4, 5, 6))
    whole = read_question(text)
    assert parts_of(text, {}, whole) == [whole]


def test_a_question_of_each_of_several_things_is_put_to_each() -> None:
    parts = parts_of("log + dump folder: which drive for each?", {}, read_question("?"))
    assert [part.text for part in parts] == [
        "log: which drive for each?",
        "dump folder: which drive for each?",
    ]


def test_what_is_told_besides_stays_out_of_a_part_that_names_its_own() -> None:
    text = "3 TB offsite planned. 1. scratch min? 2. recovery points that one vault takes?"
    first, second = parts_of(text, {}, read_question(text))
    assert first.text == "3 TB offsite planned. scratch min?"
    assert second.text == "recovery points that one vault takes?"


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("vault redundancy: what is it set to and under which menu do I change it", 2),
        ("passphrase: how long must it be and who keeps it", 2),
        ("where is the scratch set and how big must it be", 2),
    ],
)
def test_a_part_that_points_back_follows_the_one_before(text: str, parts: int) -> None:
    read = parts_of(text, {}, read_question(text))

    assert len(read) == parts
    assert read[-1].followup


def test_what_is_said_besides_does_not_point_back() -> None:
    text = "A4, how many disks, and how many days may backups lie on them?"

    assert not parts_of(text, {}, read_question(text))[-1].followup


@pytest.mark.parametrize(
    "text",
    [
        "may I ask: our sub isn't active, the firewall is open again, Azure answers: is that blocked? "
        "1) restore from disk 2) back up to disk",
        "offline since May and it is October, sub expired. can we restore from disk? and is it possible to "
        "restore from Azure?",
    ],
)
def test_operations_in_one_state_are_one_question(text: str) -> None:
    assert len(parts_of(text, {}, read_question(text))) == 1


def test_what_is_looked_up_beside_a_state_is_no_operation_in_it() -> None:
    text = "sub Expired, online: a) backup to disk b) restore from disk c) which cmdlet shows the link?"
    case, lookup = parts_of(text, {}, read_question(text))

    assert len(case.operations) == 2
    assert case.subscription
    assert lookup.text == "which cmdlet shows the link?"


def test_which_file_is_started_is_no_part_of_the_package() -> None:
    text = "how many files are there, how large are they, and which file do I start?"

    assert [part.text for part in parts_of(text, {}, read_question(text))][-1] == "which file do I start?"


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("which replication is the default? and how to switch it", "how do I switch it"),
        ("is the cache on C:, and where to put the staging area", "where do I put the staging area"),
    ],
)
def test_what_is_to_be_done_is_asked_for_somebody(text: str, last: str) -> None:
    assert parts_of(text, {}, read_question(text))[-1].plain == last


def test_a_single_question_keeps_its_own_words() -> None:
    (whole,) = parts_of("how to add a disk", {}, read_question("how to add a disk"))

    assert whole.plain == "how to add a disk"


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Passphrase lost!! also, which IP ranges must be open?", 2),
        ("The subscription has expired. also can I still restore?", 1),
        ("The passphrase is gone. Where was the passphrase stored?", 1),
        ("size of the download; default redundancy of the vault; and which .NET?", 3),
        ("sub of our client expired; we keep A2 for it; what about backups?", 1),
    ],
)
def test_what_is_told_or_listed_is_a_part_where_it_is_a_matter_of_its_own(text: str, parts: int) -> None:
    assert len(parts_of(text, {}, read_question(text))) == parts


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "9,500 points and one more question: is linux protected?",
            ["Yes. 9,500 recovery points", "Linux is not in"],
        ),
        (
            "12,000 points. another question: how many disks for A2?",
            ["No. 12,000 recovery points", "A2 takes"],
        ),
        (
            "scratch for 4 TB and another thing: is exchange listed",
            ["At least 200 GB:", "Exchange Server is not"],
        ),
        (
            "9,500 points, and a second question - is sql 2014 listed?",
            ["Yes. 9,500 recovery points", "Yes. SQL Server 2014"],
        ),
        ("is linux listed, plus one other question: A3 disks?", ["Linux is not in", "A3 takes"]),
        ("scratch for 4 TB, next question: is oracle listed?", ["At least 200 GB:", "Oracle is not in"]),
    ],
)
def test_what_stands_before_an_announced_question_is_answered_too(text: str, told: list[str]) -> None:
    found = leads(text)
    assert len(found) == len(told)
    assert all(lead.startswith(start[: len(lead)]) for lead, start in zip(found, told, strict=True)), found


@pytest.mark.parametrize(
    "text",
    ["hello, one more question: scratch for 4 TB?", "the wizard asks one more question: which language?"],
)
def test_an_announcement_behind_nothing_is_no_question_of_its_own(text: str) -> None:
    assert len(parts_of(text, {}, read_question(text))) == 1


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "no link for 9 days, sub active: are backups made? and on day 19?",
            ["The guide doesn't say", "Back up to Azure"],
        ),
        (
            "offline since 11 days, sub expired. restore from azure? what about after 4 weeks?",
            ["The guide doesn't say", "Restore from Azure is"],
        ),
        (
            "offline for 21 days, sub active. are backups made? and how was it on day 6?",
            ["Back up to Azure", "The guide doesn't say"],
        ),
    ],
)
def test_an_outage_before_and_beyond_the_limit_is_two_cases(text: str, told: list[str]) -> None:
    found = leads(text)
    assert len(found) == len(told)
    assert all(lead.startswith(start[: len(lead)]) for lead, start in zip(found, told, strict=True)), found


@pytest.mark.parametrize(
    "text",
    [
        "offline 21 days, sub active, backups? and after 50 days?",
        "offline for 21 days, sub active. do backups run? and restores?",
        "offline 9 days, plus 9 more, sub active. backups? restores?",
    ],
)
def test_times_on_one_side_of_the_limit_are_one_case(text: str) -> None:
    assert len(parts_of(text, {}, read_question(text))) == 1


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "9 servers, daily for 3 years. does it fit? and weekly instead, how many?",
            ["Yes. 9,855 recovery points", "1,404 recovery points are"],
        ),
        (
            "9 servers, a point a day for 3 years, fits? second: the same but monthly, ok?",
            ["Yes. 9,855 recovery points", "Yes. 324 recovery points"],
        ),
        (
            "9 servers, a daily point, kept 3 years. fine? and the same weekly?",
            ["Yes. 9,855 recovery points", "Yes. 1,404 recovery points"],
        ),
    ],
)
def test_another_schedule_takes_the_place_of_the_first(text: str, told: list[str]) -> None:
    found = leads(text)
    assert len(found) == len(told)
    assert all(lead.startswith(start[: len(lead)]) for lead, start in zip(found, told, strict=True)), found


def test_what_is_asked_of_the_time_after_setup_is_read_alone() -> None:
    text = "setup wants a restart. do I begin anew? and once it's all done, how do I check the connection?"
    last = parts_of(text, {}, read_question(text))[-1]

    assert last.plain == "how do I check the connection?"


def test_what_is_counted_once_is_counted_of_the_next_one_too() -> None:
    assert leads("how many rows of the matrix are for Windows and how many are for SharePoint?") == [
        "Five (5) rows for",
        "Three (3) rows for",
    ]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "a point a day stays for 40 years. one vault, ok? and it is the primary one so which redundancy",
            2,
        ),
        (
            "guests run SQL 2014 - which level is that, and can its own store keep working over that network",
            2,
        ),
        ("sub was deprovisioned, are the cloud points there? and the passphrase is lost, can MS send it", 2),
        ("offline for 18 days, active. restore from disk ok? and what can I enter to check the link", 2),
        ("is 2012 R2 listed? and the passphrase got lost, nobody kept it", 2),
        ("is SQL 2014 listed? and our server cannot reach azure", 1),
        ("expired and connected, can I restore? and what about backups", 1),
        ("which SQL releases are named there? all of them please", 1),
        ("server offline for 20 days and the sub expired, can I back up", 1),
        ("can I restore from azure and from disk while it is expired", 1),
        ("we keep 30 days and take two points a day, does that fit into a vault", 1),
    ],
)
def test_a_matter_of_its_own_is_a_part_of_its_own(text: str, parts: int) -> None:
    assert len(parts_of(text, {}, read_question(text))) == parts


def test_how_often_is_no_operation_of_the_state() -> None:
    text = "cut off for 3 weeks with an expired sub - is a disk restore ok, and how often must it be online"
    first, second = parts_of(text, {}, read_question(text))

    assert settled(first)
    assert not settled(second)
