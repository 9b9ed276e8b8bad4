"""What is asked of an explained error as a whole."""

from __future__ import annotations

import pytest

from assistant.codes.reference import load_reference
from assistant.specialists.errors.error_acts import ENTRIES, ENTRY, TALKED, consult, left_by


def said(text: str, *entries: str, query: str = "") -> str:
    """What is said to `text` behind entries that were explained together; empty for nothing."""
    previous = {ENTRY: entries[0], ENTRIES: list(entries), "query": query}
    finding = consult(text, previous, load_reference())
    return "\n".join(statement.text for statement in finding.statements) if finding else ""


def test_a_summary_has_the_cause_and_the_fix_that_were_spoken_of() -> None:
    told = said("two lines for the ticket please", "mabs-319", query="the antivirus was in the way")
    assert told.startswith("Problem: ID 319: ")
    assert "Cause: Antivirus" in told
    assert "Firewall" not in told.partition("Fix:")[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("in decimal?", "0x186D2 is 100050 in decimal."), ("the hex form", "100050 is 0x186D2 in hexadecimal.")],
)
def test_a_number_is_written_otherwise(text: str, expected: str) -> None:
    assert said(text, "mabs-100050", query="what is 0x186D2").startswith(expected)


@pytest.mark.parametrize("text", ["where is that written?", "which document says so", "source?"])
def test_the_document_of_an_entry_is_named(text: str) -> None:
    assert "System Center vNext DPM error codes" in said(text, "mabs-30186")


def test_whether_the_guide_tells_of_an_error_is_said_first() -> None:
    assert said("is that in the guide?", "mabs-33424").startswith("No, the guide for Azure Stack has no")
    assert said("is this in the install guide too?", "mabs-50005").startswith("Yes, the guide tells of it.")


def test_the_state_of_a_subscription_is_no_statement() -> None:
    assert not said("where can I see the state?", "mabs-50005")


def test_of_two_errors_the_one_with_something_to_do_comes_first() -> None:
    told = said("which of them first?", "mabs-997", "mabs-999")
    assert told.startswith("Start with ID 999: ID 997 asks for no action.")


def test_both_are_told_where_their_difference_is_asked_for() -> None:
    told = said("what is the difference", "mabs-296", "mabs-297")
    assert "ID 296: " in told
    assert "Uninstall" in told


def test_the_last_two_of_the_talk_are_meant_where_the_answer_before_told_one() -> None:
    facts = left_by(["mabs-3106"], left_by(["mabs-33424"], {}))
    assert facts[TALKED] == ["mabs-33424", "mabs-3106"]
    finding = consult("which of the two is more urgent", facts, load_reference())
    assert finding is not None
    assert len(finding.verdicts) == 2
    assert consult("what do I do first", facts, load_reference()) is None


@pytest.mark.parametrize(
    "text",
    [
        "what now?",
        "which source do I exclude",
        "it came in the report job",
        "is that the same as 11?",
        "which data source is inconsistent",
        "the summary screen",
    ],
)
def test_what_is_asked_of_a_part_is_left_to_others(text: str) -> None:
    assert not said(text, "mabs-3106")


@pytest.mark.parametrize(
    "text", ["the complete list of steps please", "whole procedure please", "all of the steps, no summary"]
)
def test_all_the_steps_of_the_error_are_told(text: str) -> None:
    finding = consult(text, {ENTRY: "mabs-3106"}, load_reference())

    assert finding is not None
    steps = [said.text for said in finding.statements if said.text[:1].isdigit()]
    assert [step[:2] for step in steps] == [f"{n}." for n in range(1, len(steps) + 1)]
    assert len(steps) == len(load_reference().entry("mabs-3106").resolution)


@pytest.mark.parametrize(
    "text", ["all the steps to install it", "full setup procedure", "every backup fails"]
)
def test_other_steps_are_none_of_the_error(text: str) -> None:
    assert consult(text, {ENTRY: "mabs-3106"}, load_reference()) is None
