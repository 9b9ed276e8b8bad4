"""Where in lines, lists, tables and keys a number stands, as a reader sees it: each by a name of its own.

Nothing here decides: `assistant.codes.finding.number_surroundings` adds it to the words around the number,
and its model weighs all of it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from assistant.codes.finding.number_rows import Place

_WORD = re.compile(r"[^\W\d_]{2,}")
_LONGEST = 9
_BEGINS_WITH_NUMBER = re.compile(r"[ \t>*•\-\"'(\[#]{0,12}\d")
_ITEM = re.compile(r"[ \t>*•\-\"'(\[#]{0,12}[1-9]\d{0,5}\b(?![.,:/]\d)")
"""A line that begins with a plain number, as a list of errors or of amounts does."""

_KEY = re.compile(r"([^\W\d_][\w .#()-]{0,30}?)\s{0,3}[:=]{1,2}\s{0,3}[\"'(]?\Z")
_CELLS = ("\t", "|", ";", ",")
_LEAST_COMMAS = 2
"""One comma more parts a sentence than a table."""

_ALIGNED = re.compile(r"\S+(?: \S+)*")
_MOST_ROWS = 8
"""So many rows above a number a head is looked for."""


class Layout:
    """The lines of a text, and where numbers stand in them."""

    def __init__(self, text: str) -> None:
        self._lines = text.split("\n")
        self._starts = [0]
        for line in self._lines[:-1]:
            self._starts.append(self._starts[-1] + len(line) + 1)
        self._items = [bool(_ITEM.match(line)) for line in self._lines]
        self._filled = sum(bool(line.strip()) for line in self._lines)

    def of(self, place: Place) -> Iterator[str]:
        """What is to be said of where the number at `place` stands."""
        at = bisect_right(self._starts, place[0]) - 1
        line, start = self._lines[at], self._starts[at]
        before, behind = line[: place[0] - start], line[place[1] - start :]
        is_first = not before.strip(" \t>*•-\"'([#")
        yield f"stands {'first' if is_first else 'within'} {'last' if _is_over(behind) else 'on'}"
        yield f"lines {min(self._filled, 6)}"
        if is_first:
            yield f"first before: {' '.join(_words(behind, 1))}"
            items = sum(self._items) - self._items[at]
            yield f"first, others {min(items, 3)}"
        yield from self._of_heading(at, is_first=is_first)
        yield from _of_key(before)
        delimiter = next((sign for sign in _CELLS if _parts(line, sign)), None)
        if delimiter:
            yield from self._of_cell(at, before, behind, delimiter)
        else:
            yield from self._of_aligned(at, len(before), place[1] - start)

    def _of_heading(self, at: int, *, is_first: bool) -> Iterator[str]:
        """The words of the nearest line above that doesn't begin with a number, and of the first line."""
        kind = "first" if is_first else "within"
        above = (line.strip() for line in reversed(self._lines[:at]))
        heading = next((line for line in above if line and not _BEGINS_WITH_NUMBER.match(line)), "")
        yield from (f"heading of {kind}: {word}" for word in _words(heading, 8))
        if heading.endswith(":"):
            yield f"heading with colon of {kind}"
        if at:
            yield from (f"top: {word}" for word in _words(self._lines[0], 8))

    def _of_cell(self, at: int, before: str, behind: str, delimiter: str) -> Iterator[str]:
        """Whether the number fills a cell, and the head of its column."""
        rest = (before.rpartition(delimiter)[2] + behind.partition(delimiter)[0]).strip(" \"'\r")
        yield f"cell {'with' if rest else 'alone'}"
        head = self._head(at, before.count(delimiter), delimiter)
        if head:
            words = _words(head, 3)
            yield from (f"head: {word}" for word in words)
            yield f"head whole: {' '.join(words)}"

    def _head(self, at: int, column: int, delimiter: str) -> str:
        """The topmost cell of a column that holds words alone; empty when there is none."""
        count, head = self._lines[at].count(delimiter), ""
        for line in reversed(self._lines[:at]):
            if not line.strip(" -|+:\r"):
                continue
            if line.count(delimiter) != count:
                break
            cell = line.split(delimiter)[column]
            if _WORD.search(cell) and not any(sign.isdigit() for sign in cell):
                head = cell
        return head

    def _of_aligned(self, at: int, start: int, end: int) -> Iterator[str]:
        """The words above a number in a table whose columns are aligned by blanks."""
        for line in reversed(self._lines[max(0, at - _MOST_ROWS) : at]):
            if not line.strip():
                return
            cells = list(_ALIGNED.finditer(line))
            if len(cells) > 1 and _WORD.search(line) and not any(sign.isdigit() for sign in line):
                over = (cell[0] for cell in cells if cell.start() <= end and cell.end() >= start)
                yield from (f"aligned head: {word}" for word in _words(next(over, ""), 3))
                return


def _of_key(before: str) -> Iterator[str]:
    """The words of "key: number" and "key = number"."""
    match = _KEY.search(before[-40:])
    if match:
        words = _words(match[1], 4)
        yield "key"
        yield from (f"key: {word}" for word in words)
        yield f"key whole: {' '.join(words)}"


def _words(text: str, most: int) -> Sequence[str]:
    return [word.lower()[:_LONGEST] for word in _WORD.findall(text)[:most]]


def _is_over(behind: str) -> bool:
    """Whether nothing but marks follows in the line."""
    return not behind.strip(" \t\r.,;:!?)\"'|]")


def _parts(line: str, sign: str) -> bool:
    return line.count(sign) >= (_LEAST_COMMAS if sign == "," else 1)
