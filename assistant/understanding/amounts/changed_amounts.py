"""An amount that became another ("doubled from 2 TB to 4 TB"): what it is now is what counts."""

from __future__ import annotations

from itertools import pairwise

from assistant.decisions.expressions.patterns import lazy
from assistant.decisions.reading.quantities import Size, find_sizes
from assistant.understanding.word_rules import blanked

_ABOUT = r"(?:(?:about|around|roughly|approximately|some|the|originally)\s+){0,2}"
_FROM = lazy(rf"\bfrom\s+{_ABOUT}$")
_TO = lazy(rf"^\s*(?:(?:up|down|on)\s+)?(?:to|->|=>|\u2192)\s*(?:now\s+|today\s+)?{_ABOUT}$")
# "was 50 GB, now 150 GB"
_WAS = lazy(rf"\b(?:was|were|had|used to be)\s+(?:only\s+)?{_ABOUT}$")
_IS_NOW = lazy(
    r"^\s*[,;.:]?\s*(?:(?:and|but|it['\u2019]?s|it|is|are|we|have|has)\s+){0,3}(?:now|today|meanwhile|currently)\s*"
    rf"[,:]?\s*(?:(?:it['\u2019]?s|it|is|at|has|have|we)\s+){{0,2}}{_ABOUT}$"
)
_ARROW = lazy(r"^\s*(?:->|=>|\u2192)\s*$")
# How much it changed is told by the amount it came to.
_FACTOR = lazy(r"\b(?:doubl|tripl|quadrupl|halv)\w*|\bin half\b")
_FACTOR_TO = lazy(rf"\b(?:doubl|tripl|quadrupl|halv)\w*\s+(?:\w+\s+){{0,2}}?to\s+(?:now\s+)?{_ABOUT}$")
_BEFORE = 60  # characters
_MOST_TIMES = 10


def as_it_is_now(text: str) -> str:
    """`text` with the amounts that another took the place of, and how they changed, blanked."""
    sizes = find_sizes(text)
    spans: list[tuple[int, int]] = []
    for one, other in pairwise(sizes):
        start = max(0, one.start - _BEFORE)
        before, between = text[start : one.start], text[one.end : other.start]
        told = _FROM().search(before)
        if told and _TO().match(between):
            spans.append((start + told.start(), other.start))
            factors = list(_FACTOR().finditer(before))
            spans += [(start + factors[-1].start(), start + factors[-1].end())] if factors else []
        elif _ARROW().match(between) or (
            _WAS().search(before) and _IS_NOW().match(between) and _is_alike(one.value, other.value)
        ):
            spans.append((one.start, other.start))
    for size in sizes:
        start = max(0, size.start - _BEFORE)
        if match := _FACTOR_TO().search(text[start : size.start]):
            spans.append((start + match.start(), size.start))
    return blanked(text, spans)


def _is_alike(one: Size, other: Size) -> bool:
    """Whether two sizes may be those of one thing, before and after."""
    small, large = sorted((one.bytes, other.bytes))
    return large <= _MOST_TIMES * small


MORE = (
    r"\b(?:add\w*|another|additional\w*|extra|on top|plus|more)\b"
    r"|\b(?:an?|the|one)\s+(?:second|third|fourth|fifth|further)\b"
)
"""Words for what there is more of."""

_ADDS = (
    rf"{MORE}|(?<![\w)])\+(?=\s*(?:\d|$))"
    r"|\b(?:gr[eo]w\w*|increas\w*|ris(?:es?|ing)|rose|expand\w*|swell\w*)\s+(?:\w+\s+){0,2}?by\b"
    r"|\b(?:growth|increase|rise)\s+(?:of|is|will be|:)"
)
ADDS = lazy(_ADDS)
"""Words by which an amount comes on top of the one before."""
_ADDED_BEFORE = lazy(rf"(?:{_ADDS})\s*{_ABOUT}$")
_ADDED_AFTER = lazy(r"^\s*(?:\w+\s+)?(?:more|on top|extra|additional\w*)\b")


def is_added(text: str, start: int, end: int) -> bool:
    """Whether the amount from `start` to `end` is said to come on top."""
    before, after = text[max(0, start - _BEFORE) : start], text[end : end + _BEFORE]
    return bool(_ADDED_BEFORE().search(before) or _ADDED_AFTER().search(after))
