"""Reads subscription states and connectivity in the words people use for them.

The guide knows Active, Expired and Deprovisioned, "Connected" and "Lost connectivity > 15 days". Words that
leave a state open ("cancelled", "not active") yield every state they allow, never a guess.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import NamedTuple

from assistant.decisions.states.connectivity_rules import Connectivity, Subscription
from assistant.understanding.connection.connections import NOT_SO_LONG, NOWHERE, Span, read_connectivity
from assistant.understanding.connection.links import talks_of_link
from assistant.understanding.connection.periods import of_now
from assistant.understanding.reading import Mention
from assistant.understanding.subscription import state_words as words
from assistant.understanding.subscription.return_to_active import Revival, lapsed_anew, revivals
from assistant.understanding.subscription.state_links import far_denial, is_state, is_unclear, other_subject

ACTIVE, EXPIRED, DEPROVISIONED = Subscription.ACTIVE, Subscription.EXPIRED, Subscription.DEPROVISIONED
_MEANS = {
    "deprovisioned": frozenset({DEPROVISIONED}),
    "expired": frozenset({EXPIRED}),
    "inactive": frozenset({EXPIRED, DEPROVISIONED}),
    "open": frozenset({EXPIRED, DEPROVISIONED}),
    "in trouble": frozenset({EXPIRED, DEPROVISIONED}),
    "active": frozenset({ACTIVE}),
    "in order": frozenset({ACTIVE}),
}
# "not expired" leaves Deprovisioned open; "hasn't expired" and "unpaid it is not" don't.
_NOT_EXPIRED = frozenset({ACTIVE, DEPROVISIONED})
_DENIED = {
    "deprovisioned": frozenset({ACTIVE, EXPIRED}),
    "expired": frozenset({ACTIVE}),
    "inactive": frozenset({ACTIVE}),
    "in trouble": frozenset({ACTIVE}),
    "active": frozenset({EXPIRED, DEPROVISIONED}),
    "in order": frozenset({EXPIRED, DEPROVISIONED}),
}
# How many characters before a state may deny it, or give it to something else.
_BEFORE_STATE = 60
_LAST_WORD = re.compile(r"[\w'’-]+")
_MARK = re.compile(r"[,;.:?!()]")
_MOST_DENIALS = 3
_BEFORE = 100


@dataclass(frozen=True, slots=True)
class States:
    """What was read: possible subscription states now and before, connectivity, and the words for each.

    `outage_at` and `subscription_at` are where the words for a lost connection and a subscription stand;
    `not_so_long`: it is told that it hasn't been lost for the time told; `unclear`: the text talks of the
    connection, but in words that leave its state open; `present`: the text without periods that are over.
    """

    subscription: frozenset[Subscription] = frozenset()
    previous: frozenset[Subscription] = frozenset()
    connectivity: Connectivity | None = None
    mentions: tuple[Mention, ...] = field(default=())
    outage_at: Span | None = None
    subscription_at: tuple[Span, ...] = ()
    not_so_long: bool = False
    unclear: bool = False
    present: str = ""


class _Told(NamedTuple):
    """A state of the subscription, where its words stand, and what they mean."""

    start: int
    end: int
    states: frozenset[Subscription]
    mention: Mention


@lru_cache(maxsize=64)  # a question's are asked for on many ways of answering it
def read_states(text: str) -> States:
    """The states told in `text` (spelling mended), with the words each was read from."""
    returns = tuple(revivals(text))
    hits = _told_apart(text, returns)
    now, before, mentions = _read_subscription(text, hits, returns)
    present, ended = of_now(text)
    connectivity, told, span = read_connectivity(present)
    if ended and connectivity is Connectivity.CONNECTED and told:
        connectivity = Connectivity.RESTORED
        told = replace(told, value=str(connectivity))
    if told and told.words not in text:  # `of_now` puts a relapse in plain words, in its place
        told = replace(told, words=text[slice(*span)].strip() or text.strip())
    mentions += [told] if told else []
    outage = span if connectivity is Connectivity.LOST else None
    return States(
        now,
        before,
        connectivity,
        tuple(mentions),
        outage,
        tuple((hit.start, hit.end) for hit in hits),
        not_so_long=bool(told and told.rule == NOT_SO_LONG),
        unclear=connectivity is None and (span != NOWHERE or talks_of_link(text)),
        present=present,
    )


def _told_apart(text: str, returns: Sequence[Revival]) -> list[_Told]:
    """The states told, in order, each stretch of text counted for its first rule only.

    What only leads to a state ("deprovisioned after unpaid bills") doesn't count beside one that is named.
    """
    hits: list[_Told] = []
    for told in _told_states(text, returns):
        inner = [hit.end for hit in hits if told.start < hit.start and hit.end < told.end]
        if inner and told.mention.words.lower().endswith(
            "active"
        ):  # "sub deprovisioned for a week, then active": two states of one subject
            told = told._replace(start=max(inner))
        if not any(told.start < hit.end and hit.start < told.end for hit in hits):
            hits.append(told)
    named = [hit for hit in hits if _names_state(hit)]
    return _denied_together(text, _sure(text, sorted(named or hits, key=lambda hit: hit.start)))


def _sure(text: str, hits: list[_Told]) -> list[_Told]:
    """`hits` without those that somebody isn't sure of; all of them where nothing else is told."""
    sure: list[_Told] = []
    end, doubted = 0, False
    for hit in hits:
        joined = doubted and words.OR().fullmatch(text[end : hit.start])
        doubted = bool(joined or words.DOUBTED().search(text[end : hit.start]))
        if not doubted:
            sure.append(hit)
        end = hit.end
    return sure or hits


def _denied_together(text: str, hits: list[_Told]) -> list[_Told]:
    """`hits` with the denial of each carried over to one that "or" joins to it ("isn't Expired or ...")."""
    told: list[_Told] = []
    for hit in hits:
        joined = told and words.BARE_OR().fullmatch(text[told[-1].end : hit.start])
        if joined and told[-1].mention.rule.startswith("not ") and hit.mention.rule in _DENIED:
            expired = words.IS_EXPIRED().fullmatch(hit.mention.words)
            states = _NOT_EXPIRED if expired and not _never_did(text, told[-1]) else _DENIED[hit.mention.rule]
            mention = replace(hit.mention, value="/".join(sorted(states)), rule=f"not {hit.mention.rule}")
            told.append(hit._replace(states=states, mention=mention))
        else:
            told.append(hit)
    return told


def _never_did(text: str, hit: _Told) -> bool:
    """Whether the denial of a state is that it ever came to that ("hasn't been ...")."""
    return bool(words.NEVER_DID().search(text[max(0, hit.start - _BEFORE_STATE) : hit.start]))


def _names_state(hit: _Told) -> bool:
    """Whether a state is named, and not only what leads to it, such as an unpaid bill."""
    rule = hit.mention.rule.removeprefix("not ").removeprefix("unclear ")
    return rule != "expired" or any(is_state(word.lower()) for word in _LAST_WORD.findall(hit.mention.words))


def _read_subscription(
    text: str, hits: list[_Told], returns: Sequence[Revival]
) -> tuple[frozenset[Subscription], frozenset[Subscription], list[Mention]]:
    """The states now, those before (when it came back to Active), and the mentions."""
    mentions = [hit.mention for hit in hits]
    states = [hit.states for hit in hits]
    revived = next((one for one in returns if one.done), None)
    lapses = [(hit.start, hit.end) for hit in hits if ACTIVE not in hit.states]
    if revived and not lapsed_anew(text, lapses, revived):
        mentions.append(Mention("subscription", ACTIVE, revived.words, "active again"))
        lapsed = [told for told in states if ACTIVE not in told]
        plainly = revived.of_payment and any(_stands_beside(text, hit, revived) for hit in hits)
        in_time = not lapsed and (plainly or words.IN_TIME().search(text))
        return frozenset({ACTIVE}), frozenset() if in_time else _worst(lapsed), mentions
    if returns and not (revived or hits or returns[0].of_payment) and words.ABOUT_SUBSCRIPTION().search(text):
        mention = Mention("subscription", "/".join(sorted(_DENIED["active"])), returns[0].words, "not active")
        return _DENIED["active"], frozenset(), [mention]
    now = _together(text, hits)
    if frozenset(Subscription) in states or _is_guess(text, hits):
        return frozenset(), frozenset(), []  # words that may say anything say nothing
    before = [told for told in states if not told & now]
    came_back = now == frozenset({ACTIVE}) and before and words.SEQUENCE().search(text)
    return now, _worst(before) if came_back else frozenset(), mentions


def _stands_beside(text: str, hit: _Told, payment: Revival) -> bool:
    """Whether Active is told as how it is beside a `payment`, and not as what came of it."""
    if hit.mention.rule != "active" or (hit.start < payment.end and payment.start < hit.end):
        return False
    start, end = min(hit.start, payment.start), max(hit.end, payment.end)
    stop = _MARK.search(text, end)
    return not words.CAME_TO_IT().search(text, start, stop.start() if stop else len(text))


def _is_guess(text: str, hits: list[_Told]) -> bool:
    """Whether the only state told is one that may be: "it might be expired"."""
    return len(hits) == 1 and bool(
        words.GUESS().search(text[max(0, hits[0].start - _BEFORE_STATE) : hits[0].start])
    )


def _together(text: str, hits: list[_Told]) -> frozenset[Subscription]:
    """The states that are left of all that are told: either of two that "or" joins, else what they share,
    else the last; one that only was (and another is) doesn't count."""
    states: list[frozenset[Subscription]] = []
    end = 0
    one_of = bool(hits) and bool(words.ONE_OF().search(text[: hits[0].start]))
    for hit in hits:
        joint = text[end : hit.start]
        apart = hit.mention.rule.startswith("not ")  # neither of two is not one of them
        if (
            states
            and not apart
            and (
                words.OR().fullmatch(joint)
                or (
                    joint.strip().lower() == "and"
                    and (one_of or words.BOTH_POSSIBLE().match(text[hit.end :]))
                )
            )
        ):
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
    if len(present) == 1 and not words.FORMER().search(_clause_before(text, present[0])):
        return present[0].states
    ends = [0, *(hit.end for hit in hits)]  # "was Expired, then Active": each has words of its own
    starts = [max(end, hit.start - _BEFORE_STATE) for end, hit in zip(ends, hits, strict=False)]
    past = [_is_past(text[start : hit.start], hit) for start, hit in zip(starts, hits, strict=True)]
    if len(states) == len(hits) and past[-1] and not all(past):
        return [told for told, gone in zip(states, past, strict=True) if not gone][-1]
    return states[-1]


def _clause_before(text: str, hit: _Told) -> str:
    return words.CLAUSE_START().split(text[: hit.start])[-1]


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


def _told_states(text: str, returns: Sequence[Revival]) -> Iterator[_Told]:
    """Every state told, denials heeded, rule by rule; what expires besides the subscription is left out."""
    if not words.ANY_STATE().search(text):
        return
    orderly = words.ORDERLY().search(text)
    undone = [one for one in returns if not one.done]
    for rule, pattern in words.SUBSCRIPTION_RULES().possible(text):
        if rule == "in order" and not orderly:
            continue
        for match in pattern.finditer(text):
            before = text[max(0, match.start() - _BEFORE) : match.start()]
            word = _LAST_WORD.findall(match[0])[-1]
            subject_first = rule == "active" and not words.SUBJECT().fullmatch(word)
            inside = match[0][: -len(word)] if subject_first else ""
            denials = [] if words.IF_NOT().search(before) else _denials(before + inside) or _denials(before)
            if _is_of_no_state(text, rule, match, before, denials):
                continue
            near, far = "".join(denials), False
            if rule == "active" and any(one.start < match.end() <= one.end for one in undone):
                denials = ["not"]
            elif rule == "active":
                denials, far = _active_denials(text, match, before + inside, denials)
            back = rule != "open" and _is_taken_back(text[match.end() :], before + inside)
            held = words.ASKS_IF_SAME().search(text[match.end() :])
            to_come = _is_to_come(text, rule, match) and not (denials or held)
            negated = (len(denials) + back + to_come) % 2 == 1
            states = (_DENIED if negated else _MEANS)[rule]
            if negated and _denies_state_only(text, match, near=before + inside):
                states = _NOT_EXPIRED
            if rule == "expired" and not negated and words.WORSE().match(text[match.end() :]):
                states = _MEANS["open"]
            label = f"{'not ' if negated else ''}{rule}"
            told = f"{near}{match[0]}".strip() if not inside else match[0]
            known = (
                len(denials) + bool(words.NEGATED().search(match[0])) + bool(words.IF_NOT().search(before))
            )
            named_behind = words.SUBJECT_BEHIND().match(text[match.end() :])  # "an expired sub"
            plain = rule in ("open", "in order") or named_behind or (rule == "expired" and not is_state(word))
            if far or (not plain and not back and is_unclear(text[: match.end()], word, known)):
                states, label = frozenset(Subscription), f"unclear {rule}"
            yield _Told(*match.span(), states, Mention("subscription", "/".join(sorted(states)), told, label))


def _denies_state_only(text: str, match: re.Match[str], near: str) -> bool:
    """Whether being Expired is denied, and not that it ever came to that: worse may have followed."""
    if not words.IS_EXPIRED().fullmatch(match[0]):
        return False
    return not (words.NEVER_DID().search(near) or words.SO_FAR().match(text[match.end() :]))


def _active_denials(
    text: str, match: re.Match[str], before: str, denials: list[str]
) -> tuple[list[str], bool]:
    """The denials of being Active, those from afar and behind it too, and whether one of them is unclear."""
    found = list(denials)
    if left := words.FROM().search(before):
        found.append(left[0])
    last = words.JOINED().split(before[-(match.end() - match.start()) :])[-1]  # "was never cancelled and is"
    if not found and (denial := words.NEGATED().search(last)):
        found.append(denial[0])
    far = far_denial(before) if not found else False
    if far:
        found.append("not")
    if gone := words.GONE_BEHIND().match(text[match.end() :]):
        found.append(gone[0])
    return found, far is None


def _is_taken_back(behind: str, before: str) -> bool:
    """Whether the words behind a state take it back; "used to be Active but no longer is" does so once."""
    if words.FROM().search(before):
        return False
    ended = words.ENDED_BY().match(behind) or (
        words.UNTIL_THEN().match(behind) and words.PAST().search(before)
    )
    return bool(ended or words.TAKEN_BACK().match(behind))


def _denials(before: str) -> list[str]:
    """The denials right before a state, one around the other: two of them cancel each other out."""
    found: list[str] = []
    while len(found) < _MOST_DENIALS:
        denial = words.NEGATED_STATE().search(before[-_BEFORE_STATE:])
        if not denial:
            break
        found.insert(0, denial[0])
        before = before[: -len(denial[0])]
    return found


def _is_of_no_state(text: str, rule: str, match: re.Match[str], before: str, denials: list[str]) -> bool:
    """Whether words of `rule` tell no state: more than that is told, it is another thing, or all is open."""
    if denials and words.NOT_ONLY().search(denials[-1]):
        return True  # "isn't just expired": it is more than that
    if words.MORE_THAN().search(before):
        return True
    if rule == "expired":
        if words.ACTIVE_STATE_OF().search(before):
            return True  # what is over is the state, which is read by itself
        if match[0].lower().endswith("out") and words.FUNDS().search(before):
            return True
        other = words.PASSIVE().search(match[0]) and words.OTHER_PAID().search(before)
        behind = words.OTHER_BEHIND().match(text[match.end() :])
        return bool(other or behind) or _expires_otherwise(before)
    if rule == "active" and words.TO_BE_RENEWED().search(match[0]):
        return True
    if rule == "active" and other_subject(f"{before}{match[0]}"):
        return True
    if rule in ("inactive", "open") and not words.ABOUT_SUBSCRIPTION().search(text):
        return True
    if rule == "open" and words.BEHIND_OR().search(before):
        other = words.OTHER_THAN().search(before)
        return (
            other is None or _expires_otherwise(before[: other.end("state")]) or bool(_denials(other["lead"]))
        )
    # "was never cancelled" leaves everything open
    return rule == "open" and bool(denials or words.NEGATED().search(match[0]))


def _is_to_come(text: str, rule: str, match: re.Match[str]) -> bool:
    """Whether the subscription is told to get there only later, and that later time isn't asked about."""
    if rule not in ("expired", "deprovisioned"):
        return False
    before = text[max(0, match.start() - _BEFORE_STATE) : match.start()]
    if (ahead := words.NOT_YET().search(before)) is not None:
        if words.ABOUT_TO().match(ahead[0]) and words.ASKS_THEN().search(text):
            return False
        return not (words.SET_TO().search(before) and match[0].lower().endswith("ed"))
    behind = text[match.end() :]
    later = words.TO_COME().search(before) or words.SOON().search(behind)
    if not match[0].lower().endswith("ed"):  # "expired this week" is past
        later = later or words.THIS_TIME().search(behind)
    return bool(later) and not (words.THEREAFTER().search(text) or words.ASKS_THEN().search(text))


def _expires_otherwise(before: str) -> bool:
    """Whether what expires is named right before, and is not the subscription ("the certificate")."""
    other = words.OTHER_EXPIRY().search(before)
    if other is None or words.ABOUT_SUBSCRIPTION().search(other[0]):
        return False
    return not words.SUBSCRIPTION_OF().search(before[: other.start()])


def _worst(lapsed: list[frozenset[Subscription]]) -> frozenset[Subscription]:
    """Of several states told on the way, the one with most consequences; both when none is told."""
    certain = [states for states in lapsed if len(states) == 1]
    if frozenset({DEPROVISIONED}) in certain:
        return frozenset({DEPROVISIONED})
    return certain[0] if certain else frozenset({EXPIRED, DEPROVISIONED})
