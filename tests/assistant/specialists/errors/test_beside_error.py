"""In the talk on an error, what a table decides goes to the table, and what asks of the error stays."""

from __future__ import annotations

import pytest

from assistant.codes.reference import load_reference
from assistant.specialists.errors.beside_error import names_case, objection
from assistant.understanding.read import read_question


@pytest.mark.parametrize(
    "question",
    ["is 2012 ok", "sql with sp1", "and on 2016", "would an A2 do", "sharepoint 2013, is that covered"],
)
def test_a_case_of_a_table(question: str) -> None:
    assert names_case(read_question(question, {"entry": "mabs-3106"}), load_reference().entry("mabs-3106"))


@pytest.mark.parametrize(
    "question",
    ["which account exactly", "does it happen on server 2016 too", "sql 2014 fails with it", "what next"],
)
def test_a_question_on_the_error(question: str) -> None:
    assert not names_case(
        read_question(question, {"entry": "mabs-3106"}), load_reference().entry("mabs-3106")
    )


def test_an_operation_in_the_state_that_the_error_tells() -> None:
    entry = load_reference().entry("mabs-50006")

    assert names_case(read_question("restore from disk?", {"entry": entry.id}), entry)


def test_a_fact_that_may_be_the_cause_is_held_against_the_requirements() -> None:
    told = objection(read_question("the machine is an A1, could that be why?"))

    assert told is not None
    assert told.text.startswith("A1 is too small")
    assert objection(read_question("the machine is an A3, could that be why?")) is None
    assert objection(read_question("could that be why?")) is None
