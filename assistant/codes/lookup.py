"""What is known about the codes found in a text: entries of the reference, else rows of catalogues."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.codes.entries import CodeId, ErrorEntry
from assistant.codes.entry_fit import of_number, shared_words
from assistant.codes.entry_text import FEW_WORDS
from assistant.codes.finding.event_sources import NAMES
from assistant.codes.finding.found_code import FoundCode, Known
from assistant.codes.reference import Reference
from assistant.decisions.expressions.patterns import lazy

if TYPE_CHECKING:
    from assistant.codes.catalogues import CatalogueEntry, Catalogues

_CLEARLY = 2
_VSS = "vss"
_CALLED = {
    "wsb": "microsoft-windows-backup",
    "windows backup": "microsoft-windows-backup",
    "windows server backup": "microsoft-windows-backup",
    "scm": "service control manager",
    "sqlserveragent": "sqlagent",
}
"""What sources are called by, and what the reference calls them."""

# Right behind a component of Windows a number is one of its events; what shows events has those of all.
_SOURCED = lazy(
    rf"\b(?P<source>wsb|windows (?:server )?backup|{_VSS}|(?!event)(?:{NAMES}))"
    r"(?:\s+(?:events?|errors?|ids?|codes?)){0,2}[\s:#]+(?P<number>\d+)\b"
)


@dataclass(frozen=True, slots=True)
class Looked:
    """A found code with what is known about it: `entries` of the reference, else `rows` of catalogues.

    `elsewhere`: the number has an entry in another namespace only than the one it is told in.
    """

    found: FoundCode
    entries: tuple[ErrorEntry, ...] = ()
    rows: tuple[CatalogueEntry, ...] = ()
    elsewhere: bool = False

    @property
    def is_known(self) -> bool:
        """Whether there is anything to say."""
        return bool(self.entries or self.rows)


def known_in(reference: Reference, catalogues: Catalogues | None) -> Known:
    """Whether a code has a shipped entry or a row in a catalogue."""
    if catalogues is None:
        return reference.has
    return lambda code: reference.has(code) or bool(catalogues.lookup(code))


def look_up(
    found: FoundCode, reference: Reference, catalogues: Catalogues | None = None, asked: str = ""
) -> Looked:
    """What is known about a code.

    Where the cue decides the namespace, the first with an entry; else all. The words `asked` beside the code
    outweigh the cue: "ID 403" of a download is an HTTP status.
    """
    entries: list[ErrorEntry] = []
    rows: list[CatalogueEntry] = []
    for code in found.readings:
        entries += [entry for entry in reference.lookup(code) if entry not in entries]
        if found.exclusive and entries:
            break
    foreign = _is_of_other_source(found, entries)
    if foreign:
        entries = []
    own = bool(entries)
    if asked and not foreign and (other := _by_words(found, entries, reference, asked)):
        entries = [other]
    for code in found.readings if catalogues is not None and not entries else ():
        rows += [row for row in catalogues.lookup(code) if row not in rows] if catalogues else []
    return Looked(found, tuple(_of_source(entries, found)), tuple(rows), bool(entries) and not own)


def _is_of_other_source(found: FoundCode, entries: Sequence[ErrorEntry]) -> bool:
    """Whether the source written before a number isn't that of the event of `entries`."""
    if not found.value.isdecimal():
        return False
    sourced = (match for match in _SOURCED().finditer(found.line) if match["number"] == found.value)
    written = next((match["source"].lower() for match in sourced), "")
    codes = [code for entry in entries for code in entry.codes if code.value == found.value]
    known = {code.source.lower() for code in codes if code.namespace == "event"}
    if not written or (written == _VSS and not known):
        return False
    name = _CALLED.get(written, written)
    return not any(name in source or source in name for source in known)


def _by_words(
    found: FoundCode, entries: Sequence[ErrorEntry], reference: Reference, asked: str
) -> ErrorEntry | None:
    """The entry of the same number, in whatever namespace, that shares clearly more words with the text."""
    if not found.value.isdecimal() or len(asked.split()) < FEW_WORDS:
        return None
    rivals = [*entries, *(entry for entry in of_number(found.value, reference) if entry not in entries)]
    shared = sorted((shared_words(asked, entry) for entry in rivals), reverse=True)
    alone = len(shared) == 1 and not entries and shared[0] >= _CLEARLY
    clear = alone or (len(shared) > 1 and shared[0] >= shared[1] + _CLEARLY)
    return max(rivals, key=lambda entry: shared_words(asked, entry)) if clear else None


def _of_source(entries: list[ErrorEntry], found: FoundCode) -> list[ErrorEntry]:
    """Of several entries for an event number, those whose source the line names."""
    line = found.line.lower()
    named_there = [
        entry for entry in entries if any(c.source and c.source.lower() in line for c in entry.codes)
    ]
    return named_there or entries


def distinct(looked: Sequence[Looked]) -> list[Looked]:
    """Without codes that an earlier one covers: "10048 (0x2740)", "WSAECONNREFUSED (10061)"."""
    told: list[Looked] = []
    readings: set[CodeId] = set()
    holders: dict[str, set[int]] = {}  # an entry's id: which of those told have it
    for one in looked:
        covered: Set[object] = readings.intersection(one.found.readings)
        if one.entries:
            first, *others = (holders.get(entry.id, set()) for entry in one.entries)
            covered = first.intersection(*others)
        if covered:
            continue
        for entry in one.entries:
            holders.setdefault(entry.id, set()).add(len(told))
        readings.update(one.found.readings)
        told.append(one)
    return told
