"""What stands before and behind a number, as kinds of words and signs."""

from __future__ import annotations

import pytest

from assistant.codes.finding import number_slots


@pytest.mark.parametrize(
    ("before", "kind"),
    [
        ("", "start"),
        ("It stopped. ", "start"),
        ("see p. ", "noun"),
        ("the page says: ", "colon"),
        ("sync -> ", "arrow"),
        ("the push (", "bracket"),
        ("first 52, ", "comma"),
        ("the console shows ", "tells"),
        ("now it's ", "is"),
        ("winhttp ", "source"),
        ("and later ", "time"),
        ("a copy of ", "of"),
        ("FS-7 ", "host"),
        ("the cabinet ", "noun"),
        ("Cabinet ", "name"),
        ("HRB ", "capitals"),
        ("the log of it has ", "source"),
        ("the hall has ", "has"),
        ("[08:15] ", "clock"),
        ("12:30:01.511 ", "name"),
        ('"no room left" ', "message"),
        ("lots of ", "times"),
        ("instead of ", "time"),
        ("FS  ", "cell"),
        ("chunk reads ", "tells"),
        ("chunk writers ", "nouns"),
        ("der Assistent liefert ", "tells"),
        ("instalator pada na ", "tells"),
        ("la copia si ferma con ", "tells"),
        ("le disque de ", "noun"),
        ("leży na ", "noun"),
    ],
)
def test_what_stands_before_a_number(before: str, kind: str) -> None:
    assert number_slots.before(f"{before}3106 then", len(before))[0] == kind


@pytest.mark.parametrize(
    ("behind", "kind"),
    [
        ("", "end"),
        (". It stopped", "end"),
        (", why", "comma"),
        (" - why", "colon"),
        (" (again)", "bracket"),
        (" and 52", "joined"),
        (" comes back", "verb"),
        (" on two hosts", "when"),
        (" The replica is broken", "message"),
        (" guests", "plural"),
        (" guest", "word"),
        (" FS-7 again", "host"),
        (" srv7", "host"),
        (" wenn es läuft", "when"),
        (" aparece otra vez", "verb"),
        (") guests", "end"),
        ("] on two hosts", "when"),
    ],
)
def test_what_stands_behind_a_number(behind: str, kind: str) -> None:
    assert number_slots.after(f"3106{behind}", 4)[0] == kind


def test_quotes_and_brackets_around_a_number_are_told() -> None:
    assert number_slots.before('it says "3106"', 9) == ("tells", True)
    assert number_slots.after("(3106) again", 5) == ("verb", True)
    assert number_slots.before("it says 3106", 8) == ("tells", False)


def test_a_column_is_told_by_its_gaps() -> None:
    assert number_slots.in_columns("FS1   3106   open", 6, 10)
    assert number_slots.in_columns("FS1 | 3106 | open", 6, 10)
    assert not number_slots.in_columns("FS1 has 3106 open", 8, 12)
