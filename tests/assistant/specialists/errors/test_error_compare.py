"""Whether the error explained before and another one are the same."""

from __future__ import annotations

import pytest

from assistant.codes.reference import load_reference
from assistant.specialists.errors.error_compare import consult
from assistant.specialists.errors.error_talk import KEY
from assistant.understanding.read import read_question


def said(text: str, known: str) -> str:
    """What is said to `text` behind an explained entry; empty for nothing."""
    finding = consult(read_question(text, {KEY: known}), load_reference())
    return "\n".join(statement.text for statement in finding.statements) if finding else ""


@pytest.mark.parametrize("text", ["is that the same as 11?", "how does 11 differ from it", "11 vs this one?"])
def test_two_errors_are_told_apart(text: str) -> None:
    told = said(text, "mabs-12")
    assert told.startswith("No, they are different errors.")
    assert "ID 12: " in told
    assert "ID 11: " in told
    assert "DCOM" in told


@pytest.mark.parametrize("text", ["so the same as ID 170036?", "is 0x29834 the same thing?"])
def test_two_spellings_are_one_error(text: str) -> None:
    assert said(text, "mabs-170036").startswith("Yes, ")


@pytest.mark.parametrize(
    "text",
    [
        "now 328 on the same box",
        "is it the same every night?",
        "what is 11",
        "the same again",
        "same as last year?",
        "next attempt with 11 ended the same",
        "second try, same error 11",
    ],
)
def test_nothing_is_compared_where_that_is_not_asked(text: str) -> None:
    assert not said(text, "mabs-12")
