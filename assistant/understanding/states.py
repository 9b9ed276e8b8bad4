"""Reads subscription states and connectivity in the words people use for them.

The guide knows Active, Expired and Deprovisioned, "Connected" and "Lost connectivity > 15 days". Words that
leave a state open ("cancelled", "not active") yield every state they allow, never a guess.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from assistant.decisions.connectivity_rules import Connectivity, Subscription
from assistant.understanding import state_words as words
from assistant.understanding.links import find_link_state
from assistant.understanding.reading import Mention

ACTIVE, EXPIRED, DEPROVISIONED = Subscription.ACTIVE, Subscription.EXPIRED, Subscription.DEPROVISIONED
_MEANS = {
    "deprovisioned": frozenset({DEPROVISIONED}),
    "expired": frozenset({EXPIRED}),
    "open": frozenset({EXPIRED, DEPROVISIONED}),
    "active": frozenset({ACTIVE}),
}
_DENIED = {
    "deprovisioned": frozenset({ACTIVE, EXPIRED}),
    "expired": frozenset({ACTIVE}),
    "active": frozenset({EXPIRED, DEPROVISIONED}),
}
# How many characters before a state may deny it, or give it to something else.
_BEFORE_STATE = 40
_BEFORE_LOST = 30
_BEFORE = 100


Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class States:
    """What was read: possible subscription states now and before, connectivity, and the words for each.

    `outage_at` and `subscription_at` are where the words for a lost connection and a subscription stand.
    """

    subscription: frozenset[Subscription] = frozenset()
    previous: frozenset[Subscription] = frozenset()
    connectivity: Connectivity | None = None
    mentions: tuple[Mention, ...] = field(default=())
    outage_at: Span | None = None
    subscription_at: tuple[Span, ...] = ()


class _Told(NamedTuple):
    """A state of the subscription, where its words stand, and what they mean."""

    start: int
    end: int
    states: frozenset[Subscription]
    mention: Mention


def read_states(text: str) -> States:
    """The states told in `text` (spelling mended), with the words each was read from."""
    hits = _told_apart(text)
    now, before, mentions = _read_subscription(text, hits)
    connectivity, told, span = _read_connectivity(text)
    mentions += [told] if told else []
    outage = span if connectivity is Connectivity.LOST else None
    return States(now, before, connectivity, tuple(mentions), outage, tuple((h.start, h.end) for h in hits))


def _told_apart(text: str) -> list[_Told]:
    """The states told, in order, each stretch of text counted for its first rule only."""
    hits: list[_Told] = []
    for told in _told_states(text):
        if not any(told.start < hit.end and hit.start < told.end for hit in hits):
            hits.append(told)
    return sorted(hits, key=lambda hit: hit.start)


def _read_subscription(
    text: str, hits: list[_Told]
) -> tuple[frozenset[Subscription], frozenset[Subscription], list[Mention]]:
    """The states now, those before (when it came back to Active), and the mentions."""
    mentions = [hit.mention for hit in hits]
    states = [hit.states for hit in hits]
    if revived := _revived(text):
        mentions.append(Mention("subscription", ACTIVE, revived, "active again"))
        lapsed = [told for told in states if ACTIVE not in told]
        in_time = not lapsed and words.IN_TIME().search(text)
        return frozenset({ACTIVE}), frozenset() if in_time else _worst(lapsed), mentions
    now = _together(text, hits)
    before = [told for told in states if not told & now]
    came_back = now == frozenset({ACTIVE}) and before and words.SEQUENCE().search(text)
    return now, _worst(before) if came_back else frozenset(), mentions


def _together(text: str, hits: list[_Told]) -> frozenset[Subscription]:
    """The states that are left of all that are told: either of two that "or" joins, else what they share,
    else the last; one that only was (and another is) doesn't count."""
    states: list[frozenset[Subscription]] = []
    end = 0
    for hit in hits:
        if states and words.OR().fullmatch(text[end : hit.start]):
            states[-1] |= hit.states
        else:
            states.append(hit.states)
        end = hit.end
    if not states:
        return frozenset()
    return frozenset.intersection(*states) or _present(text, hits, states)


def _present(text: str, hits: list[_Told], states: list[frozenset[Subscription]]) -> frozenset[Subscription]:
    """Of states that exclude each other the last one, unless it is told as past and another isn't."""
    present = [hit for hit in hits if _is_present(text, hit)]
    if len(present) == 1 and not words.FORMER().search(text[: present[0].start]):
        return present[0].states
    past = [_is_past(text[max(0, hit.start - _BEFORE_STATE) : hit.start], hit) for hit in hits]
    if len(states) == len(hits) and past[-1] and not all(past):
        return [told for told, gone in zip(states, past, strict=True) if not gone][-1]
    return states[-1]


def _is_present(text: str, hit: _Told) -> bool:
    """Whether "now" or the like stands with a state, in its own clause."""
    before = words.CLAUSE_START().split(text[max(0, hit.start - 12) : hit.start])[-1]
    behind = words.CLAUSE_START().split(text[hit.end : hit.end + 14])[0]
    return bool(words.NOW().search(before) or words.NOW().search(behind))


def _is_past(before: str, hit: _Told) -> bool:
    """Whether the words right before a state tell that it was; "was deprovisioned" is what became of it."""
    if hit.states == frozenset({DEPROVISIONED}):
        return bool(words.FORMER().search(before))
    return bool(words.PAST().search(before))


def _told_states(text: str) -> Iterator[_Told]:
    """Every state told, denials heeded, rule by rule; what expires besides the subscription is left out."""
    for rule, pattern in words.SUBSCRIPTION_RULES().items():
        for match in pattern.finditer(text):
            before = text[max(0, match.start() - _BEFORE) : match.start()]
            denial = words.NEGATED_STATE().search(before[-_BEFORE_STATE:])
            if denial and words.NOT_ONLY().search(denial["between"]):
                continue  # "isn't just expired": it is more than that
            if rule == "expired" and _expires_otherwise(before):
                continue
            if rule == "expired" and _is_to_come(text, match):
                yield _Told(
                    *match.span(), _MEANS["active"], Mention("subscription", ACTIVE, match[0], "to come")
                )
                continue
            if rule == "open" and (denial or words.NEGATED().search(match[0])):
                continue  # "was never cancelled" leaves everything open
            last = words.JOINED().split(match[0])[-1]  # "was never cancelled and is active"
            negated = bool(denial) or (rule == "active" and bool(words.NEGATED().search(last)))
            states = (_DENIED if negated else _MEANS)[rule]
            name = "/".join(sorted(states))
            label = f"{'not ' if negated else ''}{rule}"
            words_told = f"{denial[0]}{match[0]}" if denial else match[0]
            yield _Told(*match.span(), states, Mention("subscription", name, words_told.strip(), label))


def _is_to_come(text: str, match: re.Match[str]) -> bool:
    """Whether the subscription is told to expire only later, and that later time isn't asked about."""
    before = text[max(0, match.start() - _BEFORE_STATE) : match.start()]
    later = words.TO_COME().search(before) or words.SOON().search(text[match.end() :])
    return bool(later) and not words.THEREAFTER().search(text)


def _expires_otherwise(before: str) -> bool:
    """Whether what expires is named right before, and is not the subscription ("the certificate")."""
    other = words.OTHER_EXPIRY().search(before)
    return bool(other and not words.ABOUT_SUBSCRIPTION().search(other[0]))


def _revived(text: str) -> str:
    """The words for being active again; empty when none are told, or only denied."""
    for match in words.REVIVED().finditer(text):
        before = text[max(0, match.start() - _BEFORE) : match.start()]
        if not words.NOBODY().search(before) and not words.NEGATED().search(match[0]):
            return match[0].strip()
    return ""


def _worst(lapsed: list[frozenset[Subscription]]) -> frozenset[Subscription]:
    """Of several states told on the way, the one with most consequences; both when none is told."""
    certain = [states for states in lapsed if len(states) == 1]
    if frozenset({DEPROVISIONED}) in certain:
        return frozenset({DEPROVISIONED})
    return certain[0] if certain else frozenset({EXPIRED, DEPROVISIONED})


def _read_connectivity(text: str) -> tuple[Connectivity | None, Mention | None, Span]:
    """Restored before lost before connected; what is denied to be lost is connected."""
    lost, denied = _lost(text)
    connected = _connected(text, lost)
    ordered = [
        *((match, rule, Connectivity.RESTORED) for match, rule in connected if rule == "again connected"),
        *((match, rule, Connectivity.LOST) for match, rule in lost),
        *((match, rule, Connectivity.CONNECTED) for match, rule in (*connected, *denied)),
    ]
    if ordered:
        match, rule, state = ordered[0]
        if state is Connectivity.LOST and (again := _works_again(text[match.end() :])):
            state, rule = Connectivity.RESTORED, again
        return state, Mention("connectivity", str(state), match[0].strip(), rule), match.span()
    if link := find_link_state(text):
        start, end = link.start, link.end
        return (
            link.state,
            Mention("connectivity", str(link.state), text[start:end].strip(), "clause"),
            (start, end),
        )
    return None, None, (0, 0)


def _works_again(behind: str) -> str:
    """The words behind an outage that tell its end; empty when they are denied, asked or about a backup."""
    match = words.WORKS_AGAIN().search(behind)
    if not match:
        return ""
    clause = words.CLAUSE_START().split(behind[: match.start()])[-1] + match[0]
    other = words.DENIED_AFAR().search(clause) or words.NOT_OF_LINK().search(clause)
    asked = "?" in behind[match.end() :][:4] or words.NOT_OF_LINK().search(behind[match.end() :][:20])
    return "" if other or asked else match[0]


_Hits = list[tuple[re.Match[str], str]]


def _lost(text: str) -> tuple[_Hits, _Hits]:
    """The words for a lost connection, and those that are denied ("not offline"), each with its rule."""
    lost: _Hits = []
    denied: _Hits = []
    for rule, pattern in words.LOST_RULES().items():
        for match in pattern.finditer(text):
            before = text[max(0, match.start() - _BEFORE_LOST) : match.start()]
            if rule != "can't reach" and words.NEGATED_LOST().search(before):
                denied.append((match, "not lost"))
            else:
                lost.append((match, rule))
    return lost, denied


def _connected(text: str, lost: _Hits) -> _Hits:
    """The words for a connection, outside those for a lost one and not as something needed."""
    spans = [match.span() for match, _ in lost]
    return [
        (match, rule)
        for rule, pattern in words.CONNECTED_RULES().items()
        for match in pattern.finditer(text)
        if (
            rule == "again connected"  # "the outage was fixed"
            or not any(start < match.end() and match.start() < end for start, end in spans)
        )
        and not _is_no_state(text[max(0, match.start() - _BEFORE) : match.start()], match[0])
    ]


def _is_no_state(before: str, told: str) -> bool:
    """Whether words for a connection are only needed ("needs internet"), belong to a backup ("back up our
    files online") or are denied from afar ("no packet has reached Azure"): then the clause decides."""
    if words.HYPOTHETICAL_NEED().search(before):
        return True
    if told.lower() == "online" and words.DONE_ONLINE().search(before):
        return True
    clause = words.CLAUSE_START().split(before)[-1]
    return bool(words.DENIED_AFAR().search(clause)) and not words.ABOUT_SUBSCRIPTION().search(clause)
