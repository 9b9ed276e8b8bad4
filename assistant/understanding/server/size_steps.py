"""Steps between sizes of virtual machine: "one size up from that", "the next smaller one"."""

from __future__ import annotations

import re

from assistant.decisions.expressions.patterns import lazy

_UP = r"(?P<up>up|bigger|larger|higher|above|upwards?|beyond)"
_DOWN = r"(?P<down>down|smaller|lower|below|downwards?|beneath)"
_NUMBER = r"(?:(?P<n>one|two|three|a|an|1|2|3|the next|next|another|the)\s+)?"
_KIND = r"(?:vm\s+|machine\s+)?(?:sizes?|steps?|notch(?:es)?|tiers?|classe?s?)"
_STEPS = tuple(
    lazy(pattern)
    for way in (_UP, _DOWN)
    for pattern in (
        rf"\b{_NUMBER}{_KIND}\s+(?:further\s+)?{way}\b",
        rf"\b(?P<n>next|following|another|one|two|a|the)\s+{way}\s+(?:vm|machine|one|{_KIND})\b",
        rf"\b(?P<n>next|another|one|two)\s+(?:(?:one|more)\s+)?{way}\b",
    )
)
# Without a way told, the next one is the larger one.
_NEXT = lazy(
    r"\b(?:next|following)\s+(?:vm\s+|machine\s+)?(?:sizes?|tiers?|class(?:es)?)\b"
    r"|\bw(?:h)?ich\s+(?:vm\s+|machine\s+)?size\s+(?:is\s+|comes\s+)?(?:next|after that)\b"
    r"|^\W*(?:(?:and|ok|then|what about)\W+)*(?:the\s+)?(?:next|following)(?:\s+one)?\W*$"
)
_COUNTS = {"two": 2, "2": 2, "three": 3, "3": 3}
_SIZE = re.compile(r"^(?P<series>(?:[a-z]+_)?[a-z]+)(?P<number>\d+)(?P<rest>.*)$", re.IGNORECASE)


def steps_of_size(text: str) -> int:
    """How many sizes up (above zero) or down (below) are told; 0 for none."""
    for pattern in _STEPS:
        if match := pattern().search(text):
            steps = _COUNTS.get((match["n"] or "").lower(), 1)
            return steps if "up" in match.groupdict() else -steps
    return 1 if _NEXT().search(text) else 0


def next_size(size: str, steps: int) -> str:
    """The size of the same series whose number is `steps` away: A4 for A3 and 1. Below 0 there is none."""
    match = _SIZE.match(size)
    if match is None:
        return size
    return f"{match['series']}{max(int(match['number']) + steps, 0)}{match['rest']}"
