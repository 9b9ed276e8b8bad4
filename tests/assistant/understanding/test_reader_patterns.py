"""What the readers share."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from assistant.understanding.word_rules import blanked, word_set


def test_words_are_set_apart_by_spaces() -> None:
    assert word_set("one  two") == {"one", "two"}


def test_what_is_blanked_leaves_every_other_place() -> None:
    assert blanked("the printer is down", [(4, 11), (15, 19)]) == "the         is     "
    assert blanked("lost it", [(0, 4)], "-") == "---- it"


@given(st.text(), st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)).map(sorted), max_size=4))
def test_blanking_keeps_the_length(text: str, spans: list[list[int]]) -> None:
    inside = [(start, min(end, len(text))) for start, end in spans if start <= len(text)]
    assert len(blanked(text, inside)) == len(text)
