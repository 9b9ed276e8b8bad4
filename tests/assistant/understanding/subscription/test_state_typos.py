"""Slips of one letter in the words that tell a state."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.understanding.message.lexicon import LEAVE, LEXICON
from assistant.understanding.subscription.state_typos import is_known, mended_slip


@pytest.mark.parametrize(
    ("slip", "word"),
    [("droppped", "dropped"), ("raeches", "reaches"), ("troble", "trouble"), ("becuase", "because")],
)
def test_a_letter_doubled_swapped_or_left_out_is_mended(slip: str, word: str) -> None:
    assert mended_slip(slip) == word


@pytest.mark.parametrize("word", ["though", "bought", "quiet", "trial", "cases", "stale", "fired", "noting"])
def test_other_english_words_are_no_slips(word: str) -> None:
    assert mended_slip(word) == ""


@given(st.sampled_from(sorted(LEXICON | LEAVE)))
def test_known_words_are_never_taken_for_slips(word: str) -> None:
    assert mended_slip(word) == ""


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=12))
def test_what_is_mended_to_is_known(word: str) -> None:
    mended = mended_slip(word)
    assert not mended or (is_known(mended) and mended != word)


@pytest.mark.parametrize(
    ("slip", "word"),
    [
        ("coevr", "cover"),
        ("lsited", "listed"),
        ("corretc", "correct"),
        ("annnual", "annual"),
        ("bettween", "between"),
    ],
)
def test_words_of_the_matrix_are_mended(slip: str, word: str) -> None:
    assert mended_slip(slip) == word
