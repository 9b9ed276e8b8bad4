"""How well a text fits what the entries of a number tell."""

from __future__ import annotations

from assistant.codes.entry_fit import fits_in, of_number, shared_words
from assistant.codes.reference import load_reference


def test_rare_words_of_an_entry_weigh_more_than_common_ones() -> None:
    fits = fits_in(load_reference())
    assert fits("the replica is inconsistent", "3106") > fits("the backup server", "3106") >= 0


def test_a_number_without_an_entry_fits_nothing() -> None:
    assert fits_in(load_reference())("the replica is inconsistent", "77777") == 0


def test_words_are_counted_by_the_entry() -> None:
    entry = of_number("3106", load_reference())[0]
    assert shared_words("replica inconsistent 3106", entry) >= 2
    assert shared_words("a parrot", entry) == 0
