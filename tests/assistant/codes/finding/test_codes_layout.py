"""Where a number stands in lines, lists, tables and keys."""

from __future__ import annotations

import re

import pytest

from assistant.codes.finding.layout import Layout


def layout(text: str, number: str) -> set[str]:
    """What is said of where `number` stands first in `text`."""
    found = re.search(rf"(?<!\d){number}(?!\d)", text)
    assert found
    return set(Layout(text).of(found.span()))


def test_a_number_at_the_beginning_of_a_line_has_others_below_it() -> None:
    said = layout("seen on the node:\n36 copies aborted\n27 area too small\nthat's all", "36")

    assert {"stands first on", "first before: copies", "first, others 1", "lines 4"} <= said
    assert {"heading of first: seen", "heading with colon of first"} <= said


def test_a_number_in_a_line_of_its_own_stands_first_and_last() -> None:
    assert {"stands first last", "lines 1"} <= layout("(3106)", "3106")


def test_a_heading_is_the_nearest_line_that_begins_with_words() -> None:
    said = layout("Tuesday\nwhat the log shows\n12 boxes\n3106 then", "3106")

    assert {"heading of first: log", "top: tuesday"} <= said
    assert "heading of first: boxes" not in said


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Room: 3106", "key: room"),
        ("exit code = 3106", "key whole: exit code"),
        ('event:"3106"', "key: event"),
    ],
)
def test_what_stands_before_a_colon_or_an_equals_sign_is_a_key(text: str, key: str) -> None:
    assert key in layout(text, "3106")


def test_a_sentence_has_no_key() -> None:
    assert not any(one.startswith("key") for one in layout("the room is 3106", "3106"))


@pytest.mark.parametrize("sign", ["\t", "|", ";"])
def test_a_cell_has_the_head_of_its_column(sign: str) -> None:
    rows = (("host", "event id", "count"), ("SRV1", "3106", "7"), ("SRV2", "2034", "9"))
    text = "\n".join(sign.join(row) for row in rows)

    assert {"cell alone", "head: event", "head whole: event id"} <= layout(text, "2034")
    assert "head: count" in layout(text, "9")


def test_a_comma_alone_makes_no_table() -> None:
    assert not any(one.startswith("cell") for one in layout("failed again, 3106", "3106"))


def test_rows_of_another_width_have_another_head() -> None:
    assert not any(one.startswith("head:") for one in layout("event;count\na;b;3106", "3106"))


def test_words_above_an_aligned_column_are_its_head() -> None:
    text = "Host      Code    Tries\nSRV-A     30172   4\nSRV-B     104     11"

    assert "aligned head: code" in layout(text, "104")
    assert "aligned head: tries" in layout(text, "11")


def test_a_blank_line_ends_a_table() -> None:
    assert not any("aligned" in one for one in layout("Host      Code\n\nSRV-B     104", "104"))
