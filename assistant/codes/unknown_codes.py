"""What is said of codes without an entry: that there is none, what is near by number, what else they are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from assistant.answer import Evidence, Finding, Statement
from assistant.codes.code_wording import NAME, cited, code_of, evidence_of, named
from assistant.codes.entries import CodeId
from assistant.codes.finding.error_names import unknown_names
from assistant.codes.finding.found_code import FoundCode
from assistant.codes.lookup import Looked
from assistant.codes.reference import Reference
from assistant.codes.system_errors import system_error

if TYPE_CHECKING:
    from assistant.codes.catalogues import Catalogues

MOST_CODES = 3
"""At most so many codes are explained, or named as near."""

SEARCH_ON = 0.4
"""Confidence of a finding on an unknown code that comes with text worth searching as a symptom."""

_AGENT_PORTS = frozenset({"5718", "5719"})
_PORT_ENTRY = "winsock-10048"
_TICKET = re.compile(r"\b(?:INC|RITM|REQ|CHG|PRB|TASK|SCTASK|CASE|CS|SR|TKT)[-#]?\d{4,12}\b")
_ASKS_ERROR = re.compile(
    r"\b(?:what|which)(?: kind of)? (?:error|code)\b"
    r"|\bwhat (?:does|do|did|is|'s)\b[^.?]{0,30}\b(?:error|mean)",
    re.IGNORECASE,
)
_ENOUGH_WORDS = 2
_ENOUGH_BESIDE_RESULT = 4
"""Beside a result of Windows, since what they tell of comes first then."""

_WORD = re.compile(r"[A-Za-z]{3,}")
_ASKED_WITH = "what does mean means error code the and how fix about event hex details this that"
_ASKING = frozenset(_ASKED_WITH.split())


def unknown_codes(
    unknown: Sequence[FoundCode],
    text: str,
    reference: Reference,
    catalogues: Catalogues | None,
    known: Sequence[Looked] = (),
) -> Finding:
    if port := _port(unknown, reference):
        return port
    said = [Statement(f"**I have no entry for {as_written(unknown)}.**", (), "verdict")]
    said += _of_windows(unknown)
    said += [_another(one) for one in known if one.entries]
    near = _near(unknown[0].readings[0], reference, catalogues)
    if near:
        evidence = tuple(evidence for _, evidence in near)
        names = "; ".join(name for name, _ in near)
        said.append(Statement(f"Close by number, but different errors: {names}.", evidence, "note"))
    said.append(Statement("Paste the message text around it, and I search by symptom.", (), "question"))
    return Finding(NAME, "abstained", tuple(said), SEARCH_ON if _is_worth_searching(text, unknown) else 1.0)


def _another(one: Looked) -> Statement:
    """What a known code beside the unknown one stands for: another error."""
    entry = one.entries[0]
    text = f"{named(code_of(entry, one.found).id)} is another error: {entry.title.rstrip('.')}."
    return Statement(text, evidence_of(entry, one.found), "note")


def _of_windows(unknown: Sequence[FoundCode]) -> list[Statement]:
    """What Windows itself calls them: a hint, since its list knows no causes of ours."""
    said = []
    for code in unknown[:MOST_CODES]:
        listed = next(filter(None, map(system_error, code.readings)), None)
        if listed is not None:
            number = "" if code.value == str(listed.number) else f"error {listed.number}, "
            text = f"To Windows itself, {code.value} is {number}{listed.name}: {listed.meaning}."
            said.append(Statement(text, (listed.evidence(),), "note"))
    return said


def _port(unknown: Sequence[FoundCode], reference: Reference) -> Finding | None:
    """What is said of a number that is no code but a port of the protection agent."""
    number = unknown[0].value
    if len(unknown) > 1 or number not in _AGENT_PORTS:
        return None
    entry = reference.entry(_PORT_ENTRY)
    evidence = evidence_of(entry, unknown[0])
    text = f"**{number} is no error code but a TCP port**: the agent (DPMRA) listens on 5718 and 5719."
    taken = f"Only when another program holds the port does it become an error: {named(entry.codes[0].id)}."
    return Finding(
        NAME, "answered", (Statement(text, evidence, "verdict"), Statement(taken, evidence, "reason")), 1.0
    )


def unknown_name(text: str, reference: Reference) -> Finding | None:
    """The finding for an error name without an entry, or a ticket taken for one; else None."""
    names = unknown_names(text, reference)
    if not names:
        return _ticket(text)
    near = [found.value for found in reference.nearest(CodeId("name", names[0]), 2)]
    said = [Statement(f"**I have no entry for {names[0]}.**", (), "verdict")]
    if near:
        said.append(
            Statement(
                f"Names that begin alike, but stand for different errors: {'; '.join(near)}.", (), "note"
            )
        )
    said.append(Statement("Paste the message text around it, and I search by symptom.", (), "question"))
    return Finding(NAME, "abstained", tuple(said), 1.0)


def _near(code: CodeId, reference: Reference, catalogues: Catalogues | None) -> list[tuple[str, Evidence]]:
    """Names and evidence of up to three codes nearest by number."""
    if code.namespace == "sql":
        return []
    near = []
    for other in reference.nearest(code):
        entry = reference.lookup(other)[0]
        text = f"{named(other)} ({entry.title.rstrip('.')})"
        near.append((text, cited(entry.sources[0], text)))
    if not near and catalogues is not None:
        for row in catalogues.nearest(code, MOST_CODES):
            text = named(row.code)
            near.append(
                (text, Evidence(row.document, row.heading, row.date, row.source, text, row.collection))
            )
    return near


def as_written(codes: Sequence[FoundCode]) -> str:
    """The codes as written, each with what it was read as where that differs."""
    names = []
    for code in codes[: 2 * MOST_CODES]:
        words = " ".join(code.words.split())
        names.append(words if words.lower() == code.value.lower() else f"{words} ({named(code.readings[0])})")
    return ", ".join(names)


def _is_worth_searching(text: str, codes: Sequence[FoundCode]) -> bool:
    """Whether words are left that describe a symptom once the codes and the asking are taken away."""
    taken = {word.lower() for code in codes for word in _WORD.findall(code.words)}
    words = {word.lower() for word in _WORD.findall(text)} - _ASKING - taken
    result = any(code.value.lower().startswith("0x") for code in codes)
    return len(words) >= (_ENOUGH_BESIDE_RESULT if result else _ENOUGH_WORDS)


def _ticket(text: str) -> Finding | None:
    """The finding for the number of a ticket that is asked about as an error; None when there is none."""
    ticket = _TICKET.search(text)
    if ticket is None or not _ASKS_ERROR.search(text):
        return None
    said = (
        Statement(
            f"**{ticket[0]} is the number of a ticket, not an error code**: I have no entry for it.",
            (),
            "verdict",
        ),
        Statement(
            "Paste the message or the code that the ticket is about, and I look that up.", (), "question"
        ),
    )
    return Finding(NAME, "abstained", said, 1.0)
