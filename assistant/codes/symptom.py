"""Answers a symptom that was told without a code: the entry that the search found, told like a code's."""

from __future__ import annotations

from dataclasses import replace

from assistant.answer import Finding
from assistant.codes.entries import CodeId, ErrorEntry
from assistant.codes.found import FoundCode
from assistant.codes.specialist import NAME, tell


def describe(entry: ErrorEntry, similarity: float) -> Finding:
    """The finding for an entry found by search; `similarity` (0 to 1) is how near the symptom came to it."""
    code = entry.codes[0].id if entry.codes else CodeId("name", entry.id)
    found = FoundCode((code,), code.value, 0, 0, 1, "")
    return replace(tell(entry, found), specialist=NAME, confidence=round(similarity, 4), fitted=True)
