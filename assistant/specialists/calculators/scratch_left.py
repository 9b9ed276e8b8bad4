"""What is left for the scratch location of a drive that other files take a part of: "20 % is taken"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from assistant.decisions.reading.numbers import NUMBER, number_in
from assistant.decisions.reading.quantities import Size
from assistant.specialists.calculators import scratch_words as words
from assistant.specialists.calculators.calculator_question import lazy_search
from assistant.understanding.amounts.figures import PARTS, Told

_USED = (
    r"(?P<used>used(?!\s+(?:as|for (?:scratch|cache)))|taken|occupied|full|filled|in\s+use|gone|eaten"
    r"|consumed|blocked|spent|wasted|lost"
    r"|(?:goes|go|given|belongs?) to (?!azure|(?:the )?(?:cloud|vault|scratch|cache))"
    r"|(?:kept|reserved|needed|set aside) for (?!azure|(?:the )?(?:cloud|vault|scratch|cache)))"
)
_FREE = r"(?P<free>free|left|empty|available|unused|unoccupied|remaining|spare)"
_STATE = (
    r"(?:\s*of\s+(?:it|that|this|which"
    r"|(?:the|my|our|an?)\s+(?:\d[\d.,]*\s?[kmgt]i?b\s+)?(?:\w+\s+){0,2}?"
    r"(?:drive|disk|volume|partition|lun|space))\b)?"
    r"\s*,?\s*(?:(?:is|are|was|were|been|be|has|have|already|now|currently|still|only|just|being|space)\s+){0,4}"
    rf"(?:{_USED}|{_FREE})\b"
)
_TIMES = {"two": 2, "three": 3, "four": 4}
_PERCENT = rf"(?P<percent>{NUMBER})\s*(?:%|percent\b|per\s+cent\b|pct\b)"
_FRACTION = r"\b(?:(?P<n>an?|one|two|three|four)[\s-]+)?(?P<word>half|third|quarter|fifth|tenth)s?\b"
_SHARE_THEN_STATE = rf"(?:{_PERCENT}|{_FRACTION}){_STATE}"
_STATE_THEN_SHARE = (
    rf"\b(?:{_USED}|{_FREE})\s*(?:up\s+)?(?:to|by|at|is|are|:|=)\s*(?:about\s+)?(?:{_PERCENT}|{_FRACTION})"
)
_NO_DRIVE = r"\b(?:data|azure|cloud|vault|send|sent|upload\w*)\b"
_SCRATCH = r"\b(?:scratch|cache)\b"
_WHAT_GOES = (
    r"\bwhat\b[^.?!]{0,20}\b(?:can|could|may|might)\b[^.?!]{0,25}"
    r"\b(?:send|go|goes|push|upload|ship|be sent|back up|backed up)\b"
)


def left_of_drive(text: str, told: Sequence[Told]) -> Size | None:
    """What is left for the scratch location, where it is asked how much data that will do for."""
    if not (lazy_search(words.ASKS_DATA, text) or lazy_search(_WHAT_GOES, text)):
        return None
    drive = next((one for one in told if _is_drive(text, one)), None)
    if drive is None:
        return None
    parts = [one for one in told if one is not drive]
    if not parts and (share := _share_left(text)):
        return Size(drive.size.bytes * share, drive.size.binary)
    return _without_part(text, drive, parts[0]) if len(parts) == 1 else None


def _share_left(text: str) -> Decimal | None:
    """The share of a drive that is left; None where none is told, or nothing would be."""
    match = lazy_search(_SHARE_THEN_STATE, text) or lazy_search(_STATE_THEN_SHARE, text)
    if match is None:
        return None
    if match["percent"]:
        told = (number_in(match["percent"]) or Decimal(0)) / 100
    else:
        told = Decimal(1) / PARTS[match["word"].lower()] * _TIMES.get((match["n"] or "").lower(), 1)
    left = told if match["free"] else 1 - told
    return left if 0 < left < 1 else None


def _without_part(text: str, drive: Told, part: Told) -> Size | None:
    """The drive without a part that is told to be used, or the part that is told to be free."""
    behind = lazy_search(rf"^{_STATE}", text[part.end :])
    if behind is None or part.size.bytes >= drive.size.bytes:
        return None
    left = part.size.bytes if behind["free"] else drive.size.bytes - part.size.bytes
    return Size(left, drive.size.binary)


def _is_drive(text: str, one: Told) -> bool:
    """Whether a size is that of the drive for the scratch location, by the words of its clause."""
    before = re.split(r"[.;?!,]\s", text[: one.start])[-1]
    after = re.split(r"[.;?!,](?:\s|$)", text[one.end :])[0]
    clause = before + after
    return bool(lazy_search(_SCRATCH, clause)) and not lazy_search(_NO_DRIVE, clause)
