"""Whether there is a row of the connectivity table that is such, or all are: computed, with a yes or no."""

from __future__ import annotations

import pytest

from assistant.table_answers import settled
from assistant.understanding.read import read_question


def said(text: str) -> str:
    findings = settled(read_question(text))
    return " ".join(statement.text for finding in findings for statement in finding.statements)


@pytest.mark.parametrize(
    ("text", "beginning"),
    [
        ("is there any state where the disk job stops and the azure job goes on?", "No. In no row"),
        ("any row where the cloud push is blocked while the disk copy runs?", "No. In no row"),
        ("does some combination permit backups but no restores", "No. In no row"),
        ("is restore from disk ever refused while restore from azure works", "No. In no row"),
        ("is there a line with backups stopped but restores allowed", "Yes. Restore from Azure and"),
        ("is there a row with an active subscription where backup is stopped", "Yes. Back up to Azure"),
        ("are restores allowed in every row of the table", "No. Restore from Azure"),
        ("a restore from azure can never be refused, correct?", "No. Restore from Azure is stopped"),
        ("do the backup to azure and the backup to disk always get the same verdict", "Back up to Azure and"),
    ],
)
def test_rows_are_looked_for(text: str, beginning: str) -> None:
    assert said(text).startswith(beginning)


@pytest.mark.parametrize(
    "text", ["is there any state where a DC may host it", "does it always need a domain", "is it always on"]
)
def test_other_tables_keep_their_questions(text: str) -> None:
    assert "row" not in said(text)


def test_what_is_put_as_a_denial_gets_no_yes() -> None:
    assert said("there is no row in which backup runs but restore is refused, right?").startswith("In no row")


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (
            "sub has some status other than Active, we're online. may we restore from the disk?",
            "It depends on wh",
        ),
        (
            "our subscription is in a state which isn't Active and the link is up: backup to disk?",
            "stopped, whether",
        ),
        ("connected, subscription in any state save Active. does the cloud backup run?", "stopped, whether"),
    ],
)
def test_a_state_that_is_told_by_what_it_is_not_asks_for_no_row(text: str, fact: str) -> None:
    assert fact in said(text)


def test_whether_any_row_exists_is_still_asked_of_states_that_are_not_told() -> None:
    assert said("is there any state in which the disk restore is refused?").startswith(
        "Yes. Restore from disk is"
    )
