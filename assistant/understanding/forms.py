"""The form of a question: yes/no, what, how many; reversed or not; and the parts of a message."""

from __future__ import annotations

import re

from assistant.understanding.reading import QuestionKind

_STARTERS: tuple[tuple[QuestionKind, str], ...] = (
    (
        QuestionKind.HOW_MANY,
        r"\bhow (?:many|much|big|large|long|small|often|fast|high)\b|\bwhat (?:size|amount|number|percentage|share|percent)\b|\bmax(?:imum)?\b|\bmin(?:imum)?\b",
    ),
    (QuestionKind.WHY, r"\bwhy\b|\bhow come\b|\bwhat for\b|\breason\b"),
    (QuestionKind.WHERE, r"^\W*(?:\w+\W+){0,3}where\b|\bwhich (?:menu|folder|screen|page)\b"),
    (QuestionKind.HOW, r"\bhow (?:do|to|can|does|should|would|is|are|did|could|shall|am)\b|\bsteps?\b"),
    (
        QuestionKind.YES_NO,
        r"(?:^|[.,;:!?\n(-]\s*|\b(?:and|so|but|then|hi|hello|hey|team|pls|please|or|now)\s+)(?:is|are|am|was|were|do|does|did|can|could|will|would|should|shall|must|may|has|have|had|isn'?t|aren'?t|don'?t|doesn'?t|can'?t|couldn'?t|won'?t|shouldn'?t|may)\s+\w+",
    ),
    (QuestionKind.WHAT, r"\b(?:what|which|who|whose|when|whats|what's)\b"),
    (
        QuestionKind.YES_NO,
        r"\b(?:ok|okay|possible|allowed|permitted|fine|enough|sufficient|right|correct|supported|feasible|legit|problem|issue|good|listed|protected|works?)\s*\?+",
    ),
)
_COMPILED = tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in _STARTERS)
_REVERSED = re.compile(
    r"\b(?:is it (?:true|right|correct|so)|am i right|true)\s+(?:that\s+)?(?:[^.?!]*?)\b(?:not|can'?t|cannot|can not|won'?t|doesn'?t|don'?t|isn'?t|aren'?t|no longer|impossible|stopped|blocked|unable|never)\b"
    r"|\b(?:can'?t|cannot|won'?t|doesn'?t|don'?t|isn'?t|aren'?t|not|no longer|impossible|blocked|stopped)\b[^.?!]*,\s*(?:right|correct|is that (?:so|right|true)|true|yes|or)\s*\?"
    r"|\bdo(?:es)? (?:that|this|it) mean\b[^.?!]*\b(?:can'?t|cannot|not|no longer|stopp?ed|impossible)\b"
    r"|\b(?:problem|issue|conflict|trouble|obstacle|show-?stopper|blocker|concern)s?\b[^.?!]{0,40}\?|\bstill need|\banything else (?:needed|required)"
    r"|\b(?:anything|something|everything|data|points?|backups?|copies|any\w*|it|they)\b[^.?!]{0,25}\b(?:lost|gone|deleted|destroyed|wiped)\b[^.?!]*\?"
    r"|\b(?:are|is)\s+(?:\w+\s+){0,6}?(?:stopped|blocked|prevented|forbidden|impossible|refused|prohibited|excluded|missing)\b",
    re.IGNORECASE,
)
_SEGMENT = re.compile(r"(?<=[?!])\s+|(?<=[a-z0-9)%\"'][.;])\s+(?=[A-Za-z])|\n+")
_ALSO = re.compile(
    r"\s*(?:,|;)?\s*\b(?:and|also|plus|oh and|and also|besides)\s+(?=(?:how|what|which|where|why|is|are|can|do|does|will|should|must)\b)",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"\?|^\W*(?:(?:and|also|so|then|ok|hi|plus)\W+)*(?:how|what|which|where|why|who|when|is|are|can|could|do|does|did|will|would|should|must|may)\b",
    re.IGNORECASE,
)


def question_kind(text: str) -> QuestionKind:
    """The form of `text`; STATEMENT when nothing in it asks."""
    for kind, pattern in _COMPILED:
        if pattern.search(text):
            return kind
    return QuestionKind.STATEMENT


def is_reversed(text: str) -> bool:
    """Whether a "yes" would confirm a negative: "is it true that we can't restore?"."""
    return bool(_REVERSED.search(text))


def split_questions(text: str) -> tuple[tuple[str, ...], str]:
    """The asking parts of a message, and what it tells besides (statements before, between and after)."""
    asking: list[str] = []
    telling: list[str] = []
    for piece in _SEGMENT.split(text):
        parts = [part.strip() for part in _ALSO.split(piece or "") if part.strip()]
        asked = len(parts) > 1 and any(_ASKS.search(part) for part in parts)
        for part in parts:
            (asking if asked or _ASKS.search(part) else telling).append(part)
    return tuple(asking), " ".join(telling)


# A fault in the words for one, or a message as the product prints it.
_FAULT = re.compile(
    r"\b(?:fail(?:s|ed|ing|ure|ures)?|errors?|can(?:'t|not| not)|could ?n(?:'t|ot)|unable|won'?t|does ?n(?:'t|ot)|did ?n(?:'t|ot)|is ?n(?:'t|ot)"
    r"|not (?:working|responding|found|running|available|reachable|listed|shown|valid)|inconsist\w*|inconsistant|stuck|hang(?:s|ing)?|hung|crash\w*"
    r"|time[ds]?[\s-]?out|timeout|denied|refused|reject\w*|corrupt\w*|missing|invalid|expired|unexpected|warnings?|alerts?|exception|stopped"
    r"|unreachable|unavailable|not enough|out of|mismatch\w*|conflict\w*|lost|broken|slow\w*|red|yellow|grey(?:ed)? out|keeps|problem|trouble"
    r"|issue|wrong|dead|damaged|aborted|cancel\w*|skipped|incomplete|locked|in use|already|complains?|stands still|waiting)\b"
    r"|\w+Exception\b",
    re.IGNORECASE,
)
_NAME = re.compile(r"\b[A-Z][a-z]+(?:[A-Z][a-z]+){2,}")


def tells_fault(text: str) -> bool:
    """Whether `text` tells of something that went wrong, or holds a name as error messages have them."""
    return bool(_FAULT.search(text) or _NAME.search(text))
