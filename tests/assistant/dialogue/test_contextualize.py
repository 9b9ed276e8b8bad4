"""Messages that leave something out, read in their talk; only a table may fill them in."""

from __future__ import annotations

import pytest

from assistant.dialogue.contextualize import placed
from assistant.table_answers import settled
from assistant.understanding.read import facts_of, read_question
from assistant.understanding.turns import replies


def told(*turns: str) -> tuple[str, bool]:
    """What a table says to the last turn, and whether the turns before completed it."""
    asked: list[tuple[str, dict[str, object]]] = []
    for turn in turns[:-1]:
        reading = read_question(turn, asked[-1][1] if asked else {})
        found = settled(reading)
        asked.append((turn, facts_of(reading, found[0].specialist if found else "guide", ())))
    place = placed(turns[-1], asked[-1][1], asked)
    said = settled(place.reading)
    return (said[0].statements[0].text if said else "", place.completed)


@pytest.mark.parametrize(
    ("turns", "verdict"),
    [
        (("a2 disks?", "cool. and can mabs run on it"), "Yes. A2 meets the minimum"),
        (("is A1 enough", "and its disks"), "The guide gives no number of disks for A1"),
        (("can I keep it 10 days", "on disk"), "Better not."),
        (
            ("sql: bring my own or let the installer do it", "ours sits on another server, fine?"),
            "No. A remote SQL Server instance",
        ),
        (("D2 ok?", "4"), "The guide doesn't settle D2"),
    ],
)
def test_what_is_left_out_comes_from_the_turns_before(turns: tuple[str, ...], verdict: str) -> None:
    said, completed = told(*turns)

    assert said.startswith(verdict)
    assert completed


@pytest.mark.parametrize(
    ("turns", "verdict"),
    [
        (("2012 r2 standard ok?", "for the mabs vm"), "Windows Server 2012 R2 is recommended as Datacenter"),
        (("2012 r2 ok?", "as a protected machine"), "Yes. Windows Server 2012 R2 is listed"),
        (("A1 enough?", "the supplier says it will do"), "No. A1 is too small"),
        (("case 1: A1. case 2: A3. is case 1 enough?", "and case 2?"), "Yes. A3 is larger"),
    ],
)
def test_what_speaks_of_the_talk_stands_for_a_question(turns: tuple[str, ...], verdict: str) -> None:
    assert told(*turns)[0].startswith(verdict)


@pytest.mark.parametrize(
    "turns",
    [
        ("a2 disks?", "is sql 2016 ok"),  # another matter
        ("a2 disks?", "is that ok"),  # nothing to be settled
        ("sql 2016?", "thanks"),
        ("what is the vault for", "and why"),
    ],
)
def test_what_is_whole_or_nothing_to_a_table_stays_as_it_is(turns: tuple[str, ...]) -> None:
    assert not told(*turns)[1]


def test_a_state_told_before_other_matters_is_not_forgotten() -> None:
    said, _ = told("online, sub expired", "A2 enough?", "how many disks on A3", "can i restore from disk?")

    assert said.startswith("Yes. Restore from disk is allowed while the subscription is Expired")


def test_only_one_of_two_states_leaves_the_other_out() -> None:
    said, _ = told("expired + offline for a month", "and if only expired")

    assert "whether the server is connected" in said


def test_another_matter_leaves_the_one_before_behind() -> None:
    before = [("is sql 2014 ok", facts_of(read_question("is sql 2014 ok"), "protection", ()))]

    assert placed("something else: and 2016?", before[0][1], before).previous == {}


def test_what_was_asked_back_is_asked_again_for_who_does_not_know() -> None:
    asked = [("is 2016 ok", {replies.PENDING: replies.pending("product", ["SQL Server", "SharePoint"])})]

    assert placed("no idea", asked[0][1], asked).question == "is 2016 ok"


@pytest.mark.parametrize(
    ("reply", "done"),
    [("fixed both", True), ("ok, done.", True), ("fixed all, next?", True), ("fixed rate?", False)],
)
def test_what_is_done_asks_what_comes_next(reply: str, done: bool) -> None:
    asked = [("two things are missing", {"specialist": "guide", "query": "two things are missing"})]
    place = placed(reply, asked[0][1], asked)

    assert place.question.endswith("what next?") == done
    assert place.reading.followup or not done


def test_another_size_in_place_of_the_one_before_is_not_answered_with_that_one() -> None:
    assert told("A3 has 8 disks, right?", "and what about the G series?") == ("", False)
    assert told("A3 with 8 disks, ok?", "and with 9?")[0].startswith("No. A3 takes 8 disks, not 9")


def test_a_bare_rest_completes_the_question_before_it_and_another_thing_in_its_place_does_not() -> None:
    assert told("may mabs sit on a cluster node", "and a plain server nobody likes?")[1]
    assert not told("may mabs sit on a cluster node", "what about a plain server nobody likes?")[1]


@pytest.mark.parametrize(
    ("turn", "start"),
    [
        ("3 servers hourly for 2 months and one server daily for 4 years into one vault", "Yes. 5,840"),
        ("3 machines, one point per day for 2 years, one vault", "Yes. 2,190"),
        ("offline for 20 days, that one server", "Restore from Azure"),
    ],
)
def test_a_sum_with_all_its_figures_leaves_the_state_before(turn: str, start: str) -> None:
    assert told("can we restore? the subscription has expired", turn)[0].startswith(start)
