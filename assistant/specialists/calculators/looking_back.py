"""What is asked of the calculations before: how much is missing or too much, and by how much two differ."""

from __future__ import annotations

import re

from assistant.decisions.patterns import lazy
from assistant.specialists.calculators.disks import Disks
from assistant.specialists.calculators.question import Calculation, Question
from assistant.specialists.calculators.scratch import Scratch
from assistant.understanding.patterns import word_set

_GAP = lazy(
    r"\b(?:missing|short|lack\w*|too (?:many|much|little|small|long|few)|over|beyond|exceed\w*|gap"
    r"|more do (?:i|we)|(?:more|else) (?:is|are|would be) needed|need\w* more|to free)\b"
)
_DIFFERENCE = lazy(r"\bdifference\b|\bdiffer\b|\bhow (?:many|much) (?:more|less|fewer)\b|\bgap\b")
_SAYS_NO_MORE = word_set(
    "how much many more less fewer what whats what's which the a an is are am was would be between them "
    "both two those these and so by do does i we it that this they differ difference gap then in of to "
    "need needed must free get have still missing short lacking lack lacks too over beyond exceed "
    "exceeds exceeding little small long few ok hm well disks disk scratch space gb tb days day points "
    "size sizes else exactly now"
)
_WORD = re.compile(r"[a-z']+")


def looked_back(
    question: Question, before: Calculation | None, earlier: Calculation | None
) -> Calculation | None:
    """The calculation that tells what is asked of `before`, or of `earlier` and it; None for others."""
    if before is None or re.search(r"\d", question.text) or _others(question):
        return None
    if _GAP().search(question.text) and before.result().outcome != "pass":
        return before
    return _difference(earlier, before) if _DIFFERENCE().search(question.text) else None


def _others(question: Question) -> bool:
    """Whether a question names anything but figures and their difference."""
    return bool(set(_WORD.findall(question.text.lower())) - _SAYS_NO_MORE)


def _difference(one: Calculation | None, other: Calculation) -> Calculation | None:
    if isinstance(one, Disks) and isinstance(other, Disks) and one.sizes and other.sizes:
        sizes = (one.sizes[-1], other.sizes[-1])
        return Disks(sizes, asks="difference") if sizes[0] != sizes[1] else None
    if isinstance(one, Scratch) and isinstance(other, Scratch) and one.data and other.data:
        return Scratch(amounts=(one.data, other.data)) if one.data != other.data else None
    return None
