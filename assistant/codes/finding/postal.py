"""Numbers of postal addresses: "Am Hafen 52, 31228 Peine", "(33001 Oviedo)"."""

from __future__ import annotations

import re

from assistant.codes.finding.code_shapes import tells_trouble
from assistant.codes.finding.number_nouns import can_tell
from assistant.decisions.expressions.patterns import lazy

_PARTICLES = r"(?:am|an|der|im|in|de|del|della|di|do|la|le|les|sur|sous|en|the|upon|of|c/|d'|l'|nad|w)"
_NAME = r"[A-ZÀ-ÖØ-ÞŁŚŻČŠŽ][^\W\d_]+"
_TOWN = lazy(
    rf"[ \t]+(?P<town>{_NAME}(?:[ -](?:{_PARTICLES}[ -])?{_NAME}){{0,3}})"
    r"[ \t]*(?=[,;.)|\n\r]|[-–·][ \t]|$)",
    flags=0,
)
"""A town behind its postcode, and then the end of what it is part of."""

_PART_BEGINS = re.compile(r"(?:^|[\n,;(|·•–-])[ \t>*]*(?:[A-Z]{1,3}[ -])?$")
"""Before a postcode: the start of a line or of a part of it, and maybe the sign of a country: "D-10115"."""

_HOUSE_THEN_TOWN = lazy(
    r"[a-zA-Z]?[ \t]*[,·|–-][ \t]*(?:[A-Z]{1,3}[ -])?(?P<postcode>\d{4,6})(?=[ \t])", flags=0
)
_STREET_BEFORE = re.compile(r"[^\W\d_]{2,}\.?[ \t]+$")
_STREET = lazy(
    r"\b(?:via|calle|rue|ul\.|av\.|avenue|avenida|plaza|piazza|boulevard|bd|chemin|c/|rua|strada|ulica)[ \t]"
    r"(?:[\w.'’-]+[ \t]){0,2}(?-i:[A-ZÀ-ÖØ-ÞŁŚŻČŠŽ])[\w'’-]+,?[ \t]$"
    r"|[^\W\d_]{3,}(?:str\.|stra(?:ß|ss)e|gasse|platz|allee|gatan|vägen|gade|straat|laan|katu|utca)[ \t]$"
)
"""A street before its house: "Via Roma 52", "Kungsgatan 52"."""

_THEN_STREET = lazy(
    r",?[ \t](?:rue|avenue|boulevard|bd|chemin|quai)[ \t](?:de[ \t])?(?:la[ \t])?(?-i:[A-ZÀ-Ý])"
    r"|[ \t](?-i:[A-Z])[\w'’-]+[ \t](?:street|st\.|road|rd\b|avenue|ave\b|lane|blvd|square)"
    r"|[ \t](?-i:[A-Z])[\w'’-]+(?:str\.|stra(?:ß|ss)e|gasse|platz|allee)"
)
"""A house before its street: "310 Main Street"."""

_POSTCODE_DIGITS = (4, 5, 6)
_LOOK_BACK = 24
_STREET_BACK = 48


def is_in_address(text: str, start: int, end: int) -> bool:
    """Whether the number at `start` to `end` is a postcode before its town, or a house before both."""
    if _is_postcode(text, start, end) or _THEN_STREET().match(text, end):
        return True
    if _STREET().search(text[max(0, start - _STREET_BACK) : start]):
        return True
    house = _HOUSE_THEN_TOWN().match(text, end)
    street = _STREET_BEFORE.search(text[max(0, start - _LOOK_BACK) : start])
    return bool(house and street and _is_postcode(text, *house.span("postcode")))


def _is_postcode(text: str, start: int, end: int) -> bool:
    if end - start not in _POSTCODE_DIGITS or not _PART_BEGINS.search(
        text[max(0, start - _LOOK_BACK) : start]
    ):
        return False
    match = _TOWN().match(text, end)
    if match is None or tells_trouble(match["town"]):
        return False
    return not any(can_tell(word) for word in re.split(r"[ -]", match["town"]) if word[0].isupper())
