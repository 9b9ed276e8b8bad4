"""Codes that a line end or a blank has cut in two."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.codes.finding.cue_words import find_cued
from assistant.codes.finding.cues import Cue, cue_of
from assistant.codes.finding.found_code import LOG_FROM
from assistant.codes.finding.number_judge import FACILITY, Hit, Judge

_BREAK = re.compile(r"\n(?<=[A-Za-z0-9 \t\r]\n)[ \t>|]{0,12}([A-Fa-f0-9]{1,10})(?![A-Za-z0-9_])")
_SPACED = re.compile(r"(?<![\w.,:/\\-])([1-9]\d{1,2}) (\d{3})(?![\w.,:/-]|\s?(?:[KMGT]i?B|\d)|[.,]\d)")
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
    fits = meaning is not None and (whole or judge.is_known(meaning)) and not judge.is_known(alone)
    return Hit(start, end, meaning) if fits and meaning else None


def _cue_at(text: str, start: int, end: int) -> Cue | None:
    """The cue of the number from `start` to `end`, if it has one."""
    offset = max(0, start - 60)
    for match in find_cued(text[offset:end]):
        if match.end("number") == end - offset:
            return cue_of(match)
    return None
