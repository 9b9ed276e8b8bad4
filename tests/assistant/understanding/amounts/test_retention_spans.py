"""Which times of a text tell how long data stays on the attached disks."""

from __future__ import annotations

from itertools import product

import pytest
from rows import every

from assistant.decisions.reading.durations import find_durations
from assistant.understanding.amounts.figures import periods_in
from assistant.understanding.amounts.quantities import is_offset
from assistant.understanding.amounts.retention_spans import kept_for, kept_vaguely, stays

_KEPT = (
    "we keep {time} on local disk",
    "may points sit {time} on the box",
    "local copies for {time} okay?",
    "our retention on the attached disks is set to {time}",
    "we leave everything on the disks for {time}",
    "Exchange stays on disk {time}",
    "data stays local, {time}",
    "disk retention: {time}. right?",
    "is {time} on disk fine",
    "local: {time}, the rest in the cloud",
    "disk retention range in my protection group = {time}. fine?",
    "the oldest local recovery point is {time} old",
)
_NOT_KEPT = (
    "our backup box lives in corp.local since {time}, can it move",
    "the server has been running for {time} on local disks without a reboot",
    "we've kept the passphrase on a local disk for {time}. safe?",
    "the admin is on holiday for {time}, may a local account install?",
    "I downloaded the installer {time} ago to the local disk",
    "the on-site technician leaves in {time}",
    "the first copy to disk took {time}, normal?",
    "the certificate expires in {time}; do backups on local disk go on?",
    "local staff had the password for {time}",
    "can I pause disk jobs for {time}?",
    "retention of the logs on the local disk is {time}",
)


@pytest.mark.parametrize(("text", "time"), list(product(_KEPT, ("12 days", "three weeks", "2 months"))))
def test_how_long_data_stays_on_disk(text: str, time: str) -> None:
    assert [found.value.text.strip() for found in kept_for(text.format(time=time))] == [time]


@pytest.mark.parametrize(("text", "time"), list(product(_NOT_KEPT, ("12 days", "three weeks", "2 months"))))
def test_a_time_of_something_else_is_none_of_data(text: str, time: str) -> None:
    assert not kept_for(text.format(time=time))


@pytest.mark.parametrize(
    ("text", "is_stretch"),
    [
        ("for 3 days", True),
        ("5 days of backups", True),
        ("a 14-day retention", True),
        ("3 days ago", False),
        ("since 3 weeks", False),
        ("in 2 months", False),
        ("the 15 day limit", False),
        ("every 3 days", False),
    ],
)
def test_a_stretch_is_neither_a_point_in_time_nor_an_interval(text: str, is_stretch: bool) -> None:
    assert stays(text, periods_in(text)[0]) is is_stretch


@pytest.mark.parametrize(
    ("text", "is_off"),
    [
        ("the host is 14 minutes behind real time", True),
        ("the clock is off by 3 days", True),
        ("its time lags 20 minutes", True),
        ("the host is 14 days offline", False),
        ("20 days off the net", False),
        ("cut off for 20 days", False),
    ],
)
def test_how_far_a_clock_is_off_is_no_stretch(text: str, is_off: bool) -> None:
    found = find_durations(text)[0]
    assert is_offset(text, found.start, found.end) is is_off


@pytest.mark.parametrize(
    "text",
    [
        "keep data 4 days on disk and 7 years azure",
        "4 days local, azure 7 years",
        "keep copies 4 days on disk, 7 years in the vault",
        "local retention 4 days, azure retention 7 years",
    ],
)
def test_a_time_of_the_cloud_is_none_of_the_disks(text: str) -> None:
    assert [found.value.low for found in kept_for(text)] == [4]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("retention DISK 14d !! / cloud 7 yrs is that ok", [14]),
        ("backup plan: on-disk 10d, azure 5y. allowed?", [10]),
        ("disk: 3 weeks; vault: 2 years. fine?", [21]),
        ("we bought a disk 14 days ago", []),
    ],
)
def test_a_time_beside_the_word_for_the_place_is_kept_there(text: str, days: list[int]) -> None:
    assert [found.value.low for found in kept_for(text)] == days


@every(
    ("text", "days"),
    [
        ("on-disk points are kept from sunday to the following sunday", 7),
        ("copies stay on local disks from tue until the next tue, ok?", 7),
        ("we hold the data on the attached disks from monday till friday", 4),
        ("backups remain on disk from friday to monday", 3),
        ("local copies lie there from monday to thursday a week later", 10),
        ("disk retention is from saturday to friday of the following week", 6),
    ],
)
def test_days_of_the_week_tell_how_long_data_stays(text: str, days: int) -> None:
    assert [found.value.exact for found in kept_for(text)] == [days]


@every(
    "text",
    [
        "disk backups run from monday to friday",
        "we back up to disk monday to saturday",
        "the server was offline from friday to monday, are the local copies lost?",
    ],
)
def test_days_on_which_a_job_runs_are_no_such_time(text: str) -> None:
    assert not kept_for(text)


@every(
    ("text", "time"),
    [
        ("keeping backups on disk slightly longer, fine?", "slightly longer"),
        ("may points lie on the attached disks a tad longer", "a tad longer"),
        ("we leave local copies for a while", "for a while"),
        ("local backups stay longer than usual, ok?", "longer than usual"),
        ("can we keep data on disk a bit longer than advised", "a bit longer"),
        ("on-disk recovery points are held somewhat longer", "somewhat longer"),
    ],
)
def test_a_time_without_a_number_is_known_as_one(text: str, time: str) -> None:
    told = kept_vaguely(text)

    assert told[0].value.text == time
    assert told[0].value.longer_than(5) is None


@pytest.mark.parametrize(
    "text", ["the disk job takes a little longer", "offline a bit longer than usual, backup to disk?"]
)
def test_what_else_lasts_longer_is_none_of_data(text: str) -> None:
    assert not kept_vaguely(text)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("we keep 30 days in azure and 4 days on disk", ["4 days"]),
        ("retention is 60 days in the vault and 9 days on the local disks", ["9 days"]),
        ("we keep 30 days in azure", []),
    ],
)
def test_of_two_places_the_time_on_disk_counts(text: str, days: list[str]) -> None:
    assert [found.value.text for found in kept_for(text)] == days
