"""Asking back, when a question names nothing that can be looked up."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.specialists.clarify import consult
from assistant.understanding.read import facts_of, read_question


def asked(text: str) -> str:
    """The input that is asked for; empty when nothing is."""
    finding = consult(read_question(text))
    return finding.missing[0].name if finding else ""


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("Is this supported?", "product"),
        ("would it be possible", "product"),
        ("can I do that later", "subject"),
        ("it doesn't work", "subject"),
        ("Problem.", "subject"),
        ("help, error again!", "subject"),
        ("which of the errors is more serious?", "subject"),
        ("should we reboot because of that", "subject"),
        ("what is wrong with it", "subject"),
        ("what version is needed", "version"),
        ("whats the maximum?", "limit"),
        ("it stopped on monday again", "subject"),
        ("How large must the disk be?", "disk"),
        ("storage needed?", "disk"),
        ("Error.", "subject"),
        ("the installer gave me an error, help", "subject"),
        ("installation aborted", "subject"),
        ("backup keeps failing since the weekend, help", "subject"),
        ("some problem with the vault this morning", "subject"),
        ("agent installation fails", ""),
        ("setup failed at the prerequisite check", ""),
        ("setup shows an error on SQL Settings", ""),
        ("set it to local?", "place"),
        ("How large is the scratch disk?", ""),
        ("how much space for extracting", ""),
        ("what is MABS?", ""),
        ("Is SharePoint supported?", ""),
        ("the passphrase doesn't work", ""),
    ],
)
def test_what_is_asked_for(text: str, missing: str) -> None:
    assert asked(text) == missing


def test_every_choice_says_what_it_would_mean() -> None:
    for text in ("is it allowed", "it fails", "how big is the disk?", "which version?", "the limit?"):
        finding = consult(read_question(text))
        assert finding
        assert finding.status == "clarify"
        (missing,) = finding.missing
        assert missing.question
        assert len(missing.choices) >= 3
        assert all(choice.value and choice.meaning for choice in missing.choices)


def test_a_follow_up_has_its_subject_from_before() -> None:
    before = facts_of(read_question("Is SQL 2016 protected?"), "protection", ())
    reading = read_question("and is it allowed?", before)
    assert reading.followup
    assert consult(reading) is None


@given(st.text())
def test_a_word_that_names_something_is_enough(text: str) -> None:
    assert asked(f"passphrase {text.replace('?', '')}") in {"", "disk"}


@pytest.mark.parametrize(
    "text",
    [
        "setup gave an error. what now?",
        "the installer failed with an error, what do i do now",
        "the wizard shows an error - how to proceed?",
        "it crashed during setup, what next?",
    ],
)
def test_a_bare_report_with_a_call_for_help_is_asked_back(text: str) -> None:
    finding = consult(read_question(text))
    assert finding is not None
    assert "message" in finding.missing[0].question


def test_a_report_that_names_something_is_not() -> None:
    assert consult(read_question("setup says that .NET is missing. what now?")) is None
