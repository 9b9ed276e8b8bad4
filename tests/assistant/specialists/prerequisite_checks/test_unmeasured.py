"""What isn't told of a machine is asked for, and nothing else."""

from __future__ import annotations

import pytest

from assistant.specialists.prerequisite_checks import unmeasured
from assistant.understanding.read import read_question


@pytest.mark.parametrize(
    ("text", "item"),
    [
        ("is my VM big enough?", "vm-size"),
        ("is the memory of our server sufficient?", "vm-size"),
        ("does the OS of my VM fit?", "host-image"),
        ("is our windows version ok for MABS?", "host-image"),
        ("is our .NET ok?", "dotnet"),
        ("is my account ok for the install?", "installer-account"),
    ],
)
def test_exactly_the_missing_input_is_asked_for(text: str, item: str) -> None:
    result = unmeasured.asked(read_question(text))

    assert result is not None
    assert [missing.name for missing in result.missing] == [item]


@pytest.mark.parametrize(
    "text",
    [
        "is my A2 big enough?",
        "is our .NET 4.6 ok?",
        "is our Windows Server 2016 ok?",
        "is my server backed up enough?",
        "are my users allowed to restore?",
        "does my account manager know enough?",
        "how big must my VM be?",
    ],
)
def test_what_is_told_or_something_else_is_not_asked_for(text: str) -> None:
    assert unmeasured.asked(read_question(text)) is None


def test_the_check_that_asked_back_is_known_by_its_question() -> None:
    assert unmeasured.pending("is my VM big enough?") == "vm-size"
    assert unmeasured.pending("is my A2 big enough?") == ""
    assert unmeasured.pending("") == ""
