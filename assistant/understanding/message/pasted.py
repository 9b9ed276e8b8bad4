"""What is pasted with a question, as prose: the lines of a chat without time and speaker, the rows of a table
as what they tell of their thing.

Where the question names some of the rows, the others are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import takewhile

from assistant.understanding.labels import asks_which

_TIME = r"\d{1,2}:\d\d(?::\d\d)?(?:\s?[ap]m)?"
_STAMP = rf"[ \t]*(?:\[[^\]\n]{{0,20}}?{_TIME}\]|{_TIME})[ \t,-]*"
_SAID = re.compile(
    rf"^(?:{_STAMP}<?(?P<stamped>[\w.-]{{1,16}}(?: [\w.-]{{1,16}})?)[>:]|<(?P<marked>[\w.-]{{1,16}})>"
    r"|[\w.-]{1,16}>)[ \t]+(?=\S)",
    re.MULTILINE,
)
_LEAST_LINES = 2
_LEAST_CELLS = 3
_MOST_OF_COLUMN = 3
_MARKS = re.compile(r"\s*[|;,\t]\s*|\s{2,}")
_SPACES = re.compile(r"\s+")
_UNIT_APART = re.compile(r"(?<=\d)\s+(?=[kmgt]i?b\b)", re.IGNORECASE)
_UNIT_OF_COLUMN = re.compile(
    r"\s*(?:[(\[](?P<unit>[kmgt]i?b|%|days?|weeks?|months?|years?)[)\]]|\b(?P<word>days|weeks|months|years)$)",
    re.IGNORECASE,
)
_COLUMN = re.compile(r"(?:size|total|capacity|used|free|available)\b", re.IGNORECASE)
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
_LETTER = re.compile(r"[A-Z]:?\\?")
_RULE = re.compile(r"[\s|+:=-]+")


def as_prose(text: str) -> str:
    """`text` with the chat or the table that it holds told in sentences; as it is without one."""
    if "\n" not in text:
        return text
    return _without_speakers(_with_rows_told(text))


def _without_speakers(text: str) -> str:
    """A chat without who says something and when; the lines of a log, in which nobody asks, stay."""
    said = [line for line in text.split("\n") if _SAID.match(line)]
    return _SAID.sub("", text) if len(said) >= _LEAST_LINES and any("?" in line for line in said) else text


def _with_rows_told(text: str) -> str:
    lines = text.split("\n")
    for at, line in enumerate(lines):
        for marks in (_MARKS, _SPACES):
            columns = _cells(line, marks)
            if not _are_columns(columns, marks):
                continue
            behind = [one for one in lines[at + 1 :] if not (one.strip() and _RULE.fullmatch(one))]
            is_row = partial(_is_row, columns=columns, measured=marks is _SPACES)
            rows = list(takewhile(is_row, _rows(behind, marks)))
            if rows and len(dict.fromkeys(row[0] for row in rows)) == len(rows):
                besides = [*lines[:at], *behind[len(rows) :]]
                told = " ".join(_told(columns, row) for row in _asked_of(rows, "\n".join(besides)))
                return "\n".join([*lines[:at], told, *behind[len(rows) :]])
    return text


def _cells(line: str, marks: re.Pattern[str]) -> list[str]:
    return marks.split(_UNIT_APART.sub("", line).strip().strip("|").strip())


def _rows(lines: Sequence[str], marks: re.Pattern[str]) -> Iterator[list[str]]:
    return (_cells(line, marks) for line in lines)


def _are_columns(cells: Sequence[str], marks: re.Pattern[str]) -> bool:
    """Whether the cells of a line name columns: short, without figures; parted by single blanks only, they
    must be known to."""
    short = all(cell and len(cell.split()) <= _MOST_OF_COLUMN for cell in cells)
    if len(cells) < _LEAST_CELLS or not short or any(_NUMBER.search(cell) or "?" in cell for cell in cells):
        return False
    return marks is _MARKS or all(map(_COLUMN.match, cells[1:]))


def _is_row(cells: Sequence[str], columns: Sequence[str], *, measured: bool) -> bool:
    if len(cells) != len(columns) or not all(cells) or any("?" in cell for cell in cells):
        return False
    return not measured or all(map(_NUMBER.search, cells[1:]))


def _asked_of(rows: Sequence[list[str]], besides: str) -> list[list[str]]:
    """The rows whose thing is named besides the table; all of them where none is, or which one is asked."""
    named = [] if asks_which(besides) else [row for row in rows if _names(row[0], besides)]
    return named or list(rows)


def _names(name: str, text: str) -> bool:
    letter = _LETTER.fullmatch(name)
    pattern = rf"(?<![\w'’]){re.escape(name[0] if letter else name)}(?![\w'’])"
    return re.search(pattern, text, 0 if letter else re.IGNORECASE) is not None


def _told(columns: Sequence[str], row: Sequence[str]) -> str:
    """A row as a sentence: "C: 80GB size, 3.1GB free."."""
    name = f"{row[0][0]}:" if _LETTER.fullmatch(row[0]) else f"{row[0]}:"
    values = (_value(column, cell) for column, cell in zip(columns[1:], row[1:], strict=True))
    return f"{name} {', '.join(values)}."


def _value(column: str, cell: str) -> str:
    unit = _UNIT_OF_COLUMN.search(column)
    said = f"{cell} {unit['unit'] or unit['word']}" if unit and _NUMBER.fullmatch(cell) else cell
    return f"{said} {_UNIT_OF_COLUMN.sub('', column).replace('_', ' ').lower()}"
