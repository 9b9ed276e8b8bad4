"""A question that is asked of each of several things: "cache and staging: which drive for each?"."""

from __future__ import annotations

import re

from assistant.decisions.expressions.patterns import lazy

_MOST_ITEMS = 4
_MOST_WORDS = 5
_SHARED = lazy(
    r"^\W*(?P<items>[^?.!:;]{3,90}?)\s*[,:\u2013-]\s+(?P<asked>(?:which|what|where|how)\b[^?.!]{2,80}?)"
    r"(?P<why>[,;]?\s+(?:and|plus|&)\s+why\b[^?.!]{0,40})?\W*$"
)
_OF_EACH = lazy(r"\b(?:each|both|respectively|they|them|these|either|one by one)\b")
_JOINT = re.compile(r"\s*(?:,\s*(?:and\s+|plus\s+)?|\+|&|\band\b|\bplus\b)\s*", re.IGNORECASE)
_NO_THING = lazy(
    r"\b(?:is|are|was|were|has|have|had|can|could|do|does|did|will|would|must|should|i|we|you|which|what|where"
    r"|how|if|when|while|between|after|before|difference|compar\w+)\b|\d"
)


def distributed(text: str) -> list[str]:
    """The question put to each thing that `text` names in front of it; empty where it is no such question."""
    match = _SHARED().match(text)
    if match is None or not _OF_EACH().search(match["asked"]) or _NO_THING().search(match["items"]):
        return []
    items = [item for item in _JOINT.split(match["items"]) if item]
    if not 1 < len(items) <= _MOST_ITEMS or any(len(item.split()) > _MOST_WORDS for item in items):
        return []
    return [f"{item}: {match['asked']}{match['why'] or ''}?" for item in items]
