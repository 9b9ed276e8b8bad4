"""What somebody has understood of the matrix, held against it."""

from __future__ import annotations

import pytest

from assistant.specialists.matrix.product_summaries import consult
from assistant.understanding.read import read_question


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        ("so sql 2016 yes, sql 2017 no, right?", "Yes."),
        ("sharepoint 2013 in, sharepoint 2019 in too, exchange out. true?", "No."),
        ("windows 2016 ok, 2019 not, correct?", "Yes."),
    ],
)
def test_a_summary_is_borne_out_or_not(text: str, lead: str) -> None:
    found = consult(read_question(text))

    assert found is not None
    assert found.statements[0].text.startswith(lead)


@pytest.mark.parametrize(
    "text", ["is sql 2016 listed?", "sql 2016 or 2019, which is in?", "sql 2016 and 2014 ok?"]
)
def test_a_question_is_no_summary(text: str) -> None:
    assert consult(read_question(text)) is None


def test_each_product_has_its_verdict() -> None:
    found = consult(read_question("so sql 2016 yes, sql 2017 no, right?"))

    assert found is not None
    assert [verdict.outcome for verdict in found.verdicts] == ["listed", "not_listed"]


def test_a_program_of_which_only_a_folder_is_wanted_is_not_said_to_be_out() -> None:
    text = "mysql dumps go to a folder on windows server 2016. only that folder is wanted, not mysql itself"
    assert consult(read_question(text)) is None
