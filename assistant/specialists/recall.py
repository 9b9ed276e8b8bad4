"""Answers what is asked about the last answer itself: why, where does it say that, are you sure."""

from __future__ import annotations

import re

from assistant.answer import Evidence, Finding, Statement
from assistant.conversation import Conversation
from assistant.understanding.reading import Reading

NAME = "recall"
_WHERE = re.compile(
    r"\bwhere (?:does|do|did|is|can i|exactly)\b[^?]{0,40}\b(?:say|said|stand\w*|written|find|read|come from|see|state[sd]?|mention\w*)\b|^\W*(?:\w+\W+){0,4}?(?:source|citation|reference|proof|quote|page|section|chapter)s?\W*$|\bsays who\b|\baccording to (?:what|whom)\b|\blink\b",
    re.IGNORECASE,
)
_SURE = re.compile(
    r"\b(?:are you (?:really |absolutely |quite |100 ?%? ?)?(?:sure|certain|positive)|really\s*\?|sure\s*\?|is that (?:right|correct|true)|can i rely|confident|honestly|seriously)\b",
    re.IGNORECASE,
)
_WHY = re.compile(
    r"^\W*(?:(?:but|and|ok|hm+|so)\W+)*(?:why|how come|what'?s the reason|for what reason|reason)\b(?:\W+(?:not|is that|so|though|is it so|that|exactly|does it))*\W*$",
    re.IGNORECASE,
)


def consult(reading: Reading, conversation: Conversation) -> Finding | None:
    """A finding about the previous answer, or None when the question is not about it."""
    if not conversation.turns or len(reading.plain.split()) > 12:
        return None
    last = conversation.turns[-1].answer
    if not last.citations:
        return None
    evidence = tuple(
        Evidence(c.document, c.section, c.date, c.source, f"{c.excerpt} {last.text}") for c in last.citations
    )
    names = "; ".join(dict.fromkeys(f"{c.document} > {c.section} ({c.date})" for c in last.citations))
    excerpt = " ".join(last.citations[0].excerpt.split()[:45])
    body = re.sub(r"\s*\[\d+\]|\*\*", "", last.text).strip()
    first = re.split(r"(?<=[.!?])\s+|\n", body)
    verdict = " ".join(first[:2]) if len(first[0].split()) <= 2 else first[0]
    if _WHERE.search(reading.plain):
        said = [f"It stands in {names}.", f"In short: {excerpt}"]
    elif _SURE.search(reading.plain):
        said = [f"Yes, as far as the guide goes: {verdict}", f"It rests on {names}: {excerpt}"]
    elif _WHY.match(reading.plain):
        rest = body[len(verdict) :].strip().split("\n")[0]
        said = [f"Because the guide says so: {excerpt}", rest or verdict]
    else:
        return None
    statements = tuple(
        Statement(text, evidence, "verdict" if position == 0 else "reason")
        for position, text in enumerate(said)
    )
    return Finding(NAME, "answered", statements, conversation.turns[-1].answer.confidence, last.verdicts)
