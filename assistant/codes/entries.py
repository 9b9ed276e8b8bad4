"""The types of the error reference, and how one entry of a file becomes one of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple, cast

from ingest.codes import FOLD_FROM

Namespace = Literal["mabs", "hresult", "win32", "winsock", "vss", "http", "event", "name", "sql"]
Basis = Literal["stated", "follows"]


class CodeId(NamedTuple):
    """A code within its namespace. `value` is decimal, `0x` and eight upper-case digits, or a name.

    The reference has no entry in the namespace `sql`: SQL Server's own messages are told apart, no more.
    """

    namespace: Namespace
    value: str


@dataclass(frozen=True, slots=True)
class Code:
    """A code of an entry. `hex` is given for Win32 and Winsock only, `source` for events only."""

    namespace: Namespace
    value: str
    hex: str = ""
    source: str = ""

    @property
    def id(self) -> CodeId:
        """What the code is looked up by."""
        return CodeId(self.namespace, self.value)

    @property
    def hexadecimal(self) -> str:
        """The hexadecimal spelling of a number that has one, else an empty string."""
        if self.namespace == "mabs":
            return f"0x{int(self.value):X}" if int(self.value) >= FOLD_FROM else ""
        return self.hex or (self.value if self.value.startswith("0x") else "")


@dataclass(frozen=True, slots=True)
class Cause:
    """A cause; `basis` is "stated" by a source, or "follows" from the message or the recommended action.

    `source` is which of the entry's sources tells of it, counted from 1; 0 where that isn't told.
    """

    text: str
    basis: Basis
    source: int = 0


@dataclass(frozen=True, slots=True)
class SourceRef:
    """Where an entry is from: `path` is "repository:path", `date` ISO."""

    document: str
    path: str
    section: str
    date: str


@dataclass(frozen=True, slots=True)
class ErrorEntry:
    """One error of the reference. The fields are those of kb/errors/schema.json."""

    id: str
    codes: tuple[Code, ...]
    title: str
    component: str
    operation: str
    symptom: str
    causes: tuple[Cause, ...]
    resolution: tuple[str, ...]
    sources: tuple[SourceRef, ...]
    message: str = ""
    no_action: bool = False
    verify: tuple[str, ...] = ()
    destructive: str = ""
    related: tuple[str, ...] = ()
    table: str = ""
    note: str = ""
    asks: tuple[str, ...] = ()

    def __hash__(self) -> int:
        """Of the id alone: what is kept for an entry is found without reading all of it."""
        return hash(self.id)


def _cause_of(data: Mapping[str, Any]) -> Cause:
    return Cause(data["text"], cast(Basis, data["basis"]), data.get("source", 0))


def entry_of(data: Mapping[str, Any]) -> ErrorEntry:
    """The entry that an item of a reference file describes. KeyError or TypeError outside the schema."""
    return ErrorEntry(
        id=data["id"],
        codes=tuple(Code(**code) for code in data["codes"]),
        title=data["title"],
        component=data["component"],
        operation=data["operation"],
        symptom=data["symptom"],
        causes=tuple(_cause_of(item) for item in data["causes"]),
        resolution=tuple(data["resolution"]),
        sources=tuple(
            SourceRef(item["document"], item["path"], item["section"], str(item["date"]))
            for item in data["sources"]
        ),
        message=data.get("message", ""),
        no_action=data.get("no_action", False),
        verify=tuple(data.get("verify", ())),
        destructive=data.get("destructive", ""),
        related=tuple(data.get("related", ())),
        table=data.get("table", ""),
        note=data.get("note", ""),
        asks=tuple(data.get("asks", ())),
    )
