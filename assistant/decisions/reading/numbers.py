"""Numbers as people write them: "1,500", "1 1/2", "two and a half", "three point six", "a couple of"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from assistant.decisions.expressions.patterns import lazy

_UNITS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"]
_UNITS += ["twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
UNIT_WORDS = tuple(_UNITS[1:])
"""The words from one to nineteen."""

_FIRST_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
ORDINAL_WORDS = (*_FIRST_ORDINALS, *(f"{word}th".replace("veth", "fth") for word in UNIT_WORDS[9:]))
"""The words from first to nineteenth."""

_EXACT = {word: value for value, word in enumerate(_UNITS)} | {
    word: 10 * (value + 2) for value, word in enumerate(_TENS)
}
_FUZZY = {"couple": 2, "few": 3, "several": 5, "handful": 5}
_FRACTIONS = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}
_WORDS = "|".join([*_EXACT, *_FUZZY, "hundred", "thousand", "dozen", "half", "an?"])

# Repetitions are bounded, and a number doesn't begin inside another: text from pasted logs is long.
_START = r"(?<!\d)(?<!\d[.,])"
_GAP = r"[\s-]{1,3}"
_AND_A_HALF = rf"{_GAP}(?:and|&|n){_GAP}(?:an?{_GAP})?half\b"
DIGITS = (
    rf"{_START}\d{{1,40}}(?:[.,]\d{{1,9}}){{0,6}}(?:\s{{1,2}}\d/\d\b|\s?[½¼¾]|{_AND_A_HALF})?"
    rf"|{_START}\d/\d\b|[½¼¾]"
)
WORDS = rf"(?:{_WORDS})(?:{_GAP}(?:(?:and|of){_GAP})?(?:{_WORDS})){{0,8}}(?:{_GAP}of)?"
# "three point six", "3 comma 6": as it is read out.
_DIGIT = rf"(?:\d|{'|'.join(_UNITS[:10])})"
_POINT = rf"{_GAP}(?:point|comma|dot){_GAP}"
_EXACT_WORDS = "|".join(_EXACT)
_READ_OUT = (
    rf"(?:{_START}\d{{1,6}}|\b(?:{_EXACT_WORDS})(?:{_GAP}(?:{_EXACT_WORDS}))?){_POINT}"
    rf"{_DIGIT}(?:{_GAP}{_DIGIT}){{0,3}}\b"
)
NUMBER = rf"(?:{_READ_OUT}|{DIGITS}|\b{WORDS}\b)"
_SPLIT_POINT = lazy(_POINT)
_NUMBER = lazy(rf"\s*({NUMBER})\s*")


@dataclass(frozen=True, slots=True)
class Number:
    """A value, and whether the words leave it open ("a couple", "a few")."""

    value: Decimal
    fuzzy: bool = False


def parse_number(text: str) -> Number:
    """The number that `text` spells, in digits or English words. ValueError when it spells none."""
    match = _NUMBER().fullmatch(text)
    if not match:
        raise ValueError(f"{text!r} is not a number")
    spelled = match[1].lower()
    if spelled.isdecimal():
        return Number(Decimal(spelled))
    if len(parts := _SPLIT_POINT().split(spelled)) == 2:
        return Number(parse_number(parts[0]).value + _behind_point(parts[1]))
    return Number(_digits(spelled)) if not spelled[0].isalpha() else _words(spelled)


def number_in(text: str) -> Decimal | None:
    """The value of the number that `text` spells; None when it spells none, as a list "4,5,11" does."""
    try:
        return parse_number(text).value
    except ValueError:
        return None


def whole_in(text: str) -> int:
    """The whole number that `text` spells; 0 when it spells none."""
    value = number_in(text)
    return int(value) if value and value > 0 and value == value.to_integral_value() else 0


def _digits(text: str) -> Decimal:
    """Digits with either separator, a fraction, or a mixed number."""
    if text.endswith("half"):
        return _plain(re.split(r"[\s-]", text, maxsplit=1)[0]) + _FRACTIONS["½"]
    for sign, value in _FRACTIONS.items():
        if text.endswith(sign):
            whole = text.removesuffix(sign).strip()
            return value + (_plain(whole) if whole else 0)
    if "/" in text:
        *wholes, fraction = text.split()
        upper, lower = fraction.split("/")
        if lower == "0":
            raise ValueError("a number can't be divided by zero")
        return Decimal(upper) / Decimal(lower) + sum((_plain(part) for part in wholes), Decimal(0))
    return _plain(text)


def _plain(text: str) -> Decimal:
    """A comma before exactly three digits groups thousands; any other single comma is a decimal one."""
    if re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", text):
        return Decimal(text.replace(",", ""))
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+,\d+|\d{1,3}(?:\.\d{3}){2,}", text):
        return Decimal(text.replace(".", "").replace(",", "."))
    if re.fullmatch(r"\d+(?:[.,]\d+)?", text):
        return Decimal(text.replace(",", "."))
    raise ValueError(f"{text!r} is not a number")


def _behind_point(text: str) -> Decimal:
    """The value of digits or words that are read out behind the point."""
    digits = (_EXACT.get(digit, digit) for digit in re.split(r"[\s-]+", text))
    return Decimal("0." + "".join(str(digit) for digit in digits))


def _words(text: str) -> Number:
    """English number words: "thousand" closes a group of its own; "a" and "of" only hold them together."""
    total, group, fuzzy, article = Decimal(0), Decimal(0), False, False
    for word in re.split(r"[\s-]+", text):
        if word in _EXACT:
            group += _EXACT[word]
        elif word in _FUZZY:
            group, fuzzy = Decimal(_FUZZY[word]), True
        elif word == "half":
            group += Decimal("0.5")
        elif word == "thousand":
            total, group = total + (group or Decimal(1)) * 1000, Decimal(0)
        elif word in ("hundred", "dozen"):
            group = (group or Decimal(1)) * {"hundred": 100, "dozen": 12}[word]
        else:
            article = article or word in ("a", "an")
    total += group
    return Number(total if total or not article else Decimal(1), fuzzy)
