"""The files of the installer that are there, put to the eight of the guide."""

from __future__ import annotations

import pytest

from assistant.specialists import limits
from assistant.specialists.calculators.files import Files
from assistant.understanding.read import read_question


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("one exe and four bins in the folder, complete?", "No. Three of the seven"),
        ("the exe and 6 .bin files. everything there?", "No. One of the seven"),
        ("the exe and 7 bins, is that all?", "Yes. That is the whole set"),
        ("8 .bin files, right?", "No. There are seven"),
        ("an exe and 3 bins. am I missing something?", "Yes. Four of the seven"),
        ("the exe without the bins, enough?", "No. All seven"),
        ("a-1.bin a-2.bin a-3.bin setup.exe - complete?", "No. Four of the seven"),
        ("are eight installer files the full set?", "Yes. Eight"),
        ("there are 9 installer files, correct?", "No. It is eight files, not 9"),
    ],
)
def test_told_files_are_counted(text: str, first: str) -> None:
    (finding,) = limits.consult(read_question(text))

    assert finding.statements[0].text.startswith(first)


@pytest.mark.parametrize(
    "text",
    [
        "how many bin files are there?",
        "can the 7 bins go to another drive, is that ok?",
        "do the 8 installer files need 3 GB?",
        "are two files in the vault enough?",
    ],
)
def test_other_questions_on_files_are_left_alone(text: str) -> None:
    assert not any(
        one.verdicts and one.verdicts[0].table == "installer-files"
        for one in limits.consult(read_question(text))
    )


def test_what_is_told_is_kept() -> None:
    case = Files(binaries=6, exe=True)

    assert Files.kept(case.facts()) == case
