"""Finds the entry of the error reference that a symptom without a code is about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.answer import Evidence, Finding, Statement
from assistant.codes import specialist as codes
from assistant.codes.entries import ErrorEntry
from assistant.codes.symptom import describe
from assistant.codes.wording import named
from assistant.troubleshooting.specialist import offer
from assistant.understanding.reading import QuestionKind, Reading
from ingest.documents import ERRORS

if TYPE_CHECKING:
    from assistant.knowledge import Knowledge
    from assistant.retrieval.retriever import Retrieval, Retrieved

# By how much an entry must be nearer than the guide, for a message or a fault and for other questions.
_MARGIN = 0.03
_MARGIN_OTHERWISE = 0.15
_LEAST = 0.55
_LEAST_OTHERWISE = 0.75
_LEAST_ALONE = 0.48
_SURE = 0.66
_CLOSE = 0.93
_CATALOGUE = "vnext-dpm-error-codes.md"
_ABOUT_GUIDE = {QuestionKind.WHERE, QuestionKind.HOW_MANY, QuestionKind.HOW}


def consult(reading: Reading, query: str, knowledge: Knowledge, guide: Retrieval) -> Finding | None:
    """The finding for the nearest entry; None when the guide is nearer, or nothing is near enough."""
    rival = max((passage.similarity or 0.0 for passage in guide.passages[:3]), default=0.0)
    after_code = reading.followup and reading.previous.get("specialist") == codes.NAME
    about_guide = reading.kind in _ABOUT_GUIDE or "where" in reading.plain.lower()
    fault = after_code or (reading.fault and not about_guide)
    least = max(_LEAST, rival + _MARGIN) if fault else max(_LEAST_OTHERWISE, rival + _MARGIN_OTHERWISE)
    return _nearest(reading, query, knowledge, least)


def surely(reading: Reading, query: str, knowledge: Knowledge) -> Finding | None:
    """The finding for an entry that is certainly meant, whatever else the words could be about."""
    return _nearest(reading, query, knowledge, _SURE)


def at_least(reading: Reading, query: str, knowledge: Knowledge) -> Finding | None:
    """The finding for the nearest entry when the guide says nothing to a fault."""
    return _nearest(reading, query, knowledge, _LEAST_ALONE)


def _nearest(reading: Reading, query: str, knowledge: Knowledge, least: float) -> Finding | None:
    found = _by_entry(knowledge.search(query, [ERRORS], limit=6).passages)
    nearness = max((passage.similarity or 0.0 for passage in found), default=0.0)
    if not found or nearness < least:
        return None
    reference = knowledge.reference()
    near = [passage for passage in found if passage.strength >= _CLOSE * found[0].strength]
    entries = [reference.entry(passage.stored.document.path.rpartition("#")[2]) for passage in near]
    entries.sort(key=lambda entry: not _has_article(entry))  # stable: among equals the nearest stays first
    finding = describe(entries[0], nearness)
    offered = offer(reading.plain)
    return replace(
        finding,
        statements=(*finding.statements, *(_also(entry) for entry in entries[1:2])),
        suggestions=(offered,) if offered else (),
    )


def _has_article(entry: ErrorEntry) -> bool:
    """Whether an article stands behind the entry, which says more of causes and steps than the catalogue."""
    return any(not source.path.endswith(_CATALOGUE) for source in entry.sources)


def _by_entry(passages: Sequence[Retrieved]) -> list[Retrieved]:
    """The strongest passage of each entry, strongest first."""
    best: dict[str, Retrieved] = {}
    for passage in sorted(passages, key=lambda one: (-one.strength, one.id)):
        best.setdefault(passage.stored.document.id, passage)
    return list(best.values())


def _also(entry: ErrorEntry) -> Statement:
    """Another entry that the words could mean, with its first step."""
    name = f"{named(entry.codes[0].id)}, " if entry.codes else ""
    step = f" {entry.resolution[0]}" if entry.resolution else ""
    source = entry.sources[0]
    text = f"Or it is {name}{entry.title[0].lower()}{entry.title[1:].rstrip('.')}.{step}"
    evidence = Evidence(source.document, source.section, source.date, source.path, text, ERRORS)
    return Statement(text, (evidence,), "note")
