"""What passages of the guide tell of: what it is silent on, its advice, the place of a name on a screen."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assistant.retrieval.retriever import Retrieved

_GAP = re.compile(
    r"^The (?:guide|catalogue) (?:does not|doesn't|gives no|says nothing|names no|states no|leaves)",
    re.IGNORECASE,
)
_SILENT = re.compile(r"\bguide (?:itself )?(?:does not|doesn't) (?:describe|cover|say|explain|tell)\b")
# What the matrix doesn't list is its verdict on it.
_NOT_LISTED = re.compile(
    r"^The guide does not list\b.*\b(?:protection matrix\b|its matrix (?:holds\b|names workloads\b))",
    re.IGNORECASE,
)
_HOW_GAP = re.compile(
    r"^The guide (?:does not|doesn't) (?:say|describe|state|tell|give)\s+(?:by |from )?how\b", re.IGNORECASE
)
_OR_WHETHER = re.compile(r"\bnor (?:does it say )?whether\b")
_ASKS_HOW = re.compile(
    r"\b(?:how|where|way|ways|steps?|procedure|instructions?|explain\w*|describ\w*|much|many|long|often|percent\w*"
    r"|prices?|figures?|amount|save|saving|check\w*|verif\w*|command|features?|copies|create\w*|again"
    r"|bandwidth|vpn|region)\b|%",
    re.IGNORECASE,
)
# How binding a rule is: its own words are set off.
_STRENGTH = re.compile(r"\*(?:should|must|recommended minimum)\*")
_ASKS_STRENGTH = re.compile(
    r"^(?!\W*why\b).*\b(?:must|should|shall|needs?|needed|necessary|require\w*|mandatory|obligatory|compulsory"
    r"|optional|have to|has to|rules?"
    r"|recommend\w*|suggest\w*|advi[sc]\w*|minimum|least|smallest|allowed|permitted|may|can|binding|strict|only)\b",
    re.IGNORECASE,
)
_ASKS_ADVICE = re.compile(
    r"\b(?:recommend\w*|should|advis\w*|advice|suggest\w*|better|best|pick|choose|skip|leave)\b",
    re.IGNORECASE,
)
_ADVICE = re.compile(r"^The guide's (?:own )?(?:recommendation|advice)\b")
_ASKS_PLACE = re.compile(r"\b(?:where|find|locate|which (?:menu|screen|page|blade|tab))\b", re.IGNORECASE)
_LABEL = re.compile(r"\*\*([^*]+)\*\*")
_FIRST_CHARS = 250
# A figure is asked for, and not what it depends on ("what decides how big it is").
_ASKS_FIGURE = re.compile(
    r"(?<!decides )(?<!determines )(?<!define )(?<!defines )(?<!on )\bhow (?:many|much)\b"
    r"(?! (?:longer|else|later)\b)",
    re.IGNORECASE,
)
_HAS_FIGURE = re.compile(
    r"\d|\b(?:no|none|one|two|three|four|five|six|seven|eight|nine|ten|single|both|several|all|every|each"
    r"|more than|any|first|second)\b",
    re.IGNORECASE,
)
# What is asked for of a thing: "the checksum of the file", "how many seats does it have".
_ATTRIBUTE = re.compile(
    r"\bhow (?:many|much)\s+(?P<counted>(?!(?:more|other|extra|less|fewer)\b)[a-z][\w-]+)\b"
    r"|^\W*(?:(?:what|which|the|is|are|was|pls|please|give me|tell me|need|and|any|there)"
    r"(?:['\u2019]?s)?\s+)*"
    r"(?P<named>[a-z][\w-]+(?:\s[a-z][\w-]+)?)\s+of\s+(?:the|an?|our|my|this|that|all|both)\b",
    re.IGNORECASE,
)


def is_gap(passage: Retrieved) -> bool:
    """Whether a passage says at its start, or in its first lines, that the guide is silent on something."""
    return bool(says_silent(passage.text) or _SILENT.search(passage.text[:_FIRST_CHARS]))


def says_silent(text: str) -> bool:
    """Whether a sentence says that the guide is silent on something."""
    return bool(_GAP.match(text))


def is_verdict(text: str) -> bool:
    """Whether a sentence on what the guide leaves out is its answer: that the matrix doesn't list a thing."""
    return bool(_NOT_LISTED.match(text))


def is_on_how(text: str) -> bool:
    """Whether a sentence says that the guide is silent on how something is done, or how much it is, and on
    nothing else."""
    return bool(_HOW_GAP.match(text)) and not _OR_WHETHER.search(text)


def asks_how(query: str) -> bool:
    """Whether a way, a place, an amount or the like is asked for."""
    return bool(_ASKS_HOW.search(query))


def is_on_strength(text: str) -> bool:
    """Whether a sentence tells how binding a rule of the guide is."""
    return bool(_STRENGTH.search(text))


def asks_strength(query: str) -> bool:
    """Whether it is asked what has to be, should be or may be."""
    return bool(_ASKS_STRENGTH.search(query))


def asks_advice(query: str) -> bool:
    """Whether it is asked what to choose."""
    return bool(_ASKS_ADVICE.search(query))


def is_advice(text: str) -> bool:
    """Whether a sentence is the guide's advice beside what it leaves out."""
    return bool(_ADVICE.match(text))


def is_place_of(texts: Iterable[str], query: str) -> bool:
    """Whether a place is asked for, and a name on a screen, of more than one word, stands both in the texts
    and in the question."""
    if not _ASKS_PLACE.search(query):
        return False
    asked = query.casefold()
    labels = (label.casefold() for text in texts for label in _LABEL.findall(text))
    return any(" " in label and label in asked for label in labels)


def asks_figure(query: str) -> bool:
    """Whether it is asked how many of something there are, or how much it is."""
    return bool(_ASKS_FIGURE.search(query))


def has_figure(text: str) -> bool:
    """Whether a figure stands in `text`, or a word that counts."""
    return bool(_HAS_FIGURE.search(text))


def attribute_of(query: str) -> str:
    """What is asked for of a thing: "checksum" for "the checksum of the file?"; empty where nothing is."""
    asked = _ATTRIBUTE.search(query)
    return (asked["counted"] or asked["named"]) if asked else ""
