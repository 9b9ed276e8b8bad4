"""What is asked of the remedy of an error that neither its entry nor the guide says: whether it needs a
restart, how long it takes, who may do it, what it costs, who notices."""

from __future__ import annotations

from assistant.answer import Finding, Statement
from assistant.codes.code_wording import NAME, ended, evidence_for, named
from assistant.codes.entries import ErrorEntry
from assistant.codes.entry_parts import parts_of
from assistant.decisions.expressions.patterns import lazy
from assistant.understanding.reading import Reading

_MOST_WORDS = 12
# What is asked, what an entry that says it would have, and how the question is named.
_MATTERS = (
    (
        lazy(
            r"^(?=.*\b(?:reboot\w*|restart\w*)\b)\W*(?:and |so |but |ok )*"
            r"(?:does|do|will|is|are|must|should|can|need)\b"
        ),
        lazy(r"\b(?:reboot|restart)\w*"),
        "whether a restart is needed",
    ),
    (
        lazy(
            r"\bhow (?:long|many (?:minutes|hours))\b[^.?!]{0,30}\b(?:takes?|last|need|run|be done|fix)\b"
            r"|\bhow long (?:is|will) (?:it|that|this)\b"
        ),
        lazy(r"\b(?:minutes?|hours?|seconds?|days?)\b"),
        "how long that takes",
    ),
    (
        lazy(
            r"\bwho\b[^.?!]{0,20}\b(?:can|may|must|should|has to|is allowed|does|do|fix\w*)\b"
            r"|\bwho (?:is )?(?:allowed|responsible)\b"
        ),
        lazy(r"\b(?:admin\w*|accounts?|permissions?|rights|sysadmin|privileges?|roles?)\b"),
        "who may do that",
    ),
    (
        lazy(
            r"\b(?:users?|people|anyone|anybody|employees|customers)\b[^.?!]{0,20}"
            r"\b(?:notice|affected|feel|see|impacted|disturbed|hit)\b"
        ),
        lazy(r"\b(?:users?|down ?time|interrupt\w*|unavailable)\b"),
        "whether users notice it",
    ),
    (
        lazy(
            r"\b(?:free of charge|extra charge|cost (?:us|me|extra|money|anything)|charged"
            r"|what does (?:it|that) cost)\b"
        ),
        lazy(r"\b(?:charge|price|fee|licen[cs]e)\w*"),
        "what that costs",
    ),
    (
        lazy(
            r"\b(?:is|are|will|was|were|do|does|did)\b[^.?!]{0,25}\b(?:data|backups?|points?|anything)\b"
            r"[^.?!]{0,12}\b(?:lost|gone|deleted|lose)\b|\b(?:lose|losing)\b[^.?!]{0,20}\b(?:data|points?"
            r"|backups?)\b"
        ),
        lazy(r"\b(?:los[est]\w*|delet\w*|irretriev\w*|gone|remov\w*|recovered|restored?|kept|stay\w*)\b"),
        "whether data is lost",
    ),
)


_SKIPS = lazy(
    r"\b(?:can|could|may|might|shall|should|do|must)(?:n['\u2019]?t| not)?\b[^.?!]{0,20}"
    r"\b(?:skip|ignor|bypass|circumvent|get around|work around)\w*"
    r"|\b(?:go on|continue|proceed|install) (?:it |with it )?(?:anyway|regardless|all the same"
    r"|nevertheless)\b"
)
_REFUSES = "Setup refuses"


def skipped(reading: Reading, entry: ErrorEntry) -> Finding | None:
    """That setup doesn't go past what it refuses, where it is asked whether that can be skipped."""
    text = reading.plain
    asked = _SKIPS().search(text) and len(text.split()) <= _MOST_WORDS
    if not asked or not entry.symptom.startswith(_REFUSES):
        return None
    first = f"No. {ended(entry.symptom)}"
    said = Statement(first, evidence_for(entry, [entry.symptom]), "verdict")
    steps = [Statement(ended(step), evidence_for(entry, [step]), "reason") for step in entry.resolution[:2]]
    return Finding(NAME, "answered", (said, *steps), 1.0, fitted=True)


def consult(reading: Reading, entry: ErrorEntry) -> Finding | None:
    """That neither the entry nor the guide says what is asked of its remedy; None where the entry may, or
    where something else is named."""
    text = reading.plain
    named_too = reading.products or reading.subscription or reading.connectivity or reading.outage
    if named_too or reading.quantities or len(text.split()) > _MOST_WORDS:
        return None
    matter = next((one for one in _MATTERS if one[0]().search(text)), None)
    told = "\n".join(part.text for part in parts_of(entry))
    if matter is None or matter[1]().search(told):
        return None
    name = named(entry.codes[0].id) if entry.codes else entry.title
    said = f"Neither the entry for {name} nor the guide says {matter[2]}."
    statement = Statement(said, evidence_for(entry, [said]), "verdict")
    return Finding(NAME, "partial", (statement,), 1.0, fitted=True)
