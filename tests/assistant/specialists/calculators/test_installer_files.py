"""The files of the installer that are there, put to the eight of the guide."""

from __future__ import annotations

import pytest
from asking import silent

from assistant.specialists import limits
from assistant.specialists.calculators.installer_files import Files
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
        ("8 files came, 5 of them .bin and the exe. my boss says some are missing, right?", "Yes. Two of"),
        ("seven .bin files and the exe. is a file lost?", "No. That is the whole set"),
        ("7 bins and the exe makes nine setup files, correct?", "No. It is eight files, not 9"),
        ("exe + seven .bin = 10 installer files in all, right?", "No. It is eight files, not 10"),
        ("7 .bin files and the .exe = 8 setup files, right?", "Yes. That is the whole set"),
        ("8 .bin files + exe = 9 installer files, right?", "No. There are seven .bin"),
        ("nine .bin files, are these too many?", "Yes. There are seven"),
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


@pytest.mark.parametrize(
    "text",
    [
        "setup download: file count + GB?",
        "how many pieces does the installer come in, and how large is it?",
        "total size and file count of the mabs download",
        "is the download one file? how big?",
    ],
)
def test_number_and_size_asked_together_are_told_together(text: str) -> None:
    (finding,) = limits.consult(read_question(text))

    assert finding.statements[0].text.startswith("Eight files")
    assert "3 GB" in finding.statements[0].text


@pytest.mark.parametrize(
    "text",
    ["how many installer files are there?", "how big is the download?", "size of the extracted files?"],
)
def test_one_of_both_is_left_to_the_guide(text: str) -> None:
    assert limits.kept_facts(read_question(text)).get("kind") != "package"


@pytest.mark.parametrize("number", ["4,5,11", "1.2.3", "1/0"])
def test_what_is_no_number_is_not_counted(number: str) -> None:
    assert silent(f"{number} installer files, complete?")
    assert silent(f"{number} bins, complete?")


@pytest.mark.parametrize(
    "text",
    [
        "have just the MicrosoftAzureBackupserverInstaller.exe and it refuses to start",
        "only one file came down and setup won't open, is that all?",
        "the installer alone throws an error, what else is needed",
    ],
)
def test_the_exe_alone_lacks_its_binaries(text: str) -> None:
    (finding,) = limits.consult(read_question(text))

    assert "ll seven .bin files are missing" in finding.statements[0].text


@pytest.mark.parametrize(
    "text", ["the exe asks only for a proxy and fails", "only setup.exe won't run after extraction"]
)
def test_an_exe_with_other_troubles_is_left_alone(text: str) -> None:
    assert silent(text)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        (
            "setup.exe and 5 x .bin here, extract stops. files missing? how many should it be",
            "2: the installer",
        ),
        ("only 6 bin files beside the exe, the extraction fails. what is missing", "1: the installer"),
    ],
)
def test_how_many_are_missing_is_told_though_the_extraction_is(text: str, first: str) -> None:
    (finding,) = limits.consult(read_question(text))

    assert finding.statements[0].text.startswith(first)


def test_the_files_that_were_extracted_are_others() -> None:
    assert silent("the extraction made 900 files, anything missing?")


@pytest.mark.parametrize(("last", "told"), [(5, "No. Two of the seven"), (7, "Yes. That is the whole set")])
def test_a_listing_of_the_folder_is_counted(last: int, told: str) -> None:
    names = "\n".join(f"Setup-{n}.bin" for n in range(1, last + 1))
    text = f"40 GB free on the drive, can't unpack\n{names}\nSetup.exe\nare all files there?"

    (finding,) = limits.consult(read_question(text))

    assert finding.statements[0].text.startswith(told)
