"""Tells two errors apart when it is asked whether they are the same: the one explained before and another."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.answer import Finding, Statement, Verdict
from assistant.codes.code_extraction import find_codes
from assistant.codes.code_wording import NAME, ended, evidence_for, named
from assistant.codes.finding.found_code import FoundCode
from assistant.codes.specialist import TABLE
from assistant.decisions.expressions.patterns import lazy
from assistant.specialists.errors.error_talk import KEY
from assistant.understanding.reading import Reading

if TYPE_CHECKING:
    from assistant.codes.entries import ErrorEntry
    from assistant.codes.reference import Reference

_MOST_WORDS = 16
_COMPARES = lazy(
    r"\b(?:(?:the )?same (?:as|like|with|thing|error|problem|issue|cause|one|code|story)|the same\b\W*$"
    r"|differs?|differences?|different (?:from|to|than)|identical|equals?|equivalent|vs|versus|compared?"
    r"|related|(?:tell|keep)\b[^?]{0,20}\bapart)\b"
)
# Another attempt had the same end: that compares no codes.
_AGAIN = lazy(
    r"\b(?:attempts?|tr(?:y|ies|ied)|retr(?:y|ies|ied)|re-?runs?|reran|runs?|again|still|tim(?:e|es)|nights?"
    r"|days?"
    r"|jobs?|after(?:wards)?)\b[^?]{0,20}\b(?:the )?same\b(?![^?]*\?)"
)
_BARE = re.compile(r"(?<![\w.,:/\\-])\d{1,7}(?![\w:/\\-]|[.,]\d)")


def consult(reading: Reading, reference: Reference) -> Finding | None:
    """Whether the error explained before and the one that `reading` names are the same; None where that isn't
    asked."""
    known = reading.previous.get(KEY, "")
    if not known or len(reading.plain.split()) > _MOST_WORDS or not _COMPARES().search(reading.plain):
        return None
    if _AGAIN().search(reading.plain):
        return None
    entry = reference.entry(known)
    named_too = [(found, one) for found in _codes(reading.text, reference) for one in _of(found, reference)]
    if not named_too:
        return None
    other = next((one for _, one in named_too if one != entry), None)
    return _same(entry, named_too[-1][0]) if other is None else _apart(entry, other)


def _codes(text: str, reference: Reference) -> list[FoundCode]:
    """The codes in `text`; a bare number may be one."""
    cued = _BARE.sub(lambda number: f"error {number[0]}", text)
    return [found for found in find_codes(cued, reference.has) if not found.candidate]


def _of(found: FoundCode, reference: Reference) -> tuple[ErrorEntry, ...]:
    """The likeliest entry of a code, if it has one."""
    return next((entries[:1] for code in found.readings if (entries := reference.lookup(code))), ())


def _same(entry: ErrorEntry, found: FoundCode) -> Finding:
    codes = ", ".join(named(code.id) for code in entry.codes)
    text = f"Yes, {found.words} stands for the same error, {codes}: {ended(entry.title)}"
    said = [Statement(text, evidence_for(entry, [text]), "verdict"), _meaning(entry)]
    return Finding(NAME, "answered", tuple(said), 1.0, (_verdict(entry),), fitted=True)


def _apart(entry: ErrorEntry, other: ErrorEntry) -> Finding:
    both = [_described(entry), _described(other)]
    evidence = tuple(one for said in both for one in said.evidence[:1])
    said = [Statement("No, they are different errors.", evidence, "verdict"), *both]
    if other.id in entry.related or entry.id in other.related:
        said.append(Statement("The two are related, and one can come with the other.", evidence, "note"))
    return Finding(NAME, "answered", tuple(said), 1.0, (_verdict(entry), _verdict(other)), fitted=True)


def _described(entry: ErrorEntry) -> Statement:
    """What an error is, why it comes, and what is done first."""
    name = named(entry.codes[0].id) if entry.codes else ""
    causes = [f"Cause: {ended(cause.text)}" for cause in entry.causes[:2]]
    first = [f"First step: {ended(entry.resolution[0])}"] if entry.resolution else []
    text = " ".join([f"{name}: {ended(entry.title)}".lstrip(": "), *causes, *first])
    return Statement(f"- {text}", evidence_for(entry, [text]), "reason")


def _meaning(entry: ErrorEntry) -> Statement:
    return Statement(ended(entry.symptom or entry.title), evidence_for(entry, [entry.symptom]), "reason")


def _verdict(entry: ErrorEntry) -> Verdict:
    code = entry.codes[0].value if entry.codes else entry.id
    return Verdict(TABLE, {"code": code}, entry.id, entry.id)
