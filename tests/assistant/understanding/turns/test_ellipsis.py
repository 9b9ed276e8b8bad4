"""What a few words leave out that the turn before had."""

from __future__ import annotations

import pytest

from assistant.understanding.turns.ellipsis import filled

LOST = {"connectivity": "lost", "outage": "2 days"}
LET_THROUGH = {"query": "which urls have to be let through"}


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("and after 16", "and after 16 days"),
        ("when it's 20?", "when it's 20 days?"),
        ("what about day 17", "what about 17 days"),
        ("and 3", "and 3 days"),
    ],
)
def test_a_bare_number_after_an_outage_is_a_time(text: str, read: str) -> None:
    assert filled(text, LOST) == read
    assert filled(text, {"connectivity": "lost"}) == text
    assert filled(text, {}) == text


@pytest.mark.parametrize(
    "text", ["for 2 weeks", "with 3 disks", "is 2016 fine", "and A2", "from 3 to 5", "about 20 % more"]
)
def test_other_numbers_stay(text: str) -> None:
    assert filled(text, LOST) == text


def test_the_unit_is_that_of_the_time_before() -> None:
    assert filled("and 4", {"connectivity": "lost", "outage": "3 weeks"}) == "and 4 weeks"


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("if they stay shut for 3 weeks", "if the server is offline for 3 weeks"),
        ("one of them is blocked since Monday", "the server is offline since Monday"),
        ("are they for https", "are they for https"),
    ],
)
def test_addresses_that_are_not_let_through_cut_the_server_off(text: str, read: str) -> None:
    assert filled(text, LET_THROUGH) == read


@pytest.mark.parametrize("text", ["local or cloud?", "from the vault or the disk", "azure or local copy?"])
def test_which_copy_is_asked_of_what_was_asked_before(text: str) -> None:
    restores = {"operations": ["restore_from_azure", "restore_from_disk"]}

    assert filled(text, restores) == "and restore from azure, and restore from disk?"
    assert filled(text, {"operations": ["back_up_to_disk"]}).startswith("and back up to azure")
    assert filled(text, {"operations": []}) == text
    assert (
        filled("is the local disk faster or the cloud?", restores) == "is the local disk faster or the cloud?"
    )


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("where to keep", "where to keep it"),
        ("and where do I store?", "and where do I store it?"),
        ("where best to put then?", "where best to put it then?"),
        ("where should we save", "where should we save it"),
        ("ok, where keep?", "ok, where keep it?"),
        ("where to hold now", "where to hold it now"),
    ],
)
def test_what_is_kept_is_what_the_turn_before_named(text: str, read: str) -> None:
    assert filled(text, {"query": "who knows our passphrase"}) == read
    assert filled(text, {"query": "how long may backups stay on disk"}) == text


@pytest.mark.parametrize("text", ["where to keep backups", "where is the log kept", "where to keep it"])
def test_what_names_its_thing_gets_none(text: str) -> None:
    assert filled(text, {"query": "who knows our passphrase"}) == text
