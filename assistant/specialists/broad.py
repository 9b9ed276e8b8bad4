"""Asks back which error is shown where a fault is reported of what many errors are about: "agent problem".

The choices are the errors that come nearest, each with what is done first; the words alone don't tell which.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.answer import Choice, Finding, Missing, Statement
from assistant.codes.wording import ended, named
from assistant.specialists import symptoms
from assistant.specialists.clarify import telling_words
from assistant.understanding.reading import Intent, QuestionKind, Reading
from ingest.analysis import query_tokens
from ingest.documents import ERRORS

if TYPE_CHECKING:
    from assistant.codes.entries import ErrorEntry
    from assistant.codes.likeness import Likeness
    from assistant.knowledge import Knowledge

NAME = "broad"
_MOST_WORDS = 14
_COMMON = 10
"""In as many passages of the error reference a word stands that tells of no error in particular."""

_MOST_TOKENS = 2
_SURE, _NEAR = 0.9, 0.8
"""The cosines from which on a text repeats a phrase of an entry, where it names one thing, and two."""

_LEAST = 0.45
"""The probability of a report, for each thing that is named."""

_MOST_CHOICES = 4
_STEP_WORDS = 20
_ASKS_OTHER = {QuestionKind.HOW_MANY, QuestionKind.WHERE}
_OPEN = {QuestionKind.WHAT, QuestionKind.HOW}
"""Questions for something else, unless a fault is told in so many words at the beginning of a talk."""

_QUESTION = "Which message or error ID does it show? Paste its text."


def consult(reading: Reading, knowledge: Knowledge) -> Finding | None:
    """A question back with the errors that may be meant; None where the report tells which."""
    if not _may_be(reading) or not knowledge.is_built() or knowledge.user_collections():
        return None
    tokens = set(query_tokens(" ".join(telling_words(reading.plain))))
    if not 0 < len(tokens) <= _MOST_TOKENS or not _is_report(reading, knowledge, least=len(tokens) * _LEAST):
        return None
    counts = knowledge.retriever().reader.frequencies(sorted(tokens), [ERRORS])
    if min(counts.get(token, 0) for token in tokens) < _COMMON:
        return None
    found = symptoms.candidates(knowledge.retriever().mended(reading.plain), knowledge)
    near = _SURE if len(tokens) == 1 else _NEAR
    return None if not found or found[0].similarity >= near else _asking(found)


def _may_be(reading: Reading) -> bool:
    """Whether a short message names neither a figure nor a state, and asks for nothing else."""
    short = len(reading.plain.split()) <= _MOST_WORDS
    states = reading.subscription or reading.connectivity or reading.operations
    figures = any(letter.isdigit() for letter in reading.text)
    asks = reading.kind in _ASKS_OTHER or (reading.kind in _OPEN and (reading.previous or not reading.fault))
    return short and not (states or figures or reading.followup or asks)


def _is_report(reading: Reading, knowledge: Knowledge, *, least: float) -> bool:
    """Whether a fault is reported: in so many words, where a single one is told of, else by the encoder."""
    if reading.fault and least <= _LEAST:
        return True
    asks = reading.kind is not QuestionKind.STATEMENT
    return not (asks and least > _LEAST) and knowledge.intents(reading.plain).get(Intent.FAULT, 0.0) >= least


def _asking(found: tuple[Likeness, ...]) -> Finding:
    most = max(one.coverage for one in found)
    holding = [one.entry for one in found if one.coverage == most] or [one.entry for one in found]
    entries = list(dict.fromkeys([*(one.entry for one in found[:2]), *holding]))[:_MOST_CHOICES]
    missing = Missing("error", _QUESTION, tuple(map(_choice, entries)))
    said = Statement("More than one error is reported like that.", role="verdict")
    return Finding(NAME, "clarify", (said,), 1.0, missing=(missing,))


def _choice(entry: ErrorEntry) -> Choice:
    """An error by its name, and what is done first about it."""
    name = f"{named(entry.codes[0].id)}, {entry.title}" if entry.codes else entry.title
    words = entry.resolution[0].split() if entry.resolution else ["No", "action", "is", "documented."]
    cut = words[:_STEP_WORDS]
    return Choice(name, ended(" ".join(cut)) if cut == words else f"{' '.join(cut)} ...")
