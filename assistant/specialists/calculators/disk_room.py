"""Disks of a machine of one's own, of which no size is told: "enough slots for 7 disks?", "its disk limit?".

A size told in part ("a Standard A-something") leaves open which of the named sizes it is.
"""

from __future__ import annotations

from assistant.decisions.calculations.disk_pools import MAX_DISKS
from assistant.specialists.calculators.calculator_question import Question
from assistant.specialists.calculators.disk_nouns import DISK
from assistant.understanding.reading import QuestionKind

_OWN_MACHINE = (
    r"\b(?:our|my|the|this|that|existing)\s+(?:(?:current|existing|present|mabs|azure|stack|backup|server|small|little|own)\s+){0,3}"
    r"(?:vm|virtual machine|machine|server|box|mabs)\b(?!\s+(?:size|series|type))"
)
_ROOM = (
    r"\b(?:enough|room|go|possible|fits?|space|slots?|bays?|can|could|takes?|hold|accept\w*|handle\w*"
    r"|attach\w*)\b"
)
_OPEN_SIZE = (
    r"\b(?:standard|basic)?[\s_-]{0,2}A(?:[\s_-]{0,2}(?:something|some|whatever|x|series)\b|[_-]?\?)"
    r"|\b(?:standard|basic)[\s_-]A\b(?![\s_-]?\d)|\bstarts? with (?:an?\s)?['\"]?A\b(?!\d)"
)
_LIMIT = (
    rf"\b{DISK}\s+(?:limits?|caps?|max\w*|ceiling|number|count)\b"
    rf"|\b(?:limits?|caps?|max\w*|ceiling|most|number|how many)\b[^.?!\d]{{0,25}}\b{DISK}\b"
)
_WHICH_SIZE = r"\bsizes?\b|\b(?:which|what|smallest|need\w*|how|or)\b"
_JUDGING = (QuestionKind.YES_NO, QuestionKind.STATEMENT)


def asks_own_room(question: Question, count: int | None) -> bool:
    """Whether it is asked if `count` disks fit such a machine, and some of the named sizes take them."""
    if count is None or not min(MAX_DISKS.values()) < count <= max(MAX_DISKS.values()):
        return False
    if question.has(_OPEN_SIZE):
        return question.reading.kind in _JUDGING
    asked = question.has(_OWN_MACHINE) and question.has(_ROOM) and not question.has(_WHICH_SIZE)
    return asked and question.reading.kind in _JUDGING


def asks_own_limit(question: Question, count: int | None) -> bool:
    """Whether it is asked how many disks such a machine takes."""
    own = question.has(_OWN_MACHINE) or question.has(_OPEN_SIZE)
    return count is None and own and question.has(_LIMIT)
