"""A question on another product or platform: what the guide rules is told as that for Azure Stack."""

from __future__ import annotations

import pytest

from assistant.answer import Finding
from assistant.consulted import Consulted
from assistant.out_of_scope import asked_of, marked
from assistant.table_answers import settled
from assistant.understanding.other_platforms import ELSEWHERE, Elsewhere
from assistant.understanding.read import facts_of, read_question
from assistant.understanding.turns.corrections import QUESTION


def told(question: str) -> Finding:
    rest, previous, other = asked_of(question, {}, ())
    reading = read_question(rest, previous)
    return marked(Consulted(tuple(settled(reading)), reading), other).findings[0]


@pytest.mark.parametrize(
    ("question", "named", "note"),
    [
        ("DPM 2022 with a remote SQL, ok?", "separate products", "Documents on DPM allow remote SQL"),
        ("MABS on a plain Azure VM, A2 enough?", "an Azure virtual machine outside", "Standard_A4_v2"),
        ("on-prem MABS, is A2 enough?", "a server on-premises", "2 cores with 8 GB"),
    ],
)
def test_the_other_matter_first_and_what_is_known_of_it(question: str, named: str, note: str) -> None:
    finding = told(question)
    first, known, last = (said.text for said in finding.statements)
    assert finding.status == "partial"
    assert named in first
    assert note in known
    assert last.startswith("For Azure Stack it says: ")
    assert "Yes." not in last
    assert "No." not in last


def test_the_guides_own_matter_stays_as_it_is() -> None:
    assert told("dpm with a remote SQL, ok?").statements[0].text.startswith("No.")


def test_the_question_before_is_asked_of_the_other_matter_and_back() -> None:
    turns = [("is A2 enough?", {QUESTION: "is A2 enough?"})]
    other = asked_of("and if it runs in normal Azure instead of Stack?", turns[-1][1], turns)
    assert (other[0], other[2]) == ("is A2 enough?", Elsewhere.AZURE)
    turns = [("is A2 enough?", {QUESTION: "is A2 enough?", ELSEWHERE: str(Elsewhere.AZURE)})]
    back = asked_of("and back on stack?", turns[-1][1], turns)
    assert (back[0], back[2]) == ("is A2 enough?", None)


def test_the_matter_is_left_for_the_next_turn() -> None:
    reading = read_question("is A2 enough?")
    after = marked(Consulted(tuple(settled(reading)), reading), Elsewhere.AZURE).reading
    assert after is not None
    assert facts_of(after, "prerequisites", ())[ELSEWHERE] == str(Elsewhere.AZURE)
