"""Answers the codes of a question: shipped entries first, then the user's catalogues, else "no entry"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from assistant.answer import Finding, Statement, Status, Verdict
from assistant.codes.code_extraction import find_codes
from assistant.codes.code_wording import NAME, catalogue_statements, code_of, evidence_of, log_line, named
from assistant.codes.entries import ErrorEntry
from assistant.codes.entry_details import last_clause, surely_asked
from assistant.codes.entry_fit import fits_in
from assistant.codes.entry_text import FEW_WORDS, WORDS, Likeness, Told, statements, words_of
from assistant.codes.finding.bare_numbers import asked_for
from assistant.codes.finding.found_code import FoundCode
from assistant.codes.inner_code_steps import inner_codes
from assistant.codes.lookup import Looked, distinct, known_in, look_up
from assistant.codes.quoted_message import quoted_related
from assistant.codes.reference import Reference
from assistant.codes.several_codes import LEAD_WORDS, REST, meant, of_code, others, rooms
from assistant.codes.unknown_codes import MOST_CODES, as_written, unknown_codes

if TYPE_CHECKING:
    from assistant.codes.catalogues import Catalogues

TABLE = "errors"
"""The name under which an explained entry stands among the verdicts of an answer."""

MOST_LISTED = 5
"""At most so many codes of a list are explained."""

_MOST_OWN_LINES, _MOST_OWN_WORDS = 6, 60
"""So much may stand beside a paste as the words of who asks; what is longer is pasted as well."""

INNER = frozenset({"win32", "winsock", "sql", "http", "hresult", "vss"})
"""The namespaces of results, which stand behind an ID or in an operation."""

_MEANING = re.compile(r"\b(?:what|mean\w*|stands?|same)\b", re.IGNORECASE)


def consult(
    text: str,
    reference: Reference,
    catalogues: Catalogues | None = None,
    *,
    bare: bool = False,
    likeness: Likeness | None = None,
) -> list[Finding]:
    """A finding for each known code in `text`, outer before inner ones, at most three, five of a list.

    With `bare`, numbers without a cue beside them are codes too where they are known. `likeness` tells which
    of several is meant by "which of them is ...".

    Empty when there is no code. Where none is known there is one `abstained` finding; its confidence is
    SEARCH_ON when the text around the codes is worth a search by symptom, else 1. Where some are known,
    the others are named in the last finding, which is `partial` then.
    """
    is_log = "\n" in text.strip()
    text = asked_for(text)
    is_known = known_in(reference, catalogues)
    every = find_codes(text, is_known, fits_in(reference))
    found = [code for code in every if not code.candidate or (bare and any(map(is_known, code.readings)))]
    looked = [
        look_up(code, reference, catalogues, "" if is_log else text)
        for code in sorted(found, key=lambda code: code.role == "inner")
    ]
    apart = distinct(looked)
    known = [one for one in apart if one.is_known]
    unknown = [one.found for one in apart if not one.is_known]
    if unknown and (not known or _asks_for(unknown[0], known[0].found, text)):
        return [unknown_codes(unknown, text, reference, catalogues, known)]
    if not known:
        return []
    alike = not is_log and all(one.found.role == known[0].found.role for one in known)
    most = MOST_LISTED if alike else MOST_CODES
    picked = _picked(known[:most], text, likeness) if alike and likeness else []
    inner = inner_codes(found)
    asked = asked_beside_codes(text, found) if is_log else text
    picked = picked or _quoted(known, asked, reference)
    findings = picked or _told(known[:most], asked, likeness, inner, is_log=is_log)
    findings[-1] = _with_rest(findings[-1], [one.found for one in known[most:]], unknown)
    return findings


def has_bare(text: str, reference: Reference, catalogues: Catalogues | None = None) -> bool:
    """Whether `consult` finds more in `text` when numbers without a cue are codes too."""
    is_known = known_in(reference, catalogues)
    every = find_codes(asked_for(text), is_known, fits_in(reference))
    return any(code.candidate and any(map(is_known, code.readings)) for code in every)


def asked_beside_codes(text: str, found: Sequence[FoundCode]) -> str:
    """The lines without a code below or above pasted ones, where they ask something; else empty."""
    coded = {code.line for code in found}
    own = [line.strip() for line in text.splitlines() if line.strip() and line.strip() not in coded]
    words = " ".join(own)
    if not own or len(own) > _MOST_OWN_LINES or len(words.split()) > _MOST_OWN_WORDS:
        return ""
    from assistant.understanding.message.question_forms import (
        split_questions,  # here: most messages have one line
    )

    return words if split_questions(words)[0] or surely_asked(last_clause(own[-1])) else ""


def _asks_for(unknown: FoundCode, known: FoundCode, text: str) -> bool:
    """Whether the unknown code is what is asked for, and a known one only comes along."""
    return unknown.start < known.start and bool(_MEANING.search(text)) and "\n" not in text.strip()


def _told(
    known: Sequence[Looked],
    asked: str,
    likeness: Likeness | None,
    inner: frozenset[str],
    *,
    is_log: bool,
) -> list[Finding]:
    """A finding for each code, of a message with the codes `inner`. The line of a log is shown once, however
    many codes stand in it."""
    findings = []
    shown: set[int] = set()
    listed = False
    for one, limit in zip(known, rooms([one.found for one in known], is_log=is_log), strict=True):
        with_line = is_log and one.found.line_number not in shown
        shown.add(one.found.line_number)
        listed = len(known) > 1 and limit <= WORDS // 2
        told = partial(
            Told,
            limit=limit,
            brief=limit < WORDS,
            asked=asked,
            inner=inner,
            listed=listed,
            likeness=likeness,
        )
        findings.append(_finding(one, told, with_line=with_line))
    if listed and any(_leaves_steps(one, finding) for one, finding in zip(known, findings, strict=True)):
        findings[-1] = _with(findings[-1], Statement(REST, (), "note"))
    return findings


def _leaves_steps(one: Looked, finding: Finding) -> bool:
    steps = sum(said.text[:1].isdigit() for said in finding.statements)
    return len(one.entries) == 1 and steps < len(one.entries[0].resolution)


def _with(finding: Finding, *more: Statement) -> Finding:
    return replace(finding, statements=(*finding.statements, *more))


def _picked(known: Sequence[Looked], text: str, likeness: Likeness) -> list[Finding]:
    """The one of several codes that is asked for, told at length, and what the others are."""
    entries = [one.entries[0] for one in known if len(one.entries) == 1]
    position = meant(text, entries, likeness) if len(entries) == len(known) else None
    if position is None:
        return []
    rest = [(one.entries[0], one.found) for at, one in enumerate(known) if at != position]
    verdicts = [_verdict(entry, found) for entry, found in rest]
    also = Finding(NAME, "answered", (others(rest),), 1.0, tuple(verdicts))
    lead = partial(Told, limit=LEAD_WORDS, brief=True, asked=text, likeness=likeness)
    return [_finding(known[position], lead, with_line=False), also]


def _quoted(known: Sequence[Looked], asked: str, reference: Reference) -> list[Finding]:
    """The entry whose message is quoted beside the only code, told at length, and what the code is."""
    if len(known) > 1 or len(known[0].entries) != 1 or len(asked.split()) < FEW_WORDS:
        return []
    entry, found = known[0].entries[0], known[0].found
    if found.namespace not in INNER | {"event"}:
        return []  # an ID of the product stands for one fault
    related = quoted_related(entry, asked, reference)
    if related is None or not related.codes:
        return []
    code = related.codes[0].id
    meant_code = replace(found, readings=(code,), words=code.value)
    also = Finding(NAME, "answered", (of_code(entry, found),), 1.0, (_verdict(entry, found),))
    return [_entry_finding(related, Told(related, meant_code, LEAD_WORDS, asked=asked)), also]


def as_question(code: str) -> str:
    """What `mabs error CODE` was given, with the cue that all but plain digits need: "186D2"."""
    bare = re.fullmatch(r"[\s#]*-?[0-9A-Fa-f]+", code) and not code.strip().isdigit()
    return f"error {code.strip()}" if bare else code


def bare_numbers(text: str) -> bool:
    """Whether numbers stand in `text` without a cue that makes them codes."""
    return any(code.candidate for code in find_codes(text))


def are_inner(text: str) -> bool:
    """Whether the codes in `text` are all numbers of Windows or of SQL Server, none of the product."""
    found = [code for code in find_codes(text) if not code.candidate]
    return bool(found) and all(code.namespace in INNER for code in found)


def tell(entry: ErrorEntry, found: FoundCode, asked: str = "", limit: int = WORDS) -> Finding:
    """The whole finding for one entry; what is `asked` leads the choice of what is told."""
    return _entry_finding(entry, Told(entry, found, limit, asked=asked))


def _finding(one: Looked, told: Callable[..., Told], *, with_line: bool) -> Finding:
    if len(one.entries) == 1:
        finding = _entry_finding(one.entries[0], told(one.entries[0], one.found, with_line=with_line))
        if not one.elsewhere:
            return finding
        return _with(finding, Statement(f"As {named(one.found.readings[0])} it has no entry.", (), "note"))
    finding = _told_apart(one) if one.entries else _catalogue_finding(one)
    return _with(finding, log_line(one.found)) if with_line else finding


def _entry_finding(entry: ErrorEntry, told: Told) -> Finding:
    governed = _verdict_of(entry)
    verdicts: tuple[Verdict, ...] = (_verdict(entry, told.found),)
    if governed:
        said = statements(replace(told, limit=told.limit - words_of([governed[0]])))
        said.insert(1, governed[0])
        verdicts = (*verdicts, governed[1])
    else:
        said = statements(told)
    status: Status = "partial" if entry.no_action or not entry.resolution else "answered"
    return Finding(NAME, status, tuple(said), 1.0, verdicts)


def _verdict(entry: ErrorEntry, found: FoundCode) -> Verdict:
    code = code_of(entry, found).value if entry.codes else entry.id
    return Verdict(TABLE, {"code": code}, entry.id, entry.id)


def _verdict_of(entry: ErrorEntry) -> tuple[Statement, Verdict] | None:
    if not entry.table:
        return None
    from assistant.codes.table_codes import verdict_of  # here, since few codes need the decision tables

    return verdict_of(entry)


def _told_apart(one: Looked) -> Finding:
    """The same number in several namespaces: one line each, and what would decide."""
    said = [
        Statement(f"**{one.found.value} stands for {len(one.entries)} different errors**:", (), "verdict")
    ]
    for entry in one.entries[:MOST_CODES]:
        code = code_of(entry, one.found)
        source = f" ({code.source})" if code.source else ""
        first = f" First step: {entry.resolution[0]}" if entry.resolution else " No action is documented."
        text = f"- {named(code.id)}{source}: {entry.title.rstrip('.')}.{first}"
        said.append(Statement(text, evidence_of(entry, one.found), "reason"))
    ask = (
        "Where does it show: as an ID in the console, as an event (of which source), as a Windows "
        "or HTTP code?"
    )
    said.append(Statement(ask, (), "question"))
    return Finding(NAME, "answered", tuple(said), 0.9)


def _catalogue_finding(one: Looked) -> Finding:
    rows = list({(row.message, row.action): row for row in one.rows}.values())[:2]  # doubled ones once
    said = [statement for row in rows for statement in catalogue_statements(row, one.found)]
    complete = all(row.action and row.message and not row.is_bare for row in rows)
    return Finding(NAME, "answered" if complete else "partial", tuple(said), 1.0)


def without_entry(finding: Finding, numbers: Sequence[str]) -> Finding:
    """A finding on known codes that also names the `numbers` beside them that have no entry."""
    said = Statement(f"I have no entry for {', '.join(numbers)}.", (), "note")
    return replace(_with(finding, said), status="partial")


def _with_rest(finding: Finding, left: Sequence[FoundCode], unknown: Sequence[FoundCode]) -> Finding:
    """Names the codes that the answer doesn't explain: known ones beyond the third, and unknown ones."""
    said = list(finding.statements)
    if left:
        said.append(Statement(f"Also there, ask for each: {as_written(left)}.", (), "note"))
    if unknown:
        said.append(Statement(f"I have no entry for {as_written(unknown)}.", (), "note"))
    status: Status = "partial" if unknown else finding.status
    return replace(finding, statements=tuple(said), status=status)
