"""Blanks the clauses on things that are neither the backup server, its way to Azure, nor the subscription.

"The domain controller has been offline for a week" and "our antivirus subscription has expired" tell no
state of the table. It counts whose state a clause tells: the noun before its verb, and for a subscription or
licence the product it is of. A clause that names the backup server or Azure besides is left alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from assistant.decisions.expressions.patterns import lazy
from assistant.understanding.connection.unrelated_words import (
    CLOUDS,
    KINDS,
    OTHER_FIRM,
    OWN,
    PEOPLE,
    PRIVATE,
    PRODUCTS,
    TEAM,
    THINGS,
)
from assistant.understanding.word_rules import blanked

_MOST_CHARS = 1500
"""Longer texts are logs and mails; they are read as they are."""

_MOST_LEAD = 90
_BEFORE_JOINT = 60
_DET = r"(?:(?:the|our|my|an?|his|her|their|this|that|some|one|all|company|whole|new|old)\s+){0,3}"
_CUT = lazy(
    r"(?P<end>[.;!?]+(?=\s|$)|\n)|[,():|\[\]]|\s[-\u2013\u2014/]+\s"
    r"|\b(?:but|while|whilst|whereas|though|although|because|so|yet|plus|if|when|since (?=the|our|we|my))\b"
    r"|\b(?P<joins>and|or)\b"
)
# What a clause says of its subject; the subject stands before it.
_VERB = lazy(
    r"\b(?:is|are|was|were|be|been|has|have|had|having|does|do|did|can|could|will|would|may|might|must"
    r"|(?:is|was|are|were|has|have|had|does|do|did|could|would|wo|ca)n['\u2019]?t|cannot"
    r"|lost|los(?:es?|ing)|went|goes|gets?|got|stay\w*|remain\w*|keep\w*|ke?pt|reach\w*|drop\w*"
    r"|fell|came"
    r"|comes?|expire[sd]?|lapse[sd]?|ran|runs?|died|dies|broke|breaks|fail(?:s|ed)?|stop(?:s|ped)"
    r"|works?|worked|(?:re)?connected"
    r"|block(?:s|ed)?|disconnect(?:s|ed)|offline|online|down|dead|out|unreachable|gone|not|no longer)\b"
)
_PREPOSITION = lazy(
    r"\b(?:of|on|in|at|for|from|between|with|to|by|under|behind|near|that|which|who|whose|we)\b"
)
_THING = lazy(rf"\b{THINGS}\b(?!['\u2019]?s?\s+(?:company|provider|team|people|guy)\b)")
# A subject of these is told apart by what stands behind it, or whose it is.
_NEUTRAL = lazy(
    r"\b(?:lines?|links?|connections?|network|internet|vpn|tunnel|routers?|switch(?:es)?|firewall|gateway"
    r"|proxy|ports?|outage|access|servers?|systems?|machines?|vms?|wi-?fi|lan|vlan|dns|certificate|cloud"
    r"|agents?|probes?|checks?|monitors?)\b"
)
_BETWEEN_SITES = lazy(
    r"\bbetween\s+(?:(?:the|our|both|its|their)\s+){0,2}(?:two|three|four)\s+\w"
    r"|\bbetween\s[^.;?!]{0,60}?\b(?:offices?|branch(?:es)?|sites?|buildings?|floors?|data ?cent(?:re"
    r"|er)s?|hosts?|switch(?:es)?"
    r"|factor(?:y|ies)|plants?|warehouses?|stores?|shops?|headquarters|hq)\b"
)
_CONTRACT = (
    r"(?:subscriptions?|subs?|licen[cs](?:es?|ing)|contracts?|accounts?|plans?|agreements?|memberships?"
    r"|registrations?|warrant(?:y|ies)|tenant)"
)
# "support says the subscription ..." names none of support's.
_OF_NAME = (
    r"(?!(?:the|an?|our|my|your|his|her|their|its|this|that|and|or|but|to|in|on|of|for|by|from|with|is|was"
    r"|has"
    r"|says?|said|tells?|told|thinks?|thought|sees?|saw|confirms?|confirmed|reports?|reported)\b)"
)
_OTHER_CONTRACT = lazy(
    rf"\b(?:{PRODUCTS}|{KINDS})(?:['\u2019]s?)?\s+(?:{_OF_NAME}\w+\s+){{0,2}}?{_CONTRACT}\b"
    rf"|\b{_CONTRACT}\s+(?:of|for|with|to|on|at)\s+{_DET}(?:\w+\s+)?(?:{PRODUCTS}|{THINGS}|{KINDS})\b"
    rf"|\b{_CONTRACT}\s+(?:\w+\s+)?(?:in|of|from|under|at|with)\s+(?:{OTHER_FIRM}|somebody else['\u2019]s\s"
    r"+\w+)\b"
    rf"|\b{OTHER_FIRM}(?:['\u2019]s|['\u2019])?\s+(?:\w+\s+){{0,2}}?{_CONTRACT}\b"
    rf"|\b(?:{PEOPLE}(?:['\u2019]s|['\u2019])|{TEAM}(?:['\u2019]s)?)\s+(?:(?!azure\b"
    rf"|sub)\w+\s+)?(?!sub){_CONTRACT}\b"
    rf"|\b(?:users?|service|guest)(?:['\u2019]s?)?\s+(?!sub){_CONTRACT}\b"
    rf"|\b{PRIVATE}['\u2019]s\s+(?:(?!azure\b)\w+\s+)?{_CONTRACT}\b"
    rf"|\b(?:accounts?|licen[cs]es?|contract)\s+(?:of|for)\s+{_DET}{PEOPLE}\b"
    rf"|\b{PEOPLE}\s+(?:at|from|in|of)\s+{OTHER_FIRM}\b"
    # "the parking app says my sub is expired"
    rf"|\b{PRODUCTS}(?:\s+(?:app|site|website|page|hotline|people))?\s+(?:says?|said|tells? (?:me|us)"
    rf"|told (?:me|us)"
    r"|claims?|writes?|wrote|mailed|shows?|reports?)\s+(?:that\s+)?(?:(?:my|our|the|your)\s+)?"
    rf"{_CONTRACT}\b"
    rf"|\b(?:trial|evaluation|demo)\s+(?:version\s+)?(?:of|for)\s+{_DET}(?:\w+\s+)?(?:{PRODUCTS}|{THINGS}"
    rf"|tools?"
    r"|apps?|software|program(?:me)?|suite|plug-?in)\b"
    rf"|\b{CLOUDS}\s+(?:connection|connectivity|link|access|tunnel|login)\b"
    r"|\b(?:insurances?|leases?|permits?|visas?|key ?cards?|badges?|id cards?|guarantees?)\b"
    r"|\b(?:warrant(?:y|ies)|memberships?|domain registration|driving licen[cs]e|passwords?|passports?"
    r"|vouchers?|season tickets?)\b"
)
_OF_TEAM = lazy(rf"\b(?:of|for|in|at)\s+{_DET}(?:{TEAM}|{OTHER_FIRM})\b")
# "the customer's subscription expired, not ours"
_NOT_OURS = lazy(r"\s*,?\s*(?:but\s+)?not\s+(?:ours?|mine|us|our own|the one)\b")
_OWN = lazy(rf"\b{OWN}\b")
# "has lost its link to the backup server": it is the other one that has.
_TO_SERVER = lazy(
    r"\b(?:to|with|reach\w*|contact|see|sees|ping|find|from)\s+(?:the\s+|our\s+)?"
    r"(?:mabs|dpm|back-?up)(?:\s+(?:server|box|machine|vm|host))?\b"
)
# What is reached or lost is not Azure: "the server can't see the printer".
_REACHES_THING = lazy(
    r"\b(?:reach\w*|contact\w*|see|sees|find\w*|ping\w*|talk\w* (?:to|with)|connect\w* (?:to|with|from)"
    r"|(?:links?|connections?|contact|access|line) (?:to|with|from|between))\s+"
    rf"{_DET}(?:\w+\s+)?{THINGS}\b"
)
# An agent that doesn't answer, and messages of a job, tell of a protected machine rather than of the line.
_OF_AGENT = lazy(
    r"\bagents?\b(?!\s+(?:installer|setup|installation))[^.;?!]{0,40}\b(?:unreachable|offline|down"
    r"|out of reach"
    r"|(?:not|(?:is|does)n['\u2019]?t) (?:be )?(?:respond\w*|reach\w*|answer\w*|available))\b"
    r"|\b(?:can(?:['\u2019]?t|not| not)|unable to|fails? to|could ?n['\u2019]?t|not)\s+(?:be )?"
    r"(?:reach\w*|contact\w*|connect\w* to|see)\s+(?:the |its |any |an )?(?:\w+ )?agents?\b"
    r"|\bforcibly closed\b|\brpc (?:server )?(?:is |was )?unavailable\b"
)
_FAR = lazy(r"\b(?:azure|vault|cloud|internet|recovery services)\b")
# "lost the connection to the mail server and Azure"
_AND_FAR = lazy(r"\s*(?:and|or)\s+(?:also\s+)?(?:(?:to|the)\s+){0,2}(?:azure|vault|cloud|internet)\b")
_OURS = lazy(r"\b(?:we|us|our|ours|i)\b")
_GOES_ON = lazy(
    r"\W*(?:it|they|that|this|which|he|she|has|have|had|is|was|are|were|isn|hasn|wasn|still|since|for|until"
    r"|all|both|each|after|again|now|only|never|not|\d+)\b(?!\s+(?:the|our|my|we)\b)"
)


# "between Lyon and the head office" is not cut in two.
_OPEN_BETWEEN = lazy(r"\bbetween\s+[^.,;?!]{1,40}$")


class _Piece(NamedTuple):
    """Where a clause begins and ends, whether it begins a sentence, and whether "and" joins it."""

    start: int
    end: int
    first: bool
    joined: bool


def without_unrelated(text: str) -> str:
    """`text` with the clauses blanked that tell of other things; every place stays where it is."""
    if len(text) > _MOST_CHARS:
        return text
    strange: list[tuple[int, int]] = []
    in_strange = owned = False
    for piece in _pieces(text):
        clause = text[piece.start : piece.end]
        goes_on = in_strange and not piece.first and bool(_GOES_ON().match(clause))
        goes_on = goes_on and not (_is_own(clause) or _OURS().search(clause))
        shared = (piece.joined and owned) or _AND_FAR().match(text, piece.end)
        denied = _NOT_OURS().match(text, piece.end) and not _OURS().search(clause)
        in_strange = bool(goes_on or denied or (not shared and _is_strange(clause)))
        if in_strange:
            strange.append((piece.start, piece.end))
        owned = _is_own(clause) and not _VERB().search(clause)
    return blanked(text, strange)


def _pieces(text: str) -> Iterator[_Piece]:
    start, first, joined = 0, True, False
    for cut in _CUT().finditer(text):
        if cut["joins"] and _OPEN_BETWEEN().search(
            text[max(start, cut.start() - _BEFORE_JOINT) : cut.start()]
        ):
            continue
        if text[start : cut.start()].strip():
            yield _Piece(start, cut.start(), first, joined)
            first = joined = False
        start = cut.end()
        first = first or bool(cut["end"])
        joined = bool(cut["joins"])
    if text[start:].strip():
        yield _Piece(start, len(text), first, joined)


def _is_own(clause: str) -> bool:
    return bool(_OWN().search(clause))


def _is_strange(clause: str) -> bool:
    """Whether a clause tells of another thing's state, or of another subscription's."""
    if _OTHER_CONTRACT().search(clause):
        return not _is_own(_OTHER_CONTRACT().sub(" ", clause))
    if (_REACHES_THING().search(clause) or _OF_AGENT().search(clause)) and not _FAR().search(clause):
        return True
    verb = _VERB().search(clause)
    if verb is None or verb.start() > _MOST_LEAD or not _is_other_subject(clause[: verb.start()]):
        return False
    return not _is_own(_TO_SERVER().sub(" ", clause))


def _is_other_subject(lead: str) -> bool:
    """Whether the subject of a clause is another thing, or belongs to one ("the port on the mail server")."""
    if _is_own(lead):
        return False
    preposition = _PREPOSITION().search(lead)
    head, behind = (lead[: preposition.start()], lead[preposition.start() :]) if preposition else (lead, "")
    if _THING().search(head):
        return True
    if not _NEUTRAL().search(head):
        return False
    return bool(_THING().search(behind) or _OF_TEAM().search(behind) or _BETWEEN_SITES().search(lead))
