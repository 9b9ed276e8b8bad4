"""Numbers that are codes by the head of their column: a table pasted from a sheet, a report or a mail."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.codes.cue_words import NUMBER
from assistant.codes.cues import Cue
from assistant.codes.entries import Namespace
from assistant.codes.found import LOG_FROM
from assistant.decisions.patterns import lazy

_HEAD = lazy(
    r"^(?P<head>[^\n]*?(?<![\w ])[\"' ]*(?:(?:error|err|alert|event|result|exit|status)[ _-]?(?:code|"
    r"id|no\.?|number)|code"
    r"|error|event|alert|id|hresult)[\"' ]*(?=[,;|\t\r]|$)[^\n]*)$",
    re.IGNORECASE | re.MULTILINE,
)
_SURE_WORDS = r"(?:error|err|event|exit|alert)[ _-]?(?:code|id|no\.?|number)|hresult"
_SURE = lazy(_SURE_WORDS)
_NAMED = lazy(rf"{_SURE_WORDS}|(?:result|status)[ _-]?code|code|error|event|alert|id")
_CELL = re.compile(rf"[ \"'#]*(?P<number>{NUMBER})[ \"']*\r?")
_DELIMITERS = "\t|;,"
_LEAST_COLUMNS = 2


@dataclass(frozen=True, slots=True)
class _Column:
    """Which column of how many holds codes, and what its head makes of them."""

    at: int
    width: int
    delimiter: str
    cue: Cue


def find_columns(text: str) -> Iterator[tuple[int, int, Cue]]:
    """Start, end and cue of the numbers below a head like "error code", row by row while rows are alike."""
    for match in _HEAD().finditer(text) if len(text) <= LOG_FROM else ():
        for column in _columns(match["head"]):
            yield from _cells(text, match.end() + 1, column)


def _columns(head: str) -> Iterator[_Column]:
    delimiter = next((sign for sign in _DELIMITERS if sign in head), "")
    heads = [cell.strip(" \"'\r").lower() for cell in head.split(delimiter)] if delimiter else []
    if len(heads) < _LEAST_COLUMNS or any(cell[:1].isdigit() for cell in heads):
        return
    named = [at for at, cell in enumerate(heads) if _NAMED().fullmatch(cell)]
    telling = [at for at in named if heads[at] != "id"] or named  # beside a code an ID is that of the row
    for at in telling:
        space: Namespace | None = "event" if heads[at].startswith("event") else None
        yield _Column(at, len(heads), delimiter, Cue(space, bool(_SURE().fullmatch(heads[at]))))


def _cells(text: str, start: int, column: _Column) -> Iterator[tuple[int, int, Cue]]:
    while start < len(text):
        end = text.find("\n", start)
        line = text[start : end if end >= 0 else len(text)]
        cells = line.split(column.delimiter)
        if len(cells) != column.width:
            return
        before = sum(len(cell) + 1 for cell in cells[: column.at])
        if match := _CELL.fullmatch(cells[column.at]):
            first, last = match.span("number")
            yield start + before + first, start + before + last, column.cue
        start += len(line) + 1
