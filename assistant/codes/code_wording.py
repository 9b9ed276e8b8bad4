"""How codes and entries are named in answers, what bears them out, and how a catalogue's row is told."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from assistant.answer import Evidence, Statement
from assistant.codes.entries import Cause, Code, CodeId, ErrorEntry, SourceRef
from assistant.codes.finding.found_code import FoundCode
from ingest.documents import ERRORS

if TYPE_CHECKING:
    from assistant.codes.catalogues import CatalogueEntry

NAME = "codes"
"""The name of the room that explains codes."""

NAMES = {
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
_MOST_OF_PART = 2
_LONG_WORD = re.compile(r"[a-z]{3,}")
_STEM = 5


def named(code: CodeId) -> str:
    """A code with the name of its namespace: "ID 100050", "Win32 error 5", "HRESULT 0x80070005"."""
    return f"{NAMES[code.namespace]} {code.value}".strip()


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


@lru_cache(maxsize=1024)
def tells_more(title: str, symptom: str) -> bool:
    """Whether a third of the title's words, told by how they begin, are news beside the symptom."""
    told, known = ({word[:_STEM] for word in _LONG_WORD.findall(text.lower())} for text in (title, symptom))
    return 3 * len(told - known) >= len(told) > 0


def code_of(entry: ErrorEntry, found: FoundCode) -> Code:
    """The code of the entry that was looked up."""
    wanted = {CodeId(code.namespace, code.value.lower()) for code in found.readings}
    matching = [code for code in entry.codes if CodeId(code.namespace, code.value.lower()) in wanted]
    return matching[0] if matching else entry.codes[0]


def evidence_of(entry: ErrorEntry, found: FoundCode, causes: Sequence[Cause] = ()) -> tuple[Evidence, ...]:
    """The entry's sources, each with all that the entry says: its facts come from them together.

    Those that tell of the `causes` told come first, then one of each other article.
    """
    excerpt = " ".join([*_spellings(entry, found), *_facts(entry)])
    return tuple(cited(source, excerpt) for source in _sources(entry, causes)[:_MOST_SOURCES])


def evidence_for(entry: ErrorEntry, said: Sequence[str]) -> tuple[Evidence, ...]:
    """The sources of an entry, as evidence of what is `said`."""
    codes = " ".join(f"{named(code.id)} {code.hexadecimal}" for code in entry.codes)
    excerpt = " ".join([codes, entry.title, *said])
    return tuple(cited(source, excerpt) for source in entry.sources[:_MOST_OF_PART])


def cited(source: SourceRef, excerpt: str) -> Evidence:
    """A source of the error reference, as evidence of `excerpt`."""
    return Evidence(source.document, source.section, source.date, source.path, excerpt, ERRORS)


def _sources(entry: ErrorEntry, causes: Sequence[Cause]) -> list[SourceRef]:
    """The sources of an entry by how much they bear out what is told of it."""
    of_causes = [entry.sources[cause.source - 1] for cause in causes if cause.source]
    articles: dict[str, SourceRef] = {}
    for source in (*of_causes, *entry.sources):
        articles.setdefault(source.path, source)
    return list(dict.fromkeys((*of_causes, *articles.values(), *entry.sources)))


def log_line(found: FoundCode) -> Statement:
    """Where in a pasted log the code stands. No evidence: it is the user's own text."""
    times = f", the first of {found.count}" if found.count > 1 else ""
    shown = found.line.replace("`", "'")
    return Statement(f"Line {found.line_number}{times}: `{shown}`", (), "note")


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
        what = ended(row.message)
    said = [Statement(f"**{opening}**: {what}", evidence, "verdict")]
    if row.action:
        said.append(Statement(f"Recommended: {ended(row.action)}", evidence, "step"))
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


def ended(text: str) -> str:
    """`text` with a full stop where it has no end."""
    text = text.strip()
    return text if text.endswith((".", "!", "?", ":", "...")) else f"{text}."
