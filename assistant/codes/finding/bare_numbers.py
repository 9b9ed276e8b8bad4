"""Bare numbers that the words around them tell as a code: "the console says 292", "832 - setup stops".

`assistant.codes.finding.cues` knows the cues of messages and logs; here is what people do who retell one. A
number of four digits or more that has an entry is hardly ever anything else, unless its neighbours say so.
One of three is a code where the words around it, or what its entry tells, make it one; in a log none is.
"""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.codes.finding.found_code import TOLD_LONGEST
from assistant.codes.finding.log_lines import between, line_of
from assistant.decisions.expressions.patterns import lazy

FEW_WORDS = 6
"""In texts of so few words a hexadecimal number is what the question is about."""

SHORTEST = 3
"""Numbers of fewer digits are too often counts."""

LONG = 5
"""From so many digits on a number isn't chosen for being round."""

SPECIFIC = 4
"""Numbers of so many digits that have an entry are seldom anything else."""

_SAYS = (
    r"meldet|zeigt|sagt|muestra|mostra|affiche|geeft|toont|pokazuje|zwraca|hlásí|zobrazuje|viser|visar|"
    r"devuelve|restituisce|renvoie|retourne|antaa|näyttää|d[aà]|выда[её]т|пишет|"
    r"показывает"
    r"|says?|said|saying|tells?|told|telling|gets?|got|getting|gives?|gave"
    r"|giving|shows?|showed|showing|throws?|threw|throwing"
    r"|answers?(?: with)?|answered(?: with)?|repl(?:y|ies|ied)(?: with)?"
    r"|respond(?:s|ed)?(?: with)?|reports?|reported|lists?|listed|returns?|returned"
    r"|complains? (?:about|of|with)"
    r"|spits? out|fails? with|fail(?:s|ed|ing)? (?:w/|due to|b/c|because of)|(?:keep|are|is|am|was|"
    r"were|constantly) seeing|sees|saw"
    r"|pop-?ups?(?: with)?|message box(?: with)?|banner:?|dialog(?: with)?|(?:goes|went|turned|is) red "
    r"with|job red,?"
    r"|(?:finish|quit|exit|terminate|die|complete)(?:s|e?d)? with|bails? out with|c[ao]mes? (?:back|"
    r"up) with"
    r"|(?:stop|fail|die|abort|end|break|quit|halt|bail|choke|crashe|hang)(?:s|d|ed|ped)?(?: out)?"
    r" (?:at|on|with)"
)
_TOLD = lazy(
    rf"(?:\b(?:{_SAYS})[ \t:]{{1,3}}(?:an? |the |me |us |el |le |la |den |die |una? |eine |een )?"
    r"|(?:->|=>|→)[ \t]{0,3})[\"'(#]?$",
    re.IGNORECASE,
)
_BELONGS = lazy(
    r"^[\"')]?[ \t]+(?:in|from|by|at) (?:the |our )?(?:dpm |mabs )?(?:alert|dpm|mabs|mars|console|agent"
    r"|wizard|setup"
    r"|backup server"
    r"|event ?log|event ?viewer|application log)\b(?![ \t]+(?:list|table|room|count|group|pool"
    r"|rollout|license)s?\b)",
    re.IGNORECASE,
)
_LEADING = lazy(r"^\W*$", flags=0)
_TOLD_ME = lazy(r"\b(?:me|us)[ \t]+[\"'(#]?$", re.IGNORECASE)
_CLOSED = lazy(
    r"[\"')\]]{0,2}(?:[,;.!?](?!\d)|\s*$|\s+(?:again|when|while|on|for|and|after|since|from|in|during|every|each|at|whenever|if|once|upon|as)\b)",
    flags=0,
)
_ASKED_BEHIND = lazy(
    r"[ \t]*(?:[:?,;]|--?|–)+[ \t]*(?:what|whats|why|how|help|any\b|meaning|cause|known|explain|no idea)",
    re.IGNORECASE,
)
_BEGINS_ITEM = lazy(r"(?:^|[,;:(–—]|\s-)[ \t]*$", flags=0)
_COMES = lazy(
    r"[\"')]?[ \t]+(?:(?:again|still|always|just|now)[ \t]+)?(?:keeps?|comes?|came|coming|again"
    r"|appear(?:s|ed)|pop(?:s|ped)"
    r"|show(?:s|ed)|turn(?:s|ed) up|return(?:s|ed)|happen(?:s|ed)|occur(?:s|red)|is back|is shown|"
    r"is all)\b",
    re.IGNORECASE,
)
_LOGGED = lazy(
    r"\t|(?-i:\b(?:INFO|DEBUG|TRACE)\b)|\d:\d\d:\d\d|::|\.(?:cpp|cs)\(|^[ \t>]*(?:[0-9A-Fa-f]{2,4} ){3}"
)
_TRACED = lazy(
    r"\t[^\t\n]*\t|::|\.(?:cpp|cs)\(|^[ \t>]*(?:[0-9A-Fa-f]{2,4}[ \t]+){3}"
    r"|^\d{10}\.\d{3}[ \t]|^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d \d{1,3}\.\d",
    flags=0,
)
"""What only a line of a log holds: tabs, seconds, places in the source."""

_ASKED_FOR = lazy(
    r"\bwhat(?:'s|s)?(?: does| do| is)? (?P<number>\d{3,7}|0x[0-9A-Fa-f]{4,8})"
    r"(?= (?:mean|stand|say|is|tell|want)| *\?| *$)|\bmeaning of (?P<other>\d{3,7})\b",
    re.IGNORECASE,
)
_HEX = lazy(r"(?<!error )(?<!code )(?<![\w.])(?P<hex>0x[0-9A-Fa-f]{4,8})\b", re.IGNORECASE)
FAR_YEARS = 2033
"""From this year on a number is hardly ever one, where an entry fits."""

_ITEM = lazy(r"[,;\n]|\band\b|\bthen\b|(?<=\d)[ \t]*/[ \t]*(?=\d)|(?<=\s)/(?=\s)", flags=0)


def is_answer(text: str, start: int, end: int) -> bool:
    """Whether something is said to answer or fail with a number, and nothing is counted: "ended with 52"."""
    before = text[:start]
    told = before.rstrip("\"'( ").endswith("with") and _TOLD().search(before)
    return bool(told and _CLOSED().match(text[end:]))


def is_of_alert(text: str, end: int) -> bool:
    """Whether what follows a number says that it stands in an alert, a log or the like."""
    return bool(_BELONGS().match(text[end:]))


def comes(text: str, end: int) -> bool:
    """Whether the number that ends there is said to come: "24018 again"."""
    return bool(_COMES().match(text, end))


def is_told_before(text: str, start: int) -> bool:
    """Whether a word of saying stands right before a number: "the console says 31277"."""
    return bool(_TOLD().search(text[:start]))


def is_said(text: str, start: int, end: int) -> bool:
    """Whether a number of a message is said to come, whatever it is: "the console says 31277"."""
    if len(text) > TOLD_LONGEST or in_log(text, start, end):
        return False
    before, after = text[:start], text[end:]
    asked = _LEADING().match(before) and _ASKED_BEHIND().match(after)
    if asked or (_BEGINS_ITEM().search(before) and _BELONGS().match(after)):
        return True
    return bool(_TOLD().search(before) and not _TOLD_ME().search(before) and _CLOSED().match(after))


def is_reported(text: str, start: int, end: int) -> bool:
    """Whether a hexadecimal number of a message, whatever it is, is said to come: "0x187CC keeps coming"."""
    if len(text) > TOLD_LONGEST or in_log(text, start, end):
        return False
    return bool(
        _COMES().match(text[end:]) or (_LEADING().match(text[:start]) and _CLOSED().match(text[end:]))
    )


def are_alike(text: str, one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether two numbers are told in one form, which isn't empty: "328 on APP1, 330 on APP2"."""
    if one == other:
        return False
    form = _form(text, *one)
    return any(form) and form == _form(text, *other)


@lru_cache(maxsize=64)  # each number of a text is held against all the others
def _form(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands beside a number within its item of a list, with words and figures by their form only."""
    first, last = _item(text, start, end)
    before = re.split(r"[:.]\s|\(", text[first:start])[-1]
    after = re.split(r"[.?!](?:\s|$)", text[end:last])[0]
    return _masked(before), _masked(after)


def _item(text: str, start: int, end: int) -> tuple[int, int]:
    """From where to where the item of a list goes that a number stands in."""
    breaks = [match for match in _ITEM().finditer(text) if not start <= match.start() < end]
    return between(breaks, text, start, end)


def _masked(words: str) -> str:
    """The form of some words: names and figures by what they look like."""
    lettered = re.sub(r"[A-Z][\w-]*\d*", "A", words.strip(" \t\"'-*•"))
    return re.sub(r"\d+", "9", lettered)


def in_log(text: str, start: int, end: int) -> bool:
    """Whether the line of the number is one of a log."""
    return bool(_LOGGED().search(line_of(text, start, end)))


def in_trace(text: str, start: int, end: int) -> bool:
    """Whether the line of the number is that of a program's trace, with fields and places in its source."""
    return bool(_TRACED().search(line_of(text, start, end)))


def asked_for(text: str) -> str:
    """`text` with its cue where a number is asked for without one: "what does error 130099 stand for"."""
    if len(text) > TOLD_LONGEST:
        return text
    match = _ASKED_FOR().search(text) or (_HEX().search(text) if len(text.split()) <= FEW_WORDS else None)
    if match is None:
        return text
    start = match.start(match.lastgroup or 0)
    return f"{text[:start]}error {text[start:]}"
