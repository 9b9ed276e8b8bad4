"""Whether so many disks fit a machine of one's own, of which no size is told: "enough slots for 7 disks?"."""

from __future__ import annotations

from assistant.decisions.disk_pools import MAX_DISKS
from assistant.specialists.calculators.question import Question
from assistant.understanding.reading import QuestionKind

_OWN_MACHINE = (
    r"\b(?:our|my|the|this|that|existing)\s+(?:(?:current|existing|present|mabs|azure|backup|small|little|own)\s+){0,3}"
    r"(?:vm|virtual machine|machine|server|box|mabs)\b(?!\s+(?:size|series|type))"
)
_ROOM = r"\b(?:enough|room|fits?|space|slots?|bays?|can|could|takes?|hold|accept\w*|handle\w*|attach\w*)\b"
_WHICH_SIZE = r"\bsizes?\b|\b(?:which|what|smallest|need\w*|how|or)\b"


def asks_own_room(question: Question, count: int | None) -> bool:
    """Whether it is asked if `count` disks fit such a machine, and some of the named sizes take them."""
    if count is None or not min(MAX_DISKS.values()) < count <= max(MAX_DISKS.values()):
        return False
    asked = question.has(_OWN_MACHINE) and question.has(_ROOM) and not question.has(_WHICH_SIZE)
    return asked and question.reading.kind in (QuestionKind.YES_NO, QuestionKind.STATEMENT)
