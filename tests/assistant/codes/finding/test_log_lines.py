"""The line, and the part between two breaks, that a place of a text stands in."""

from __future__ import annotations

import re

from assistant.codes.finding.log_lines import between, line_of

TEXT = "first; 43 here\nthen 3106; last"


def test_the_line_of_a_place_ends_where_the_next_begins() -> None:
    assert line_of(TEXT, 7, 9) == "first; 43 here"
    assert line_of(TEXT, 20, 24) == "then 3106; last"


def test_the_nearest_breaks_are_taken_and_else_the_ends_of_the_text() -> None:
    breaks = list(re.finditer("; ", TEXT))

    assert TEXT[slice(*between(breaks, TEXT, 0, 5))] == "first"
    assert TEXT[slice(*between(breaks, TEXT, 20, 24))] == "43 here\nthen 3106"
    assert TEXT[slice(*between(breaks, TEXT, 26, 30))] == "last"
