"""Numbers that are codes since what stands before or behind their list, or above their counts, says so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.codes.finding.cues import Cue
from assistant.codes.finding.found_code import LOG_FROM
from assistant.codes.finding.number_owners import is_owner, owner_of
from assistant.codes.finding.table_cells import Span, lines_until_blank, ruled
from assistant.decisions.expressions.patterns import lazy

_OWNER_WITHIN = 24
"""How far before a row stands at most whose it is: "bar codes of the safe: 12007, 12029"."""

_LIST = lazy(
    r"^[^\n]*\b(?:errors?|codes?|ids|events?|alerts?)\b[^\n]*"
    r"(?P<lines>(?:\n[ \t>*•-]{0,6}\d{3,6}[ \t\r]*(?=\n|$)){2,})",
    re.IGNORECASE | re.MULTILINE,
)
"""Lines that are nothing but numbers, below one that tells what they are."""

_LIST_ABOVE = lazy(
    r"(?P<lines>(?:^[ \t]*(?:[-*•]|\d{1,2}[.)])?[ \t]*\d{2,6}[ \t\r]*\n){2,})[^\n\d]{0,20}"
    r"\b(?:(?:error|alert|event)s?[ -]?(?:codes|ids|numbers)|errors|codes)\b",
    re.IGNORECASE | re.MULTILINE,
)
"""Lines that are nothing but numbers, above one that tells what they are."""

_COUNTED = re.compile(r"\s*Count\s+Name(?:\s+Group)?\s*")
_GROUPED = lazy(
    r"\bgroup(?:-object|ed|iert|iertes)?\b[^\n]{0,40}?"
    r"(?:(?:event|instance|error|alert)[ _-]?|\b)(?:id|code)s?\b"
)
_OF_GROUP = lazy(r"[ \t]*\d{1,6}[ \t]+(?P<number>\d{1,5})(?=[ \t\r]*(?:\{|,[ \t]*[A-Za-z]|$))", flags=0)
"""What PowerShell prints of events that are counted by their IDs: how often, and which."""

_CATALOGUED = lazy(
    r"^[ \t>]*(?:\|[ \t]*)?(?P<number>[1-9]\d{0,5})[ \t]*[|\t][ \t]*(?P<message>[A-Z<*\"][^|\t\n]{5,})"
    r"[|\t][ \t]*(?P<action>[^|\t\n]*)",
    re.MULTILINE,
)
"""A row of a reference: the code, its message, and what to do, which may be left out."""

_LEAST_WORDS, _LEAST_OF_ACTION = 4, 4
"""Fewer words, small ones, are a name or a state, as a list of tickets or of jobs has them."""

_IDENTIFIER = re.compile(r"[A-Z]\w*(?:[a-z][A-Z]|[A-Z]{2}[a-z])\w*")
"""All that some rows have for a message: "InvalidSchedule"."""

_TIMES = r"(?:[ \t]*(?:x[ \t]*|\()\d{1,4}(?:x|\))?)?"
_ROW = lazy(
    r"\b(?:(?:(?:error|alert|event)[ -])?(?P<named>codes|ids|id['’]s)"
    r"|(?:err(?:or)?|code|alert)[ -]list|alerts|errors)\b"
    r"(?![^\n:]*\b(?:per|each|count|total)\b)[^\d\n:.;?!]{0,40}?(?::|->|=>)\s*"
    rf"(?P<numbers>[1-9]\d{{1,5}}{_TIMES}(?:(?:[ \t]*[,;/&\n]|[ \t]+and)[ \t]*"
    rf"(?:(?:and|one|then|later|finally|also)[ \t]+){{0,2}}[1-9]\d{{1,5}}{_TIMES}){{1,9}})"
    r"(?![\w%]|[.,:/-]\d|[ \t]+[a-z]+s\b)",
    re.IGNORECASE,
)
"""Numbers in a row behind what they are, each with how often it came or not: "alerts: 3106 x 14, 3122"."""


def find_listed(text: str) -> Iterator[tuple[int, int, Cue]]:
    """Start, end and cue of the numbers of lists that a word of errors tells of."""
    if len(text) > LOG_FROM:
        return
    for start, end in grouped(text):
        yield start, end, Cue("event", strong=True)
    for match in _CATALOGUED().finditer(text):
        if _is_of_reference(match):
            yield *match.span("number"), Cue(None, strong=True)
    for match in _LIST().finditer(text):
        yield from _numbers(match, "lines", r"\d+", Cue(None, strong=False))
    for match in _LIST_ABOVE().finditer(text):
        yield from _numbers(match, "lines", r"\d+(?=[ \t\r]*\n)", Cue(None, strong=True))
    for match in _ROW().finditer(text):
        if is_owner(owner_of(text[max(0, match.start() - _OWNER_WITHIN) : match.start()])):
            continue
        cue = Cue(None, strong=bool(match["named"]))
        yield from _numbers(match, "numbers", r"(?<![\w(])(?<!x )\d+(?![\dx)])", cue)


def _is_of_reference(match: re.Match[str]) -> bool:
    """Whether a row tells a message in a sentence or by its name, and no state beside it."""
    message, action = match["message"].strip(), match["action"].strip()
    whole = sum(word.islower() for word in message.split()) >= _LEAST_WORDS
    does = not action or action.endswith(".") or len(action.split()) >= _LEAST_OF_ACTION
    return does and (whole or bool(_IDENTIFIER.fullmatch(message)))


def _numbers(match: re.Match[str], group: str, number: str, cue: Cue) -> Iterator[tuple[int, int, Cue]]:
    """Where numbers of that form stand in a group of a match, each with `cue`."""
    for found in re.finditer(number, match[group]):
        yield match.start(group) + found.start(), match.start(group) + found.end(), cue


def grouped(text: str) -> Iterator[Span]:
    """Where the IDs stand by which events are counted: "Count Name", and below it "31 12289"."""
    if not _GROUPED().search(text):
        return
    for head, rule in ruled(text):
        if _COUNTED.fullmatch(head):
            for start, line in lines_until_blank(text, rule.end() + 1):
                if match := _OF_GROUP().match(line):
                    yield start + match.start("number"), start + match.end("number")
