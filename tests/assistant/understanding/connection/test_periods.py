"""Periods of connection and outage: the one of now is what counts."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.decisions.states.connectivity_rules import Connectivity
from assistant.understanding.connection.periods import of_now
from assistant.understanding.read import read_question

TODAY = date(2026, 5, 20)


@pytest.mark.parametrize(
    "text",
    [
        "the box is online again, the outage took 4 weeks. backup?",
        "reconnected an hour ago following 23 days of outage. restore?",
        "MABS connected, it had been cut off for 40 days. backup?",
        "the link was restored on Sunday after 23 days of outage. backup?",
        "link up again since noon (was down 3 weeks). backup?",
        "after a 6-week outage the server reaches Azure once more. backup?",
        "the cmdlet Get-DPMCloudConnection says true again after 18 days of false. backup?",
    ],
)
def test_an_outage_that_is_over_has_no_say(text: str) -> None:
    reading = read_question(text, today=TODAY)

    assert reading.connectivity is Connectivity.RESTORED
    assert reading.outage is None


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("offline for 19 days, online for one, offline again for 5 days. backup?", 5),
        ("2 days offline, then a day online, now offline for 22 days. backup?", 22),
        ("it was down for a month, came back for a day, and has been down again 6 days. backup?", 6),
        ("an outage of 30 days last spring, today 4 days offline. backup?", 4),
    ],
)
def test_of_several_outages_the_last_one_counts(text: str, days: int) -> None:
    reading = read_question(text, today=TODAY)

    assert reading.connectivity is Connectivity.LOST
    assert reading.outage is not None
    assert reading.outage.exact == days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("the link was lost for 30 days, then back, and it's down for 6 days now. backup to disk?", 6),
        ("line was down for 20 days, came back, now it is down for 3 days. does backup run?", 3),
    ],
)
def test_an_outage_behind_a_return_is_that_of_now(text: str, days: int) -> None:
    outage = read_question(text, today=TODAY).outage

    assert outage is not None
    assert outage.exact == days


def test_a_relapse_of_today_is_a_short_outage() -> None:
    reading = read_question(
        "offline for 30 days, connected yesterday, offline again today. backup?", today=TODAY
    )

    assert reading.connectivity is Connectivity.LOST
    assert reading.outage is not None
    assert reading.outage.longer_than(15) is False


@pytest.mark.parametrize(
    "text",
    [
        "MABS was offline for 20 days. can it back up?",
        "after 20 days offline, can I still restore from Azure?",
        "MABS connected, active. What happens after 20 days offline?",
        "we were connected; the server has been offline for 20 days",
        "it was down for 20 days. Is it connected now?",
        "how do I add a disk again?",
    ],
)
def test_nothing_is_over_without_a_connection_of_now(text: str) -> None:
    assert of_now(text) == (text, False)
