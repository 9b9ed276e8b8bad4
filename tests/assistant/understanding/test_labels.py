"""Labelled cases, options and machines, and what stands for them later."""

from __future__ import annotations

import pytest

from assistant.understanding.labels import asked_of, labelled, without_labels


@pytest.mark.parametrize(
    ("before", "question", "spelled"),
    [
        (
            "vm1: 2012 R2, vm2: 2003. is vm1 in the matrix?",
            "and vm2?",
            "and 2003?",
        ),
        (
            "server X runs windows 2012, server Y runs windows 2019. X protected?",
            "Y as well?",
            "windows 2019 as well?",
        ),
        (
            "plan a: MABS on the file server. plan b: its own vm",
            "why not a",
            "why not MABS on the file server",
        ),
        (
            "Rome: online, expired. Oslo: offline 3 weeks, active",
            "backups in Oslo?",
            "backups in offline 3 weeks, active?",
        ),
        ("prod is on sql 2014, test is on sql 2019", "and test?", "and sql 2019?"),
        (
            "my case: active, online. his case: expired, online",
            "restores in his?",
            "restores in expired, online?",
        ),
        ("first: sub expired. second: sub active", "and in the second one", "and in the sub active"),
        ("customer one: SQL 2014. customer two: SQL 2008", "customer two?", "SQL 2008?"),
    ],
)
def test_a_label_stands_for_what_was_told_of_it(before: str, question: str, spelled: str) -> None:
    spoken = labelled(question, [before])

    assert spoken is not None
    assert spoken.question == spelled
    assert len(spoken.told) == 1


@pytest.mark.parametrize(
    ("before", "question", "names"),
    [
        (
            ["case 1: online, expired. what goes", "case 2: offline for a month, expired"],
            "difference between 1 and 2?",
            ["Case 1", "Case 2"],
        ),
        (["option 1: A1. option 2: A3"], "so which one", ["Option 1", "Option 2"]),
        (["A) expired B) deprovisioned"], "can I get from B to A", ["B", "A"]),
        (
            [],
            "first case: expired, online. second case: active, online. difference?",
            ["First case", "Second case"],
        ),
    ],
)
def test_several_are_spoken_of_by_their_names(before: list[str], question: str, names: list[str]) -> None:
    spoken = labelled(question, before)

    assert spoken is not None
    assert list(spoken.told) == names


@pytest.mark.parametrize(
    "question",
    [
        "scratch on C: 20 GB free, D: 500 GB. is D enough for 1 TB?",
        "is vm1 in the matrix?",
        "what is plan b?",
        "is an A2 enough, or a B1?",
        "OS: windows 2012, RAM: 4 GB, cores: 2. ok for MABS?",
        "sub: expired, link: up. restores?",
        "FW: from Ines: the box (A3) is fine and all the rest is as it was. Licences: expired. Ines asks",
    ],
)
def test_drives_sizes_and_unknown_labels_stand_for_nothing(question: str) -> None:
    assert labelled(question, []) is None


def test_what_asks_which_gives_way_to_each() -> None:
    assert asked_of("A3 machine", "which one is fine for MABS?") == "A3 machine is fine for MABS?"
    assert asked_of("active, online", "backups?") == "active, online: backups?"
    assert without_labels("restores in case 2").split() == ["restores"]


@pytest.mark.parametrize(
    ("message", "told"),
    [
        (
            "BK01 connected. BK02 without contact for 30 days. Same subscription, Active. Who backs up?",
            {"BK01": "connected", "BK02": "without contact for 30 days"},
        ),
        (
            "site Ghent is online, site Lyon has been offline for 18 days, sub Active. which backs up?",
            {"Site Ghent": "online", "Site Lyon": "offline for 18 days"},
        ),
        (
            "one MABS is connected, the other 20 days offline, subscription Active. which restores?",
            {"One": "connected", "The other": "20 days offline"},
        ),
        (
            "bk-a (connected, Active) and bk-b (connected, Expired): backup to disk?",
            {"bk-a": "connected, Active", "bk-b": "connected, Expired"},
        ),
        (
            "A/B: A online + active, B online + expired. restore on each?",
            {"A": "online + active", "B": "online + expired"},
        ),
    ],
)
def test_machines_are_told_apart_by_their_states(message: str, told: dict[str, str]) -> None:
    spoken = labelled(message, [])

    assert spoken is not None
    assert dict(spoken.told) == told


@pytest.mark.parametrize(
    "message",
    [
        "server bk01 is offline for 20 days, subscription Active. backup?",
        "A2 connected to sql2016, fine?",
        "error 42 connected with day 15 offline?",
        "one server online, sub expired. does the backup run?",
        "A user reports: sub expired; the server has been offline for 20 days. May he restore from disk?",
        "the server has been offline for 3 weeks, subscription sttus: Deprovisioned. restore?",
    ],
)
def test_a_single_machine_has_no_label(message: str) -> None:
    assert labelled(message, []) is None
