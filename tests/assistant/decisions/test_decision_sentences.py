"""How pieces become a sentence."""

from __future__ import annotations

from assistant.decisions.sentences import capital, joined


def test_the_last_of_several_names_is_joined_with_and() -> None:
    assert joined(["a"]) == "a"
    assert joined(["a", "b"]) == "a and b"
    assert joined(["a", "b", "c"]) == "a, b and c"


def test_a_sentence_begins_with_a_capital_letter_and_is_left_alone_behind_it() -> None:
    assert capital("restore from Azure") == "Restore from Azure"
    assert capital("*.microsoft.com") == "*.microsoft.com"
    assert capital("") == ""
