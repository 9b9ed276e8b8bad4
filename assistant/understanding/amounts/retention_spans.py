"""Whose a stretch of time is: only how long data stays on the attached disks counts as local retention.

A time belongs to what its clause is about. "The server lives in the domain since 2 years" and "the passphrase
was on a local disk for 6 months" tell of a place and a time, but of no data that is kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from assistant.decisions.expressions.patterns import lazy
from assistant.decisions.reading.calendar_names import DAYS, WEEKDAY
from assistant.decisions.reading.durations import Duration, FoundDuration
from assistant.understanding.amounts.figures import periods_in
from assistant.understanding.amounts.quantities import is_offset
from assistant.understanding.word_rules import word_set

# In a clause each of what counts is put as one sign, so that what stands between them can be looked at.
_TIME, _PLACE, _DATA, _KEEP = "§", "¶", "¤", "¢"
_ON = r"(?:on|to|at|in|from|off|across)\s+"
_WHOSE = r"(?:(?:the|our|my|its|your|those|these|that|an?)\s+)?"
_DISK = r"(?:disks?|drives?|volumes?|storage|pool|spindles?|luns?)"
_PLACES = lazy(
    rf"\b(?:{_ON})?{_WHOSE}(?:(?:local|attached|backup|operational|mabs|dpm|data|own"
    rf"|server'?s?)\s+){{1,3}}{_DISK}\b"
    rf"|\b{_ON}{_WHOSE}{_DISK}\b(?:\s+(?:attached\b[^,.;?!]*|of the (?:mabs|backup)?\s?(?:server|vm|box)))?"
    rf"|\b{_ON}{_WHOSE}(?:mabs|backup server|server|box)\b(?:\s+(?:vm|itself|box|server))?"
    r"|\b(?:local|on-disk)(?=\s+(?:(?:recovery|restore|backup)\s+(?:points?|data|cop)|rps?\b"
    r"|backups?\b(?!\s+(?:server|box"
    r"|vm|machine|job|admin|agent))|cop(?:y|ies)\b|points?\b|versions?\b|snapshots?\b))"
    r"|\blocally\b|\b(?:on[\s-]?site|on[\s-]?prem\w*|operational(?:ly)?|short[\s-]?term)\b(?=\s*(?:¤"
    r"|¢|§|\W|$))"
    r"|\b(?:on-)?disks?(?=\s+(?:only|retention|copies|copy|for)\b|\s*[:=(§]|\s*$)"
    r"|\blocal(?=\s*(?:[¤¢§]|[^\w\s]|$)|\s+(?:for|only|at|up to|and|then|until|copies|copy|retention)\b)"
)
_DATAS = lazy(
    r"\b(?:(?:recovery|restore|backup|operational|local|disk|short[\s-]?term|daily|nightly|weekly)\s+)*"
    r"(?:data|backups?|copy|copies|(?:recovery |restore )?points?|rps?|versions?"
    r"|retention(?: (?:range|time|period))?(?!\s+(?:of|for)\s+(?:the\s+|our\s+)?(?:\w+\s+)?(?:logs?"
    r"|alerts?|events?)\b)"
    r"|replicas?|history|generations?|snapshots?)\b"
    r"(?!\s+(?:server|box|vm|machine|host|admin|agent|product|software|tool|job|window|licen[cs]e"
    r"|sources?|cent(?:er|re)|disks?|storage|vault|copy)\b)"
)
_KEEPS = lazy(
    r"\b(?:keep\w*|kept|retain\w*|hold(?:s|ing)?|held|stor(?:e|es|ed|ing)|stay(?:s|ed|ing)?|leav(?:e|es|ing)"
    r"|left|remain\w*|sits?|sitting|lies?|lying|live|lives|lasts?|park\w*|have|has|want\w*|set)\b"
)
# Where a retention is set: "in my protection group", "in the wizard".
_SET_IN = lazy(
    r"\b(?:in|of|for|on|under|by|per)\s+(?:(?:the|my|our|this|that|a|one|each|every|all)\s+)?(?:\w+\s+)?"
    r"(?:protection groups?|pgs?|polic(?:y|ies)|wizard|settings?|configuration|config)\b"
)
_CLAUSE = re.compile(r"[.;!?\n]+(?=\s|$)|\s[-\u2013]+\s")
_PART = re.compile(r",\s")
# A point in time, how often, or a stretch up to one: nothing is kept for so long.
_NO_STAY_AFTER = re.compile(r"^\s*(?:ago|late|earlier|later|before|back|since|apart|delay\w*)\b", re.I)
_NO_STAY_BEFORE = re.compile(
    r"\b(?:since|within|every|each|last|past|next|previous|in|ahead of|first|another)\s+"
    r"(?:the\s+|about\s+)?$",
    re.I,
)
# "the 15 day limit": the time only qualifies what follows.
_QUALIFIES = re.compile(r"^[\s-]*(?P<noun>[a-z]\w+)", re.I)
_SINGULAR = re.compile(r"\b(?!1\b|one\b|an?\b)[\w.]+[\s-](?:minute|hour|day|week|month|year)$", re.I)
# "10 years in Azure": a time that is told of the cloud, where one is told of the disks as well.
_CLOUD = r"(?:azure|the cloud|cloud|vault|online|off-?site)"
_UP_AFTER = lazy(rf"^\s*(?:(?:in|to|at|on|into|for|is|are|stays?|kept|the|our)\s+){{0,3}}{_CLOUD}\b")
_UP_BEFORE = lazy(rf"\b{_CLOUD}\s*(?:(?:for|keeps?|is|are|gets?|at|retention|:|=|holds?)\s*){{0,2}}$")
_HERE_AFTER = lazy(r"^\s*(?:\w+\s+){0,3}(?:disks?|local\w*|attached|on-?site|on-?prem\w*)\b")
_SAYS_NOTHING = word_set(
    "is are was be can could may might must shall should will would do does did we i you they it this that "
    "these those them the a an our my your its all everything stuff things thing only just about up to for "
    "at least most around roughly and or but so then if how what long ok okay fine allowed good bad with of "
    "on per not no than more less older over beyond after until one some any also still get gets go "
    "goes used been had now previously formerly there let lets us "
    "plan planned policy "
    "really exactly each too much better say says old aged"
)


_WEEKDAYS = lazy(
    rf"\b(?:from\s+)?(?P<first>{WEEKDAY})s?\s+(?:to|(?:un)?till?)\s+(?:on\s+)?(?:the\s+)?"
    rf"(?P<next>(?:following|next|coming)\s+)?(?P<last>{WEEKDAY})s?\b"
    r"(?P<later>\s+(?:(?:a|the|one|1)\s+week\s+(?:later|after)|(?:of\s+)?(?:the\s+)?(?:next|following)\s+week))?"
)
_VAGUE_TIME = lazy(
    r"\b(?:(?:a )?(?:bit|little|tad)|somewhat|slightly|even|any) longer\b"
    r"|\blonger than (?:usual|normal|needed|necessary|recommended|advised)\b"
    r"|\bfor (?:a (?:good |little )?while|(?:qui(?:te|et) )?some time|ages|a long time)\b"
)
# Said of days of the week, a job may run on them instead.
_STAYS = lazy(
    r"\b(?:keep\w*|kept|retain\w*|retention|hold(?:s|ing)?|held|stay\w*|remain\w*|sit(?:s|ting)?|lies?|lying"
    r"|leav(?:e|es|ing)|left)\b"
)
_WEEK = 7


def kept_for(text: str) -> tuple[FoundDuration, ...]:
    """The times in `text` for which backup data is said to stay on the attached disks."""
    times = (*periods_in(text), *_between_weekdays(text))
    told = [found for found in times if stays(text, found) and _is_of_data(text, found)]
    here = [found for found in told if not _is_up(text, found)]
    beside = [] if here or not told else [found for found in times if _is_beside_disk(text, found)]
    return tuple(here or beside or told)


def kept_vaguely(text: str) -> tuple[FoundDuration, ...]:
    """A time without a number for which backup data is said to stay there: "slightly longer"."""
    told = (
        FoundDuration(Duration(Decimal(0), None, text=match[0]), *match.span())
        for match in _VAGUE_TIME().finditer(text)
    )
    return tuple(found for found in told if _is_of_data(text, found))


def _between_weekdays(text: str) -> Iterator[FoundDuration]:
    """The stretches that are told by two days of the week: "from friday to the following friday"."""
    for match in _WEEKDAYS().finditer(text) if _STAYS().search(text) else ():
        first, last = (DAYS[match[name].lower()] for name in ("first", "last"))
        days = (last - first) % _WEEK or _WEEK
        if last > first and match["later"]:
            days += _WEEK
        yield FoundDuration(Duration(Decimal(days), Decimal(days), text=match[0]), *match.span())


def _is_up(text: str, found: FoundDuration) -> bool:
    """Whether a time is told right beside the cloud: it is for what is kept there."""
    after = text[found.end :]
    if _UP_AFTER().match(after):
        return True
    return bool(_UP_BEFORE().search(text[: found.start])) and not _HERE_AFTER().match(after)


def _is_beside_disk(text: str, found: FoundDuration) -> bool:
    """Whether a stretch is told right before the disks: "30 days in azure and 4 days on disk"."""
    return stays(text, found) and not _is_up(text, found) and bool(_HERE_AFTER().match(text[found.end :]))


def stays(text: str, found: FoundDuration) -> bool:
    """Whether a time is a stretch: not a point in time ("2 days ago"), an interval, or part of a name."""
    before, after = text[: found.start], text[found.end :]
    if is_offset(text, found.start, found.end):
        return False
    if _NO_STAY_AFTER.match(after) or _NO_STAY_BEFORE.search(before):
        return False
    noun = _QUALIFIES.match(after) if _SINGULAR.search(text[found.start : found.end].strip()) else None
    return noun is None or bool(_DATAS().match(after.lstrip(" -")) or noun["noun"].lower() in _SAYS_NOTHING)


def _is_of_data(text: str, found: FoundDuration) -> bool:
    return any(_tells_stay(scope) for scope in _scopes(text, found))


def _scopes(text: str, found: FoundDuration) -> Iterator[str]:
    """The part between commas that holds the time, with the time as a sign; then the whole sentence, where
    that part alone has not got a subject of its own."""
    marked = f"{text[: found.start]} {_TIME} {text[found.end :]}"
    sentence = next(part for part in _CLAUSE.split(marked) if _TIME in part)
    part = next(part for part in _PART.split(sentence) if _TIME in part)
    yield _signed(part)
    signed = _signed(part)
    if _DATA in signed or _KEEP in signed or not _others(signed):
        yield _signed(sentence)


def _signed(scope: str) -> str:
    """`scope` with places, data and verbs of keeping as signs, and without where the time is set."""
    scope = _SET_IN().sub(" ", scope)
    for pattern, sign in ((_PLACES(), _PLACE), (_DATAS(), _DATA), (_KEEPS(), _KEEP)):
        scope = pattern.sub(f" {sign} ", scope)
    return scope


def _tells_stay(scope: str) -> bool:
    """Whether a clause says of data that it is in the place for the time."""
    if _PLACE not in scope:
        return False
    words = scope.split()
    time = words.index(_TIME)
    if _DATA in scope and (_KEEP in scope or _DATA in words[time:] or not _is_another_verbs(words[:time])):
        return True
    for at, word in enumerate(words):
        if word == _KEEP and _reaches(words[at + 1 :]):
            return True  # what is kept is left out, or a pronoun
    beside = _reaches(words[time + 1 :]) or _PLACE in words[:time]
    return beside and not _others(" ".join(words[:time]))


def _is_another_verbs(before: list[str]) -> bool:
    """Whether the last word before the time that says something is no sign ("the copy took ...")."""
    last = next((word for word in reversed(before) if not _is_empty(word)), _DATA)
    return last not in (_PLACE, _DATA, _KEEP)


def _reaches(words: list[str]) -> bool:
    """Whether the next word that says something is one of the signs."""
    for word in words:
        if word in (_TIME, _PLACE, _DATA):
            return True
        if not _is_empty(word):
            return False
    return False


def _others(scope: str) -> list[str]:
    """The words of a clause that name something else."""
    return [
        word for word in scope.split() if word not in (_TIME, _PLACE, _DATA, _KEEP) and not _is_empty(word)
    ]


def _is_empty(word: str) -> bool:
    bare = word.strip("()[]\"':?!.,=").lower()
    return not bare or bare in _SAYS_NOTHING
