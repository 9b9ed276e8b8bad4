"""Answers a symptom that was told without a code: the entry that the search found, told like a code's."""

from __future__ import annotations

from dataclasses import replace

from assistant.answer import Finding
from assistant.codes.code_wording import NAME
from assistant.codes.entries import CodeId, ErrorEntry
from assistant.codes.entry_text import WORDS
from assistant.codes.finding.found_code import FoundCode
from assistant.codes.specialist import tell


def describe(entry: ErrorEntry, probability: float, asked: str = "", limit: int = WORDS) -> Finding:
    """The finding for an entry found by search; `probability` (0 to 1) is how likely the entry is meant."""
    code = entry.codes[0].id if entry.codes else CodeId("name", entry.id)
    told = tell(entry, FoundCode.untold(code), asked, limit)
    return replace(told, specialist=NAME, confidence=round(probability, 4), fitted=True)
