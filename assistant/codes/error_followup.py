"""What is asked next about an error that was just explained: how to check, why, what it costs, what then."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assistant.answer import Finding, Statement
from assistant.codes.code_wording import NAME, evidence_for, named
from assistant.codes.entries import ErrorEntry
from assistant.codes.statement_kinds import Kind, kind_of
from assistant.decisions.expressions.patterns import lazy

_HEADINGS: Mapping[Kind, str] = {
    "meaning": "Meaning",
    "check": "Check afterwards",
    "cost": "What it can cost",
    "cause": "Causes",
    "step": "Steps",
}
# A step that finds out rather than changes something.
_LOOKS = lazy(
    r"^(?:check|look|see whether|test|verify|compare|ping|open|read|find out)\b|\bchkdsk\b|`(?:test|get)-"
)


def follow_up(text: str, entry: ErrorEntry) -> Finding | None:
    """The part of `entry` that `text` asks for; None when it asks for something else."""
    kind = kind_of(text)
    if kind is None:
        return None
    name = named(entry.codes[0].id) if entry.codes else entry.title
    told = [said for said in _part(entry, kind) if said]
    if not told:
        return _finding(entry, [f"The sources name nothing on that for {name}."], "partial")
    if kind == "step":
        steps = [f"{n}. {said}" for n, said in enumerate(told, 1)]
        cost = [f"Mind what this costs: {entry.destructive}"] if entry.destructive else []
        return _finding(entry, [*steps, *cost], "answered")
    return _finding(entry, [f"{_HEADINGS[kind]} ({name}): {told[0]}", *told[1:]], "answered")


def _part(entry: ErrorEntry, kind: Kind) -> Sequence[str]:
    causes = [cause.text for cause in entry.causes]
    if kind == "meaning":
        return [entry.symptom, *causes]
    if kind == "cause":
        return causes
    if kind == "check":
        return [*entry.verify, *_looking(entry.resolution)] if entry.verify else []
    return entry.resolution if kind == "step" else [entry.destructive]


def _looking(steps: Sequence[str]) -> list[str]:
    """The first of the steps that looks for the fault, told with its number: "how do I check that?" may ask
    for either."""
    found = [
        f"To look for the fault: {n}. {step}" for n, step in enumerate(steps, 1) if _LOOKS().search(step)
    ]
    return found[:1]


def _finding(entry: ErrorEntry, told: Sequence[str], status: str) -> Finding:
    evidence = evidence_for(entry, told)
    statements = tuple(
        Statement(text, evidence, "verdict" if n == 0 else "reason") for n, text in enumerate(told)
    )
    return Finding(NAME, "partial" if status == "partial" else "answered", statements, 1.0, fitted=True)
