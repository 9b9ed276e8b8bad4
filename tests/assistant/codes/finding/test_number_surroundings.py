"""What stands around a number decides where rules didn't foresee how it would be written."""

from __future__ import annotations

import pytest

from assistant.codes.entry_fit import fits_in
from assistant.codes.finding.finder import Finder
from assistant.codes.finding.number_surroundings import Surroundings, is_named, number_places
from assistant.codes.reference import load_reference


def around(text: str) -> dict[str, frozenset[str]]:
    """What is said of each number of `text`."""
    reference = load_reference()
    finder = Finder(text, reference.has, fits_in(reference))
    found = Surroundings(finder.scene, [])
    return {text[start:end]: found.of((start, end)) for start, end in number_places(text)}


def test_numbers_of_up_to_six_digits_are_looked_at_whole() -> None:
    assert set(around("3106, 12.5 GB, v2.0.1, 1234567, SRV01, 0x5 and 100050.")) == {"3106", "100050"}


def test_what_is_said_names_number_words_and_marks() -> None:
    said = around("Alert: replica inconsistent\nFS01 shows (3106) since noon")["3106"]

    assert {"digits 4", "known", "at -1: (", "at 1: )", "word 0 before: shows"} <= said
    assert {"word 0 behind: since", "line: shows", "marks before: a (", "spaced 00"} <= said
    assert "line: replica" not in said  # it stands on another line


def test_what_is_said_counts_once_more_for_who_has_the_number_and_for_its_length() -> None:
    said = around("FS01 shows 3106, then 24083, then 7")

    assert {"known 4 digits", "known, word 0 before: shows", "4 digits, at 1: ,"} <= said["3106"]
    assert {"product 5 digits", "product, at -1: then", "4 digits, at -1: then"} <= said["24083"]
    assert {"open 1 digits", "at -1 and 1: then <end>"} <= said["7"]


def test_the_ends_of_a_text_are_told() -> None:
    said = around("3106")["3106"]

    assert {"at -1: <end>", "at 1: <end>"} <= said


@pytest.mark.parametrize(
    ("before", "named"),
    [
        ("ID ", True),
        ("error code: ", True),
        ("EventID=", True),
        ("room ", False),
        ("the codes of site ", False),
    ],
)
def test_a_word_for_codes_right_before_a_number_names_it(before: str, named: bool) -> None:
    assert is_named(f"{before}3106", len(before)) is named
