"""Turns that speak of the talk: they stand for a question of their own."""

from __future__ import annotations

import pytest

from assistant.dialogue.repeated_question import Again
from assistant.dialogue.turn_meaning import keeps_open, meant
from assistant.table_answers import settled
from assistant.understanding.read import facts_of, read_question
from assistant.understanding.turns.corrections import QUESTION
from assistant.understanding.turns.dialogue_acts import Form
from assistant.understanding.turns.followup import ASKED


def stands_for(*turns: str) -> Again | None:
    told: list[tuple[str, dict[str, object]]] = []
    for turn in turns[:-1]:
        reading = read_question(turn, told[-1][1] if told else {})
        found = settled(reading)
        facts = facts_of(reading, found[0].specialist if found else "guide", ())
        missing = [item.name for item in found[0].missing] if found else []
        told.append((turn, {**facts, QUESTION: turn, ASKED: missing}))
    return meant(turns[-1], told)


@pytest.mark.parametrize(
    ("turns", "question"),
    [
        (("offline for 5 weeks. restores?", "ok"), "offline for 5 weeks. restores?"),
        (("offline for 5 weeks. restores?", "no clue about the sub"), "offline for 5 weeks. restores?"),
        (("SQL 2017 protected?", "Ole says it's the same row as 2016"), "SQL 2017 protected?"),
        (
            ("offline 3 weeks, active. backups?", "he says backups to disk go on"),
            "is it true that backups to disk go on?",
        ),
        (("SQL 2017 protected?", "what if I call it 2016"), "SQL 2017 protected?"),
        (("SQL 2014 ok?", "boss says it's 2019"), "what about 2019?"),
        (("offline 5 weeks. restores?", "the customer says the sub is expired"), "the sub is expired"),
        (("is a cluster node ok as mabs host?", "and protect one?"), "is a cluster node protected?"),
        (("2008 R2 vm ok?", "i mean as a client"), "is 2008 R2 vm in the protection matrix?"),
        (
            ("windows server 2019 ok?", "i meant the MABS machine"),
            "can windows server 2019 be the operating system of the MABS machine?",
        ),
        (("exchange 2016 ok?", "as the mabs host"), "can MABS be installed where exchange 2016 runs?"),
        (("sql 2014 covered?", "quote the row"), "sql 2014 covered?"),
        (("expired, online", "which line is that"), "and which operations are allowed?"),
        (("expired, online", "what should i do first"), "and which operations are allowed?"),
        (("expired, online", "how many of the 4 are ok"), "and how many of the four operations are allowed?"),
        (("A3 ok for MABS?", "does exchange go too"), "can exchange run on the MABS machine too?"),
        (("A2 ok?", "how much is an A2 per month"), "how much is an A2 per month"),
        (("expired, online", "what does extending it cost a year"), "what does extending it cost a year"),
        (("expired, online", "and the price for it?"), "and the price for it?"),
    ],
)
def test_it_stands_for_a_question_of_the_talk(turns: tuple[str, ...], question: str) -> None:
    again = stands_for(*turns)

    assert again is not None
    assert again.question.lower() == question.lower()


@pytest.mark.parametrize(
    "turns",
    [
        ("sql 2014 covered?", "and 2016?"),
        ("offline for 5 weeks. restores?", "the sub is expired"),
        ("expired, online", "which state allows backups?"),
        ("expired, online", "the portal says active now"),
        ("active, offline for 2 days", "no, four weeks, that was the wrong line"),
    ],
)
def test_a_question_or_a_fact_of_its_own_stands_for_itself(turns: tuple[str, ...]) -> None:
    assert stands_for(*turns) is None


def test_a_message_that_tells_more_of_an_error_keeps_nothing_open() -> None:
    told = "system state job says the writer is not found, access denied"
    asked = {ASKED: ["error"], QUESTION: "backup trouble"}

    assert meant(told, [("backup trouble", asked)]) is None
    assert meant("no clue about the sub", [("backup trouble", asked)]) is None
    assert meant("no clue about the sub", [("restores?", {ASKED: ["subscription"], QUESTION: "restores?"})])


def test_a_claim_is_answered_without_the_yes_or_no_to_another_question() -> None:
    again = stands_for("is joining a domain optional?", "our AD guy swears it has to be in one")

    assert again is None or again.form is Form.BARE


def test_a_nod_keeps_open_only_what_was_asked_back() -> None:
    assert keeps_open("ok", {ASKED: ["subscription"]})
    assert not keeps_open("ok", {ASKED: []})
