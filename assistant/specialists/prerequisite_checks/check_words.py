"""What several of the checks look for in a question."""

from __future__ import annotations

from assistant.decisions.expressions.patterns import compiled
from assistant.understanding.message.question_forms import SENTENCE_END

_WILL = (
    r"\b(?:can|could|does|do|will|would|may)\s+(?:the\s+|our\s+)?"
    r"(?:mabs|dpm|it|azure backup server|backup server)\s+(?:also\s+|even\s+)?"
)
HANDLED = (
    rf"{_WILL}(?:do|handle|cover|manage|deal with|cope with|help with|take care of|look after)\s+"
    r"(?:\w+\s+){0,2}?(?:sql|windows|share\s?point|exchange)\b"
    rf"|{_WILL}(?:do|take|accept|handle|cover|manage|deal with|cope with|help with|take care of"
    r"|look after)\s+"
    r"(?:on\s+)?(?:(?:all|any|each|some|one)\s+of\s+)?(?:them|those|these)\b"
)
"""A product is to be taken care of by the backup server, which protects it."""

PROTECTING = compiled(
    rf"{HANDLED}|\b(?:un)?protect\w*|\btak(?:e|es|ing) care of\b|\blooks? after\b|\b(?:count|rely|bank) on\b"
    r"|\bback(?:ing|ed|s)?[\s-]?(?:it |them |this )?up\b(?!\s+(?:server|vm|machine|box|host"
    r"|agent|storage|data|jobs?|disks?|product|software|tool|thing|solution|app\w*|system|role"
    r"|service|program))"
    r"|\bmatrix\b|\brestore\b"
    r"|\bas (?:an? |the |our )?(?:backup |protected |supported |valid |possible )?"
    r"(?:clients?|sources?|workloads?)\b"
    r"|\bdata[ -]?sources?\b|\bworkloads? (?:for|of|under|with)\b"
    r"|\brecover\b",
)
# Something else is to live on the backup server: it, or its machine, is named, or the two are put together.
SHARING = compiled(
    r"\b(?:mabs|dpm|backup (?:server|vm|machine|box|host))\b"
    r"|\b(?:on|onto|with|to) (?:it|there|the (?:same )?(?:vm|machine|box|server|host)|(?:this|that|same) "
    r"(?:vm|machine|box|server|host))\b"
    r"|\b(?:same|one|single|spare|existing) (?:vm|machine|box|server|host)\b"
    r"|\b(?:share\w*|co-?locat\w*|alongside|next to|besides?|also|together|double[sd]? as|as well"
    r"|too)\b",
)
FEW_WORDS = 8


def last_sentence(query: str) -> str:
    """The sentence that was said last, of a question that has those before it in front."""
    return SENTENCE_END.split(query.strip())[-1]
