"""Which causes and steps of an entry are for one inner code only, and which lean on the step before them.

"0x80070017: a corrupt log" is told to nobody whose message has another inner code, and "Still there, ..." or
"Otherwise ..." not without the step that it goes on from.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.codes.finding.found_code import FoundCode

_HEX = re.compile(r"0x[0-9A-F]{8}", re.IGNORECASE)
_OF_CODE = re.compile(
    r"(?:with |for |on |inner code )?(0x[0-9a-f]{8}(?:(?:, | or | and )0x[0-9a-f]{8}){0,3})\b"
    r"(?:[^.:,]{0,40}:|,|(?= check\b))",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"(?:still (?:there|failing)|or|otherwise|else|then|failing that"
    r"|if (?:that|it|this) (?:isn't enough|doesn't help|fails|still fails|starts|is short|stays|goes on"
    r"|happens again|fails again|isn't running))\b",
    re.IGNORECASE,
)


def inner_codes(found: Sequence[FoundCode]) -> frozenset[str]:
    """The inner codes among those of a message, as they are written in hexadecimal."""
    return frozenset(code.value.lower() for code in found if _HEX.fullmatch(code.value))


def applicable(texts: Sequence[str], inner: frozenset[str]) -> list[int]:
    """The positions of the causes or steps that are told where a message has the codes `inner`: all but those
    for other codes. Where every one is for another code, or none is told, all of them."""
    fitting = [at for at, text in enumerate(texts) if not inner or not _others(text, inner)]
    return fitting or list(range(len(texts)))


def is_for(text: str, inner: frozenset[str]) -> bool:
    """Whether a cause or step is for one of the codes `inner` by name."""
    return bool(_codes_of(text) & inner)


def with_leaders(steps: Sequence[str], position: int) -> list[int]:
    """A step with those before it that it goes on from."""
    first = position
    while first and _GOES_ON.match(steps[first]):
        first -= 1
    return list(range(first, position + 1))


def _others(text: str, inner: frozenset[str]) -> bool:
    of = _codes_of(text)
    return bool(of) and not of & inner


def _codes_of(text: str) -> frozenset[str]:
    match = _OF_CODE.match(text)
    return frozenset(code.lower() for code in _HEX.findall(match[1])) if match else frozenset()
