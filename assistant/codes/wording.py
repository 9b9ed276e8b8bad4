"""The sentences of a code answer: what it means, why, what to do, what to check. Each with its evidence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.answer import Evidence, Role, Statement
from assistant.codes.entries import Code, CodeId, ErrorEntry
from assistant.codes.found import FoundCode

if TYPE_CHECKING:
    from assistant.codes.catalogues import CatalogueEntry

COLLECTION = "errors"
WORDS = 150
"""About as many words as the answer to one code may have."""

OUTER_WORDS = 100
INNER_WORDS = 60
"""About as many as the first and each further one of several codes get."""

_NAMES = {
    "mabs": "ID",
    "hresult": "HRESULT",
    "win32": "Win32 error",
    "winsock": "Winsock error",
    "vss": "VSS error",
    "http": "HTTP status",
    "event": "event",
    "name": "",
    "sql": "SQL Server message",
}
_MOST_SOURCES = 3


@dataclass(frozen=True, slots=True)
class Told:
    """An entry as told in one answer: for which of the codes, how long, whether with its log line."""

    entry: ErrorEntry
    found: FoundCode
    limit: int = WORDS
    brief: bool = False
    with_line: bool = False


def named(code: CodeId) -> str:
    """A code with the name of its namespace: "ID 100050", "Win32 error 5", "HRESULT 0x80070005"."""
    return f"{_NAMES[code.namespace]} {code.value}".strip()


def subject(entry: ErrorEntry, found: FoundCode) -> str:
    """What is explained, in bold: "**0x186D2 is ID 100050**", "**0x80070005 wraps Win32 error 5**"."""
    if not entry.codes:
        return f"**{entry.title.rstrip('.')}**"
    code = code_of(entry, found)
    words = " ".join(found.words.split())
    if words.lower() == code.value.lower():
        return f"**{named(code.id)}**"
    if found.namespace in ("hresult", "vss") and code.namespace in ("win32", "winsock"):
        return f"**{found.value} wraps {named(code.id)}**"
    return f"**{words} is {named(code.id)}**"


def code_of(entry: ErrorEntry, found: FoundCode) -> Code:
    """The code of the entry that was looked up."""
    wanted = {CodeId(code.namespace, code.value.lower()) for code in found.readings}
    matching = [code for code in entry.codes if CodeId(code.namespace, code.value.lower()) in wanted]
    return matching[0] if matching else entry.codes[0]


def evidence_of(entry: ErrorEntry, found: FoundCode) -> tuple[Evidence, ...]:
    """The entry's sources, each with all that the entry says: its facts come from them together."""
    excerpt = " ".join([*_spellings(entry, found), *_facts(entry)])
    return tuple(
        Evidence(source.document, source.section, source.date, source.path, excerpt, COLLECTION)
        for source in entry.sources[:_MOST_SOURCES]
    )


def statements(told: Told) -> list[Statement]:
    """All that fits: meaning, steps and a warning come before causes, checks, notes and relations."""
    entry = told.entry
    evidence = evidence_of(entry, told.found)
    must = [Statement(_meaning(told), evidence, "verdict")]
    if told.with_line:
        must.append(log_line(told.found))
    parts: list[list[Statement]] = [
        _causes(entry, evidence, 1),
        _steps(entry, evidence),
        _made("warning", f"Mind what this costs: {_ended(entry.destructive)}", evidence, entry.destructive),
        _made("note", f"Note: {_ended(entry.note)}", evidence, entry.note),
        _made("step", f"Then check: {_joined(entry.verify)}", evidence, *entry.verify),
    ]
    optional = [_causes(entry, evidence, 3), _related(told)]
    return _fitted(must, parts, optional, told)


def _fitted(
    must: list[Statement], parts: list[list[Statement]], optional: list[list[Statement]], told: Told
) -> list[Statement]:
    """Drops what is least needed until the words fit: relations, more causes, checks, notes, late steps."""
    causes, steps, warning, note, check = parts
    more_causes, related = optional
    for kept in (
        [more_causes, steps, warning, note, check, related],
        [more_causes, steps, warning, note, check],
        [causes, steps, warning, note, check],
        [causes, steps, warning, note],
        [steps, warning, note],
        [steps, warning],
    ):
        chosen = _ordered(must + [statement for part in kept for statement in part])
        if words_of(chosen) <= told.limit:
            return chosen
    return _ordered(must + _cut(steps, told.limit - words_of(must + warning)) + warning)


def _ordered(statements: list[Statement]) -> list[Statement]:
    """Meaning and reasons first: what follows them starts a line of its own."""
    return sorted(statements, key=lambda statement: statement.role not in ("verdict", "reason"))


def _cut(steps: list[Statement], room: int) -> list[Statement]:
    """The first steps, "..." in place of the rest; never fewer than one."""
    kept: list[Statement] = []
    for step in steps:
        if kept and words_of([*kept, step]) > room:
            last = kept[-1]
            return [*kept[:-1], Statement(f"{last.text} …", last.evidence, last.role)]
        kept.append(step)
    return kept


def words_of(statements: Iterable[Statement]) -> int:
    """How many words the statements have together."""
    return sum(len(statement.text.split()) for statement in statements)


def _meaning(told: Told) -> str:
    entry = told.entry
    said = entry.title if told.brief or not entry.symptom else entry.symptom
    return f"{subject(entry, told.found)}: {_ended(said)}"


def log_line(found: FoundCode) -> Statement:
    """Where in a pasted log the code stands. No evidence: it is the user's own text."""
    times = f", the first of {found.count}" if found.count > 1 else ""
    shown = found.line.replace("`", "'")
    return Statement(f"Line {found.line_number}{times}: `{shown}`", (), "note")


def _causes(entry: ErrorEntry, evidence: tuple[Evidence, ...], most: int) -> list[Statement]:
    """Up to `most` causes, those that a source states apart from those that follow from the message."""
    said = []
    for basis, opening in (("stated", "Cause"), ("follows", "Likely cause, going by the message")):
        texts = [cause.text for cause in entry.causes if cause.basis == basis][:most]
        if texts:
            said.append(Statement(f"{opening}: {_joined(texts)}", evidence, "reason"))
            most -= len(texts)
    return said


def _steps(entry: ErrorEntry, evidence: tuple[Evidence, ...]) -> list[Statement]:
    if not entry.resolution:
        return [Statement("The sources document no action for it.", evidence, "note")]
    return [
        Statement(f"{number}. {_ended(step)}", evidence, "step")
        for number, step in enumerate(entry.resolution, 1)
    ]


def _related(told: Told) -> list[Statement]:
    others = [identifier for identifier in told.entry.related if not identifier.startswith("msg-")][:4]
    if not others:
        return []
    names = ", ".join(_named_id(identifier) for identifier in others)
    return [Statement(f"Related: {names}.", (), "note")]


def _named_id(identifier: str) -> str:
    namespace, _, value = identifier.partition("-")
    value = value.split("-")[0] if namespace == "event" else value
    return f"{_NAMES[namespace]} {value}".strip()


def _made(role: Role, text: str, evidence: tuple[Evidence, ...], *facts: str) -> list[Statement]:
    return [Statement(text, evidence, role)] if any(facts) else []


def catalogue_statements(row: CatalogueEntry, found: FoundCode) -> list[Statement]:
    """A row of a user's catalogue in its own words. What it lacks, a sentence or an action, is said."""
    excerpt = f"{named(row.code)} {found.words} {row.message} {row.action}"
    evidence = (
        Evidence(row.document, row.heading or row.document, row.date, row.source, excerpt, row.collection),
    )
    words = " ".join(found.words.split())
    opening = named(row.code) if words == row.code.value else f"{words} is {named(row.code)}"
    if row.is_bare or not row.message:
        what = (
            f"the catalogue gives only the name {row.message}, no message."
            if row.message
            else "it has no message."
        )
    else:
        what = _ended(row.message)
    said = [Statement(f"**{opening}**: {what}", evidence, "verdict")]
    if row.action:
        said.append(Statement(f"Recommended: {_ended(row.action)}", evidence, "step"))
    else:
        said.append(Statement("The catalogue documents no action for it.", evidence, "note"))
    return said


def _spellings(entry: ErrorEntry, found: FoundCode) -> list[str]:
    codes = [f"{named(code.id)} {code.hexadecimal} {code.source}".strip() for code in entry.codes]
    return [*codes, " ".join(found.words.split()), found.value, f"{entry.title}."]


def _facts(entry: ErrorEntry) -> Sequence[str]:
    causes = [cause.text for cause in entry.causes]
    return [
        text for text in (entry.message, entry.symptom, *causes, *entry.resolution, *entry.verify) if text
    ] + [text for text in (entry.destructive, entry.note) if text]


def _joined(texts: Sequence[str]) -> str:
    return " ".join(_ended(text) for text in texts)


def _ended(text: str) -> str:
    text = text.strip()
    return text if text.endswith((".", "!", "?", ":", "...")) else f"{text}."
