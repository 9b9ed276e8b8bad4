"""Turns that ask for a verdict and name nothing to judge."""

from __future__ import annotations

import pytest

from assistant.understanding.turns.bare_verdicts import asks_of_matrix, asks_verdict, asks_what_is_wrong


@pytest.mark.parametrize(
    "text",
    [
        "ok?",
        "okay then?",
        "is that fine",
        "would that be enough?",
        "still allowed?",
        "does this suffice?",
        "fits?",
        "correct?",
        "good to go?",
    ],
)
def test_a_bare_verdict_is_asked(text: str) -> None:
    assert asks_verdict(text)
    assert not asks_what_is_wrong(text)


@pytest.mark.parametrize(
    "text", ["any problem?", "what's wrong with it", "how bad is it?", "anything missing?"]
)
def test_what_speaks_against_it_is_asked(text: str) -> None:
    assert asks_verdict(text)
    assert asks_what_is_wrong(text)


@pytest.mark.parametrize(
    "text",
    [
        "ok",
        "ok thanks",
        "fine.",
        "good",
        "is 4 GB enough?",
        "is an A3 ok?",
        "and the disks ok?",
        "what?",
        "why not?",
        "",
    ],
)
def test_what_names_a_matter_or_only_nods_asks_for_none(text: str) -> None:
    assert not asks_verdict(text)


def test_only_words_of_the_matrix_ask_whether_something_is_protected() -> None:
    assert asks_of_matrix("is that protected?")
    assert not asks_of_matrix("is that ok?")
