"""Codes that a line end, a blank or a point between thousands has cut in two."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.codes.finding.cue_words import find_cued
from assistant.codes.finding.cues import Cue, cue_of
from assistant.codes.finding.found_code import LOG_FROM
from assistant.codes.finding.number_judge import FACILITY, Hit, Judge

_BREAK = re.compile(r"\n(?<=[A-Za-z0-9 \t\r]\n)[ \t>|]{0,12}([A-Fa-f0-9]{1,10})(?![A-Za-z0-9_])")
_SPACED = re.compile(r"(?<![\w.,:/\\-])([1-9]\d{1,2}) (\d{3})(?![\w.,:/-]|\s?(?:[KMGT]i?B|\d)|[.,]\d)")
_POINTED = re.compile(r"(?<![\w.,:/\\-])([1-9]\d{0,2})\.(\d{3})(?![\w:/-]|\s?(?:[KMGT]i?B|%)|[.,]\d)")
_ENDS = re.compile(r"[ \t]*(?:[?!;\n)\"']|[.,:](?:\s|$)|$)")
_OF_POINTED = frozenset({"error", "event", "id"})
_HALF = re.compile(r"(?<![A-Za-z0-9_])([A-Za-z0-9]{1,9})[ \t]{0,4}\r?$")


def find_broken(text: str, judge: Judge) -> Iterator[Hit]:
    """Codes that a line end has cut in two: the halves together are known, or eight hex digits."""
    for match in _BREAK.finditer(text):
        half = _HALF.search(text, max(0, match.start() - 15), match.start())
        if half and len(half[1] + match[1]) <= 10:
            hit = _joined(text, judge, (half[1], match[1]), half.start(), match.end())
            if hit:
                yield hit


def find_spaced(text: str, judge: Judge) -> Iterator[Hit]:
    """Codes with a blank before their last three digits: the two together are known, the first is not."""
    for match in _SPACED.finditer(text) if len(text) <= LOG_FROM else ():
        if hit := _joined(text, judge, (match[1], match[2]), match.start(), match.end()):
            yield hit


def find_pointed(text: str, judge: Judge) -> Iterator[Hit]:
    """Codes with a point before their last three digits, behind words for an error or an ID."""
    for match in _POINTED.finditer(text) if len(text) <= LOG_FROM else ():
        cued = _cued_at(text, match.start(), match.end(1))
        cue = cue_of(cued) if cued and any(cued[kind] for kind in _OF_POINTED) else None
        meaning = judge.meaning(match[1] + match[2], cue) if cue and cue.strong else None
        if meaning and judge.is_known(meaning):
            yield Hit(match.start(), match.end(), meaning)


def _joined(text: str, judge: Judge, halves: tuple[str, str], start: int, end: int) -> Hit | None:
    first, second = halves
    word = first + second
    if first[:2].lower() == "0x":
        valid = re.fullmatch(r"0[xX][0-9A-Fa-f]+", word) is not None
        whole = valid and len(word) == 10 and FACILITY.match(word[2:]) is not None
        cue: Cue | None = None
    else:
        valid, whole = word.isdecimal() and word.isascii(), False
        if text[start - 1 : start] in ("-", "−", "–"):
            word, first, start = "-" + word, "-" + first, start - 1
            valid = valid and len(word) in (10, 11)
        else:
            cue = _cue_at(text, start, start + len(first)) if valid else None
            valid = cue is not None
    if not valid:
        return None
    meaning = judge.meaning(word, cue if word.isdigit() else None)
    alone = None if first[0] == "-" else judge.meaning(first, None)
    apart = judge.is_known(alone) and not (cue and _is_one(text, judge, second, start, end))
    fits = meaning is not None and (whole or judge.is_known(meaning)) and not apart
    return Hit(start, end, meaning) if fits and meaning else None


def _is_one(text: str, judge: Judge, second: str, start: int, end: int) -> bool:
    """Whether a blank only parts the thousands, though the number before it has an entry: "ID 33 424?"."""
    cued = _cued_at(text, start, end - len(second) - 1)
    plural = cued is None or cued["cue"].lower().endswith("s")
    return not (plural or judge.is_known(judge.meaning(second, None))) and bool(_ENDS.match(text, end))


def _cue_at(text: str, start: int, end: int) -> Cue | None:
    """The cue of the number from `start` to `end`, if it has one."""
    cued = _cued_at(text, start, end)
    return cue_of(cued) if cued else None


def _cued_at(text: str, start: int, end: int) -> re.Match[str] | None:
    """The match of the cue of the number from `start` to `end`."""
    offset = max(0, start - 60)
    return next((one for one in find_cued(text[offset:end]) if one.end("number") == end - offset), None)
