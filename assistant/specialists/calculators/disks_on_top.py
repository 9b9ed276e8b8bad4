"""Reads how many disks a machine has, and how many more are to come on top of them."""

from __future__ import annotations

import re

from assistant.decisions.reading.numbers import DIGITS, ORDINAL_WORDS, WORDS
from assistant.specialists.calculators.calculator_question import lazy_search
from assistant.specialists.calculators.disk_nouns import DISK, UNIT, whole
from assistant.understanding.amounts.figures import Told

# Disks that come on top of those that a machine has.
_N = rf"(?P<n>{DIGITS}|(?:{WORDS})\b)"
_ORDINALS = {name: n for n, name in enumerate(ORDINAL_WORDS[1:10], 2)}
_TO_COME = (
    r"(?:to be (?:added|attached)|to (?:add|attach|come)|on order|ordered|planned|incoming|coming"
    r"|requested|wanted|additional|new)"
)
_ON_TOP = (
    rf"\b(?:another|additional|extra|further)\s+{_N}(?:\s+(?:more|extra))?(?!\s*(?:{UNIT})\b)",
    rf"(?<![\w./-]){_N}\s+(?:(?:more|extra|additional|further|new|others?|spare)\b|(?:\w+\s+)?{DISK}\s+more\b)",
    rf"(?<![\w./-])(?:\+|plus\s)\s*(?:another\s+)?{_N}(?!\s*(?:{UNIT})\b)",
    rf"\b(?:add\w*|attach|plug in|hang|put in)\s+{_N}\b(?!\s*(?:{UNIT})\b)",
    rf"(?<![\w./-]){_N}\s+(?:more\s+)?(?:{DISK}\s+)?(?:(?:are|is|will be|being|still)\s+)*"
    rf"{_TO_COME}\b(?!\s*[:=])",
    rf"\b{_TO_COME}(?:\s+{DISK})?\s*[:=]\s*{_N}(?!\s*(?:{UNIT})\b)",
)
_ONE_MORE = rf"\b(?:another|one more|an? (?:extra|additional|further|new))\s+{DISK}\b"
_ORDINAL = (
    rf"\ban?\s+(?P<n>{'|'.join(_ORDINALS)}|\d{{1,2}}(?:st|nd|rd|th))\b(?!\s+(?:vm|server|machine|size))"
)
_HAS = (
    rf"(?<![\w./-]){_N}(?!\s*(?:{UNIT})\b)\s+(?:\d[\d.,]*\s?(?:{UNIT})\s+)?(?:\w+\s+){{0,3}}?"
    rf"(?:in use|in it|in there|used|attached|taken|occupied"
    rf"|populated|connected|mounted"
    r"|plugged in|inside|in(?=\s*(?:[,;.:(-]|and\b|but\b|$))|already|now|so far|at present|today)\b",
    rf"\b(?:already|currently|now|has|have|having|had|got|carries|holds|uses?|using|with|contains"
    rf"|sits? with|runs"
    rf"|in use|used|attached|taken|occupied|{DISK}(?:\s+(?:now|today))?)\s*(?:(?:already|currently|now"
    rf"|all|is|are|at)\s+)*[:=(]?\s*"
    rf"{_N}(?!\s*(?:{UNIT})\b)",
)
_TOLD = rf"(?<![\w./-]){_N}\s+(?:data\s+|backup\s+|\d[\d.,]*\s?(?:{UNIT})\s+)?{DISK}\b(?!\s+(?:of|with)\b)"
_SIZED_ON_TOP = (
    rf"(?:\b(?:another|additional|extra|further|add|more|plus)|\+)\s+(?:(?:{DIGITS}|{WORDS}|an?)\s+)?"
    rf"(?:(?:more|extra|new|{DISK}|x|of|with|at)\s+){{0,3}}\d[\d.,]*\s?(?:{UNIT})$"
)
_MORE_OF_THEM = r"\b(?:more|others?)\s+of\s+(?:them|these|those|the same)\b"
_TOLD_SIZED = rf"(?<![\w./-]){_N}\s+(?:data\s+|backup\s+)?{DISK}\s+(?:of|with|at)\s+\d[\d.,]*\s?(?:{UNIT})\b"
_IS_FULL = (
    rf"\b(?:all|every|no|zero)\b(?:\s+(?:\w+\s+){{0,2}}?)(?:{DISK})\b[^.?!]{{0,15}}\b(?:used|in use"
    rf"|taken|occupied|full|populated|free|left)\b"
    r"|\b(?:uses?|using|used|taken|with|has) all\b|\bfull(?:y populated)?\b|\bmaxed\b"
)


def on_top(text: str, most: int, has: int | None = None) -> tuple[int, int] | None:
    """Of a machine that takes `most`: how many disks it has, and how many are to come on top. `has`: how many
    there are, where the words for them don't tell.

    None where either isn't told; "a fifth" comes on top of four.
    """
    more = _extra(text)
    if more is None:
        match = lazy_search(_ORDINAL, text)
        nth = _ordinal(match["n"]) if match else 0
        return (nth - 1, 1) if nth > 1 else None
    match, extra = more
    rest = f"{text[: match.start()]} ; {text[match.end() :]}"
    used = used_in(rest)
    if used is None and lazy_search(_IS_FULL, rest):
        used = most or 1
    elif used is None and (told := lazy_search(_TOLD, rest) or lazy_search(_TOLD_SIZED, rest)):
        used = whole(told["n"])
    used = used or has
    return None if used is None else (used, extra)


def extra_in(text: str) -> int | None:
    """How many disks are to come on top of those told before; None where that isn't told."""
    more = _extra(text)
    return more[1] if more else None


def used_in(text: str) -> int | None:
    """How many disks a machine has; None where that isn't told."""
    told = (n for pattern in _HAS if (m := lazy_search(pattern, text)) and (n := whole(m["n"])))
    return next(told, None)


def is_of_those_on_top(text: str, told: Told) -> bool:
    """Whether a size is that of the disks that come on top: "another 2 x 1 TB", "add one disk of 4 TB"."""
    return bool(lazy_search(_SIZED_ON_TOP, text[: told.end]))


def asks_more_of_them(text: str) -> bool:
    """Whether what comes on top is more of the disks that are told: "two more of these"."""
    return bool(lazy_search(_MORE_OF_THEM, text))


def _extra(text: str) -> tuple[re.Match[str], int] | None:
    """The words for what is to come on top, and how many that is."""
    for pattern in _ON_TOP:
        if (match := lazy_search(pattern, text)) and (number := whole(match["n"])):
            return match, number
    one = lazy_search(_ONE_MORE, text)
    return (one, 1) if one else None


def _ordinal(text: str) -> int:
    return _ORDINALS.get(text.lower(), 0) or int(re.sub(r"\D", "", text) or 0)
