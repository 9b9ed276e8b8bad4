"""Figures said to be the guide's: another one is denied, whichever side of the guide's it lies on."""

from __future__ import annotations

import pytest

from assistant.specialists import figure_claims
from assistant.table_answers import settled
from assistant.understanding.read import read_question


def _first(question: str) -> str:
    return figure_claims.consult(read_question(question))[0].statements[0].text


@pytest.mark.parametrize(
    ("question", "figure", "claimed"),
    [
        ("the manual asks for 6 GB to unpack setup, right?", "4 GB", "6 GB"),
        ("at least 2 GB must be free for unzipping, correct?", "4 GB", "2 GB"),
        ("scratch: 12 % required, true?", "5 %", "12 %"),
        ("docs say scratch is 3 percent, yes?", "5 %", "3 %"),
        ("is A4 the minimum?", "A2", "A4"),
        ("the recommended minimum is 4 cores and 14 GB RAM, isn't it?", "3.5 GB RAM", "4 cores"),
        ("microsoft requires dotnet 4.6, correct?", ".NET Framework 3.5 SP1", "4.6"),
        ("per the guide local backups stay at most 14 days on disk, right?", "five days", "14 days"),
        ("the limit is 12,000 recovery points, right?", "9999 recovery points", "12,000"),
        ("does the guide require 16 GB RAM?", "3.5 GB RAM", "16 GB RAM"),
    ],
)
def test_another_figure_is_denied(question: str, figure: str, claimed: str) -> None:
    said = _first(question)

    assert said.startswith("No. The guide's figure is")
    assert figure in said
    assert claimed in said


@pytest.mark.parametrize(
    "question",
    [
        "the manual asks for 4 GB to unpack setup, right?",
        "scratch: 5 % required, true?",
        "is A2 the minimum?",
        "the recommended minimum is A2 with 2 cores and 3.5 GB RAM, correct?",
        "microsoft requires .NET 3.5 SP1, correct?",
        "the limit is 9999 recovery points, right?",
    ],
)
def test_the_guides_own_figure_is_confirmed(question: str) -> None:
    assert _first(question).startswith("Yes.")


@pytest.mark.parametrize(
    "question", ["is it precisely 4 GB for the extraction?", "does the scratch rule say exactly 5 percent?"]
)
def test_an_exact_figure_is_told_to_be_a_bound(question: str) -> None:
    assert _first(question).startswith("Not exactly:")


def test_the_size_that_is_claimed_for_data_is_reckoned() -> None:
    assert _first("guide says minimum 80 GB scratch for 800 GB of data, right?").startswith(
        "No. 5 % of 800 GB"
    )


@pytest.mark.parametrize(
    "question",
    [
        "we have 10 GB free for extracting, enough?",
        "is 10 GB sufficient for the extraction per the guide?",
        "our machine is an A3, meets the minimum, right?",
        "the guide doesn't require 10 GB to extract, right?",
        "does the guide require 4 or 7 GB to extract?",
        "how many recovery points does the guide allow?",
        "exactly 9999 points lie in our vault, full?",
        "scratch for 2 TB?",
    ],
)
def test_what_claims_no_figure_is_left_alone(question: str) -> None:
    assert figure_claims.consult(read_question(question)) == []


def test_a_claim_goes_before_the_table_that_would_call_it_enough() -> None:
    (finding,) = settled(read_question("the guide says min 9 GB for extracting, right?"))

    assert finding.verdicts[0].outcome == "otherwise"


def test_a_version_to_be_removed_is_no_claim_of_its_own() -> None:
    asked = "security wants to remove .NET 3.5. what is the minimum by the guide"
    assert (
        figure_claims.consult(read_question(asked, {"specialist": "guide", "query": "is .NET needed"})) == []
    )
    assert (
        figure_claims.consult(read_question("they remove 3.5. the minimum in the doc is .NET what, right?"))
        == []
    )
