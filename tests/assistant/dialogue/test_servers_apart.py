"""What is asked of servers that a message, or a talk, tells apart."""

from __future__ import annotations

import pytest

from assistant.dialogue.servers_apart import of_fleet, of_machines
from assistant.table_answers import settled
from assistant.understanding.read import facts_of, read_question

TURIN = "turin deprovisioned, lyon active, both online"


def verdict(*turns: str) -> str | None:
    """The leading sentence on the last turn, or those on each by its name; None where it is left."""
    told = [(turn, facts_of(read_question(turn), "connectivity", ())) for turn in turns[:-1]]
    meant = of_fleet(turns[-1], told[-1][1] if told else {}, told)
    if meant is None:
        return None
    if meant.each:
        return " ".join(f"{name}: {settled(one)[0].statements[0].text}" for name, one in meant.each)
    found = settled(read_question(meant.question, meant.previous))
    return found[0].statements[0].text if found else meant.question


@pytest.mark.parametrize(
    ("turns", "begins", "state"),
    [
        ((TURIN, "lyon backup?", "and turin?"), "", "Deprovisioned"),
        ((TURIN, "turin restore from disk?", "lyon?"), "", "Active"),
        ((TURIN, "backup in turin?", "and the other?"), "", "Active"),
        (("11 expired, 12 active, both online", "backup on 12?", "on 11?"), "", "Expired"),
        (
            ("srv 1: offline 3 weeks", "srv 2: online", "both active", "can 1 back up?"),
            "No.",
            "more than 15 days",
        ),
        ((TURIN, "turin was reactivated. backup in turin?"), "", "Active"),
    ],
)
def test_the_named_one_answers_with_its_own_state(turns: tuple[str, ...], begins: str, state: str) -> None:
    said = verdict(*turns)

    assert said is not None
    assert said.startswith(begins)
    assert state in said


@pytest.mark.parametrize("question", ["does the backup run?", "restore from azure in turin and lyon?"])
def test_both_are_told_where_none_or_both_are_meant(question: str) -> None:
    said = verdict(TURIN, question)

    assert said is not None
    assert "Turin: " in said
    assert "Lyon: " in said


def test_a_place_is_left_out_of_what_hangs_on_no_state() -> None:
    meant = of_fleet("how do I test the connection in lyon?", {}, [(TURIN, {})])

    assert meant is not None
    assert meant.question == "how do I test the connection ?"


@pytest.mark.parametrize(
    "turns",
    [
        ("lyon backup?",),
        ("sub expired, server online", "and restore?"),
        (TURIN, "lyon backup?", "and restore?"),  # goes on with the one asked of
        (TURIN, "is SQL 2014 protected?"),
        (TURIN, "the main point of a vault?"),
        (TURIN, "rome expired, lyon active: backups?"),
        (TURIN, "lyon backups if it is expired?"),
        (TURIN, "what has to change to get from turin to lyon?"),
    ],
)
def test_other_turns_are_left(turns: tuple[str, ...]) -> None:
    assert verdict(*turns) is None


def said_in_one(question: str) -> str:
    meant = of_machines(question, {})
    assert meant is not None
    return settled(read_question(meant.question))[0].statements[0].text


@pytest.mark.parametrize(
    ("question", "begins"),
    [
        ("Ghent: online. Bruges: link down 17 days. Active sub for both. Can Ghent back up?", "Yes."),
        ("mabs-hq is cut off for a month, mabs-lab is connected. Active. Does mabs-hq back up?", "No."),
        (
            "A protected web server is offline for 18 days, MABS online, active. Can we back up to disk?",
            "Yes.",
        ),
        ("The neighbour's MABS is offline for 20 days, ours isn't. Active. May we back up to disk?", "Yes."),
    ],
)
def test_the_connection_of_the_server_asked_about_decides(question: str, begins: str) -> None:
    assert said_in_one(question).startswith(begins)


def test_each_server_has_a_verdict_by_its_name() -> None:
    meant = of_machines(
        "Ghent is online, Bruges offline for 20 days, sub active. Can both back up to disk?", {}
    )

    assert meant is not None
    first, second = (settled(reading)[0].statements[0].text for _, reading in meant.each)
    assert [name for name, _ in meant.each] == ["Ghent", "Bruges"]
    assert first.startswith(("Back up to disk is allowed", "Yes"))
    assert "stopped" in second


@pytest.mark.parametrize(
    "question",
    [
        "MABS is offline for 20 days, sub active. Can I back up to disk?",
        "Ghent is online and Bruges is online. Sub active. Backup?",
        "How do I add a disk in Ghent?",
    ],
)
def test_one_connection_is_read_as_ever(question: str) -> None:
    assert of_machines(question, {}) is None
