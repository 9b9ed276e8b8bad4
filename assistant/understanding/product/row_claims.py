"""Reads that a product is said to be left out of the matrix: a claim to be held against it, and no fault.

"A colleague says SQL 2017 isn't listed, is that so", "so MABS can't back up SharePoint 2016, correct?".
"""

from __future__ import annotations

from assistant.decisions.expressions.patterns import lazy
from assistant.understanding.reading import QuestionKind, Reading

_NOT = r"(?:\bnot\b|n['’]?t\b|\bno\b|\bnever\b|\bcannot\b)"
_UNLISTED = lazy(
    rf"{_NOT}[^.?!\n]{{0,25}}\b(?:listed|among|in scope|covered"
    r"|in (?:the|that|your) (?:\w+ )?(?:matrix|table|list))\b"
    r"|\b(?:absent|missing|left out|leaves? out|excluded)\b[^.?!\n]{0,30}"
    r"\b(?:matrix|table|list|mabs|backup server)\b"
)
_UNPROTECTED = lazy(
    rf"{_NOT}[^.?!\n]{{0,25}}\b(?:protect\w*|support\w*|cover\w*|back(?:ed)?[\s-]?up|handle\w*|look\w* after"
    r"|includ\w*|possible)\b|\bignor\w+|\bimpossible\b|\bun(?:supported|protected)\b"
)
_CONFIRMED = lazy(
    r"[,;:.?!-]\s*(?:so\s+)?(?:correct|right|true|yes|agreed|is it|does it|do they|can it|will it|am i right"
    r"|i understand correctly)\b"
    r"|\b(?:is|was) (?:that|this|it|he|she) (?:so|true|right|correct|the case)\b"
    r"|\b(?:have|has|got) (?:it|that) right\b"
    r"|\btrue or false\b|\bright or wrong\b"
    r"|\b(?:says?|said|thinks?|claims?|told|heard|wrote|understanding|insists?|believes?)\b"
    r"|\b(?:another|other|different|separate) (?:backup )?(?:tool|product|solution)\b"
)
# Where the product shows what it finds: a thing that isn't listed there is a fault.
_SHOWN = lazy(
    r"\b(?:wizard|console|screen|browse\w*|window|expand\w*|inventory|tree|drop-?down|check ?box\w*|agents?"
    r"|writers?|vssadmin|error|message|event|alert|warning|failed|fails|failing|job|log|hresult|id \d+"
    r"|0x[0-9a-f]+)\b"
)
_JUDGING = {QuestionKind.YES_NO, QuestionKind.STATEMENT}


def denies_row(reading: Reading) -> bool:
    """Whether a product that is named is said, or asked, not to be listed or protected by the matrix."""
    text = reading.plain
    named = any(product.version or product.words for product in reading.products)
    if not named or reading.kind not in _JUDGING or _SHOWN().search(text):
        return False
    return bool(_UNLISTED().search(text) or (_UNPROTECTED().search(text) and _CONFIRMED().search(text)))
