"""A list of questions is answered item by item, and what can't be is named."""

from __future__ import annotations

from assistant.answer import Finding, Statement
from assistant.codes.reference import load_reference
from assistant.consulted import Consulted
from assistant.dialogue import list_answers
from assistant.understanding.reading import Reading

ANSWERS = {"domain": "It must be joined to a domain.", "port": "No ports are named."}


def _ask(reading: Reading) -> Consulted:
    """Says what `ANSWERS` has; nothing to the rest."""
    for word, text in ANSWERS.items():
        if word in reading.plain:
            return Consulted.of(Finding("guide", "answered", (Statement(text, role="verdict"),), 0.9))
    return Consulted.of(Finding("conduct", "abstained", (Statement("That lies outside."),), 0.0))


def _texts(question: str) -> list[str]:
    found = list_answers.consult(question, {}, _ask, load_reference().has)
    return [finding.statements[0].text for finding in found.findings] if found else []


def test_each_item_is_answered_behind_its_mark() -> None:
    assert _texts("a) domain needed? b) which port?") == [
        "**a)** It must be joined to a domain.",
        "**b)** No ports are named.",
    ]


def test_what_is_not_answered_is_named() -> None:
    assert _texts("a) domain needed? b) weather tomorrow?")[-1] == (
        "Not answered, as the guide does not say: b) weather tomorrow."
    )


def test_a_list_of_which_nothing_is_answered_is_left_to_others() -> None:
    assert not _texts("a) lunch? b) weather tomorrow?")


def test_cases_are_left_to_the_tables() -> None:
    assert not _texts("a) connected, expired b) domain and offline 20 days. which backups run?")


def test_items_that_hang_on_the_talk_are_left_to_it() -> None:
    assert (
        list_answers.consult(
            "a) and why? b) how long then?",
            {"specialist": "guide", "query": "vault"},
            _ask,
            load_reference().has,
        )
        is None
    )


def test_numbers_are_those_of_a_list_and_an_error_comes_first() -> None:
    assert _texts("1) domain needed? 2) which port?")[0] == "1. It must be joined to a domain."
    assert not _texts("1) error 805? 2) domain needed?")
