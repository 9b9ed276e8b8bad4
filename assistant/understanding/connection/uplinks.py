"""Reads that a server is connected only now and then, or never: "uplink once a month", "dark site"."""

from __future__ import annotations

import re
from decimal import Decimal

from assistant.decisions.expressions.patterns import lazy
from assistant.decisions.reading.durations import DAYS_OF
from assistant.decisions.reading.numbers import parse_number

_DAYS = {"daily": 1, "nightly": 1, "weekly": 7, "fortnightly": 14, "monthly": 30, "quarterly": 91}
_DAYS |= {"yearly": 365, "annually": 365}
_ORDINALS = {"other": 2, "second": 2, "third": 3, "fourth": 4}
_NUMBER = (
    r"\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|sixty|ninety"
    r"|other|second|third|fourth"
)
_CLAUSE = re.compile(r"[.;,?!()\n]|\s[-\u2013\u2014]\s|\b(?:but|while|when|if)\b", re.IGNORECASE)
_ABOUT_LINK = lazy(
    r"\b(?:online|connect(?:ed|s|ion|ions|ivity)?|up-?links?|links?|internet|lines?|network|satellite|vsat"
    r"|reach(?:es)?|reachable|phones? home|(?:sees|talks to) azure)\b"
)
_OF_LINK = lazy(
    r"\b(?:online|up-?link|internet|satellite|vsat|reachable|(?:sees|talks to) azure)\b"
    r"|\b(?:is|are|be|gets?|comes?|we['’]?re|it['’]?s|only|have to be|has to be|must be"
    r"|being|one|server|mabs|we|it|site|box)\b(?:\s+\w+){0,3}?\s+connect\w*"
    r"|^\W*connected\b|\b(?:link|line|network|connection)s?\b"
)
# What else happens now and then: backups, checks, growth.
_OTHER = lazy(
    r"\b(?:back(?:s|ed|ing)? ?up|backups?|recovery points?|points?|cop(?:y|ies)|jobs?|restor\w*|check\w*"
    r"|test\w*|gr[eo]w\w*|shrink\w*|percent"
    r"|verif\w*|validat\w*|schedul\w*|updates?|patch\w*|reboot\w*|fail\w*|error|alert\w*|offline for"
    r"|down for)\b|\d\s?%"
)
_EVERY = lazy(
    rf"\b(?:every|each|per|(?:once|twice) an?|once in an?|(?:hours?|days?) (?:an?|per|every)"
    rf"|(?:up-?link|link|connection|contact|time) an?)\s+"
    rf"(?:(?P<number>{_NUMBER})\s+)?(?P<unit>day|night|week|fortnight|month|quarter|year)s?\b"
    r"|\b(?P<adverb>daily|nightly|weekly|fortnightly|monthly|quarterly|yearly|annually)\b"
    r"|\b(?:only |just )?on (?P<weekday>(?:mon|tues|wednes|thurs|fri|satur|sun)days?)(?: only)?\b"
    r"|\b(?P<weekend>week-?ends?|weekdays?|working days|business days)\b"
)
_RARELY = lazy(
    r"\b(?:only|just|once|twice|one|every|each|per|sufficient|enough|suffice\w*|comes? up|brief\w*|for an?"
    r"|(?:hours?|days?) an?)\b"
)
_NEVER = lazy(
    r"\b(?:never|not ever)\b"
    r"(?!\s+(?:been\s+)?(?:los\w+|drop\w*|interrupt\w*|down|off\w*|without|cut))"
    r"[^.;,?!]{0,25}\b(?:internet|online|connect\w*|link|uplink|outside)\b"
    r"|\b(?:internet|connect\w*|link|uplink|line)\b[^.;,?!]{0,20}\b(?:never|(?<=no )ever|not ever)\b"
    r"|\b(?:no|without(?: any)?|zero)\s+(?:\w+\s+){0,2}?(?:internet|connect\w*|link|uplink|line)\b"
    r"[^.;,?!]{0,30}\b(?:ever|at all|whatsoever|permanently)\b|\bzero internet\b"
    r"|\bair[\s-]?gap(?:ped)?\b|\bdark site\b|\b(?:permanently|always|fully|completely|entirely"
    r"|forever) (?:off-?line"
    r"|disconnected|isolated|cut off)\b"
    r"|\bdisconnected (?:azure stack|deployment|mode|environment|installation)\b"
)
_NEEDED = lazy(
    r"\b(?:need\w*|requir\w*|necessary|must)\b[^.;?!]{0,25}\b(?:internet|connect\w*|online|link|uplink)\b"
    r"[^.;?!]{0,40}\b(?:disks?|local\w*)\b"
    r"|\b(?:disks?|local)[ -]only\b[^.;?!]{0,25}\b(?:need\w*|requir\w*|necessary|must)\b[^.;?!]{0,25}"
    r"\b(?:internet|connect\w*|online|link|uplink)\b"
)
# A way to Azure that is none over the internet.
_PRIVATE = lazy(r"\b(?:express-?route|private (?:peering|link|endpoints?)|proxy|vpn)\b")
_A_TIME = lazy(r"\b\d+\s?(?:d|days?|weeks?|months?)\b|\bsince\b|\bago\b")


def is_never_connected(text: str) -> bool:
    """Whether the server is told to have no connection at any time, and none that was lost some time ago."""
    other_way = _PRIVATE().search(text) or _A_TIME().search(text)
    return bool(_NEVER().search(text)) and not other_way


def is_need_asked(text: str) -> bool:
    """Whether it is asked if the connection is needed although only disks are backed up to."""
    return bool(_NEEDED().search(text)) and not _A_TIME().search(text)


def gap_of(text: str) -> Decimal | None:
    """The days from one connection to the next, where the server is connected now and then; else None."""
    if not _ABOUT_LINK().search(text):
        return None
    start = 0
    before = ""
    for end in [*(match.start() for match in _CLAUSE.finditer(text)), len(text)]:
        clause = text[start:end]
        start = end
        every = _EVERY().search(clause)
        if every and not _OTHER().search(clause):
            rare = _RARELY().search(clause)
            tied = _OF_LINK().search(clause) or (before and _OF_LINK().search(before) and _is_bare(clause))
            if rare and tied:
                return _days(every)
        before = clause
    return None


def _is_bare(clause: str) -> bool:
    """Whether a clause is little more than how often: "every 20 days enough"."""
    return len(clause.split()) <= 8


def _days(every: re.Match[str]) -> Decimal:
    if every["weekday"]:
        return Decimal(7)
    if every["weekend"]:
        return Decimal(7 if every["weekend"].lower().startswith(("weekend", "week-end")) else 3)
    if every["adverb"]:
        return Decimal(_DAYS[every["adverb"].lower()])
    number = (every["number"] or "1").lower()
    times = Decimal(_ORDINALS[number]) if number in _ORDINALS else parse_number(number).value
    share = 2 if "twice" in every[0].lower() else 1
    return times / share * DAYS_OF[every["unit"].lower()]
