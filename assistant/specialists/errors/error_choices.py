"""The question back which of some errors is shown, each with what is done first about it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from assistant.answer import Choice, Finding, Missing, Statement
from assistant.codes.code_wording import ended, evidence_for, named
from assistant.compose import MOST_REFERENCES

if TYPE_CHECKING:
    from assistant.codes.entries import ErrorEntry

NAME = "broad"
_MOST_CHOICES = 4
_STEP_WORDS = 20
QUESTION = "Which message or error ID does it show? Paste its text."


def asking(
    entries: Sequence[ErrorEntry],
    question: str = QUESTION,
    most: int = _MOST_CHOICES,
    *,
    quoted: bool = False,
) -> Finding:
    """A question back which of some errors is shown; the first `most` are the choices, each with its message
    where the words of that decide (`quoted`)."""
    missing = Missing("error", question, tuple(_choice(one, quoted=quoted) for one in entries[:most]))
    evidence = [evidence_for(entry, entry.resolution[:1])[0] for entry in entries[:MOST_REFERENCES]]
    said = Statement("More than one error is reported like that.", tuple(evidence), "verdict")
    return Finding(NAME, "clarify", (said,), 1.0, missing=(missing,))


def _choice(entry: ErrorEntry, *, quoted: bool) -> Choice:
    """An error by its name, and what is done first about it."""
    name = f"{named(entry.codes[0].id)}, {entry.title}" if entry.codes else entry.title
    if quoted and entry.message:
        name = f'{name} ("{entry.message}")'
    words = entry.resolution[0].split() if entry.resolution else ["No", "action", "is", "documented."]
    cut = words[:_STEP_WORDS]
    return Choice(name, ended(" ".join(cut)) if cut == words else f"{' '.join(cut)} ...")
