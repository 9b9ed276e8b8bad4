"""Bare numbers that the words around them tell as a code: "the console says 292", "832 - setup stops".

A number under 100000 is a code only with a cue. `assistant.codes.cues` knows the cues of messages and logs;
here are those of people who retell one. In a log, or with none of them, a bare number is at most offered.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.codes.entries import CodeId, ErrorEntry, Namespace
from assistant.codes.found import LINE_LIMIT, FoundCode
from assistant.codes.reference import Reference

NUMBERED: tuple[Namespace, ...] = ("mabs", "win32", "winsock", "http", "event")
"""The namespaces in which the same decimal number can stand for different errors."""

LONGEST = 600
"""Longer texts are pasted, not told."""

FEW_WORDS = 6
"""In texts of so few words a hexadecimal number is what the question is about."""

SHORTEST = 3
"""Numbers of fewer digits are too often counts."""

LONG = 5
"""Numbers of so many digits that are IDs of the product are seldom anything else."""

_SAYS = (
    r"says?|said|saying|gets?|got|getting|gives?|gave|giving|shows?|showed|showing|throws?|threw|throwing"
    r"|reports?|reported|returns?|returned|complains? (?:about|of|with)|spits? out|fails? with"
    r"|(?:stop|fail|die|abort|end|break|quit|halt|bail|choke|crashe|hang)(?:s|d|ed|ped)?(?: out)?"
    r" (?:at|on|with)"
)
_TOLD = re.compile(
    rf"(?:\b(?:{_SAYS})[ \t:]{{1,3}}(?:an? |the |me |us )?|(?:->|=>)[ \t]{{0,3}})[\"'(#]?$", re.IGNORECASE
)
_HINTED = re.compile(
    r"(?:\b(?:what'?s|what is|whats|is|was|with|see|sees|saw|about|then|agent|again|still|only|just|like)"
    r"[ \t:,]{1,3}|(?:[:;(,]|--?)[ \t]{0,3})(?:an? |the )?[\"'(#]?$",
    re.IGNORECASE,
)
_BELONGS = re.compile(
    r"^[\"')]?[ \t]+(?:in|from|by|at) (?:the )?(?:dpm|mabs|mars|console|agent|wizard|setup|backup server"
    r"|event ?log|event ?viewer|application log)\b",
    re.IGNORECASE,
)
_SET_OFF = re.compile(r"(?:[(\[]|:[ \t])[ \t#]{0,2}(?P<number>[1-9]\d{4,6})(?=[ \t]?(?:[)\].,;?!](?!\d)|$))")
_LEADING = re.compile(r"^\W*$")
_FOLLOWED = re.compile(r"^[\"')]?(?:[ \t]*(?:[-–—:,;?!.]|->|=>)|[ \t]+[A-Za-z]|$)")
_ASKED_FOR = re.compile(
    r"\bwhat(?:'s|s)?(?: does| do| is)? (?P<number>\d{3,7})"
    r"(?= (?:mean|stand|say|is|tell|want)| *\?| *$)|\bmeaning of (?P<other>\d{3,7})\b",
    re.IGNORECASE,
)
_HEX = re.compile(r"(?<!error )(?<!code )(?<![\w.])(?P<hex>0x[0-9A-Fa-f]{4,8})\b", re.IGNORECASE)
_COMMON = (
    "backup server agent error code id job fail failed dpm mabs azure data protection computer machine"
    " message console start run work new get say check try use not no can"
)


def told_bare(text: str, found: Sequence[FoundCode], reference: Reference) -> list[FoundCode]:
    """The candidates of `found` that are told as codes, as sure ones; none in a log."""
    if len(text) > LONGEST or "\n" in text.strip():
        return []
    candidates = [code for code in found if code.candidate and _has_any(code, reference)]
    told = [replace(code, candidate=False) for code in candidates if _is_told(text, code, reference)]
    starts = {code.start for code in (*found, *told)}
    return told + [code for code in _set_off(text, reference) if code.start not in starts]


def _set_off(text: str, reference: Reference) -> Iterator[FoundCode]:
    """IDs in brackets or behind a colon, by whatever word ("page: 50504"), whose entry shares a word with
    the text."""
    for match in _SET_OFF.finditer(text):
        code = CodeId("mabs", match["number"])
        if any(shared_words(text, entry) for entry in reference.lookup(code)):
            yield FoundCode((code,), code.value, *match.span("number"), 1, text.strip()[:LINE_LIMIT])


def asked_for(text: str) -> str:
    """`text` with its cue where a number is asked for without one: "what does error 130099 stand for"."""
    if len(text) > LONGEST:
        return text
    match = _ASKED_FOR.search(text) or (_HEX.search(text) if len(text.split()) <= FEW_WORDS else None)
    if match is None:
        return text
    start = match.start(match.lastgroup or 0)
    return f"{text[:start]}error {text[start:]}"


def shared_words(asked: str, entry: ErrorEntry) -> int:
    """How many telling words of `asked` stand in what the entry says of its symptom."""
    from assistant.retrieval.words import token_set  # here: a bare code needs no analyser
    from ingest.analysis import query_tokens

    told = token_set("\n".join([entry.title, entry.message, entry.symptom, *entry.asks]))
    wanted = frozenset(token for token in query_tokens(asked) if not token.isdecimal()) - token_set(_COMMON)
    return len(wanted & told)


def of_number(value: str, reference: Reference) -> list[ErrorEntry]:
    """The entries of a decimal number in every namespace."""
    return [entry for namespace in NUMBERED for entry in reference.lookup(CodeId(namespace, value))]


def _is_told(text: str, code: FoundCode, reference: Reference) -> bool:
    before, after = text[: code.start], text[code.end :]
    if len(code.words) < SHORTEST:
        return False
    if _LEADING.match(before) and _FOLLOWED.match(after):
        return True
    if _TOLD.search(before) or _BELONGS.match(after):
        return True
    long = len(code.words) >= LONG and reference.has(CodeId("mabs", code.value))
    if not (long or _HINTED.search(before)):
        return False
    shared = max((shared_words(text, entry) for entry in of_number(code.value, reference)), default=0)
    return shared > 0 or code.count > 1


def _has_any(code: FoundCode, reference: Reference) -> bool:
    return any(reference.has(reading) for reading in code.readings)
