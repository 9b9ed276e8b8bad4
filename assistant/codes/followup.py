"""What is asked next about an error that was just explained: how to check, why, what it costs, what then."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from assistant.answer import Evidence, Finding, Statement
from assistant.codes.entries import ErrorEntry
from assistant.codes.specialist import NAME
from assistant.codes.wording import COLLECTION, named

_ASKED: tuple[tuple[re.Pattern[str], str, Callable[[ErrorEntry], Sequence[str]]], ...] = (
    (
        re.compile(
            r"\b(?:mean(?:s|ing)?|explain|stands? for|what (?:is|was) (?:it|that|this))\b", re.IGNORECASE
        ),
        "Meaning",
        lambda entry: [entry.symptom, *(cause.text for cause in entry.causes)],
    ),
    (
        re.compile(
            r"\b(?:check|verif\w*|confirm|sure|know|tell|see|test)\b[^?]*"
            r"|\b(?:it|that|fix) (?:has |have )?(?:worked|helped)\b",
            re.IGNORECASE,
        ),
        "Check afterwards",
        lambda entry: entry.verify,
    ),
    (
        re.compile(
            r"\b(?:danger\w*|risk\w*|safe|lose|lost|loss|delet\w*|harm\w*|destr\w*|data)\b", re.IGNORECASE
        ),
        "What it can cost",
        lambda entry: (entry.destructive,) if entry.destructive else (),
    ),
    (
        re.compile(r"\b(?:why|cause[sd]?|reason|how come|where does it come)\b", re.IGNORECASE),
        "Causes",
        lambda entry: [cause.text for cause in entry.causes],
    ),
    (
        re.compile(
            r"\b(?:next|then|after|steps?|do|fix|solve|resolution|help|first|else|what now)\b", re.IGNORECASE
        ),
        "Steps",
        lambda entry: entry.resolution,
    ),
)


def follow_up(text: str, entry: ErrorEntry) -> Finding | None:
    """The part of `entry` that `text` asks for; None when it asks for something else."""
    for pattern, heading, part in _ASKED:
        if not pattern.search(text):
            continue
        name = named(entry.codes[0].id) if entry.codes else entry.title
        told = [said for said in part(entry) if said]
        if not told:
            return _finding(entry, [f"The sources name nothing on that for {name}."], "partial")
        if heading == "Steps":
            steps = [f"{n}. {said}" for n, said in enumerate(told, 1)]
            cost = [f"Mind what this costs: {entry.destructive}"] if entry.destructive else []
            return _finding(entry, [*steps, *cost], "answered")
        return _finding(entry, [f"{heading} ({name}): {told[0]}", *told[1:]], "answered")
    return None


def _finding(entry: ErrorEntry, told: Sequence[str], status: str) -> Finding:
    codes = " ".join(f"{named(code.id)} {code.hexadecimal}" for code in entry.codes)
    excerpt = " ".join([codes, entry.title, *told])
    evidence = tuple(
        Evidence(source.document, source.section, source.date, source.path, excerpt, COLLECTION)
        for source in entry.sources[:2]
    )
    statements = tuple(
        Statement(text, evidence, "verdict" if n == 0 else "reason") for n, text in enumerate(told)
    )
    return Finding(NAME, "partial" if status == "partial" else "answered", statements, 1.0, fitted=True)
