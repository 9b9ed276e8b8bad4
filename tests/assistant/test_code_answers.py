"""A number alone is a code where codes are talked of, and a figure where figures are."""

from __future__ import annotations

import pytest

from assistant.assistant import Assistant
from assistant.code_answers import with_cue
from assistant.conversation import Conversation


@pytest.mark.parametrize(
    ("before", "number", "is_code"),
    [
        ("hi", "48", True),
        ("error 3106", "and 48", True),
        ("what is the vault", "998", True),
        ("how big must the scratch be", "500", False),
        ("how many recovery points can a vault hold", "48", False),
        ("how many recovery points can a vault hold", "error 48", True),
    ],
)
def test_a_lone_number(shipped_assistant: Assistant, before: str, number: str, is_code: bool) -> None:
    conversation = Conversation()
    shipped_assistant.ask(before, conversation)

    assert ("ID " in shipped_assistant.ask(number, conversation).text) == is_code


def test_numbers_get_their_cue_only_while_an_error_is_the_subject() -> None:
    assert with_cue("and 131313?", {}) == "and 131313?"
    assert with_cue("and 131313?", {"entry": "mabs-52"}) == "and error 131313?"


def test_a_number_like_a_year_is_a_code_where_it_is_called_one_or_lies_far_ahead() -> None:
    talk = {"entry": "mabs-52"}
    assert with_cue("the next box shows code 2016", talk) == "the next box shows code error 2016"
    assert with_cue("and 2036?", talk) == "and error 2036?"
    assert with_cue("and 2016?", talk) == "and 2016?"
    assert with_cue("what about 2012", talk) == "what about 2012"


@pytest.mark.parametrize(
    "text", ["is port 5718 open", "we have 52 servers", "on windows 2016", "it is at 85 percent"]
)
def test_other_numbers_get_none(text: str) -> None:
    assert with_cue(text, {"entry": "mabs-52"}) == text


def test_the_figure_of_the_vault_is_no_code_unless_it_is_called_one(shipped_assistant: Assistant) -> None:
    assert shipped_assistant.ask("9999?").text.startswith("**A Recovery Services vault holds up to 9999")
    assert "no entry for 9999" in shipped_assistant.ask("error 9999?").text


@pytest.mark.parametrize(
    ("text", "unknown"),
    [
        ("100050 and 23457", "23457"),
        ("33424 / 23457?", "23457"),
        ("23457, 100050", "23457"),
        ("100050, 33424 and 23457", "23457"),
        ("33424 vs 23457", "23457"),
        ("id 33424 and WSB 999", "999"),
    ],
)
def test_an_unknown_code_beside_a_known_one_is_told_to_be_unknown(
    shipped_assistant: Assistant, text: str, unknown: str
) -> None:
    answer = shipped_assistant.ask(text)

    assert answer.status == "partial"
    assert f"I have no entry for {unknown}." in answer.text


@pytest.mark.parametrize(
    "text", ["100050 2016", "33424 on 2012 R2", "100050 and 500 points", "id 100050 and port 443"]
)
def test_another_number_beside_a_code_is_none(shipped_assistant: Assistant, text: str) -> None:
    assert "I have no entry" not in shipped_assistant.ask(text).text


@pytest.mark.parametrize(
    "text",
    [
        "which article has id 33424?",
        "where does microsoft describe 33424",
        "source for id 33424?",
        "id 33424 document and date",
        "in which document is error 33424 listed",
        "33424 - which doc?",
    ],
)
def test_the_documents_on_an_error_are_told_where_they_are_asked_for(
    shipped_assistant: Assistant, text: str
) -> None:
    answer = shipped_assistant.ask(text)

    assert answer.text.startswith("**It stands in ")
    assert "ID 33424" in answer.text
