"""Reads the state of the connection: by fixed phrases, and where none is found by the words of a clause."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.decisions.states.connectivity_rules import Connectivity
from assistant.understanding.connection import connection_words as phrases
from assistant.understanding.connection.links import (
    LinkState,
    find_link_state,
    link_states,
    names_far_end,
    tells_contrary,
)
from assistant.understanding.reading import Mention
from assistant.understanding.subscription import state_words as words

# How many characters before a phrase may deny it, or give it to something else.
_BEFORE_LOST = 30
_BEFORE = 100
_STILL_BEFORE = 7
NOWHERE = (0, 0)
NOT_SO_LONG = "not so long"
Span = tuple[int, int]
_Hits = list[tuple[re.Match[str], str]]


@lru_cache(maxsize=64)  # a question is read by itself, in its clauses and for each machine that it names
def read_connectivity(text: str) -> tuple[Connectivity | None, Mention | None, Span]:
    """Restored before lost before connected, unless the latest is told; what is not lost is connected."""
    if phrases.MEANWHILE().search(text) and (later := phrases.BACK_LATER().search(text)):
        told = Mention("connectivity", str(Connectivity.LOST), later[0].strip(), "back later")
        return Connectivity.LOST, told, later.span()
    lost, denied = _lost(text)
    connected = _connected(text, lost)
    ordered = [
        *((match, rule, Connectivity.RESTORED) for match, rule in connected if rule == "again connected"),
        *((match, rule, Connectivity.LOST) for match, rule in lost),
        *((match, rule, Connectivity.CONNECTED) for match, rule in (*connected, *denied)),
    ]
    if ordered:
        match, rule, state = ordered[0]
        if link := _of_far_end(text, match.start(), state):
            return _by_clause(text, link, connected)
        if state is Connectivity.LOST and (again := _ended(text, match.end(), connected)):
            state, rule = Connectivity.RESTORED, again
        elif state is Connectivity.RESTORED and (still := _still_lost(text, match.end())):
            return _by_clause(text, still, connected)
        elif state is Connectivity.RESTORED and (relapse := _relapse(text, match.end(), lost)):
            match, rule, state = *relapse, Connectivity.LOST
        if state is Connectivity.RESTORED and tells_contrary(text, match.end()):
            return None, None, match.span()
        if rule == "connected" and (awaited := _lost_in_clause(text, match.start())):
            return _by_clause(text, awaited, connected)
        if rule == "connected" and _is_contested(text, match.span()):
            lost_link = find_link_state(text)
            if lost_link is None or lost_link.state is not Connectivity.LOST:
                return None, None, match.span()
            return _by_clause(text, lost_link, connected)
        return state, Mention("connectivity", str(state), match[0].strip(), rule), match.span()
    if link := find_link_state(text):
        link = _of_far_end(text, link.start, link.state) or link
        if link.state is not Connectivity.LOST and tells_contrary(text, link.end):
            return None, None, (link.start, link.end)
        return _by_clause(text, link, connected)
    return None, None, NOWHERE


def _of_far_end(text: str, start: int, state: Connectivity) -> LinkState | None:
    """What is told of Azure itself, where the words at `start` name only a line or what stands in its way,
    and say the contrary: "the main line is dead but the server reaches Azure over the other one"."""
    told = [one for one in link_states(text) if one.far and not _is_supposed(text, one)]
    lost = {one.state is Connectivity.LOST for one in told}
    if lost != {state is not Connectivity.LOST} or names_far_end(text, start):
        return None
    return told[-1] if told[-1].start > start else None


def _lost_in_clause(text: str, start: int) -> LinkState | None:
    """The outage whose end the clause at `start` waits for: "waiting for the line that reaches Azure"."""
    if not phrases.WAITING().search(text):
        return None
    lost = (one for one in link_states(text) if one.state is Connectivity.LOST)
    return next((one for one in lost if one.start <= start < one.end), None)


def _is_supposed(text: str, link: LinkState) -> bool:
    """Whether a clause asks, supposes or tells of another time."""
    ahead, clause, behind = text[: link.start], text[link.start : link.end], text[link.end :]
    supposed = phrases.SUPPOSED_BEFORE().search(ahead) or phrases.SUPPOSED().search(clause)
    return bool(supposed or phrases.ASKED().match(clause + behind[:1]) or behind.lstrip().startswith("?"))


def _by_clause(text: str, link: LinkState, connected: _Hits) -> tuple[Connectivity, Mention, Span]:
    """The state that a clause tells by its words, unless its end is told behind it."""
    state, start, end, _ = link
    if state is Connectivity.LOST and _ended(text, end, connected):
        state = Connectivity.RESTORED
    return state, Mention("connectivity", str(state), text[start:end].strip(), "clause"), (start, end)


def _is_contested(text: str, span: Span) -> bool:
    """Whether the clause of a connection has words for the contrary as well: what it tells is not sure."""
    if tells_contrary(text, span[1]) or phrases.TIME_SINCE().search(
        text[max(0, span[0] - _BEFORE) : span[0]]
    ):
        return True
    begin, clause = _clause_at(text, *span)
    rest = clause[: span[0] - begin] + " " + clause[span[1] - begin :]
    return bool(phrases.CONTRARY().search(phrases.HARMLESS().sub(" ", rest)))


def _ended(text: str, end: int, connected: _Hits) -> str:
    """The words behind an outage that tell its end; empty when there are none."""
    if again := _works_again(text[end:]):
        return again
    since = phrases.RESTORED_SINCE().match(text[end:])
    if since and not words.DENIED_AFAR().search(since[0]):
        return since[0]
    spans = [match.span() for match, _ in connected]
    spans += [(one.start, one.end) for one in link_states(text) if one.state is not Connectivity.LOST]
    was = phrases.WAS().search(words.CLAUSE_START().split(text[max(0, end - _BEFORE_LOST) : end])[-1])
    for start, stop in spans:
        if start < end:
            continue
        begin, joint, clause = _clause_of(text, start, stop)
        if begin < end:
            clause = phrases.STILL().sub(" ", clause)  # "the outage of the link is still open"
        told = phrases.AGAIN().search(clause) or (was and phrases.IS().search(clause))
        asked = phrases.ASKED().match(clause) and joint not in ("but", "and", "though", "yet")
        if told and not asked and not phrases.ONLY_ONCE().search(f"{joint} {clause}"):
            return text[start:stop]
    return ""


def _relapse(text: str, end: int, lost: _Hits) -> tuple[re.Match[str], str] | None:
    """A connection that was lost anew behind its return, told as what holds now."""
    for match, rule in lost:
        _, joint, clause = _clause_of(text, *match.span())
        if match.start() >= end and phrases.AGAIN().search(clause) and not phrases.ONLY_ONCE().search(joint):
            return match, rule
    return None


def _still_lost(text: str, end: int) -> LinkState | None:
    """An outage that goes on behind what was mended: "the proxy is fixed, still the server has no Azure"."""
    later = (one for one in link_states(text) if one.start >= end and one.state is Connectivity.LOST)
    begins = ((max(end, one.start - _STILL_BEFORE), one) for one in later)
    return next((one for begin, one in begins if phrases.STILL().search(text[begin : one.end])), None)


def _clause_of(text: str, start: int, end: int) -> tuple[int, str, str]:
    """Where the clause around a stretch of `text` begins, the word that does, and it with what ends it."""
    begin, clause = _clause_at(text, start, end)
    joint = [match[0] for match in words.CLAUSE_START().finditer(text, 0, begin)]
    return begin, (joint[-1] if joint else ""), clause


def _clause_at(text: str, start: int, end: int) -> tuple[int, str]:
    """Where the clause around a stretch of `text` begins, and that clause with what ends it."""
    begin = max((match.end() for match in words.CLAUSE_START().finditer(text, 0, start)), default=0)
    after = words.CLAUSE_START().search(text, end)
    return begin, text[begin : after.end() if after else len(text)]


def _works_again(behind: str) -> str:
    """The words behind an outage that tell its end; empty when they are denied, asked or about a backup."""
    match = phrases.WORKS_AGAIN().search(behind)
    if not match:
        return ""
    clause = words.CLAUSE_START().split(behind[: match.start()])[-1]
    other = words.DENIED_AFAR().search(clause + match[0]) or phrases.NOT_OF_LINK().search(clause)
    rest = words.CLAUSE_START().split(behind[match.end() :])[0]
    asked = "?" in behind[match.end() :][:4] and not phrases.SAID().match(clause + match[0])
    asked = asked or phrases.NOT_OF_LINK().search(rest[:20]) is not None
    return "" if other or asked else match[0]


def _lost(text: str) -> tuple[_Hits, _Hits]:
    """The words for a lost connection, and those that are denied ("not offline"), each with its rule."""
    lost: _Hits = []
    denied: _Hits = []
    lower = text.lower()
    for rule, pattern in phrases.LOST_RULES().possible(text):
        if phrases.NEEDED.get(rule, "") not in lower:
            continue
        for match in pattern.finditer(text):
            before = text[max(0, match.start() - _BEFORE_LOST) : match.start()]
            if rule != "can't reach" and phrases.NEGATED_LOST().search(before):
                limited = phrases.LIMITED().match(text[match.end() :])
                (lost if limited else denied).append((match, NOT_SO_LONG if limited else "not lost"))
            else:
                lost.append((match, rule))
    return lost, denied


def _connected(text: str, lost: _Hits) -> _Hits:
    """The words for a connection, outside those for a lost one and not as something needed."""
    spans = [match.span() for match, _ in lost]
    return [
        (match, rule)
        for rule, pattern in phrases.CONNECTED_RULES().possible(text)
        for match in pattern.finditer(text)
        if (
            rule == "again connected"  # "the outage was fixed"
            or not any(start < match.end() and match.start() < end for start, end in spans)
        )
        and not _is_no_state(text[max(0, match.start() - _BEFORE) : match.start()], match[0])
    ]


def _is_no_state(before: str, told: str) -> bool:
    """Whether words for a connection are only needed or tried ("needs internet"), belong to a backup ("back
    up files online") or are denied from afar ("no packet has reached Azure"): then the clause decides."""
    if phrases.NEED_OR_ATTEMPT().search(before) or phrases.PREVENTED().search(before):
        return True
    if told.lower() == "online" and phrases.DONE_ONLINE().search(before):
        return True
    if phrases.DENIED_TRUE().search(told):
        return True
    clause = words.CLAUSE_START().split(before)[-1]
    return bool(words.DENIED_AFAR().search(clause)) and not words.ABOUT_SUBSCRIPTION().search(clause)
