"""Whether a question behind an error has a matter of its own."""

from __future__ import annotations

import pytest

from assistant.codes.code_wording import NAME as CODES
from assistant.specialists.errors.own_topic import defines, goes_on_elsewhere, has_own_topic
from assistant.understanding.read import read_question


@pytest.mark.parametrize(
    "text",
    [
        "what is a vault?",
        "sorry, what's a recovery point",
        "whats geo redundant storage",
        "what are replicas",
    ],
)
def test_a_thing_is_asked_for_as_such(text: str) -> None:
    assert defines(text)


@pytest.mark.parametrize("text", ["what is the cause?", "what is it", "what's next", "what is error 33424"])
def test_a_part_of_the_error_is_no_thing(text: str) -> None:
    assert not defines(text)


@pytest.mark.parametrize(
    "text",
    [
        "who keeps the passphrase?",
        "how large must scratch be",
        "does setup ask for a proxy",
        "what is a vault",
    ],
)
def test_a_topic_of_the_guide_is_its_own(text: str) -> None:
    assert has_own_topic(read_question(text))


@pytest.mark.parametrize(
    "text",
    [
        "the passphrase is set",
        "how do I fix the passphrase",
        "is that in the vault?",
        "which account exactly",
    ],
)
def test_what_points_back_or_asks_for_a_step_is_the_errors(text: str) -> None:
    assert not has_own_topic(read_question(text))


def test_what_hangs_on_the_guide_s_last_word_goes_on_with_that() -> None:
    of_guide = read_question("and who has it?", {"specialist": "guide", "query": "what is a passphrase"})
    of_error = read_question("and who has it?", {"specialist": CODES, "query": "ID 34505"})
    back = read_question("how do I fix it then?", {"specialist": "guide", "query": "what is a passphrase"})

    assert goes_on_elsewhere(of_guide)
    assert not goes_on_elsewhere(of_error)
    assert not goes_on_elsewhere(back)
