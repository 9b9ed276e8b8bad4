"""The download put to a stretch of time, one drive for several things, and where a copy of an age belongs."""

from __future__ import annotations

import pytest
from asking import asked, silent

from assistant.specialists.calculators.calculator_question import Calculation, Question
from assistant.specialists.calculators.downloads import DownloadWindow
from assistant.specialists.calculators.place_by_age import PlaceByAge
from assistant.specialists.calculators.shared_drive import OneDrive
from assistant.understanding.read import read_question


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("50 minutes at 10 Mbps, is the installer download finished by then", "No. You can't rely on"),
        ("the line has 10 Mbps and the window 2 hours, is that enough for the download?", "Yes. 120 minutes"),
        ("installer over 4 Mbps, done within 90 minutes?", "No. 90 minutes"),
        ("half an hour at 50 Mbps, will the setup files fit in?", "Yes. 30 minutes"),
    ],
)
def test_the_time_for_a_download(question: str, said: str) -> None:
    assert asked(question).headline.startswith(said)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("a 60 GB drive for extraction and scratch of 1 TB azure data together, enough?", "Yes. 60 GB"),
        ("E: has 56 GB for download, extraction and scratch of 1 TB cloud data, enough?", "No. 56 GB"),
        ("one drive for download, unpacking and scratch for 2 TB: minimum?", "More than 107 GB"),
        ("scratch for 2 TB and the extraction on the same drive, how large", "At least 104 GB"),
    ],
)
def test_one_drive_holds_the_sum(question: str, said: str) -> None:
    assert asked(question).headline.startswith(said)


@pytest.mark.parametrize(
    ("question", "place"),
    [
        ("a restore point is 7 days old, do I find it on disk or in the vault?", "Azure"),
        ("backup from 2 days ago, local disks or azure?", "attached disks"),
        ("copy of 3 June, today is 14 June: in the cloud or on the disks?", "Azure"),
        ("the data is 5 days old. vault or stack disk?", "attached disks"),
    ],
)
def test_the_place_of_a_copy_by_its_age(question: str, place: str) -> None:
    assert asked(question).outputs["place"] == place


@pytest.mark.parametrize(
    ("kind", "question"),
    [
        (DownloadWindow, "how long does the download take at 10 Mbps"),
        (DownloadWindow, "offline for 2 hours at 10 Mbps, is the download ok?"),
        (DownloadWindow, "is 10 Mbps enough for the installer"),
        (OneDrive, "extraction is done, now scratch for 6 TB on this drive"),
        (OneDrive, "which drive for scratch of 2 TB and which for the extraction"),
        (OneDrive, "scratch for 2 TB on this drive, the download is on another"),
        (PlaceByAge, "offline for 20 days, restore from disk or azure?"),
        (PlaceByAge, "is a 9 day old backup gone on the disk or in the vault?"),
        (PlaceByAge, "backups 3 days old, is that ok on disk"),
    ],
)
def test_what_these_calculators_leave_alone(kind: type[Calculation], question: str) -> None:
    assert kind.read(Question.of(read_question(question), ""), None) is None


@pytest.mark.parametrize("question", ["may we keep the backups for 2 years?", "can I store backups 3 months"])
def test_where_long_kept_backups_lie_decides(question: str) -> None:
    assert asked(question).headline.startswith("It depends on the place")


def test_backups_that_are_kept_for_some_days_may_lie_anywhere() -> None:
    assert asked("may we hold backups for 4 days?").headline.startswith("Yes.")


@pytest.mark.parametrize(
    "question", ["can we keep the backup server for 3 years?", "can I keep backups in azure for 7 years?"]
)
def test_what_is_kept_elsewhere_is_no_matter_of_the_disks(question: str) -> None:
    assert silent(question)
