"""Values told before that a turn takes back without telling the new one."""

from __future__ import annotations

import pytest

from assistant.understanding.turns.retracted_values import reopened


@pytest.mark.parametrize(
    ("before", "question"),
    [
        (
            "the sub is expired, we are connected. backup to disk?",
            "the portal shows another state by now. same?",
        ),
        ("is restore from Azure ok while deprovisioned?", "they say the status has changed. still true?"),
    ],
)
def test_a_state_taken_back_is_left_out(before: str, question: str) -> None:
    again = reopened(question, before)
    assert again
    assert "expired" not in again
    assert "deprovisioned" not in again


@pytest.mark.parametrize(
    ("before", "question", "again"),
    [
        (
            "scratch for 5 TB to Azure?",
            "meanwhile it is much more. how large?",
            "how large must the scratch location be for our amount of data?",
        ),
        ("do 7 disks fit an A3?", "it has a different size. still ok?", "do 7 disks fit our VM?"),
        (
            "is SQL Server 2014 listed?",
            "it is another version after all. and now?",
            "is SQL Server protected?",
        ),
        ("SharePoint 2016 covered?", "good, so is our second farm?", "is SharePoint protected?"),
    ],
)
def test_an_amount_a_size_or_a_version_taken_back_is_open_again(
    before: str, question: str, again: str
) -> None:
    assert reopened(question, before) == again


@pytest.mark.parametrize(
    ("before", "question"),
    [
        ("is restore from disk ok when expired?", "and when the state is Deprovisioned?"),
        ("is restore from disk ok when expired?", "where do I see if the subscription has another state?"),
        ("is restore from disk ok when expired?", "the state has changed to active. and now?"),
        ("scratch for 5 TB to Azure?", "it is much more: 9 TB"),
        ("scratch for 5 TB to Azure?", "does a much bigger drive do harm?"),
        ("do 7 disks fit an A3?", "and on an A4, a different size?"),
        ("is SQL Server 2014 listed?", "what about another version, 2019?"),
        ("is SQL Server 2014 listed?", "can the second server run MABS?"),
    ],
)
def test_a_new_value_or_another_question_is_left_alone(before: str, question: str) -> None:
    assert reopened(question, before) is None
