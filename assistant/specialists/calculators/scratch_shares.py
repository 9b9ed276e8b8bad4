"""Shares of data that are checked or asked for: "5 % of 6 TB is 300 GB, right?", "which share is 80 GB"."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.decisions.reading.quantities import Size
from assistant.specialists.calculators.calculator_question import lazy_search
from assistant.understanding.amounts.figures import Told

_FIVE_OF = r"\b(?:5|five)\s*(?:%|percent|per cent|pct)\s*of\s+(?:the\s+|our\s+|about\s+)?$"
_EQUAL = (
    r"(?:is|=|equals?|makes?|are|gives|would be|should be|comes? to|amounts? to|that'?s|really|then|,|to)"
)
_EQUALS = rf"^\s*(?:of data\s*)?(?:{_EQUAL}\s*){{0,3}}$"
# What an amount of data is said to need: "with 6 TB we'd need 300 GB", "6 TB means 300 GB".
_NEEDS = (
    r"^\s*(?:of (?:\w+ )?data\s*|(?:to|for|into|in) (?:the )?(?:azure|cloud|vault)\s*)?,?\s*(?:so\s+"
    r"|then\s+)?"
    r"(?:(?:we|i|it|you|one|that|this)\s*(?:['’]d|['’]ll|would|will)?\s*)?"
    r"(?:needs?|means?|makes?|be|requires?)\s+(?:at least |about |around )?$"
)
_ASKS_SHARE = (
    r"\b(?:what|which|how (?:many|much))\s+(?:%|per ?cent\w*|share|fraction|portion|part)|\bpercentage\b"
)
_SHARE_OF = (
    r"^\s*(?:(?:scratch|cache)(?: space| location)?\s+)?(?:of|out of|for|against|to)\s+(?:the |our |about )?$"
)
_CHECKED = r"\?|\b(?:right|correct|true|isn'?t it|agree|wrong|yes or no|y/n|check)\b|^\s*(?:is|are|does|do)\b"


def equation_in(text: str, told: Sequence[Told]) -> tuple[Size, Size] | None:
    """The data and what 5 % of it is said to be ("5 % of 6 TB is 300 GB", "300 GB = 5 % of 6 TB")."""
    if len(told) != 2 or not lazy_search(_CHECKED, text):
        return None
    one, other = told
    between = text[one.end : other.start]
    if lazy_search(_FIVE_OF, text[: one.start]) and lazy_search(_EQUALS, between):
        return one.size, other.size
    if lazy_search(_NEEDS, between) and not one.times > 1:
        return one.size, other.size
    if lazy_search(rf"^\s*(?:{_EQUAL}\s*){{0,3}}(?:really |about )?{_FIVE_OF}", between):
        return other.size, one.size
    return None


def share_in(text: str, told: Sequence[Told]) -> tuple[Size, Size] | None:
    """The data and the scratch location whose share of it is asked for: "which share is 80 GB of 2 TB"."""
    if len(told) != 2 or not lazy_search(_ASKS_SHARE, text):
        return None
    space, data = told
    joined = lazy_search(_SHARE_OF, text[space.end : data.start])
    return (data.size, space.size) if joined and space.size.bytes < data.size.bytes else None
