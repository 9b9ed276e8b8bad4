"""The state of the connection, put together from the words of a clause: what links, is it up, is it denied.

It is asked where no fixed phrase of `state_words` was found: people say the same in endless ways.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import partial
from typing import NamedTuple

from assistant.decisions.connectivity_rules import Connectivity
from assistant.decisions.patterns import lazy
from assistant.understanding import link_words as words
from assistant.understanding.clauses import Clause, clauses

_NEAR_WORDS = 4
_LEAST_WORDS = 3
_FAULT_WORDS = 6
_UNBROKEN = 3
"""How many words after a time "without a break" may end."""
# A denial reaches farther when it is the subject: "nothing from our site has got through".
_SUBJECT_WORDS = 9
# Names in which "Azure", "backup" and the like tell neither a far end nor an operation.
_NAMES = (
    # "3 weeks back": no backup
    (
        lazy(
            r"(?:(?<=\bdays )|(?<=\bweeks )|(?<=\bmonths )|(?<=\bweek )|(?<=\bmonth ))back\b(?!\s*(?:up|to))"
        ),
        "ago",
    ),
    (lazy(r"\b(?:microsoft\s+)?azure\s+backup\s+server\b"), "server"),
    (lazy(r"\bazure\s+stack(?:\s+(?:hub|hci))?\b"), "stack"),
    (lazy(r"\bazure\s+(?=subscriptions?\b|subs?\b|account\b|plan\b)"), ""),
    # "Azure and MABS have not exchanged a packet": who reaches whom
    (
        lazy(r"\b(?:azure|the cloud)\s+and\s+(?:the\s+|our\s+)?(?=(?:mabs|server|box|backup|machine|vm)\b)"),
        "azure",
    ),
    (
        lazy(
            r"(?<!between )(?<!between the )(?<!between our )\b(?:mabs|server|box|machine"
            r"|vm)\s+and\s+(?=(?:azure|the cloud)"
            r"\s+(?:have|has|had|are|can|could|do|did|exchange|talk|communicate|see)\b)"
        ),
        "server",
    ),
    # "between MABS and Azure" must not be cut in two
    (
        lazy(
            r"\bbetween\s+(?:the\s+|our\s+)?[\w-]+(?:\s+(?:server|vm|box|machine))?\s+and\s+"
            r"(?:the\s+)?(?=azure\b|cloud\b)"
        ),
        "to",
    ),
    # what only makes a denial stronger, and stands between it and what it denies
    (
        lazy(
            r"\b(?:so much as|even so much as|the (?:slightest|least|faintest)(?: bit of)?"
            r"|a single(?: successful| working)?)\b"
        ),
        "",
    ),
    (lazy(r"\bazure\s+backup(?:\s+(?:service|cloud|endpoints?|side))?\b(?!\s+(?:job|run|agent))"), "azure"),
    (lazy(r"\b(?:azure|microsoft)\s+(?:urls?|endpoints?|addresses)\b"), "azure"),
    (lazy(r"\b(?:shut|locked|barred) out\b"), "cutoff"),
    # "MABS to Azure is down"
    (
        lazy(
            r"(?<!from )(?<!from our )(?<!from the )\b(?:mabs|server|box|vm)[\s-]+to[\s-]+azure\b"
            r"(?=\s+(?:is|was|has|works?|link|line|connection)\b)"
        ),
        "link",
    ),
    (
        lazy(
            r"\bback-?up\s+(?:server|vm|box|host|machine|appliance|node|system|site|admin|team|operator|guy)\b"
        ),
        "server",
    ),
)


class LinkState(NamedTuple):
    """A state, and the words of the clause that told it."""

    state: Connectivity
    start: int
    end: int


def link_states(text: str) -> list[LinkState]:
    """The states that the clauses of `text` tell, in order."""
    return [
        LinkState(state, clause.starts[0], clause.end)
        for clause in _with_subjects(clauses(_without_names(text)))
        if (state := _state(clause)) is not None
    ]


def _with_subjects(told: Iterable[Clause]) -> Iterator[Clause]:
    """The clauses, each that lacks its link with that of the one before ("was tested and is good")."""
    link = ""
    for clause in told:
        if link and (clause.words[0] in words.PRONOUNS or _lacks_subject(clause)):
            yield Clause((link, *clause.words), (clause.starts[0], *clause.starts), clause.end)
            continue
        at = clause.find(words.LINK)
        link = clause.words[at] if 0 <= at < _NEAR_WORDS and clause.find(words.BILLING) < 0 else ""
        yield clause


def _lacks_subject(clause: Clause) -> bool:
    """Whether a clause begins with a verb and asks of no subject behind it ("is it ...", "is back up to")."""
    asks = clause.words[1:4] == words.BACK_UP_TO or any(w in words.ASKED_OF for w in clause.words[1:2])
    return clause.words[0] in words.ELLIPTIC and not asks


def talks_of_link(text: str) -> bool:
    """Whether a clause is about the connection, or the server and Azure, and not about a backup or a bill."""
    return any(_about_link(clause) for clause in clauses(_without_names(text)))


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
    plain = _without_names(text)
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


def _without_names(text: str) -> str:
    """`text` with plain words for those names, each as long as the name so that places stay."""
    for pattern, plain in _NAMES:
        text = pattern().sub(partial(_padded, plain), text)
    return text


def _padded(plain: str, name: re.Match[str]) -> str:
    return plain.ljust(len(name[0]))


def _state(clause: Clause) -> Connectivity | None:
    if clause.find(words.BILLING) >= 0 and clause.find(words.SURE_LINK) < 0:
        return None
    for reader in (_of_last_time, _of_link, _of_reach, _of_site):
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
    told = set(_ups_and_downs(clause, link))
    return told.pop() if len(told) == 1 else None  # one that was up and is down is not guessed at


def _ups_and_downs(clause: Clause, link: int) -> Iterator[Connectivity]:
    """What each word for up or down says of the link."""
    for place, word in enumerate(clause.words):
        up = word in words.UP and place >= link - 1
        if (up or word in words.DOWN | words.BARS) and not _of_other_sense(clause, place):
            yield Connectivity.LOST if _denied(clause, place) == up else Connectivity.CONNECTED


def _to_be_repaired(clause: Clause) -> bool:
    """Whether a repair is denied or awaited: "nobody has been able to bring the link back"."""
    repairs = list(clause.places(words.RETURN))
    if any(clause.near(words.PENDING, place, _SUBJECT_WORDS) for place in repairs):
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
        if word in words.GOES and (moves_data or not clause.near(words.TOWARDS, place, 0, 3)):
            continue
        if clause.near(words.FAR, place, _NEAR_WORDS + 2, 0 if word in words.RESPOND else _NEAR_WORDS):
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
    again = any(not clause.near(words.NOT, place, 3) for place in clause.places(words.RETURN))
    return Connectivity.RESTORED if again else Connectivity.CONNECTED
