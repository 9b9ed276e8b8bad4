"""Machines of which one message tells connections of their own: "Oslo is online, Bergen offline for 3 weeks".

A machine that is only protected by Azure Backup Server has no row in the table: its connection isn't the
server's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.decisions.expressions.patterns import compiled, lazy
from assistant.decisions.states.connectivity_rules import Connectivity
from assistant.understanding.connection.connections import read_connectivity
from assistant.understanding.connection.link_owners import (
    NAMES_OTHER,
    OTHERS,
    OWN,
    SUBSCRIPTION,
    Owner,
    all_words,
    is_name,
    is_one_more,
    is_protected,
    lead_of,
    name_of,
    owner_of,
    state_of,
    words_of,
)
from assistant.understanding.subscription.states import read_states

_MOST_CHARS = 600
_SHORT_NAME = 3
"""Words of a name at most, the one that says what it is ("the Oslo server") among them."""

_BREAK = lazy(
    r"(?P<end>[.;!?]+(?=\s|$)|\n+)|,\s*(?:and\s+|but\s+)?"
    r"|\s+(?:and(?!\s+a\s+half\b)|but|while|whereas|whilst|though|although)\s+"
    r"|\s[-\u2013\u2014]\s|:\s+(?=(?:can|may|is|are|do|does|will|what|which|who|how|should|could|and)\b)"
    r"|(?:(?<=\bsub)|(?<=subscription)|(?<=servers)|(?<=sites)|(?<=active)|(?<=expired)|(?<=both)):\s+"
    r"|(?<=[\w)])\s*\((?=[^)]{0,60}\b(?:online|offline|connected|disconnected|unreachable|cut off|down|up)\b)"
    r"|\)"
)
_OPENS = lazy(
    r"^\W*(?:(?:so|and|or|but|then|now|ok|please|pls|i ask|question)\W+){0,3}"
    r"(?:am|is|are|do|does|did|can|could|may|might|will|would|should|shall|which|what|who|how|where|why|when|give"
    r"|tell|list|show|name|explain)\b(?!['’]t)"
)
_MATTERS = lazy(
    r"\b(?:does|is|would|will) it (?:be )?(?:matter|a problem|an issue|relevant)\s+(?:that|if|when)\b"
)
_ASIDE = compiled(r"\(((?:(?!\b(?:offline|online|connected|down|up|cut|lost|days?|weeks?)\b)[^()]){1,40})\)")
_OURS = lazy(
    r"\b(?:can|could|may|might|will|would|should|shall|do|does|did|are|is|am|must|what about|and)\s+"
    r"(?:still\s+)?(?:we|i|our|my)\b|\b(?:ours|mine)\b"
)
_OF_ALL = lazy(r"\b(?:both|all|each|every|same|one|shared?|common|two|everywhere)\b")
_A_TIME = lazy(r"\b(?:\d+\s?)?(?:days?|d|weeks?|months?)\b")
_ONLINE_ONE = lazy(
    r"\b(?:online|connected|reachable|working|healthy|up)\s+(?:one|server|mabs|box|site|machine|location)\b"
    r"|\bone (?:that|which)(?:['’]s| is| has)? (?:still )?(?:online|connected|up|reachable|internet)\b"
)
_OFFLINE_ONE = lazy(
    r"\b(?:offline|disconnected|unreachable|isolated|cut[- ]off|down)\s+(?:one|server|mabs|box|site|machine"
    r"|location)\b|\bone (?:that|which)(?:['’]s| is| has)? (?:still |been )?"
    r"(?:offline|disconnected|down|unreachable|cut off|no)\b"
)
_BACK = frozenset({Connectivity.CONNECTED, Connectivity.RESTORED})


@dataclass(slots=True)
class Machine:
    """A machine: what it is called, the words that set it apart, and all that is told of it."""

    name: str
    words: frozenset[str]
    owner: Owner
    states: list[Connectivity]
    told: list[str]

    @property
    def is_up(self) -> bool:
        """Whether the connection told last is one."""
        return self.states[-1] in _BACK


@dataclass(frozen=True, slots=True)
class Told:
    """The machines of a message, what it tells of all of them, and what it asks."""

    machines: Sequence[Machine]
    shared: Sequence[str]
    asked: str

    def question_of(self, machine: Machine | None) -> str:
        """What is asked, of one machine alone; of none whose connection is told, where `machine` is None."""
        told = [*(machine.told if machine else ()), *self.shared]
        asked = _named_as_server(self.asked, machine) if machine else self.asked
        return " ".join([*(f"{part}." for part in told), asked])


@dataclass(frozen=True, slots=True)
class _Clause:
    text: str
    sentence: int
    asks: bool


@dataclass(frozen=True, slots=True)
class _Subscription:
    """Words on a subscription, the machine told of before them, and how many were told of until then."""

    text: str
    machine: Machine | None
    count: int


def told_machines(message: str) -> Told | None:
    """The machines whose connections `message` tells; None where it tells of one server's alone."""
    if len(message) > _MOST_CHARS:
        return None
    machines: list[Machine] = []
    subscriptions: list[_Subscription] = []
    asked: list[str] = []
    besides, sentence = "", -1
    text = _MATTERS().sub(" ", _ASIDE.sub(r" \1 ", message))
    clauses = list(_clauses(text))
    several = [clause.asks for clause in clauses].count(False) > 1
    if not (several or is_protected(text) or NAMES_OTHER().search(text)):
        return None
    for clause in clauses:
        before = machines[-1].states[-1] if machines else None
        state = None if clause.asks else state_of(clause.text, before)
        last = machines[-1] if machines and clause.sentence == sentence else None
        if state is not None:
            _put(machines, clause.text, state)
            sentence = clause.sentence
        elif clause.asks:
            asked.append(clause.text)
        elif SUBSCRIPTION().search(clause.text):
            subscriptions.append(_Subscription(clause.text, last, len(machines)))
        elif last and _A_TIME().search(clause.text):
            last.told.append(clause.text)
        else:
            besides = clause.text
    if besides and not asked:
        asked.append(besides)
    if not asked or not _apart(machines):
        return None
    return Told(machines, _shared(subscriptions, machines), " ".join(asked))


def asked_machines(told: Told) -> list[Machine]:
    """The machines that the question is about: those it names, else all that may be meant."""
    servers = [one for one in told.machines if one.owner is not Owner.PROTECTED]
    for pattern, up in ((_ONLINE_ONE, True), (_OFFLINE_ONE, False)):
        if pattern().search(told.asked):
            return [one for one in servers if one.is_up is up]
    common = frozenset.intersection(*(one.words for one in servers)) if len(servers) > 1 else frozenset()
    words = all_words(told.asked)
    if named := [one for one in servers if (one.words - common) & words]:
        return named
    own = [one for one in servers if OWN in one.words or one.owner is Owner.SERVER]
    if own and len(own) < len(servers) and _OURS().search(told.asked):
        return own
    alone = [one for one in servers if one.owner is Owner.SERVER]
    return servers if len(alone) != 1 or _OF_ALL().search(told.asked) else alone


def is_of_other(told: Told) -> bool:
    """Whether the one connection told is another's ("the neighbour's"), and one's own server is meant."""
    other = told.machines[0].words
    return bool(other & OTHERS and _OURS().search(told.asked) and not other & all_words(told.asked))


def _clauses(text: str) -> Iterator[_Clause]:
    """The clauses of a text, each with the number of its sentence and whether it asks."""
    start = sentence = 0
    asks = False
    named = ""
    breaks = [(match.start(), match.end(), match["end"] or "") for match in _BREAK().finditer(text)]
    for end, following, closes in [*breaks, (len(text), len(text), "")]:
        clause = text[start:end].strip()
        if clause and not closes and following < len(text) and is_name(clause):
            named = f"{named}{clause} and "
        elif clause:
            clause, named = f"{named}{clause}", ""
            asks = asks or bool(_OPENS().match(clause)) or "?" in closes
            yield _Clause(f"{clause}?" if "?" in closes else clause, sentence, asks)
        if closes:
            sentence += 1
            asks = False
        start = following


def _put(machines: list[Machine], clause: str, state: Connectivity) -> None:
    """Puts what a clause tells to the machine that it is about: a new one, or one told of before."""
    lead = lead_of(clause)
    owner = owner_of(lead)
    words = frozenset({f"one {len(machines)}"}) if is_one_more(lead) else words_of(lead)
    again = state is Connectivity.RESTORED and owner is Owner.SERVER
    plain = words if words != {OWN} else frozenset()
    known = [one for one in machines if one.words in (words, plain) or (not words and OWN in one.words)]
    if owner is None or again:
        known = machines[-1:]
    if not known:
        known = [Machine(name_of(clause, lead), words, owner or Owner.SERVER, [], [])]
        machines += known
    simply = f"offline, {clause}" if state is Connectivity.LOST else "connected"
    known[0].states.append(state)
    known[0].told.append(clause if read_connectivity(clause)[0] else simply)


def _named_as_server(asked: str, machine: Machine) -> str:
    """`asked` with the server in place of a machine's name, where what it may do is asked."""
    words = [word for word in machine.words if " " not in word]
    if not words:
        return asked
    names = "|".join(re.escape(word) if len(word) > 1 else f"(?-i:{word})" for word in words)
    may = (
        r"\b((?:can|could|may|will|does|should)\s+)(?:the\s+|our\s+)?(?:mabs[ -])?"
        rf"(?:{names})(?:\s+(?:server|site|mabs|one|box))?\b"
    )
    return re.sub(may, r"\1the server", asked, flags=re.IGNORECASE)


def _apart(machines: Sequence[Machine]) -> bool:
    """Whether the connections told are those of different machines, or not the server's at all.

    Several outages are those of one server ("the line is down and MABS sees no Azure") unless names that
    can't be taken for anything else set them apart.
    """
    if any(one.owner is Owner.PROTECTED or one.words & OTHERS for one in machines):
        return True
    if len({one.is_up for one in machines}) > 1:
        return True
    return sum(one.owner is Owner.NAMED and len(one.name.split()) <= _SHORT_NAME for one in machines) > 1


def _shared(subscriptions: Sequence[_Subscription], machines: Sequence[Machine]) -> list[str]:
    """The subscription's states that hold for all; one that is told of a single machine is put to that."""
    shared: list[str] = []
    alike = any(
        _OF_ALL().search(one.text) and not read_states(one.text).subscription for one in subscriptions
    )
    for told in subscriptions:
        named = [one for one in machines if one.words & all_words(told.text)]
        if len(named) == 1:
            named[0].told.append(told.text)
        elif (
            told.machine
            and not alike
            and not _OF_ALL().search(told.text)
            and _is_its_own(subscriptions, machines)
        ):
            told.machine.told.append(told.text)
        else:
            shared.append(told.text)
    return shared


def _is_its_own(subscriptions: Sequence[_Subscription], machines: Sequence[Machine]) -> bool:
    """Whether each machine has a state of its own behind it, told in its sentence."""
    behind = {one.count for one in subscriptions if one.machine is not None}
    own = sum(bool(read_states(". ".join(one.told)).subscription) for one in machines)
    return len(behind) + own >= len(machines)
