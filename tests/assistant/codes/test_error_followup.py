"""What is asked next about an explained error, and symptoms told without a code."""

from __future__ import annotations

import re

import pytest

from assistant.codes.entries import ErrorEntry
from assistant.codes.error_followup import follow_up
from assistant.codes.reference import load_reference
from assistant.codes.symptom_entry import describe

REFERENCE = load_reference()
ENTRIES = [REFERENCE.entry(identifier) for identifier in ("mabs-100050", "mabs-33420")]


@pytest.fixture(scope="module")
def destructive() -> list[ErrorEntry]:
    """The entries whose steps can cost data."""
    return [entry for entry in REFERENCE.all_entries() if entry.destructive]


def told(text: str, entry: ErrorEntry) -> str:
    """The sentences of the follow-up's finding."""
    finding = follow_up(text, entry)
    assert finding is not None
    return "\n".join(statement.text for statement in finding.statements)


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.id)
def test_each_part_of_an_entry_can_be_asked_for(entry: ErrorEntry) -> None:
    assert told("how do I check that it is fixed?", entry).startswith("Check afterwards")
    assert told("why does that happen?", entry).startswith("Causes")
    assert told("what does it mean?", entry).startswith("Meaning")
    steps = told("what do I do next?", entry)
    assert steps.startswith("1. ")
    assert all(step in steps for step in entry.resolution)


def test_what_the_entry_lacks_is_said_to_be_lacking() -> None:
    harmless = next(entry for entry in ENTRIES if not entry.destructive)

    finding = follow_up("is that dangerous?", harmless)

    assert finding is not None
    assert finding.status == "partial"
    assert "name nothing on that" in finding.statements[0].text


def test_what_it_can_cost_is_the_entrys_warning(destructive: list[ErrorEntry]) -> None:
    for entry in destructive:
        assert str(entry.destructive) in told("can I lose anything?", entry)


@pytest.mark.parametrize("text", ["and the weather?", "SQL Server 2016"])
def test_other_questions_are_left_alone(text: str) -> None:
    assert follow_up(text, ENTRIES[0]) is None


def test_all_steps_carry_the_warning_of_those_that_destroy(destructive: list[ErrorEntry]) -> None:
    assert len(destructive) > 5
    for entry in destructive:
        assert entry.destructive in told("what do I do next?", entry)


def test_a_told_step_that_destroys_carries_a_warning(destructive: list[ErrorEntry]) -> None:
    for entry in destructive:
        said = describe(entry, 0.8).statements
        losing = [
            one
            for one in said
            if one.role == "step" and re.search(r"\b(?:[Dd]elete|[Ee]rase|[Ww]ipe) ", one.text)
        ]
        warnings = [one for one in said if one.role == "warning"]
        assert warnings or not losing, entry.id
        assert all(one.evidence for one in warnings)


def test_a_symptom_is_told_like_a_code_and_as_sure_as_it_was_near() -> None:
    finding = describe(ENTRIES[0], 0.71234567)

    assert finding.confidence == 0.7123
    assert finding.fitted
    assert finding.status == "answered"
