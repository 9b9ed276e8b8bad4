"""Data for Azure told in named parts, some of which a later turn leaves out."""

from __future__ import annotations

import pytest
from asking import asked

from assistant.specialists.calculators.scratch_parts import narrowed, parts_in, together
from assistant.understanding.amounts.figures import find_told, spelled_out


@pytest.mark.parametrize(
    ("told", "left", "scratch"),
    [
        ("2 TB oracle + 4 TB files to azure, scratch?", "leave out the files", "100 GB"),
        ("2 TB oracle + 4 TB files to azure, scratch?", "only the files", "200 GB"),
        ("3 TB from lab, 5 TB from hall, all to azure. scratch?", "the hall is no longer with us", "150 GB"),
        ("scratch: legal 1 TB, sales 3 TB", "and without legal", "150 GB"),
        ("X and Y: 1 TB and 4 TB, scratch?", "Y alone?", "200 GB"),
        ("1 TB from P and 6 TB from Q go up. scratch?", "Q moves elsewhere. only P?", "50 GB"),
    ],
)
def test_parts_are_left_out_by_their_names(told: str, left: str, scratch: str) -> None:
    assert asked(told, left).outputs["scratch"] == scratch


def test_what_is_left_is_gone_on_with() -> None:
    assert (
        asked("scratch for 1 TB sql and 3 TB files", "without sql", "and if that doubles")
        .outputs["scratch"]
        .startswith("300 GB")
    )


def test_one_part_alone_grows() -> None:
    told = "legal 1 TB, sales 2 TB, lab 3 TB to the cloud. scratch?"
    assert asked(told, "sales doubles").outputs["scratch"] == "400 GB"


def test_parts_without_a_name_of_their_own_are_none() -> None:
    text = spelled_out("1 TB + 2 TB to azure")
    assert parts_in(text, find_told(text)) == ()
    assert parts_in("4 TB files", find_told("4 TB files")) == ()


@pytest.mark.parametrize("text", ["what about the tapes", "without the tapes", "sql and files both"])
def test_what_names_no_part_narrows_nothing(text: str) -> None:
    told = "1 TB sql and 3 TB files"
    assert narrowed(text, parts_in(told, find_told(told))) is None


@pytest.mark.parametrize(
    ("text", "scratch"),
    [
        ("only 6 of those go up", "60 GB"),
        ("2 more of them", "120 GB"),
        ("3 fewer", "70 GB"),
        ("4 of them drop out", "60 GB"),
    ],
)
def test_so_many_of_the_sources_told(text: str, scratch: str) -> None:
    assert asked("10 VMs with 200 GB each go to azure, scratch?", text).outputs["scratch"] == scratch


@pytest.mark.parametrize(
    ("text", "scratch"),
    [
        ("a quarter of that never goes up", "300 GB"),
        ("25 % of it stays local", "300 GB"),
        ("half of it to azure", "200 GB"),
    ],
)
def test_a_part_that_stays_is_left_out(text: str, scratch: str) -> None:
    assert asked("scratch for 8 TB?", text).outputs["scratch"] == scratch


def test_one_part_alone_needs_no_sum() -> None:
    told = "1 TB sql and 3 TB files"
    parts = parts_in(told, find_told(told))
    assert together(parts[:1])[1] == ""
    assert together(parts)[1] == "1 TB + 3 TB"


def test_an_amount_is_taken_off_in_the_same_breath() -> None:
    assert asked("scratch for 4 TB without the 1 TB of the archive").outputs["scratch"] == "150 GB"


@pytest.mark.parametrize(
    ("text", "scratch"),
    [
        (
            "the share is 900 GB, one hundred of that are dumps which we exclude from the cloud. scratch?",
            "40 GB",
        ),
        ("1 TB for the vault, 200 GB of it are images and left out. scratch?", "40 GB"),
        ("3 TB of files, 1 TB of that doesn't go to azure. how big is scratch", "100 GB"),
        ("600 GB of files go to azure, 100 GB of that is SQL. scratch?", "30 GB"),
    ],
)
def test_what_is_excluded_of_an_amount_is_taken_off(text: str, scratch: str) -> None:
    assert asked(text).outputs["scratch"] == scratch


@pytest.mark.parametrize(
    ("text", "inputs"),
    [
        ("the quote says 30 GB: mail is 500 GB. scratch?", {"data": "500 GB", "scratch": "30 GB"}),
        (
            "the quote has 12 GB in it, the vault gets 400 GB. scratch?",
            {"data": "400 GB", "scratch": "12 GB"},
        ),
        ("the plan says 500 GB SQL and 4 TB of files, all to azure. scratch?", {"data": "4.5 TB"}),
    ],
)
def test_what_is_written_down_for_scratch_is_no_data(text: str, inputs: dict[str, str]) -> None:
    assert asked(text).inputs == inputs


@pytest.mark.parametrize(
    ("text", "scratch"),
    [
        ("4 TB to azure, growing by a quarter each year. scratch at the end of year two?", "312.5 GB"),
        ("4 TB to azure, growing a quarter a year. scratch at the end of year two?", "312.5 GB"),
        ("4 TB to azure and half more every year, scratch by the end of the second year", "450 GB"),
        ("2 TB to the cloud, +10 % a year. scratch in year three?", "133.1 GB"),
        ("4 TB to azure, it grows by a half. scratch?", "300 GB"),
    ],
)
def test_growth_by_a_part_and_up_to_a_year(text: str, scratch: str) -> None:
    assert asked(text).outputs["scratch"] == scratch
