"""What a match of an expression must hold is told in words of which one stands in the text."""

from __future__ import annotations

import re

import pytest

from assistant.decisions.expressions.necessary import (
    DIGIT,
    MARK,
    clauses_of,
    folded,
    marked,
    runs_of,
    takes_room,
)


def clauses(pattern: str) -> list[set[str]]:
    return [{word.replace(MARK, "|") for word in clause} for clause in clauses_of(pattern, re.IGNORECASE)]


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        (r"colou?r", [{"colo"}]),
        (
            r"\b(?:is|are)\s+(?:the\s+)?(?:cancel(?:led)?|suspend\w+)\b",
            [{"cancel", "suspend"}, {"|is|", "|are|"}],
        ),
        (r"\bdead\b(?!\s+link)", [{"|dead|"}]),
        (r"(?:one|two)+ disks?", [{" |disk"}, {"one", "two"}]),
        (r"(?:one|two)*", []),
        (r"(?:left|leftover)", [{"left"}]),
        (r"(?:not able|can't)\b", [{"not| |able|", "can|'|t|"}]),
        (r"(?=never)[nm]", [{"never"}]),
        (r"\d+ GB", [{" |gb"}, {DIGIT}]),
        (r"(?:abc|\d+)", [{"abc", DIGIT}]),
        (r"[.;:]\s", [{".", ";", ":"}]),
        (r"[a-z]+", []),
        (r"[^.?!]{0,40}", []),
        (r"(?<!\w)up(?![\w-])", [{"|up|"}]),
        (r"(?:^|(?<=\s))on\s", [{"|on|"}]),
        (r"\s+on\W*$", [{"|on"}]),
        (r"(?:^|x)on", [{"on"}]),
        (r"(?a:\bon\b)|up", []),
        (r"(?a:\W)on", [{"on"}]),
    ],
)
def test_words_of_which_a_match_holds_one(pattern: str, expected: list[set[str]]) -> None:
    assert clauses(pattern) == expected


def test_ends_of_words_are_marked_in_texts_as_in_the_words_of_clauses() -> None:
    text = marked(runs_of(folded("It IS off-line.")))
    assert text.replace(MARK, "|") == "|it| |is| |off|-|line|.|"


def test_words_that_most_texts_have_tell_less_than_rarer_ones_that_are_shorter() -> None:
    assert clauses(r"\bservers\s+(?:gone|lost)\b") == [{"|gone|", "|lost|"}, {"|servers|"}]
    assert clauses(r"\bfrom\s+(?:me|x1)\b") == [{"|from|"}, {"|me|", "|x1|"}]


def test_an_expression_whose_words_end_elsewhere_tells_nothing() -> None:
    assert clauses_of(r"\bup\b", re.IGNORECASE | re.ASCII) == ()


def test_an_expression_that_matches_nothing_at_all_takes_no_room() -> None:
    assert takes_room(r"\bpoints?\b", re.IGNORECASE)
    assert not takes_room(r"(?=points)|\d*", re.IGNORECASE)
