"""A code that is told roughly, by its first digits and in words: "33 thousand something", "in the 3100s"."""

from __future__ import annotations

from assistant.decisions.expressions.patterns import lazy
from assistant.decisions.reading.numbers import WORDS, whole_in

_UNITS = {"hundred": 2, "thousand": 3, "k": 3}
_LEAST_OPEN, _MOST_OPEN = 2, 3
"""How many zeros at the end of a number stand for digits that are left open."""

COUNTED = r"(?!\s*(?:x|times|days?|hours?|minutes?|[kmgt]i?b|gigs?)\b)"
"""No unit follows: a number that has one counts something."""

_CUE = r"\b(?:err(?:or)?|code|id|event|alert|(?:number|no\.?)(?!\s+of\b))\b"
_NUMBER = (
    rf"(?<![\w.,:/-])(?P<told>\d{{1,6}}|{WORDS})"
    r"(?:(?:[ -]?(?=k\b)|[ -])(?P<unit>k|thousand|hundred)\b)?"
)
_ABOUT = lazy(
    rf"{_NUMBER}[ -]?(?:and[ -](?:a bit|some(?:thing)?|change)"
    r"|(?:and[ -])?(?:something|sth|smth|odd|whatever))\b"
    rf"{COUNTED}(?P<alone>\W{{0,2}}(?:[.?!;:,)\n]|$))?"
)
_AMONG = lazy(
    r"\b(?:in|of|from) the (?:(?:low|lower|high|upper|mid|middle)[ -])?"
    rf"(?P<told>\d{{1,6}}|{WORDS})(?:[ -](?P<unit>thousand|hundred))?['\u2019]?s\b"
    r"(?P<alone>\W{0,2}(?:[.?!;:,)\n]|$))?"
)
_COUNTS = lazy(r"\b(?:number|amount|total) of\b[^.?!\n]{0,30}$")
_BEFORE = lazy(rf"{_CUE}(?:\W{{1,3}}(?:was|is|it|like|about|around|some\w*))*\W{{1,3}}$")


def rounded(text: str, *, told: bool, quoted: bool = False) -> str:
    """The codes that are told roughly, as a pattern; "" where none is.

    Where a fault is `told`, a number that counts nothing needs no word for a code beside it; one "in the
    hundreds" does, unless a message is `quoted`.
    """
    found = [(about, told) for about in _ABOUT().finditer(text)]
    for about, lone in (*found, *((about, quoted) for about in _AMONG().finditer(text))):
        before = text[: about.start()]
        stands_alone = lone and about["alone"] is not None and not _COUNTS().search(before)
        named = _BEFORE().search(before) or stands_alone
        if named and (codes := _codes(about["told"], about["unit"] or "")):
            return codes
    return ""


def _codes(told: str, unit: str) -> str:
    """The codes from a round number to the next one; "" where no digits are left open."""
    number = str(whole_in(told) * 10 ** _UNITS.get(unit.lower(), 0))
    left_open = min(len(number) - len(number.rstrip("0")), _MOST_OPEN)
    return f"{number[:-left_open]}\\d{{{left_open}}}" if left_open >= _LEAST_OPEN else ""
