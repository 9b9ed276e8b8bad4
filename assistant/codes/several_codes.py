"""Several codes in one message: how much room each gets, and which is meant where one is asked for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer import Evidence, Statement
from assistant.codes.code_wording import code_of, evidence_of, named
from assistant.codes.entries import ErrorEntry
from assistant.codes.entry_text import INNER_WORDS, LEAST_WORDS, OUTER_WORDS, WORDS, Likeness
from assistant.codes.finding.found_code import FoundCode
from assistant.decisions.sentences import capital

_WHICH = re.compile(
    r"\bwhich(?: one)?(?: of (?:them|these|those|the \w+))?"
    r"(?: (?:one|code|error|id|alert|number|event|message)s?)?"
    r" (?:is|are|was|means?|says?|stands?|points?|tells?|has|comes?)\b[^.?!;\n]*",
    re.IGNORECASE,
)
_SAYS_NOTHING = re.compile(
    r"\b(?:which|one|ones|of|is|are|was|the|that'?s?|it|them|these|those|to|about|means?|and|or|first|more|most"
    r"|matters?|worse|worst|important|urgent|serious|relevant|right|code|error|id|alert|number|what|do|i|we)\b|\W+",
    re.IGNORECASE,
)
_LEAST_LIKE = 0.2
_LEAST_LEAD = 0.08
"""How near the entry that is meant must come to what is asked for, and how much nearer than the next."""

LEAD_WORDS = 100
"""About as many words as the one that is meant gets."""

REST = "Ask for one of them to see all its steps."


def rooms(found: Sequence[FoundCode], *, is_log: bool) -> list[int]:
    """About how many words each code gets: even shares, unless one wraps the others or they are a log's."""
    if len(found) == 1:
        return [WORDS]
    if is_log or any(code.role != found[0].role for code in found):
        further = len(found) - 1
        return [OUTER_WORDS] + [min(INNER_WORDS, OUTER_WORDS // further)] * further
    return [max(WORDS // len(found), LEAST_WORDS)] * len(found)


def meant(text: str, entries: Sequence[ErrorEntry], likeness: Likeness) -> int | None:
    """The position of the entry that "which of them is ..." asks for; None when none is clearly nearest."""
    match = _WHICH.search(text)
    if match is None or len(entries) < 2 or not _SAYS_NOTHING.sub("", match[0]):
        return None
    near = likeness(match[0], [entry.title for entry in entries])
    best, second = sorted(near, reverse=True)[:2]
    if best < _LEAST_LIKE or best - second < _LEAST_LEAD:
        return None
    return list(near).index(best)


def of_code(entry: ErrorEntry, found: FoundCode) -> Statement:
    """What the code is beside which another entry's message is quoted."""
    name = named(code_of(entry, found).id)
    text = f"{capital(name)} itself: {entry.title.rstrip('.')}."
    return Statement(text, tuple(evidence_of(entry, found)[:1]), "note")


def others(told: Sequence[tuple[ErrorEntry, FoundCode]]) -> Statement:
    """What the codes that are not meant stand for, in one sentence."""
    names = [f"{named(code_of(entry, found).id)} ({entry.title.rstrip('.')})" for entry, found in told]
    evidence: list[Evidence] = [one for entry, found in told for one in evidence_of(entry, found)[:1]]
    return Statement(f"The others: {'; '.join(names)}.", tuple(evidence), "note")
