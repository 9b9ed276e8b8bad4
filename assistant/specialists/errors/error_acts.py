"""What is asked of an explained error as a whole: where it stands, its number written otherwise, a summary,
or which of two comes first and what is done about each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from assistant.answer import Finding, Statement, Verdict
from assistant.codes.code_wording import NAME, ended, evidence_for, named
from assistant.codes.specialist import TABLE
from assistant.codes.statement_kinds import asks_all_steps
from assistant.decisions.expressions.patterns import lazy
from assistant.decisions.types import DOCUMENT
from ingest.analysis import query_tokens

if TYPE_CHECKING:
    from assistant.codes.entries import ErrorEntry
    from assistant.codes.reference import Reference

ENTRY, ENTRIES, TALKED, GUESSED = "entry", "entries", "talked", "guessed"
"""The facts under which a talk leaves the entry that it is on, those of the last answer, and all so far;
and that the entry was found by what was told rather than by a code."""

_MOST_WORDS = 16
_SEVERAL = 2
_MOST_SOURCES = 3
_MOST_STEPS = 3
_SUMMARY = lazy(
    r"\b(?:summary|summar[iy][sz]e[d]?|sum (?:it|this|that) up|recap|wrap[- ]?up|write[- ]?up|hand-?over)\b"
    r"|\b(?:for|into|in) (?:the|my|our|a|this) (?:\w+ )?(?:ticket|incident|report|log ?book|journal|wiki"
    r"|post ?mortem|change record|protocol)\b(?! (?:server|jobs?|service|database|e?mails?|page|tab))"
)
_NO_SUMMARY = lazy(r"\b(?:summary (?:page|screen|pane)|id|number|hex\w*|decimal|source|link)\b")
_SOURCE = lazy(
    r"\bwhere (?:is|was|does|do|did|can i|have you|exactly)\b[^?.]{0,30}\b(?:written|documented|stated|says?"
    r"|stands?|come from|got (?:it|that|this)|taken from)\b"
    r"|\b(?:which|what|your|name the|need the|give me the|in what|in which) (?:\w+ )?(?:documents?"
    r"|docs?|articles?|references?|citations?|kb)\b"
    r"|\b(?:which|what(?:'?s| is)?|your|name|need|give me) (?:the |your )?sources?\b"
    r"(?=\W*$| (?:is|was|for|of|says?|did|does|do you) ?(?:that|this|it|so|you|the audit|\W*$))"
    r"|^\W*(?:\w+\W+){0,3}?(?<!data )(?:source|citation|reference)s?\W*(?:[?,.;]|$)"
)
_IN_GUIDE = lazy(
    r"^\W*(?:(?:and|so|ok|but)\W+)*(?:is|was|are|does|do)\b[^?.]{0,30}"
    r"\b(?:in|part of|from|mentioned|listed|guide say)\b[^?.]{0,20}"
    r"\b(?:guide|install\w* (?:article|document\w*))\b[^?.\w]*(?:too|as well|also)?\W*$"
)
_NOTATION = lazy(r"\b(?:(?P<decimal>decimals?|dec|base 10)|(?P<hex>hex(?:a ?decimal)?|0x|base 16))\b")
_FIRST = lazy(
    r"\b(?:which|what|where|who)\b[^?.]{0,40}\b(?:first|begin|start|prio\w*|urgent|worse|worst|serious|severe"
    r"|important|matters? more|critical|harmful)\b"
    r"|\b(?:first|start with|begin with|prio\w*) (?:which|what)\b|\bin (?:which|what) order\b"
)
_BOTH = lazy(
    r"\b(?:both|differ\w*|difference|compare\w*|each (?:of|one)|the two|either of|same (?:fix|cure|remedy"
    r"|thing|steps?|cause|reason|problem|error|root)|in common|belong together)\b"
)
_MANY = lazy(r"\b(?:both|two|these|those|them|they|either|errors|codes|faults|alerts)\b|\bwhich (?:one|of)\b")


def consult(text: str, previous: Mapping[str, Any], reference: Reference) -> Finding | None:
    """What is said of the error explained before as a whole; None where that isn't asked."""
    known = previous.get(ENTRY, "")
    if not known or len(text.split()) > _MOST_WORDS:
        return None
    entry = reference.entry(known)
    if asks_all_steps(text) and entry.resolution:
        return _all_steps(entry)
    if _SUMMARY().search(text) and not _NO_SUMMARY().search(text):
        return _summary(entry, str(previous.get("query", "")))
    if any(letter.isdigit() for letter in text.replace("0x", "")):
        return None  # another code may be named
    if (notation := _NOTATION().search(text)) and entry.codes:
        said = str(previous.get("query", ""))
        return _finding([entry], _written(entry, said, decimal=bool(notation["decimal"])))
    ordered = bool(_FIRST().search(text))
    if (ordered or _BOTH().search(text)) and (others := _others(text, previous, reference)):
        return _each(others, ordered=ordered)
    if _IN_GUIDE().search(text):
        return _source(entry, asks_guide=True)
    return _source(entry) if _SOURCE().search(text) else None


def left_by(entries: Sequence[str], previous: Mapping[str, Any], confidence: float = 1.0) -> dict[str, Any]:
    """The facts on the entries that an answer told, or on those before where it told none."""
    same = bool(entries) and entries[0] == previous.get(ENTRY)
    guessed = previous.get(GUESSED, False) if same else confidence < 1
    told = list(dict.fromkeys([*previous.get(TALKED, ()), *entries]))
    facts: dict[str, Any] = {TALKED: told} if told else {}
    if not entries:
        return facts
    return {**facts, ENTRY: entries[0], ENTRIES: list(entries), GUESSED: guessed}


def _others(text: str, previous: Mapping[str, Any], reference: Reference) -> list[ErrorEntry]:
    """The two or more errors that are spoken of: those of the last answer, else, where `text` says that
    several are meant, the last two of the talk."""
    names = previous.get(ENTRIES, ())
    if len(names) < _SEVERAL:
        names = previous.get(TALKED, ())[-_SEVERAL:] if _MANY().search(text) else ()
    return [reference.entry(name) for name in names] if len(names) >= _SEVERAL else []


def _summary(entry: ErrorEntry, told: str) -> Finding:
    """Problem, cause and fix in a few lines; of several causes those that the talk named a word of."""
    lines = [f"Problem: {_name(entry)}{ended(entry.title)}"]
    if entry.causes:
        causes = _meant([cause.text for cause in entry.causes], told)
        lines.append(f"Cause: {' '.join(map(ended, causes))}")
    if entry.resolution:
        lines.append(f"Fix: {' '.join(map(ended, _meant(entry.resolution, told)))}")
    if entry.verify:
        lines.append(f"Check: {ended(entry.verify[0])}")
    return _finding([entry], lines)


def _meant(said: Sequence[str], told: str) -> list[str]:
    """Of what is said those that share most words with what was told, all where none does; the first few."""
    words = set(query_tokens(told))
    shared = [len(words & set(query_tokens(one))) for one in said]
    most = max(shared)
    kept = [one for one, share in zip(said, shared, strict=True) if share == most]
    return kept[:_MOST_STEPS]


def _written(entry: ErrorEntry, said: str, *, decimal: bool) -> list[str]:
    """The number of an entry in the other notation: of its codes the one that was `said`, else the first."""
    numbers = [code for code in entry.codes if code.value.isdecimal() or code.value.startswith("0x")]
    lines = []
    for code in [one for one in numbers if one.value.lower() in said.lower()][:1] or numbers[:1]:
        number = int(code.value, 0)
        other = code.hexadecimal or f"0x{number:X}"
        lines.append(
            f"{other} is {number} in decimal." if decimal else f"{number} is {other} in hexadecimal."
        )
    return [*lines, f"It is {_name(entry)}{ended(entry.title)}"]


def _all_steps(entry: ErrorEntry) -> Finding:
    """Every step of an entry in its order, what it costs and how to check."""
    steps = [f"{n}. {ended(step)}" for n, step in enumerate(entry.resolution, 1)]
    lines = [f"All steps for {_name(entry)}{ended(entry.title)}", *steps]
    if entry.destructive:
        lines.append(f"Mind what this costs: {ended(entry.destructive)}")
    lines += [f"Then check: {ended(check)}" for check in entry.verify[:1]]
    return _finding([entry], lines)


def _source(entry: ErrorEntry, *, asks_guide: bool = False) -> Finding:
    """The documents that tell of an error; first, where that is asked, whether the guide is one."""
    lines = [f"{_name(entry)}{ended(entry.title)}"]
    for source in reversed(entry.sources[:_MOST_SOURCES]):
        lines.insert(0, f"It stands in {source.document} > {source.section} ({source.date}).")
    if asks_guide:
        told = any(source.document == DOCUMENT for source in entry.sources)
        lines.insert(
            0, "Yes, the guide tells of it." if told else "No, the guide for Azure Stack has no such entry."
        )
    return _finding([entry], lines)


def _each(entries: Sequence[ErrorEntry], *, ordered: bool) -> Finding:
    """What each of some errors is and what is done about it; first which one needs something done."""
    idle = [entry for entry in entries if entry.no_action or not entry.resolution]
    acted = [entry for entry in entries if entry not in idle]
    lead = []
    if ordered and idle and acted:
        names = " and ".join(_name(one).rstrip(": ") for one in idle)
        lead = [f"Start with {_name(acted[0]).rstrip(': ')}: {names} asks for no action."]
    elif ordered:
        lead = ["The sources put neither first; each has its own remedy."]
    return _finding(entries, [*lead, *(f"- {_described(one)}" for one in (*acted, *idle))])


def _described(entry: ErrorEntry) -> str:
    causes = [f"Cause: {ended(cause.text)}" for cause in entry.causes[:1]]
    steps = [f"To do: {' '.join(ended(step) for step in entry.resolution[:_MOST_STEPS])}"]
    if not entry.resolution:
        steps = ["No action is documented."]
    return " ".join([f"{_name(entry)}{ended(entry.title)}", *causes, *steps])


def _name(entry: ErrorEntry) -> str:
    return f"{named(entry.codes[0].id)}: " if entry.codes else ""


def _finding(entries: Sequence[ErrorEntry], lines: Sequence[str]) -> Finding:
    evidence = tuple(one for entry in entries for one in evidence_for(entry, lines)[: 3 - len(entries)])
    said = [Statement(line, evidence, "reason" if n else "verdict") for n, line in enumerate(lines)]
    verdicts = tuple(
        Verdict(TABLE, {"code": entry.codes[0].value if entry.codes else entry.id}, entry.id, entry.id)
        for entry in entries
    )
    return Finding(NAME, "answered", tuple(said), 1.0, verdicts, fitted=True)
