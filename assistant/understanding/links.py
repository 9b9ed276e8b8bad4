"""The state of the connection, put together from the words of a clause: what links, is it up, is it denied.

It is asked where no fixed phrase of `state_words` was found: people say the same in endless ways.
"""

from __future__ import annotations

from typing import NamedTuple

from assistant.decisions.connectivity_rules import Connectivity
from assistant.understanding import link_words as words
from assistant.understanding.clauses import Clause, clauses

_NEAR_WORDS = 4


class LinkState(NamedTuple):
    """A state, and the words of the clause that told it."""

    state: Connectivity
    start: int
    end: int


def find_link_state(text: str) -> LinkState | None:
    """The state that the clauses of `text` tell: restored before lost before connected; None when none."""
    told = [
        LinkState(state, clause.starts[0], clause.end)
        for clause in clauses(text)
        if (state := _state(clause)) is not None
    ]
    for wanted in (Connectivity.RESTORED, Connectivity.LOST, Connectivity.CONNECTED):
        if found := next((one for one in told if one.state is wanted), None):
            return found
    return None


def _state(clause: Clause) -> Connectivity | None:
    if clause.find(words.BILLING) >= 0 and clause.find(words.LINK) < 0:
        return None
    for reader in (_of_link, _of_reach, _of_site):
        state = reader(clause)
        if state is not None:
            return _restored(clause) if state is Connectivity.CONNECTED else state
    return None


def _of_link(clause: Clause) -> Connectivity | None:
    """A link that is up or down, wanting, or without a fault."""
    link = clause.find(words.LINK)
    if link < 0:
        return None
    if _harmless(clause):
        return Connectivity.CONNECTED
    if any(
        clause.words[place] in words.LACKED and clause.near(words.ABSENT, place, _NEAR_WORDS)
        for place in clause.places(words.LINK)
    ):
        return Connectivity.LOST
    for place in range(len(clause.words)):
        denied = clause.near(words.NOT, place, _NEAR_WORDS)
        if clause.words[place] in words.DOWN:
            return Connectivity.CONNECTED if denied else Connectivity.LOST
        if clause.words[place] in words.UP and place > link:
            return Connectivity.LOST if denied else Connectivity.CONNECTED
    return None


def _of_reach(clause: Clause) -> Connectivity | None:
    """The server reaches the far end, or doesn't."""
    for place in clause.places(words.REACH):
        far = clause.near(words.FAR, place, _NEAR_WORDS + 2, _NEAR_WORDS)
        if not far or _operates(clause):
            continue
        denied = clause.near(words.NOT, place, _NEAR_WORDS)
        return Connectivity.LOST if denied or "last" in clause.words else Connectivity.CONNECTED
    return None


def _of_site(clause: Clause) -> Connectivity | None:
    """The server or its site is cut off, or Azure is gone from its sight."""
    alone = clause.find(words.ALONE)
    if alone >= 0 and not clause.near(words.OPERATION, alone, 0, 1):
        denied = clause.near(words.NOT, alone, _NEAR_WORDS)
        return Connectivity.CONNECTED if denied else Connectivity.LOST
    if _operates(clause):
        return None
    far = clause.find(words.FAR)
    if far >= 0 and clause.near(words.DOWN, far, _NEAR_WORDS, _NEAR_WORDS):
        return Connectivity.LOST
    return None


def _harmless(clause: Clause) -> bool:
    """A fault that is denied: "no problem with the line", "nothing wrong with the network"."""
    return any(
        clause.near(words.NOT, place, _NEAR_WORDS) and clause.find(words.LINK) >= 0
        for place in clause.places(words.HARMLESS)
    )


def _operates(clause: Clause) -> bool:
    return clause.find(words.OPERATION) >= 0


def _restored(clause: Clause) -> Connectivity:
    """Connected, or connected again where the clause says so."""
    again = any(not clause.near(words.NOT, place, 3) for place in clause.places(words.RETURN))
    return Connectivity.RESTORED if again else Connectivity.CONNECTED
