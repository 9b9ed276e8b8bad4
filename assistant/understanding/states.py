"""Reads subscription states and connectivity in the words people use for them.

The guide knows Active, Expired and Deprovisioned, "Connected" and "Lost connectivity > 15 days". Words that
leave a state open ("cancelled", "not active") yield every state they allow, never a guess.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from assistant.decisions.connectivity_rules import Connectivity, Subscription
from assistant.understanding.reading import Mention

ACTIVE, EXPIRED, DEPROVISIONED = Subscription.ACTIVE, Subscription.EXPIRED, Subscription.DEPROVISIONED
_SUB = r"(?:(?:azure|cloud|our|the|my|customer'?s?|customers|this|their|your)\s+)*(?:subscriptions?|subs?|billing account|azure account|plan)"
_NOT = r"(?:\bnot|n't|\b(?:do|does|did|is|was|are|were|has|have|had|ca|wo|could|should)nt|\bnever|\bno longer|\bisn'?t|\bwasn'?t|\bhasn'?t|\baren'?t|\bwithout|\brather than|\binstead of|\b(?:anything|everything|something)\s+(?:but|other than|except)|\bother than|\banything else than)"
_GAP = r"[^.;!?\n]{0,40}?"


@dataclass(frozen=True, slots=True)
class States:
    """What was read: possible subscription states now and before, connectivity, and the words for each."""

    subscription: frozenset[Subscription] = frozenset()
    previous: frozenset[Subscription] = frozenset()
    connectivity: Connectivity | None = None
    mentions: tuple[Mention, ...] = field(default=())


def _compiled(*pairs: tuple[str, str]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((name, re.compile(pattern, re.IGNORECASE)) for name, pattern in pairs)


# Words for being Active again; what it was before is read from the rest of the sentence.
_REVIVED = re.compile(
    rf"\bre-?activat\w*|\breviv\w*|\breinstat\w*|\bre-?enabl\w*|\brenewed (?:it|the sub\w*)|{_SUB}\s+(?:was|is|has been|got|gets?)?\s*(?:\w+\s+)?(?:renewed|restored|re-?enabled|reinstated|resurrected)"
    rf"|\b(?:back|return\w*|restor\w+|set|moved?|switch\w*|chang\w+|goes|went|turn\w*|brought|bring\w*|gets?|got)\b{_GAP}\bto\s+(?:the\s+)?(?:an?\s+)?[\"']?active\b|\b(?:is|are|being|again|becomes?|became|turns?|goes)\s+active again|\bactive again\b|\bback (?:to|in) active|paid (?:it|the bill|the invoice|up)\b|\b(?:subscription|sub)\s+(?:is|was|got)\s+(?:now\s+)?(?:back|alive again)",
    re.IGNORECASE,
)
_NOBODY = re.compile(
    r"\b(?:nobody|no one|noone|never|not|n't|didn't|hasn't|wasn't|without|forgot to)\s+(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
_SUBSCRIPTION_RULES = _compiled(
    ("deprovisioned", r"\b(?:de|un)-?\s?provision(?:ed|ing|s)?\b|\bdeprov(?:d|ed|'?d)?\b"),
    (
        "expired",
        rf"\bexpir(?:ed|es|ing|y|ation)\b(?!\s+date)|\blapsed?\b|\bran out\b(?! of)|\brun(?:s|ning)? out\b(?! of (?:disk|space|memory))|\bunpaid\b|\bpast due\b|\boverdue\b"
        r"|\b(?:not|never|hasn'?t been|wasn'?t|isn'?t|didn'?t get|forgot to|failed to|nobody|no one|didn'?t|haven'?t|without being)\s+(?:been\s+)?(?:renew\w*|paid|pay(?:ing)?(?: for)?|extend\w*)\b"
        rf"|{_SUB}\s+(?:has\s+|is\s+|was\s+)?(?:ended|over|timed out|past its (?:end|date|term))\b|(?:term|validity|end date)\s+(?:of\s+{_SUB}\s+)?(?:has\s+|is\s+)?(?:passed|over|ended)",
    ),
    (
        "open",
        rf"\b(?:cancell?ed|suspended|disabled|terminated|deactivated|shut\s?down|locked|blocked|inactive|closed|dead|frozen|killed|stopped)\b(?=.{{0,30}}\b(?:sub|subs|subscription)\b)|{_SUB}\s+(?:\w+\s+){{0,4}}?(?:cancell?ed|suspended|disabled|terminated|deactivated|locked|inactive|closed|dead|frozen|deleted|removed|gone|unhealthy|not (?:healthy|ok|fine|good|valid))\b",
    ),
    (
        "active",
        rf"{_SUB}(?:\s+(?:state|status))?(?:\s*[:=]\s*|\s+(?:\w+\s+){{0,4}}?)(?:[\"']?active|fine|ok(?:ay)?|healthy|good|valid|current|paid(?: up| for)?|in good (?:standing|shape|order)|alive|running|green|up to date|in order|untouched|all right|alright)\b"
        rf"|\bactive\s+(?:\w+\s+)?{_SUB}|\b(?:valid|healthy|paid(?:-up)?|current|good|working|live)\s+(?:azure\s+)?(?:subscription|sub)\b|(?<!in)(?<!re)\bactive\b(?!\s+director)|\bpaid up\b",
    ),
)
_BETWEEN = r"(?:yet|been|being|in|an?|the|any|really|currently|exactly|actually|even|fully|be|become|gone|went|going|get|got|just|simply|only|merely|already|showing|shown|as|marked|set|to|have|state|show|shows|display|displays|say|says|report|reports|list|lists|read|reads|look|appear|at all|of)"
_NEGATED_STATE = re.compile(rf"{_NOT}\s+(?P<between>(?:{_BETWEEN}\s+){{0,4}}?)$", re.IGNORECASE)
_NOT_ONLY = re.compile(r"\b(?:just|only|merely|simply)\b", re.IGNORECASE)
_ALL_BUT = {
    EXPIRED: frozenset({ACTIVE}),
    DEPROVISIONED: frozenset({ACTIVE, EXPIRED}),
    ACTIVE: frozenset({EXPIRED, DEPROVISIONED}),
}
_MEANS = {
    "deprovisioned": frozenset({DEPROVISIONED}),
    "expired": frozenset({EXPIRED}),
    "open": frozenset({EXPIRED, DEPROVISIONED}),
    "active": frozenset({ACTIVE}),
}
# "vault credentials expired", "certificate expired": something else than the subscription.
_OTHER_EXPIRY = re.compile(
    r"(?:credentials?(?: file)?|certificate|cert|token|password|passphrase|licen[cs]e key|license|file|key|recovery points?|retention|trial of office|pin|backups?|points?)\b[^.;!?\n]{0,25}$",
    re.IGNORECASE,
)
_ABOUT_SUBSCRIPTION = re.compile(r"\b(?:subscriptions?|subs?|state|status)\b", re.IGNORECASE)
_TO_AZURE = (
    r"(?:to\s+(?:the\s+)?(?:azure|cloud|microsoft|vault|outside(?: world)?)(?:\s+backup)?(?:\s+service)?\s+)?"
)

_NET = r"\b(?:connect(?:ivity|ion)s?|internet(?: access| connection| link)?|network(?: connection| link)?|uplinks?|links?|wan|lines?|networks?|fib(?:re|er)|proxy|vpn|route|outbound|cable|circuit|isp|access to azure|azure access|line to azure|way out)"
_BOX = r"(?:server|box|machine|vm|host|mabs|mabs server|backup server|stack|azure stack|site|it|we|appliance|system)"
_DOWN = r"(?:down|out|dead|lost|gone|cut|broken|severed|off|missing|interrupted|unavailable|dropped|failed|fails|failing|unplugged|disabled|blocked|dark|kaputt?|bust(?:ed)?|absent)"
_UP = r"(?:up|ok(?:ay)?|fine|good|working|works|there|alive|intact|stable|green|healthy|available|solid|established|in place|true|perfect|normal|unaffected)"
_CONNECTED_RULES = _compiled(
    (
        "again connected",
        rf"\bback\s+online|\breconnect\w*|\b(?:is|are|came|comes|back)\s+(?:\w+\s+)?online again|{_NET}\s+(?:is|was|has been|came|comes|are|got)?\s*(?:now\s+)?(?:back|restored|repaired|re-?established|fixed)\b|\brestor(?:ed|ing|e)\s+(?:the\s+)?(?:connectivity|connection|internet)|connectivity (?:to azure )?(?:is |was |has been )?restored|{_NET} returns?\b|regain\w*\s+(?:\w+\s+)?{_NET}",
    ),
    (
        "connected",
        rf"(?<!dis)(?<!un)(?<!re)\bconnected\b(?!\s+to (?:the )?(?:console|a domain|domain))|(?<!sharepoint )(?<!sharepoint-)(?<!exchange )(?<!exchange-)\bonline\b(?!\s+(?:backup|recovery|protection|copy|copies|storage|point))|\b(?:has|have|with|got|having)\s+(?:\w+\s+){{0,2}}?(?:internet|connectivity|connection|network)\b|\b(?:reach(?:es|ed|ing|able)?|talks? to|can see|sees|gets? to|touch(?:es)?|contacts?)\s+(?:\w+\s+)?azure\b|{_NET}\s+{_TO_AZURE}(?:is|are|looks?|seems?|stays?|remains?|still|has been|works?)?\s*(?:still\s+|all\s+|just\s+|perfectly\s+|totally\s+)*{_UP}\b|\breturns?\s+true\b|cloudconnection\b[^.?!\n]{{0,40}}\btrue\b|\b(?:no|not any|without(?: any)?|zero)\s+(?:\w+\s+)?(?:problems?|issues?|trouble|difficult\w*|outages?|interruptions?|disruptions?)\s+(?:\w+\s+){{0,2}}?(?:with|on|of|in)?\s*(?:\w+\s+){{0,2}}?(?:{_NET})|\b(?:net|internet|network|connectivity|connection)\s*(?:=|:|->)?\s*(?:ok|fine|up|yes|good|true)\b",
    ),
)
_LOST_RULES = _compiled(
    (
        "offline",
        r"\boff-?line\b(?!\s+(?:seed\w*|backups?\b|media))|\bdisconnected\b|\bunreachable\b|\bair-?gap\w*|\bisolated\b|\bcut(?:s|ting)?\b(?:\s+[\w']+){0,3}?\s+off\b|\bcut off\b|\bcut from\b|\bunplugged\b|\bin the dark\b|\bunconnected\b|\bdisconnection\b|\boutage\b|\bblackout\b|\bwent dark\b|\bgone dark\b",
    ),
    (
        "no connection",
        rf"\b(?:no|without|zero|lacking|lacks?|lost|losing|lose|loses|loss of|missing(?! from)|dropped|minus any)\s+(?!(?:\w+\s+)?(?:problems?|issues?|trouble|difficult|outages?|interruptions?|doubt))(?:\w+\s+){{0,3}}?(?:connect(?:ivity|ion)|internet|network|uplink|link|line|wan|net(?! framework)|access|azure connectivity|contact)\b(?!\s+settings)",
    ),
    (
        "connection down",
        rf"{_NET}\s+{_TO_AZURE}(?:is|are|was|were|has been|have been|had been|being|got|went|has|been)?\s*(?:still\s+|completely\s+|totally\s+|now\s+|gone\s+|been\s+)*{_DOWN}\b|\bbroken\s+{_NET}|\bdead\s+{_NET}",
    ),
    (
        "can't reach",
        rf"\b(?:can'?t|cannot|can not|couldn'?t|could not|unable to|doesn'?t|does not|didn'?t|did not|not able to|fails? to|hasn'?t been able to|hasn'?t|has not|haven'?t|have not|isn'?t|is not|aren'?t|wasn'?t|not|never|no longer|n'?t)\s+(?:\w+\s+){{0,2}}?(?:reach(?:ed|ing|able)?|connect(?:ed|ing)?|talk(?:ed|ing)?(?: to)?|contact(?:ed|ing)?|see|seen|phone(?:d)? home|get to|spoken to|heard from|touch(?:ed)?|online)\b(?!\s+to (?:the )?(?:domain|console|sql))",
    ),
    ("returns false", r"\breturns?\s+false\b|cloudconnection\b[^.?!\n]{0,40}\bfalse\b"),
)
_NEGATED_LOST = re.compile(rf"{_NOT}\s+(?:\w+\s+){{0,2}}?$", re.IGNORECASE)
# Words that make "connection" or "internet" part of another subject: agent set-up, firewall lists, remote SQL.
_HYPOTHETICAL_NEED = re.compile(r"\b(?:need|needs|require[sd]?|requires)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)


def read_states(text: str) -> States:
    """The states told in `text` (spelling mended), with the words each was read from."""
    now, before, mentions = _read_subscription(text)
    connectivity, more = _read_connectivity(text)
    return States(now, before, connectivity, (*mentions, *more))


def _read_subscription(text: str) -> tuple[frozenset[Subscription], frozenset[Subscription], list[Mention]]:
    hits: list[tuple[int, int, frozenset[Subscription], Mention]] = []
    for rule, pattern in _SUBSCRIPTION_RULES:
        for match in pattern.finditer(text):
            before = text[: match.start()]
            other = _OTHER_EXPIRY.search(before)
            if rule == "expired" and other and not _ABOUT_SUBSCRIPTION.search(other[0]):
                continue
            states = _MEANS[rule]
            inside = match[0]
            denial = _NEGATED_STATE.search(before[-40:])
            if denial and _NOT_ONLY.search(denial["between"]):  # "isn't just expired": it is more than that
                continue
            negated = bool(denial) or (
                rule == "active" and bool(re.search(rf"{_NOT}\b", inside, re.IGNORECASE))
            )
            if negated and rule != "open":
                states = _ALL_BUT[next(iter(states))]
            if any(match.start() < end and start < match.end() for start, end, _, _ in hits):
                continue
            name = "/".join(sorted(states))
            hits.append(
                (
                    match.start(),
                    match.end(),
                    states,
                    Mention("subscription", name, inside.strip(), f"{'not ' if negated else ''}{rule}"),
                )
            )
    revived = next((m for m in _REVIVED.finditer(text) if not _NOBODY.search(text[: m.start()])), None)
    mentions = [mention for _, _, _, mention in hits]
    told = [states for _, _, states, _ in sorted(hits, key=lambda hit: hit[0])]
    lapsed = [states for states in told if ACTIVE not in states]
    if revived:
        mentions.append(Mention("subscription", ACTIVE, revived[0].strip(), "active again"))
        return frozenset({ACTIVE}), _worst(lapsed), mentions
    if not told:
        return frozenset(), frozenset(), mentions
    merged = frozenset.intersection(*told) or told[-1]
    return merged, frozenset(), mentions


def _worst(lapsed: list[frozenset[Subscription]]) -> frozenset[Subscription]:
    """Of several states told on the way, the one with most consequences; both when none is told."""
    certain = [states for states in lapsed if len(states) == 1]
    if frozenset({DEPROVISIONED}) in certain:
        return frozenset({DEPROVISIONED})
    return certain[0] if certain else frozenset({EXPIRED, DEPROVISIONED})


def _read_connectivity(text: str) -> tuple[Connectivity | None, list[Mention]]:
    lost = [
        (match, rule)
        for rule, pattern in _LOST_RULES
        for match in pattern.finditer(text)
        if not (
            rule != "can't reach" and _NEGATED_LOST.search(text[max(0, match.start() - 30) : match.start()])
        )
    ]
    spans = [(match.start(), match.end()) for match, _ in lost]
    connected = [
        (match, rule)
        for rule, pattern in _CONNECTED_RULES
        for match in pattern.finditer(text)
        if not any(start < match.end() and match.start() < end for start, end in spans)
        and not _HYPOTHETICAL_NEED.search(text[: match.start()])
    ]
    negated_lost = any(
        _NEGATED_LOST.search(text[max(0, match.start() - 30) : match.start()])
        for rule, pattern in _LOST_RULES
        if rule != "can't reach"
        for match in pattern.finditer(text)
    )
    again = any(rule == "again connected" for _, rule in connected)
    if again:
        words = next(match[0] for match, rule in connected if rule == "again connected")
        return Connectivity.RESTORED, [Mention("connectivity", "restored", words, "again connected")]
    if lost:
        match, rule = lost[0]
        return Connectivity.LOST, [Mention("connectivity", "lost", match[0].strip(), rule)]
    if connected or negated_lost:
        match_words, rule = (
            (connected[0][0][0], connected[0][1]) if connected else ("not offline", "not lost")
        )
        return Connectivity.CONNECTED, [Mention("connectivity", "connected", match_words.strip(), rule)]
    return None, []
