"""The state of the connection, put together from the words of a clause: what links, is it up, is it denied.

It is asked where no fixed phrase of `state_words` was found: people say the same in endless ways.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from assistant.decisions.states.connectivity_rules import Connectivity
from assistant.understanding.connection import link_words as words
from assistant.understanding.connection.link_clauses import told_clauses
from assistant.understanding.connection.link_names import without_names
from assistant.understanding.message.clauses import Clause, clauses

_NEAR_WORDS = 4
_LEAST_WORDS = 3
_FAULT_WORDS = 6
_FAR_WORDS = 6
_UNBROKEN = 3
"""How many words after a time "without a break" may end."""
# A denial reaches farther when it is the subject: "nothing from our site has got through".
_SUBJECT_WORDS = 9
_PENDING_WORDS = 13
_TELLING = words.LINK | words.FAR | words.ALONE | words.OFF
"""Without any of these a clause tells no state."""


class LinkState(NamedTuple):
    """A state, the words of the clause that told it, and whether that names the far end."""

    state: Connectivity
    start: int
    end: int
    far: bool = False


@lru_cache(maxsize=64)  # asked for the first, for what is told of Azure itself, for ends and for relapses
def link_states(text: str) -> tuple[LinkState, ...]:
    """The states that the clauses of `text` tell, in order."""
    if all(_TELLING.isdisjoint(clause.words) for clause in clauses(without_names(text))):
        return ()
    return tuple(
        LinkState(state, clause.starts[0], clause.end, clause.find(words.AZURE) >= 0)
        for clause in told_clauses(text)
        if (state := _state(clause)) is not None
    )


def names_far_end(text: str, start: int) -> bool:
    """Whether the clause that stands at `start` names the far end."""
    return any(
        clause.starts[0] <= start < clause.end and clause.find(words.AZURE) >= 0
        for clause in told_clauses(text)
    )


def talks_of_link(text: str) -> bool:
    """Whether a clause is about the connection, or the server and Azure, and not about a backup or a bill."""
    return any(_about_link(clause) for clause in clauses(without_names(text)))


def _about_link(clause: Clause) -> bool:
    if clause.find(words.BILLING) >= 0 or len(clause.words) < _LEAST_WORDS:
        return False
    if clause.find(words.CHECK) >= 0:
        return True
    if clause.find(words.LINK) >= 0 and clause.find(words.TIME) >= 0:
        return True  # "the link broke four days back" tells of no backup
    if _operates(clause):
        return False
    if clause.find(words.LINK | words.ALONE | words.LOSS) >= 0:
        return True
    if clause.find(words.FAR) >= 0 and clause.find(words.TIME | words.NOT) >= 0:
        return True
    if clause.find(words.NAMED) >= 0 and clause.find(words.TIME) >= 0 and clause.find(words.NOT) >= 0:
        return True
    return clause.find(words.SERVER) >= 0 and clause.find(words.FAR | words.LASTING | words.TIME) >= 0


def tells_contrary(text: str, start: int) -> bool:
    """Whether a clause from `start` on denies something or tells a fault, for some time: "not for a week"."""
    plain = without_names(text)
    return any(
        clause.starts[0] >= start
        and clause.find(words.TIME) >= 0
        and clause.find(words.NOT | words.DOWN) >= 0
        and not any(clause.near(words.NOT, at, 2) for at in clause.places(words.HARMLESS))
        and clause.find(words.BILLING | words.OPERATION) < 0
        for clause in clauses(plain)
    )


def find_link_state(text: str) -> LinkState | None:
    """The state that the clauses of `text` tell: restored before lost before connected; None when none."""
    told = link_states(text)
    for wanted in (Connectivity.RESTORED, Connectivity.LOST, Connectivity.CONNECTED):
        if found := next((one for one in told if one.state is wanted), None):
            return found
    return None


def _state(clause: Clause) -> Connectivity | None:
    if _TELLING.isdisjoint(clause.words):
        return None
    if clause.find(words.BILLING) >= 0 and clause.find(words.SURE_LINK) < 0:
        return None
    for reader in (_of_last_time, _of_hold, _of_link, _of_reach, _of_far_end_here, _of_site):
        state = reader(clause)
        if state is not None:
            return _restored(clause) if state is Connectivity.CONNECTED else state
    return None


def _of_last_time(clause: Clause) -> Connectivity | None:
    """Lost where it is told when the far end was reached last: "last got through to Azure a week ago"."""
    last = clause.find(words.LAST)
    if last < 0 or clause.find(words.FAR) < 0 or clause.near(words.AT, last, 1) or _operates(clause):
        return None
    reached = any(last < place <= last + 2 for place in clause.places(words.REACH | words.RESPOND))
    return Connectivity.LOST if reached and clause.find(words.TIME) >= 0 else None


def _of_hold(clause: Clause) -> Connectivity | None:
    """A session or a way to the far end that is held, opened or found: "has held its session with Azure"."""
    if clause.find(words.FAR) < 0 or clause.find(words.ATTEMPT | words.NEEDS) >= 0 or _in_doubt(clause):
        return None
    for place in clause.places(words.HOLD):
        if clause.near(words.HELD, place, 0, _NEAR_WORDS) and not clause.near(words.NOT, place, 0, 2):
            return Connectivity.LOST if _denied(clause, place) else Connectivity.CONNECTED
    return None


def _of_far_end_here(clause: Clause) -> Connectivity | None:
    """The far end itself works, or is back, at the server: "nobody has Azure working on MABS"."""
    if clause.find(words.OPERATION - words.BACK) >= 0 or _in_doubt(clause):
        return None
    far = clause.find(words.AZURE)
    if far > 0 and clause.words[far - 1] in words.ON and clause.near(words.STAYING, far, _NEAR_WORDS, 3):
        return Connectivity.LOST if _denied(clause, far) else Connectivity.CONNECTED  # "is still on Azure"
    here = clause.find(words.HERE, far) if far >= 0 else -1
    if here < 0:
        return None
    if clause.near(words.HAD, far, 2) and clause.near(words.NOT, far, _NEAR_WORDS):
        return Connectivity.LOST  # "we don't have Azure on MABS"
    for place in clause.places(words.UP | words.BACK):
        if far < place < here and not _of_other_sense(clause, place):
            return Connectivity.LOST if _denied(clause, place) else Connectivity.CONNECTED
    return None


def _of_link(clause: Clause) -> Connectivity | None:
    """A link that is up or down, wanting, or without a fault."""
    link = clause.find(words.LINK)
    if link < 0 and clause.find(words.FAR) >= 0:
        link = clause.find(words.WAY)
    if link < 0 or _in_doubt(clause):
        return None
    if _harmless(clause):
        return Connectivity.CONNECTED
    lacked = words.LACKED if link == clause.find(words.LINK) else words.WAY
    if wanting := _wanting(clause, lacked | words.SIGNAL if clause.find(words.FAR) >= 0 else lacked):
        return wanting
    if _to_be_repaired(clause):
        return Connectivity.LOST
    if _came_back(clause, link):
        return Connectivity.CONNECTED
    told = set(_ups_and_downs(clause, link))
    return told.pop() if len(told) == 1 else None  # one that was up and is down is not guessed at


def _came_back(clause: Clause, link: int) -> bool:
    """Whether the link has come back or was restored, behind its name: "has come straight back"."""
    mended = (
        place
        for place in clause.places(words.MENDED)
        if clause.near(words.WAS, place, 2) and not clause.near(words.BEING, place, 1)
    )
    if any(place > link and not _denied(clause, place) for place in mended):
        return True
    return any(
        place > link
        and clause.near(words.CAME, place, 2)
        and not clause.near(words.TO_COME, place, 3)
        and not _denied(clause, place)
        for place in clause.places(words.BACK)
    )


def _ups_and_downs(clause: Clause, link: int) -> Iterator[Connectivity]:
    """What each word for up or down says of the link; what a test came to says it alone."""
    result = clause.find(words.RESULT)
    for place, word in enumerate(clause.words):
        if result >= 0 and word not in words.RESULT:
            continue
        up = word in words.UP and place >= link - 1
        if (up or word in words.DOWN | words.BARS) and not _of_other_sense(clause, place):
            yield Connectivity.LOST if _denied(clause, place) == up else Connectivity.CONNECTED


def _to_be_repaired(clause: Clause) -> bool:
    """Whether a repair is denied or awaited: "nobody has been able to bring the link back"."""
    repairs = list(clause.places(words.RETURN))
    if any(clause.near(words.PENDING, place, _PENDING_WORDS) for place in repairs):
        return True
    return any(
        _denied(clause, place) and not clause.near(words.NEED, place, _NEAR_WORDS) for place in repairs
    )


def _of_other_sense(clause: Clause, place: int) -> bool:
    """Whether a word for up or down means another thing: "well over a month", "a good three weeks", "the
    proxy lets it out"."""
    word = clause.words[place]
    if word in words.OUT and clause.near(words.BEFORE_OUT, place, 1):
        return True
    if word in words.BREAK and clause.near(words.NOT, place, 2) and clause.near(words.TIME, place, _UNBROKEN):
        return True  # "for 6 days without a break"
    if word in words.WORKS and clause.near(words.ON, place, 0, 1):
        return clause.near(words.IT | words.ASKED_OF, place, 0, 2)  # "the provider is working on it"
    if word in words.LASTS and clause.near(words.FAULT, place, _FAULT_WORDS):
        return True  # "a routing fault that is still open"
    if word in words.KICKED_UP:
        # "the failover kicked in", "up to now", "the router blew up"
        return clause.near(words.ONWARD, place, 0, 1) or clause.near(words.BURST, place, 1)
    if word in words.WELL:
        return clause.near(words.MEASURE, place, 0, 1)
    if word in words.GOOD:
        return clause.near(words.TIME, place, 0, 2) and clause.near(words.A, place, 1)
    return word in words.OUT and clause.near(words.LETS, place, _NEAR_WORDS)


def _wanting(clause: Clause, lacked: frozenset[str]) -> Connectivity | None:
    """Lost where a link is said to be wanting; connected where that is denied ("never lost its link")."""
    for place in clause.places(lacked):
        if clause.near(words.HARMLESS, place, 0, 1):
            continue  # "no packet loss"
        for absent in range(max(0, place - _NEAR_WORDS), place):
            without = clause.words[absent] in words.HAD and _denied(clause, absent)
            if without and not clause.near(words.OF, place, place - absent):
                return Connectivity.LOST  # "hasn't had a signal to Azure"
            if clause.words[absent] in words.ABSENT:
                denied = clause.words[absent] not in words.NOT and _denied(clause, absent)
                return Connectivity.CONNECTED if denied else Connectivity.LOST
    return None


def _of_reach(clause: Clause) -> Connectivity | None:
    """The server reaches the far end, or doesn't."""
    if _operates(clause) or _in_doubt(clause):
        return None
    moves_data = clause.find(words.DATA) >= 0
    for place in clause.places(words.REACH | words.RESPOND):
        word = clause.words[place]
        if word in words.FINDS and not clause.near(words.FAR | words.NONE, place, 0, 1):
            continue
        if word == "access" and clause.near(words.FAR, place, 1):
            continue  # "the server's Azure access"
        if word == "let" and clause.words[max(0, place - 1)] == "be":
            continue  # "which hosts must be let through" asks for what is needed
        if word in words.GOES and clause.near(words.OFF, place, 0, 1):
            return None if _denied(clause, place) else Connectivity.LOST  # "went off Azure"
        if word in words.GOES and (moves_data or not clause.near(words.TOWARDS, place, 0, 5)):
            continue
        behind = _FAR_WORDS if word in words.LETS_OUT else _NEAR_WORDS
        if clause.near(words.FAR, place, _NEAR_WORDS + 2, 0 if word in words.RESPOND else behind):
            lost = _denied(clause, place) or "last" in clause.words or _denied_between(clause, place)
            lost = lost or clause.near(words.NONE, place, 0, 1) or _in_vain(clause)
            if not lost and clause.near(words.ATTEMPT, place, _NEAR_WORDS, 0):
                continue  # how it ended isn't told
            return Connectivity.LOST if lost else Connectivity.CONNECTED
    return None


def _in_vain(clause: Clause) -> bool:
    """Whether attempts are told that came to nothing: "all attempts to reach Azure have failed"."""
    if clause.find(words.ATTEMPT) < 0:
        return False
    fruitless = (
        clause.near(words.ABSENT | words.NOT | words.NONE, at, 2, 0) for at in clause.places(words.SUCCESS)
    )
    return clause.find(words.IN_VAIN) >= 0 or any(fruitless)


def _denied_between(clause: Clause, place: int) -> bool:
    """Whether a denial stands between reaching and the far end: "has been going without Azure"."""
    far = clause.find(words.FAR, place)
    return any(clause.words[n] in words.NOT for n in range(place + 1, max(far, place)))


def _of_site(clause: Clause) -> Connectivity | None:
    """The server or its site is cut off, or Azure is gone from its sight."""
    alone = clause.find(words.ALONE)
    if alone >= 0 and not clause.near(words.OPERATION, alone, 0, 1):
        denied = clause.near(words.NOT, alone, _NEAR_WORDS)
        return Connectivity.CONNECTED if denied else Connectivity.LOST
    if _operates(clause):
        return None
    far = clause.find(words.FAR)
    if _without_far(clause, far):
        denied = clause.words[far - 1] in words.LOST_IT and _denied(clause, far - 1)
        return Connectivity.CONNECTED if denied else Connectivity.LOST
    if far >= 0 and any(_down_near(clause, far)):
        return Connectivity.CONNECTED if _denied(clause, far) else Connectivity.LOST
    return None


def _down_near(clause: Clause, far: int) -> Iterator[bool]:
    for place in () if clause.near(words.STORED, far, 3, 1) else clause.places(words.DOWN):
        yield abs(place - far) <= _NEAR_WORDS and not _of_other_sense(clause, place)


def _without_far(clause: Clause, far: int) -> bool:
    """Whether the far end itself is wanting ("without Azure for a week"), and not a thing of its own."""
    if far < 1 or clause.words[far - 1] not in words.ABSENT | words.LOST_IT:
        return False
    if far + 1 == len(clause.words) or clause.words[far + 1] in words.BEHIND_FAR:
        return True
    return clause.words[far + 1].isdecimal()


def _denied(clause: Clause, place: int) -> bool:
    """Whether a denial stands close before `place`, or any way before it as the subject."""
    if clause.near(words.FAR_FROM, place, 2):
        return True
    if clause.near(words.NOT, place, _NEAR_WORDS):
        return not _anything_but(clause, place)
    if _anything_but(clause, place):
        return True
    subject = clause.find(words.NO_SUBJECT)
    begins = subject < _NEAR_WORDS or clause.words[subject - 1] in words.BEGINS
    return 0 <= subject < place <= subject + _SUBJECT_WORDS and begins


def _anything_but(clause: Clause, place: int) -> bool:
    """Whether "anything but" stands close before `place`; with one more denial the two cancel out."""
    near = range(max(1, place - _NEAR_WORDS), place)
    return any(clause.words[n] in words.BUT and clause.words[n - 1] in words.ANYTHING for n in near)


def _in_doubt(clause: Clause) -> bool:
    """Whether a state is only wondered about: "not sure that the line is up"."""
    return any(clause.near(words.NOT, place, _NEAR_WORDS) for place in clause.places(words.KNOWN))


def _harmless(clause: Clause) -> bool:
    """A fault that is denied: "no problem with the line", "nothing wrong with the network"; a time "without
    a break" is only an unbroken one."""
    return any(
        clause.near(words.NOT, place, _NEAR_WORDS) and clause.find(words.LINK) >= 0
        for place in clause.places(words.HARMLESS)
        if not clause.near(words.TIME, place, _UNBROKEN)
    )


def _operates(clause: Clause) -> bool:
    return clause.find(words.OPERATION) >= 0


def _restored(clause: Clause) -> Connectivity:
    """Connected, or connected again where the clause says so."""
    again = any(
        not clause.near(words.NOT, place, 3)
        and not (clause.words[place] == "over" and clause.near(words.ASKED_OF, place, 0, 1))
        for place in clause.places(words.AGAIN if clause.find(words.RESULT) >= 0 else words.RETURN)
    )
    return Connectivity.RESTORED if again else Connectivity.CONNECTED
