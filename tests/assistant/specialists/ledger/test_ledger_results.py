"""Operations on figures that came out before in a talk."""

from __future__ import annotations

import pytest
from talking import headline, left_by

from assistant.specialists import limits
from assistant.understanding.read import read_question

_EXTRACTING = ("how much to unpack?", "Extracting the setup files requires at least 4GB of free space.")
_DOWNLOAD = ("size of the package?", "The download of all installation files is larger than 3 GB.")
_MACHINE = ("minimum?", "The recommended minimum is A2 Standard with two cores and 3.5-GB RAM.")
_LIMIT = ("points in a vault?", "A Recovery Services vault holds up to 9999 recovery points.")


@pytest.mark.parametrize(
    ("turns", "beginning"),
    [
        (("scratch for 6 TB?", "the drive has 500 GB, what is left?"), "200 GB remain"),
        (
            ("scratch for 6 TB?", "we have 250 GB there. how much stays free"),
            "Nothing is left: the scratch location takes at least 300 GB",
        ),
        (("how many disks on an A4?", "11 are in, how many more?"), "5 more disks"),
        ((_EXTRACTING, "the volume has 20 GB, what remains after that?"), "16 GB remain"),
        (("daily points for 2 years, how many?", "what is left of the vault?"), "9,269 recovery points"),
        (("how many disks on an A4?", "16 are in, how many more?"), "None is left"),
        (("how many disks on an A4?", "15 are in, how many more?"), "1 more disk remains"),
        ((_LIMIT, "40 % is used, what remains?"), "5,999 more recovery points remain"),
        (("max disks of an A4?", "half of them are taken, so free?"), "8 more disks remain"),
        ((_LIMIT, "we hold 12,000. how many are left?"), "Nothing is left: at most 9,999"),
        ((_LIMIT, "we hold 5,000. how many are left?"), "4,999 more recovery points"),
    ],
)
def test_what_is_left(turns: tuple[str | tuple[str, str], ...], beginning: str) -> None:
    assert headline(*turns).startswith(beginning)


@pytest.mark.parametrize(
    ("turns", "beginning"),
    [
        (("scratch for 6 TB?", "what share of a 1 TB drive is that"), "30 % of 1 TB"),
        (("daily points for 2 years, how many?", "percent of the vault"), "7.3 % of 9,999"),
        ((_EXTRACTING, "the disk has 16 GB. in percent?"), "25 % of 16 GB"),
        (("how many disks on an A4?", "12 are used, what percentage of that?"), "75 % of 16"),
    ],
)
def test_a_share(turns: tuple[str | tuple[str, str], ...], beginning: str) -> None:
    assert headline(*turns).startswith(beginning)


@pytest.mark.parametrize(
    ("turns", "beginning"),
    [
        ((_DOWNLOAD, "six sites load it. in total?"), "More than 18 GB in all: 6 x 3 GB"),
        ((_LIMIT, "four vaults, altogether?"), "At most 39,996 recovery points in all"),
        (("scratch for 6 TB?", "all three together?"), "At least 900 GB in all"),
        (("scratch for 6 TB?", "three such servers together?"), "At least 900 GB in all: 3 x 300 GB"),
        (("scratch for 3 TB", "for 5 TB?", "both onto one server, then?"), "At least 400 GB together"),
        (("scratch for 3 TB", "for 5 TB?", "put in the same place together?"), "At least 400 GB together"),
        (("4 servers, 1 TB each. scratch?", "per server that is?"), "At least 50 GB each: 200 GB"),
        (("scratch for 6 TB?", "spread over 4 servers. each?"), "At least 75 GB each: 300 GB"),
        (
            ("disks on an A2?", "and an A4?", "one of each, how many?"),
            "At most 20 disks together: 4 (A2) + 16 (A4)",
        ),
        (("scratch for 3 TB", "scratch for 5 TB", "what is the difference?"), "The difference is 100 GB"),
        (("disks on an A4?", "disks on an A2?", "the difference?"), "The difference is 12 disks"),
    ],
)
def test_multiples_shares_and_sums(turns: tuple[str | tuple[str, str], ...], beginning: str) -> None:
    assert headline(*turns).startswith(beginning)


@pytest.mark.parametrize(
    ("turns", "beginning"),
    [
        (("scratch for 6 TB?", "in MB"), "At least 300,000 MB"),
        (("scratch for 6 TB?", "how many gibibytes"), "At least 279.4 GiB"),
        (("how long is the download at 10 Mbps?", "in seconds please"), "Up to 3,600 seconds"),
        (
            ("scratch for 6 TB?", "four servers, 1 TB each. scratch?", "the scratch figure again"),
            "At least 200 GB",
        ),
        (("which OS?", "just the memory"), "At least 3.5 GB"),
    ],
)
def test_the_same_in_another_unit_or_again(turns: tuple[str | tuple[str, str], ...], beginning: str) -> None:
    assert headline(*turns).startswith(beginning)


@pytest.mark.parametrize(
    ("turns", "beginning"),
    [
        ((_MACHINE, "ours has 2 GB of ram, how much is missing?"), "1.5 GB missing"),
        ((_MACHINE, "we gave it 4 GB of ram. too little?"), "Nothing is missing"),
        (
            (_DOWNLOAD, "is a stick of 2 GB enough?"),
            "No. 2 GB is too small: the download takes more than 3 GB",
        ),
        ((_DOWNLOAD, "a 16 GB stick, fine?"), "Yes. 16 GB is enough"),
        ((_MACHINE, "cores for 5 such machines?"), "At least 10 cores in all"),
    ],
)
def test_what_is_lacking(turns: tuple[str | tuple[str, str], ...], beginning: str) -> None:
    assert headline(*turns).startswith(beginning)


def test_all_figures_of_the_talk_are_listed_with_their_sources() -> None:
    before = left_by("scratch for 6 TB?", "may data stay 4 days on the local disks?")
    assert [one["name"] for one in before["ledger"]["figures"]] == ["scratch", "days"]
    assert headline(
        "scratch for 6 TB?", "may data stay 4 days on the local disks?", "list those two figures"
    ).startswith("At least 300 GB for the scratch location")


@pytest.mark.parametrize(
    "question",
    [
        "what is the difference to DPM",
        "how much free space must there be to extract?",
        "correction, 8 TB go to azure. the 20 remain",
        "is SharePoint 2013 covered in both?",
        "the subscription expired, what is left?",
        "where are they together?",
        "I have 3 TB left, the data is 3 TB, so fits?",
    ],
)
def test_other_questions_are_none_on_figures(question: str) -> None:
    reading = read_question(question, left_by("scratch for 5 TB?", "scratch for 6 TB?"))
    assert limits.on_figures(reading) is None


def test_what_came_of_an_operation_is_the_figure_of_the_next() -> None:
    turns = ("scratch for 6 TB?", "spread over 3 servers. each?", "in MB")
    assert headline(*turns).startswith("At least 100,000 MB")


def test_a_calculation_goes_on_behind_an_operation_on_it() -> None:
    assert headline("scratch for 6 TB?", "in MB", "and for 8 TB?").startswith("At least 400 GB")


def test_figures_of_long_ago_are_forgotten() -> None:
    others = [(f"question {n}?", "It is so.") for n in range(5)]
    assert headline("scratch for 6 TB?", *others, "in MB") == ""
