"""What is free or used of a drive whose size stands before it: "100 GB, 20 GB free" tells of no data."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from assistant.specialists.calculators.calculator_question import lazy_search
from assistant.specialists.calculators.scratch_place import PLACE
from assistant.understanding.amounts.figures import Told

_STATE = r"(?:free|used|left|available|remaining|occupied|in use|taken|empty|spare)"
# The size of a drive stands behind its name, or behind a word for all of it.
_OF_DRIVE = (
    rf"(?:\b(?:total|size|capacity|all)|\b{PLACE}|\b(?:drive|disk|volume|partition|lun)"
    rf"|(?<!\w)[c-z]:(?:[\\/]\S*)?)"
    r"\s*(?:(?:is|has|of|with|total|size|volume|drive|on)\s+|[c-z]:\s*|[:=(,-]\s*){0,4}$"
)
_BESIDE = (
    r"^\s*(?:total|in all|size)?[\s(\[,;/|-]*(?:(?:of (?:which|it|that)|with|only|but|and|thereof"
    rf"|there (?:is|are)|still|about)\s+){{0,3}}"
    rf"(?P<state>{_STATE}\s*(?:space\s*|now\s*|is\s*|are\s*)?[:=]?\s*)?$"
)
_BEHIND = rf"^\s*(?:(?:is|are|of it|of that|still|currently)\s+){{0,3}}{_STATE}\b"
_ENOUGH = r"(?:is|are|do|does|will)\s+(?:the\s+|those\s+)?{n}(?:\s*[kmgtp]i?b)?\b"


def without_rooms(text: str, told: Sequence[Told]) -> list[Told]:
    """`told` without what is free or used of a drive told before it; where that is asked about ("are the
    20 GB enough?"), without the size of the drive."""
    dropped: list[Told] = []
    for whole, part in pairwise(told):
        if len(told) - len(dropped) > 1 and _is_room(text, whole, part):
            dropped.append(whole if _is_asked(text, part) else part)
    return [one for one in told if one not in dropped]


def _is_room(text: str, whole: Told, part: Told) -> bool:
    """Whether `part` is what is free or used of the drive whose size is `whole`."""
    beside = lazy_search(_BESIDE, text[whole.end : part.start])
    if beside is None or part.size.bytes > whole.size.bytes:
        return False
    named = beside["state"] or lazy_search(_BEHIND, text[part.end :])
    return bool(named and lazy_search(_OF_DRIVE, text[: whole.start]))


def _is_asked(text: str, part: Told) -> bool:
    number = text[part.start : part.end].split()[0].rstrip("GgTtMmBb")
    return bool(lazy_search(_ENOUGH.format(n=number.replace(".", r"\.")), text[part.end :]))
