"""Sums of several backup servers: the scratch location of each, and the installer on each."""

from __future__ import annotations

import pytest
from asking import asked, said
from hypothesis import given
from hypothesis import strategies as st

from assistant.specialists.calculators.calculator_question import Question
from assistant.specialists.calculators.downloads import Downloads
from assistant.specialists.calculators.scratch_servers import ScratchServers
from assistant.understanding.read import read_question

FRAMES = (
    "{} backup servers with {} of cloud data each, scratch location?",
    "each of our {} mabs servers sends {} to azure, how large is scratch in sum",
    "{} DPM boxes, {} to the vault on every one of them. scratch for each and together?",
    "{} mabs vms, {} per server go to azure. scratch altogether?",
)


@given(st.sampled_from(FRAMES), st.integers(2, 40), st.integers(20, 900))
def test_each_server_needs_a_scratch_location_of_its_own(frame: str, servers: int, gb: int) -> None:
    result = asked(frame.format(servers, f"{gb * 20} GB"))

    assert result.outputs["scratch"].split(" (")[0] == said(gb).split(" (")[0]
    assert result.outputs["together"].split(" (")[0] == said(gb * servers).split(" (")[0]


def test_later_turns_change_the_data_or_the_number_of_servers() -> None:
    first = "4 backup servers send 2 TB each to azure, scratch?"

    assert asked(first, "and with 3 TB?").outputs["together"] == "600 GB"
    assert asked(first, "6 servers now").outputs["together"] == "600 GB"
    assert asked(first, "double that").outputs["scratch"] == "200 GB"


@pytest.mark.parametrize(
    "question",
    [
        "3 backup servers send 12 TB to azure in total. scratch?",
        "6 sql servers with 500 GB each on one backup server go to azure, scratch?",
        "one mabs server, 4 TB to azure, scratch?",
    ],
)
def test_data_of_all_or_of_sources_is_no_data_of_each_backup_server(question: str) -> None:
    assert asked(question).table == "scratch"
    assert "together" not in asked(question).outputs


@pytest.mark.parametrize(
    ("question", "files", "size"),
    [
        ("three servers download the installer each: files in all?", "24", "more than 9 GB"),
        ("5 mabs boxes fetch their own copy of the setup files, total traffic", "40", "more than 15 GB"),
        ("we pull the package on 2 machines separately, how many files in sum", "16", "more than 6 GB"),
    ],
)
def test_the_installer_on_each_of_several_machines(question: str, files: str, size: str) -> None:
    outputs = asked(question).outputs

    assert (outputs["files"], outputs["size"]) == (files, size)


@pytest.mark.parametrize(
    "question",
    [
        "how many files does the installer have",
        "each server downloads the installer, which folder?",
        "we protect 5 servers, how large is the download?",
    ],
)
def test_one_download_is_not_multiplied(question: str) -> None:
    alone = Question.of(read_question(question), "")

    assert Downloads.read(alone, None) is None
    assert ScratchServers.read(alone, None) is None


@pytest.mark.parametrize(
    ("question", "said_first"),
    [
        (
            "scratch of 100 GB for each of 4 servers, each sends 3 TB",
            "No. 100 GB is too small: at least 150 GB",
        ),
        ("scratch 180 GB per server, 4 servers, 3 TB for Azure each", "180 GB is enough: at least 150 GB"),
        (
            "4 servers with 3 TB each for Azure, one scratch of 180 GB",
            "No. 180 GB is too small: at least 600 GB",
        ),
    ],
)
def test_a_scratch_location_of_each_server_holds_its_own_share(question: str, said_first: str) -> None:
    assert said_first.removeprefix("No. ") in asked(question).headline
