"""Sizes of drives in a question on the scratch location: they are held against the data, not added to it."""

from __future__ import annotations

import pytest
from asking import asked

from assistant.understanding.message.pasted import as_prose


@pytest.mark.parametrize(
    ("question", "space", "data", "outcome"),
    [
        ("H: has 90 GB, we ship 2 TB to azure. scratch?", "90 GB", "2 TB", "fail"),
        ("the temp drive is 30 GB, 500 GB is for the vault. scratch fits?", "30 GB", "500 GB", "pass"),
        ("3 TB to the cloud, 120 GB on K:, is the scratch ok", "120 GB", "3 TB", "fail"),
        ("volume G is 60 GB in size; data for azure 1 TB. scratch good?", "60 GB", "1 TB", "pass"),
        ("C: 20 GB, D: 90 GB, 1 TB to azure. scratch on D fine?", "90 GB", "1 TB", "pass"),
    ],
)
def test_a_drive_is_held_against_the_data(question: str, space: str, data: str, outcome: str) -> None:
    result = asked(question)

    assert result.inputs == {"data": data, "scratch": space}
    assert result.outcome == outcome


def test_of_several_drives_each_is_judged() -> None:
    result = asked("C: has 100 GB, D: has 20 GB, 1 TB goes to azure. how big is the scratch?")

    assert result.outputs["scratch"] == "50 GB"
    assert "C: with 100 GB is enough, D: with 20 GB is too small" in result.reason


@pytest.mark.parametrize(
    ("question", "data"),
    [
        ("E: has 1 TB of data, F: has 3 TB of data, both to azure. scratch?", "4 TB"),
        ("we protect drive D: 2 TB and drive E: 3 TB to azure, scratch?", "5 TB"),
        ("P and Q: 1 TB and 3 TB to azure, scratch?", "4 TB"),
        ("volume E holds 2 TB which we send to azure, scratch?", "2 TB"),
        ("site C: 1 TB, site D: 2 TB, all to azure. total scratch?", "3 TB"),
    ],
)
def test_what_lies_on_a_drive_is_data(question: str, data: str) -> None:
    assert asked(question).inputs == {"data": data}


@pytest.mark.parametrize(
    ("question", "scratch", "judged"),
    [
        (
            "700 GB to azure. where to put scratch?\n\nletter total free\nC  90 GB 20 GB\nG  200 GB 60 GB",
            "35 GB",
            "C: with 20 GB is too small, G: with 60 GB is enough",
        ),
        (
            "cache folder? 400 GB online\nvolume | free | used\nD | 30 GB | 70 GB\nE | 10 GB | 200 GB",
            "20 GB",
            "D: with 30 GB is enough, E: with 10 GB is too small",
        ),
    ],
)
def test_of_a_list_of_drives_what_is_free_counts(question: str, scratch: str, judged: str) -> None:
    result = asked(as_prose(question))

    assert result.outputs["scratch"] == scratch
    assert judged in result.reason


def test_a_drive_with_a_letter_takes_extraction_and_scratch_together() -> None:
    result = asked("can I extract on the same drive as the scratch location? D: has 60 GB, 1 TB to azure")

    assert "60 GB" in result.headline


@pytest.mark.parametrize(
    ("question", "free", "outcome"),
    [
        ("C: 2.5 GB, G: 40 GB free. does the extraction go to C:?", "2.5 GB", "fail"),
        ("C: 2.5 GB, G: 40 GB free. does the extraction go to G:?", "40 GB", "pass"),
        ("can it be extracted to E:? E: 3 GB free of 60 GB", "3 GB", "fail"),
        ("F: 70 GB size, 3.8 GB free. unpack the setup files on F, fine?", "3.8 GB", "fail"),
    ],
)
def test_the_extraction_is_held_against_the_drive_it_goes_to(question: str, free: str, outcome: str) -> None:
    result = asked(question)

    assert (result.inputs["free"], result.outcome) == (free, outcome)
