"""The verdict on what was told, where a turn asks for nothing more."""

from __future__ import annotations

from typing import Any

import pytest

from assistant.dialogue.verdict_requests import verdict_asked
from assistant.specialists import limits
from assistant.table_answers import settled
from assistant.understanding.read import facts_of, read_question
from assistant.understanding.turns.corrections import QUESTION
from assistant.understanding.turns.dialogue_acts import Form

Told = list[tuple[str, dict[str, Any]]]


def talk(*turns: str) -> Told:
    told: Told = []
    for turn in turns:
        reading = read_question(turn, told[-1][1] if told else {})
        found = settled(reading)
        facts = facts_of(reading, found[0].specialist if found else "guide", ())
        if found:
            facts |= limits.left_by(reading, found, told[-1][1] if told else {})
        told.append((turn, {**facts, QUESTION: turn}))
    return told


@pytest.mark.parametrize(
    ("turns", "asks", "verdict"),
    [
        (("the box: A4, 16 GB memory, 1 cpu",), "ok?", "No. By its name A4"),
        (("scratch drive 80 GB, 2 TB for azure",), "does that suffice?", "No. 80 GB is too small"),
        (("subscription lapsed, still online. disk backup planned",), "possible?", "No. Back up to disk"),
        (("two v-nets", "one subscription"), "is that ok?", "No. That won't do"),
        (("A3", "12 GB ram", "1 core"), "fine?", "No. By its name A3"),
        (("sql server 2014 database",), "protected?", "Yes. SQL Server 2014"),
        (("90 GB scratch, 1 TB to azure", "hm, rather 2 TB"), "enough?", "No. 90 GB is too small"),
        (("can the server run on a cluster node?",), "is that so wrong?", "No. Azure Backup Server can't"),
        (("monthly points 5 years for 90 servers", "plus weekly ones for 2 years"), "fits?", "No. 14,760"),
    ],
)
def test_what_was_told_is_judged(turns: tuple[str, ...], asks: str, verdict: str) -> None:
    again = verdict_asked(asks, talk(*turns))

    assert again is not None
    assert settled(read_question(again.question, again.previous))[0].statements[0].text.startswith(verdict)


def test_a_statement_that_was_put_right_counts_as_it_was_meant() -> None:
    told = talk("A1 machine with 4 disks", "no, A3")
    told[-1][1][QUESTION] = "A3 machine with 4 disks"

    again = verdict_asked("ok?", told)

    assert again is not None
    assert again.question == "A3 machine with 4 disks, ok?"


def test_what_is_wrong_is_told_without_a_yes_or_no() -> None:
    again = verdict_asked("what's the problem?", talk("mabs on a domain controller"))

    assert again is not None
    assert again.form is Form.BARE


@pytest.mark.parametrize(
    ("turns", "asks"),
    [
        ((), "ok?"),
        (("A1 vm",), "ok, thanks"),
        (("A1 vm",), "and the disks?"),
        (("how do I open the console?",), "ok?"),
        (("the job failed at night",), "what's wrong?"),
    ],
)
def test_what_no_table_judges_is_left(turns: tuple[str, ...], asks: str) -> None:
    assert verdict_asked(asks, talk(*turns)) is None
