"""Finds the entry of the error reference that a symptom without a code is about."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.answer import Finding
from assistant.codes.symptom import describe
from assistant.knowledge import Knowledge
from assistant.retrieval.retriever import Retrieval
from assistant.troubleshooting.specialist import offer
from assistant.understanding.reading import QuestionKind, Reading
from ingest.documents import ERRORS

# A fault in the words for one, or a message as the product prints it.
_FAULT = re.compile(
    r"\b(?:fail(?:s|ed|ing|ure|ures)?|errors?|can(?:'t|not| not)|could ?n(?:'t|ot)|unable|won'?t|does ?n(?:'t|ot)|did ?n(?:'t|ot)|is ?n(?:'t|ot)|not (?:working|responding|found|running|available|reachable|listed|shown|valid)|"
    r"inconsistent|stuck|hang(?:s|ing)?|hung|crash\w*|time[ds]?[\s-]?out|timeout|denied|refused|reject\w*|corrupt\w*|missing|invalid|expired|unexpected|warnings?|alerts?|exception|stopped|unreachable|unavailable|not enough|out of|mismatch\w*|conflict\w*|lost|broken|slow\w*|red|yellow|grey(?:ed)? out|keeps|problem|trouble|issue|wrong|dead|damaged|aborted|cancel\w*|skipped|incomplete|locked|in use|already)\b"
    r"|[A-Z][a-z]+(?:[A-Z][a-z]+){2,}|\b\w+Exception\b",
    re.IGNORECASE,
)
_MARGIN = 0.03
_MARGIN_OTHERWISE = 0.15
_LEAST = 0.55
_ABOUT_GUIDE = {QuestionKind.WHERE, QuestionKind.HOW_MANY, QuestionKind.HOW}


def consult(reading: Reading, query: str, knowledge: Knowledge, guide: Retrieval) -> Finding | None:
    """The finding for the nearest entry; None when the guide is nearer, or nothing is near enough."""
    found = knowledge.search(query, [ERRORS], limit=3).passages
    if not found:
        return None
    best = max(found, key=lambda passage: passage.similarity or 0.0)
    nearness = best.similarity or 0.0
    rival = max((passage.similarity or 0.0 for passage in guide.passages[:3]), default=0.0)
    fault = bool(_FAULT.search(reading.plain)) and reading.kind not in _ABOUT_GUIDE
    if nearness < _LEAST or nearness < rival + (_MARGIN if fault else _MARGIN_OTHERWISE):
        return None
    entry = knowledge.reference().entry(best.stored.document.path.rpartition("#")[2])
    offered = offer(reading.plain)
    return replace(describe(entry, nearness), suggestions=(offered,) if offered else ())
