"""Servers that are connected only now and then, or never."""

from __future__ import annotations

import pytest

from assistant.understanding.connection.uplinks import gap_of, is_need_asked, is_never_connected


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("the uplink comes up every 3 weeks. do backups work?", 21),
        ("a ship that is online once a month. backup?", 30),
        ("we are connected only on Mondays. backup?", 7),
        ("the server is online for an hour every night only. ok?", 1),
        ("connected two days a week, active. backup to disk?", 7),
        ("internet only on weekdays. all allowed?", 3),
        ("the ship connects over satellite twice a month. backup?", 15),
        ("MABS talks to Azure only every third week. fine?", 21),
        ("is one connection every 20 days sufficient?", 20),
        ("how often must MABS be online? every other week enough?", 14),
    ],
)
def test_the_gap_is_told_by_how_often_the_server_is_connected(text: str, days: int) -> None:
    assert gap_of(text) == days


@pytest.mark.parametrize(
    "text",
    [
        "MABS is connected, we back up once a month",
        "we only make a monthly recovery point. online",
        "is the connection checked every 15 days?",
        "the link has been down for a week",
        "can I keep one point per month online?",
        "the subscription is renewed once a year, connected. backup?",
    ],
)
def test_what_else_happens_now_and_then_is_no_connection(text: str) -> None:
    assert gap_of(text) is None


def test_a_server_may_never_be_connected() -> None:
    assert is_never_connected("an air-gapped bunker. does MABS back up to disk?")
    assert is_never_connected("our plant has no internet at all. backup?")
    assert is_never_connected("an air gap, and no connection to the public cloud ever. use?")
    assert not is_never_connected("MABS has had no internet at all for 3 weeks. backup?")
    assert not is_never_connected("MABS is offline. backup?")


def test_a_need_is_asked_for_disks_alone() -> None:
    assert is_need_asked("does it require a connection when we only back up to local disk?")
    assert not is_need_asked("does it require a connection?")
