"""Which documents an error is described in, where a message asks for them beside its code."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.answer import Evidence, Finding, Statement
from assistant.decisions.expressions.patterns import lazy

_MOST_WORDS = 14
_PAPER = r"(?:articles?|docs?|documents?|documentation|pages?|sources?|references?|kbs?|manuals?|catalogues?)"
_OF_PAPER = (
    r"(?:\s+(?:has|have|is|are|lists?|names?|covers?|tells?|describes?|documents?|explains?|mentions?|says?|of|from"
    r"|for|about|on|in|it|that|this|the|does|do|can|i|we|find|read|come)\b)*"
)
_REQUEST = lazy(
    rf"\b(?:in\s+)?(?:which|what)\s+(?:microsoft\s+|ms\s+)?{_PAPER}\b{_OF_PAPER}"
    r"|\b(?:and\s+)?where\s+(?:is|are|was|does|do|did|can)\b[^?.!,;\d]{0,25}"
    r"\b(?:documented|describe[ds]?|listed|explain(?:ed|s)?|mention(?:ed|s)?|written up)\b"
    r"(?:\s+(?:in|by|for))?"
    r"|\b(?:sources?|references?|citation|documentation)\b"
    r"(?=\s*(?:\?|$)|\s+(?:for|of|on)\b)(?:\s+(?:for|of|on|the))*"
    r"|\bdocument and (?:date|section)\b|\b(?:name|title) of the (?:article|document)\b"
)
# Pages of the product, logs and the source of an event or of the data are no documents.
_OTHER = lazy(r"\b(?:events?|wizard|set-?up|portal|console|logs?|log files?|screen|data source|sql)\b")


def without_request(text: str) -> str | None:
    """A short message without the words that ask for the documents on its code ("which article has ID 5?");
    None where it asks for none."""
    if "\n" in text.strip() or len(text.split()) > _MOST_WORDS or _OTHER().search(text):
        return None
    match = _REQUEST().search(text)
    return f"{text[: match.start()]} {text[match.end() :]}".strip(" ,;:-?") if match else None


def told(finding: Finding) -> Finding | None:
    """Where the error stands that a finding explains; None where it explains none with its sources."""
    first = finding.statements[0]
    if not finding.verdicts or not first.evidence:
        return None
    places = _places(first.evidence)
    lead = Statement(f"**It stands in {places[0]}**.", first.evidence, "verdict")
    more = [Statement(f"It also stands in {place}.", first.evidence, "reason") for place in places[1:]]
    return replace(finding, status="answered", statements=(lead, *more, replace(first, role="reason")))


def _places(evidence: Sequence[Evidence]) -> list[str]:
    return list(dict.fromkeys(f"{one.document} > {one.section} ({one.date})" for one in evidence))
