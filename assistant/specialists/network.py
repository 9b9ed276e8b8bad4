"""Puts host names, URLs, addresses and ranges to the guide's allowlist."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.answer import Finding
from assistant.decisions import address_ranges, network
from assistant.decisions.expressions.patterns import compiled, lazy
from assistant.decisions.types import DecisionInputError, DecisionResult
from assistant.specialists.address_ranges import asked_for, without_names
from assistant.specialists.notes import note
from assistant.specialists.table_findings import finding_of
from assistant.understanding.hosts import find_hosts
from assistant.understanding.reading import Reading
from assistant.understanding.server.own_networks import placed_in

NAME = "network"
_ASKED = compiled(
    r"\b(?:firewall|fw|proxy|white-?list\w*|allow\w*|permit\w*|cover\w*|open\w*|unblock\w*|block\w*"
    r"|list(?:ed)?|ranges?|rules?|need\w*|require\w*|must|exception|endpoints?|reach\w*|pass|let through"
    r"|exempt\w*|bypass|enough|suffic\w*|optional|skip\w*|clos(?:e|ed|ing)|shut|den(?:y|ied|ies)|drop\w*"
    r"|omit\w*|left out|leave out|do without|off)\b",
)
_WE_ALLOW = re.compile(
    r"\b(?:we|i|our (?:firewall|proxy)|firewall|proxy|rules?|currently"
    r"|already)\b[^.?!\n]{0,30}\b(?:allow\w*|permit\w*|open\w*|have|let\w*"
    r"|white-?list\w*)\b[^?]*\b(?:missing|complete|enough|all|else|anything|forgot\w*|lack\w*|sufficient"
    r"|what)\b",
    re.IGNORECASE | re.DOTALL,
)
_MISSING = compiled(
    r"\b(?:missing|complete|anything else|forg[eo]t\w*|lack\w*|left out|sufficient|short of"
    r"|still to (?:add|come|open)"
    r"|not (?:in )?yet|absent)\b",
)
_FIREWALL = compiled(
    r"\b(?:firewall|fw|proxy|white-?list\w*|allow-?list\w*|urls?|endpoints?|outbound|unblock\w*)\b",
)
# "the second one", "the other range", "which other names": the rest of the list is asked for.
_OTHERS = compiled(
    r"\b(?:second|2nd|other|others|next|remaining|rest|missing|further)\s+(?:one|ones|ip|range|network"
    r"|net|subnet|block"
    r"|address|entry|url|name|host|domain|cidr|/\s?18|of (?:them|the (?:list|urls?|names?"
    r"|ranges?|entries)))(?:e?s)?\b"
    r"|\b(?:the|what'?s|which(?: is)?|and) (?:the )?other(?: one)?\s*(?:\?|$)|\bwhat else\b|\bwhich others\b",
)
# Whether the very entry stands in the list is asked, and not whether it is covered.
_LITERALLY = lazy(
    r"\b(?:exactly|literally|explicitly|verbatim|word for word|expressly|by name|letter for letter|as such"
    r"|exact(?:ly)? (?:that|this|the)|(?:that|this|the) (?:very|exact|same) "
    r"(?:entry|name|url|host|line|string)|itself|(?:its|an?|their) (?:own|separate) (?:line|entry|row)"
    r"|(?:line|entry|row) of its own|listed separately|(?:that|a|this|any) (?:line|entry|row) (?:in|on|for"
    r"|with)"
    r"|(?:lose|lost|miss(?:ed|ing)?) an? (?:page|line|entry|part))\b"
    # "the newer article has it, the guide does not"
    r"|\b(?:guide|list|ours|mine)\b[^.?!\n]{0,25}\b(?:does(?: not|n['\u2019]?t)|has ?n['\u2019]?t"
    r"|without)(?:\s+(?:have|list|name|show|mention)\b|\W*(?:$|[.?!,]))"
    r"|\bwhy (?:is it |are they )?not (?:in |on )?(?:the|our|your) (?:guide|list)\b"
)
# "we opened A and B, which names are left?"
_LEFT_OVER = lazy(
    r"\b(?:which|what)\s+(?:\w+\s+){0,2}?(?:are|is)\s+(?:still\s+)?(?:left|remaining|open|missing)\b"
)
# Entries beside those named: "other than *.windows.net", "the non-microsoft.com names".
_BESIDES = compiled(
    r"\b(?:non|not|besides?|except(?: for)?|other than|apart from|aside from|excluding|excl\.?|minus"
    r"|outside(?: of)?"
    r"|without)[\s-]+(?:(?:under|below|in|the|ending in|of)\s+)*[\"'`]?(?:\*\.)?$",
)
_ENTRIES = compiled(
    r"\b(?:names|urls|hosts|hostnames|fqdns|domains|ranges|networks|subnets|cidrs|addresses|ips|entries|list"
    r"|destinations|endpoints|else)\b",
)
_IS_NAMED = compiled(r"\bother (?:than|names? for)\b")
_KINDS = (
    (compiled(r"\b(?:names?|urls?|hosts?|hostnames?|fqdns?|domains?)\b"), network.NAMES),
    (compiled(r"\b(?:ips?|ranges?|networks?|subnets?|cidrs?|address\w*)\b"), network.RANGES),
)
# Services of others that are told by their names alone where destinations are asked for.
_SERVICE = compiled(
    r"\b(?:github|gitlab|google|gmail|dropbox|youtube|facebook|slack|zoom|docker ?hub|pypi|npm"
    r"|chocolatey|adobe)\b"
    r"(?!\.\w)",
)
_OPENED = compiled(r"\b(?:white-?list\w*|allow-?list\w*|firewall|fw|proxy|unblock\w*|outbound)\b")
# What keeps a name from being reached, or takes it for needless; and how it is asked whether that may be.
_SHUT = lazy(
    r"\b(?:block\w*|clos(?:e|ed|ing)|shut|den(?:y|ied|ies|ying)|drop(?:ped|s|ping)?|refus\w*|reject\w*"
    r"|filter(?:ed|s|ing)? out|forbid\w*|optional|skip\w*|omit\w*|ignor\w*|remov\w*|disallow\w*"
    r"|(?:left|leave|leaving|cut|switch\w*|turn\w*) (?:\S+ )?(?:out|off)"
    r"|(?:do|go|work|live)(?:es|ing)? without|black-?list\w*|un(?:needed|necessary)|dispensable)\b"
)
_MAY = lazy(
    r"\b(?:can|may|could|might|shall|should|ok|okay|fine|allowed|alright|all right|safe|acceptable|permitted"
    r"|optional|unneeded|unnecessary|dispensable)\b|^\W*(?:block|close|shut|deny|drop|skip|omit|ignore"
    r"|remove)\b"
)
_SHUT_DENIED = lazy(
    r"\b(?:not|never|mustn'?t|no longer|problem|matters?|issue|hurts?|harm\w*|breaks?|need\w*|require\w*"
    r"|must|except|but|if|when|what|why|how|which)\b|n['’]t\b"
)
_ALONE = lazy(
    r"\b(?:enough|suffic\w*|suffices|will do|all (?:i|we|you) need|all that'?s needed)\b|\bonly\b.*\bok\b"
)
_FOR_WHAT = lazy(
    r"\bports?\b|\b(?:to|for) (?:reach|cover|let|get|allow|sign|log)\w*\b"
    r"|\bfor (?:the )?(?:blobs?|queues?|storage|log-?ins?|sign-?ins?)\b|\bneed\w* (?:also|as well|too)\b"
)
_INSIDE = (".local", ".internal", ".lan", ".corp")
MOST = 5


def consult(reading: Reading) -> list[Finding]:
    """Whether each destination is covered, and by which entry; for a list of rules, what is missing."""
    reading = _without_plan(reading)
    if told := _told_so_far(reading):
        wildcards = bool(re.search(r"\bwild-?cards?\b", reading.plain, re.IGNORECASE))
        both = not wildcards and _asks_both_kinds(reading)
        return [finding_of(network.others(told, wildcards=wildcards, both=both), NAME)]
    if _asks_number(reading):
        return [finding_of(replace(network.decide(), missing=()), NAME)]
    if ranges := asked_for(reading):
        return [finding_of(address_ranges.written_out(ranges), NAME)]
    if without_names(reading) and _of_list(reading):
        return [finding_of(network.ranges_alone(), NAME)]
    if _asks_wildcards(reading):
        named = [finding_of(network.decide(host), NAME) for host in reading.hosts[:MOST]]
        return [*named, finding_of(network.wildcards(), NAME)]
    services = _services(reading)
    if services and not reading.hosts:
        return [finding_of(network.unlisted(name), NAME) for name in services]
    if not reading.hosts or not (
        _ASKED.search(reading.plain) or len(reading.plain.split()) <= 3 or reading.followup
    ):
        return []
    if len(reading.hosts) == 1 and is_own_proxy(reading.plain, reading.hosts[0]):
        result = network.own_proxy(re.sub(r"^https?://", "", reading.hosts[0]).rstrip("/"))
        return [finding_of(result, NAME, bare=reading.no_yes_or_no)]
    several = len(reading.hosts) > 1
    listed = several and bool(_WE_ALLOW.search(reading.plain) or _MISSING.search(reading.plain))
    if _asks_if_complete(reading.plain):
        listed = listed or all(map(_lets_any_through, reading.hosts))
    if listed or _alone_enough(reading):
        bare = bool(_WHAT_IS_MISSING().search(reading.plain))
        result = network.check_rules(reading.hosts, _kind(reading.plain))
        lead = _of_missing(result) if _IS_ANY_MISSING().search(reading.plain) else None
        return [finding_of(result, NAME, bare=bare, lead=lead)]
    if besides := _besides(reading):
        return [finding_of(network.others(besides), NAME)]
    rest = _OTHERS.search(reading.plain) or (several and _LEFT_OVER().search(reading.plain))
    if rest and not _IS_NAMED.search(reading.plain):
        return [finding_of(network.others(reading.hosts, both=_asks_both_kinds(reading)), NAME)]
    findings = [finding_of(network.unlisted(name), NAME) for name in services]
    shut = _may_be_shut(reading)
    for host in _open_hosts(reading)[:MOST]:
        if host.lower().endswith(_INSIDE) and not _FIREWALL.search(reading.plain):
            continue  # the name of a domain or machine of one's own
        try:
            literally = bool(_LITERALLY().search(reading.plain))
            result = network.shut(host) if shut else network.decide(host, literally=literally)
        except DecisionInputError:
            continue
        bare = not shut and (reading.no_yes_or_no or bool(_SHUT().search(reading.plain)))
        finding = finding_of(result, NAME, bare=bare)
        newer = (
            note("firewall-newer-names")
            if ((result.outcome == "not_listed" or literally) and "blob" in host) or "queue" in host
            else None
        )
        if newer is not None and (result.outcome == "not_listed" or literally):
            finding = Finding(
                finding.specialist, finding.status, (*finding.statements, newer), 1.0, finding.verdicts
            )
        findings.append(finding)
    return findings


def _without_plan(reading: Reading) -> Reading:
    """`reading` without the networks of one's own in which its machines are placed."""
    own = placed_in(reading)
    return replace(reading, hosts=tuple(one for one in reading.hosts if one not in own)) if own else reading


_LET_BEFORE = lazy(
    r"\b(?:approved|allowed|opened|whitelisted|permits?|permitted|allows|lets|let through|have|has)\s+"
    r"(?:only\s+|just\s+)?[\"'`(]?$"
)
_LET_AFTER = lazy(
    r"^[\"'`)]?\s+(?:is|was)\s+(?:(?:already|now|still)\s+)?"
    r"(?:approved|allowed|open(?:ed)?|whitelisted|permitted|through|in place)\b(?![^.!;]*\?)"
)
_ALL_OF_THEM = lazy(r"\b(?:they|them|those|these|both|all|each)\b")
_DOES_IT = lazy(r"^\W*(?:is|are|does|do|has|have|did|was|were|can)\b")


def _open_hosts(reading: Reading) -> list[str]:
    """The names that are asked about: where others are told to be let through already, not those."""
    text = reading.plain
    told: list[str] = []
    if _ALL_OF_THEM().search(re.split(r"[.!;]\s+", text)[-1]):
        return list(reading.hosts)
    for host in reading.hosts:
        at = text.lower().find(host.lower())
        before, after = text[:at], text[at + len(host) :]
        clause = re.split(r"[.!?;]\s+", before)[-1]
        let = _LET_AFTER().search(after) or (_LET_BEFORE().search(before) and not _DOES_IT().search(clause))
        told += [host] if at >= 0 and let else []
    asked = [host for host in reading.hosts if host not in told]
    return asked or list(reading.hosts)


_WHAT_IS_MISSING = lazy(r"\b(?:what|which)\b[^?]{0,30}\b(?:missing|lack\w*|forgot\w*|left)\b")

_COMPLETE = lazy(r"\bcomplete\W*$|\b(?:is|are) (?:it|that|this|the \w+|our \w+|my \w+) complete\b")
# Whether something lacks is asked, not whether the rules are complete.
_IS_ANY_MISSING = lazy(
    r"\b(?:any(?:thing)?|something|an entry|one)\b[^?.!]{0,30}"
    r"\b(?:missing|lack(?:s|ing)?|absent|forgotten|left out)\b"
    r"|\b(?:are|am|do|did|have) (?:we|i|they|you)\b[^?.!]{0,20}"
    r"\b(?:missing|lack(?:ing)?|forg[eo]t(?:ten)?|left out|miss(?:ed)?)\b"
    r"|\bmissing (?:any(?:thing)?|something)\b"
    r"|\b(?:any|some)(?:thing)? (?:else|more|besides?|beyond|other|further|in addition|apart)\b"
    r"|\bmore (?:than|besides) (?:that|this|it|those|these|the one|only|just)\b"
)


def _asks_if_complete(text: str) -> bool:
    """Whether it is asked if the rules told are all that there have to be, however few they are."""
    return bool(_COMPLETE().search(text) or _IS_ANY_MISSING().search(text))


def _of_missing(result: DecisionResult) -> str:
    """The yes to whether something lacks; that nothing does is said without a no, which would be misread."""
    return "" if result.outcome == "complete" else "Yes"


# What remains of the list, after some of it was named in the talk.
_REMAINS = lazy(
    r"\b(?:which|what)\b[^?]*\b(?:missing|left|else|other|others|remain\w*|rest|more|still)\b"
    r"|\b(?:the |and )(?:second|other|last|missing|remaining|next|rest)(?: (?:one|two|three))?\W*$"
)


def _told_so_far(reading: Reading) -> list[str]:
    """The entries named in this talk, where what remains of the list is asked for; else none."""
    of_list = reading.previous.get("specialist") in (NAME, "guide")
    before = reading.previous.get("query", "") if of_list else ""
    if not before or not _REMAINS().search(reading.plain):
        return []
    told = [*find_hosts(before), *reading.hosts]
    entries = [one for one in told if not set(network.missing_entries([one])).issuperset(network.ENTRIES)]
    asks_of_list = reading.previous.get("specialist") == NAME or _FIREWALL.search(before) or reading.hosts
    return entries if asks_of_list else []


_HOW_MANY = lazy(
    r"\bhow many\b[^?]*\b(?:urls?|names|hosts|fqdns|domains|ranges|networks|subnets|addresses|ips|entries"
    r"|lines|rules|exceptions|endpoints|destinations)\b"
)


def _asks_number(reading: Reading) -> bool:
    """Whether the number of entries is asked for, of the list named or talked of."""
    if reading.hosts or not _HOW_MANY().search(reading.plain):
        return False
    return bool(_FIREWALL.search(f"{reading.previous.get('query', '')} {reading.plain}"))


def _of_list(reading: Reading) -> bool:
    """Whether a message, or the talk before it, is about what has to be let through."""
    talk = f"{reading.previous.get('query', '')} {reading.plain}"
    return reading.previous.get("specialist") == NAME or bool(
        _FIREWALL.search(talk) or _LIMITED().search(talk)
    )


_LIMITED = lazy(
    r"\b(?:limited|restricted)\s+(?:internet|web|outbound)\b|\b(?:let|get|go) through\b|\bpacket filter\b"
)
_WILDCARDS = lazy(
    r"\b(?:which|what|any|list|name|show|all|how many|are there|is there)\b[^.?!]{0,30}"
    r"\b(?:wild-?cards?|asterisks?|with (?:a |an )?(?:star|\*))(?! cert)"
    r"|\b(?:which|what)\b[^.?!]{0,30}\b(?:have|has|begin\w*|start\w*)\b[^.?!]{0,10}\b(?:stars?|asterisks?"
    r"|wild-?cards?)\b"
)
_NAME_WORDS = r"(?:host ?names?|hosts|names|urls?|fqdns?|domains|addresses|ips?)"
# The names are asked for as well: "hostnames / wildcards, all of them".
_ALL_NAMES = lazy(
    rf"\b{_NAME_WORDS}\s*(?:/|,|and|or|&|\+)\s*(?:the\s)?wild-?cards?"
    rf"|\bwild-?cards?\s*(?:/|,|and|or|&|\+)\s*(?:the\s)?{_NAME_WORDS}\b"
    r"|\b(?:everything|(?:complete|whole|entire|full) list)\b"
)
_LIST = lazy(r"\b(?:list(?:ed)?|names|hosts|entries|addresses)\b")


def _asks_wildcards(reading: Reading) -> bool:
    """Whether the entries with an asterisk are asked for, of the list named or talked of."""
    talk = f"{reading.previous.get('query', '')} {reading.plain}"
    if not _WILDCARDS().search(reading.plain) or _ALL_NAMES().search(reading.plain):
        return False
    return bool(_FIREWALL.search(talk) or _LIST().search(talk))


_LETS = compiled(
    r"\b(?:allow\w*|white-?list\w*|let|through|unblock\w*|block\w*|open\w*|cover\w*|listed|list"
    r"|exempt\w*|pass\w*"
    r"|exception|permit\w*|reach\w*)\b",
)
_PROXY_IS = (
    r"\bprox(?:y|ies)(?:\s+(?:server|address|url|host))?\s*"
    r"(?:(?:is|at|on|named|called|runs on|=|:)\s*)?(?:the\s+)?[\"'`]?"
)


def is_own_proxy(text: str, host: str) -> bool:
    """Whether `host` is told as the proxy to go through, rather than as a name that it has to let through."""
    if _LETS.search(text):
        return False
    bare = re.sub(r"^https?://", "", host.lower())
    at = text.lower().find(host.lower())
    if at < 0:
        return False
    named = re.match(r"[\w-]*proxy[\w-]*[.:\d]", bare)
    return bool(named or re.search(_PROXY_IS + "$", text[:at], re.IGNORECASE))


def _asks_both_kinds(reading: Reading) -> bool:
    """Whether names and ranges are both asked for: "the rest of the names, and the ip ranges"."""
    text = reading.plain
    for host in reading.hosts:
        text = text.replace(host, " ")
    return all(words.search(text) for words, _ in _KINDS)


def _may_be_shut(reading: Reading) -> bool:
    """Whether it is asked if a name may be blocked, or left out of what is let through."""
    text = reading.plain
    return bool(_SHUT().search(text) and _MAY().search(text) and not _SHUT_DENIED().search(text))


def _alone_enough(reading: Reading) -> bool:
    """Whether it is asked if what is named is all that has to be let through."""
    if not _ALONE().search(reading.plain) or _FOR_WHAT().search(reading.plain):
        return False
    if len(reading.hosts) == 1 and not _lets_any_through(reading.hosts[0]):
        return False  # a bare name that is in the list with a wildcard: how it is listed is to be told
    rules = [network.below(host) for host in reading.hosts]
    return not any(len(network.missing_entries([one])) == len(network.ENTRIES) for one in rules)


def _lets_any_through(host: str) -> bool:
    """Whether a name, as it is told, stands for an entry of the list."""
    return len(network.missing_entries([host])) < len(network.ENTRIES)


def _besides(reading: Reading) -> list[str]:
    """The entries beside which the others are asked for; empty where none are."""
    if not _ENTRIES.search(reading.plain):
        return []
    text = reading.plain.lower()
    named = [
        host
        for host in reading.hosts
        if (at := text.find(host.lower().removeprefix("*."))) >= 0 and _BESIDES.search(text[:at])
    ]
    return [network.below(host) for host in named]


def is_asked(reading: Reading) -> bool:
    """Whether it is asked if a name has to be let through, whosever name it is."""
    opened = _OPENED.search(reading.plain)
    return bool((reading.hosts and opened) or _services(reading))


def _services(reading: Reading) -> list[str]:
    """Services of others of which is asked whether they have to be let through."""
    if not (_OPENED.search(reading.plain) and _ASKED.search(reading.plain)):
        return []
    return list(dict.fromkeys(_SERVICE.findall(reading.plain)))[:MOST]


def _kind(text: str) -> tuple[str, ...]:
    """The part of the list in which something is missing: the one named last, else all of it."""
    last = text.rstrip("?. ").rsplit(".", 1)[-1]
    told = [kind for words, kind in _KINDS if words.search(last)]
    return told[0] if len(told) == 1 else network.ENTRIES
