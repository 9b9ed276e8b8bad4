"""Figures told in a row, one of which is surely no code: "aisle 33, bay 461, pallet 33461".

A row of codes consists of codes. Where things are counted or numbered in a row and one of the numbers can
be no code, since it has no entry or a unit, the others are none either, though the catalogue has them by
chance.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Literal

from assistant.codes.found import LOG_FROM
from assistant.codes.things import can_tell, is_little

Shape = Literal["labelled", "counted", ""]

IsCode = Callable[[str], bool]
"""Whether a number as written has an entry."""

LONGEST = 600
"""Longer texts are pasted; the rows in them are those of logs."""

LEAST_ITEMS = 3
_PARTS = re.compile(r"(?<!\d),(?!\d)|,(?=\s)|[;|\n]|\s-\s|\band\b|[.!?:](?=\s|$)")
# What is counted, and the numbers of it: "Mailbox count per DB: DB01 402, DB02 518".
_COUNTED_TOPIC = re.compile(
    r"\b(?:counts?(?:\(\*?\))?|number of|inventory|totals?|prices?|sizes?)(?![\w-])[^.!?:=\n]{0,80}"
    r"(?::|-+>|=)(?P<rest>[^.!?\n]*)",
    re.IGNORECASE,
)
_WORD = 6
"""Where words of errors are looked for behind that of counting: "number of the alert" is no count."""

_FIGURE = re.compile(r"(?<![\w.,-])\d{1,7}(?![\w-])")
_TOLD_COLUMN = re.compile(
    r"err|code|\bids?\b|result|status|event|alert|fehler|\bnr|\bno\b|message|detail|meldung|hresult|exit"
    r"|reason|note",
    re.IGNORECASE,
)
_RULE = re.compile(r"^[ \t|:]*-{2,}(?:[ \t|:]+-{2,})+[ \t|:]*$", re.MULTILINE)
"""The line below the head of a table."""

_OF_CODES = re.compile(r"err|code|event|status|alert|hresult", re.IGNORECASE)
_NUMBER = r"(?P<number>\d[\d.,]*)"
_UNIT = r"(?:[ \t]?(?:%|°|[A-Za-z]{1,4}(?:/s)?))?"
_LABELLED = re.compile(rf"(?:.*[\s(])?(?P<label>[^\W\d][\w./-]*)[ \t]*[=#]?[ \t]*{_NUMBER}{_UNIT}[ \t)\"']*")
_COUNTED = re.compile(rf"(?:\D*[\s(\"'])?{_NUMBER}[ \t]+(?P<label>[a-z]+)(?:[ \t]+[a-z]+)?[ \t)\"']*")
_SHAPES: tuple[tuple[Shape, re.Pattern[str]], ...] = (("labelled", _LABELLED), ("counted", _COUNTED))


@dataclass(frozen=True, slots=True)
class _Item:
    """A number of a row: its place, how it is told, and what it is that of."""

    start: int
    number: str
    shape: Shape
    label: str

    @property
    def end(self) -> int:
        return self.start + len(self.number)


def figures(text: str, is_code: IsCode) -> Iterator[tuple[int, int]]:
    """Where numbers stand that are none of codes, by the row or the table that they stand in."""
    if len(text) <= LOG_FROM:
        yield from _counts(text)
        yield from _cells(text)
    items = list(_items(text)) if len(text) <= LONGEST else []
    for shape, group in groupby(items, lambda item: item.shape):
        row = list(group)
        labels = {item.label for item in row}
        if not shape or len(row) < LEAST_ITEMS or len(labels) < len(row):
            continue
        if not all(is_code(item.number) for item in row):
            yield from ((item.start, item.end) for item in row)


def _items(text: str) -> Iterator[_Item]:
    start = 0
    for part in [*_PARTS.finditer(text), None]:
        end = part.start() if part else len(text)
        yield _item(text, start, end)
        start = part.end() if part else end


def _item(text: str, start: int, end: int) -> _Item:
    said = text[start:end]
    for shape, pattern in _SHAPES:
        match = pattern.fullmatch(said)
        if match and not _leaves_open(match["label"], shape):
            number = match["number"].rstrip(".,")
            return _Item(start + match.start("number"), number, shape, match["label"].lower())
    return _Item(start, "", "", "")


def _leaves_open(label: str, shape: Shape) -> bool:
    """Whether the word beside a number leaves open that it is a code."""
    if shape == "counted":
        return is_little(label)
    return can_tell(label) or bool(_OF_CODES.search(label))


def _counts(text: str) -> Iterator[tuple[int, int]]:
    """The numbers behind what is counted, unless something of errors stands among them."""
    for match in _COUNTED_TOPIC.finditer(text):
        if not _TOLD_COLUMN.search(text, match.start() + _WORD, match.end()):
            yield from (figure.span() for figure in _FIGURE.finditer(text, *match.span("rest")))


def _cells(text: str) -> Iterator[tuple[int, int]]:
    """The numbers of a table with a head, in the columns that tell nothing of errors."""
    for rule in _RULE.finditer(text):
        head = text[: rule.start()].rstrip("\n").rpartition("\n")[2]
        places = None if "|" in head else [dashes.span() for dashes in re.finditer(r"-+[ \t]*", rule[0])]
        blank = text.find("\n\n", rule.end())
        start = rule.end() + 1
        for line in text[start : blank if blank >= 0 else len(text)].split("\n"):
            for (first, last), (at, end) in zip(_columns(head, places), _columns(line, places), strict=False):
                if not _TOLD_COLUMN.search(head[first:last]) and not _TOLD_COLUMN.search(line[at:end]):
                    yield from (one.span() for one in _FIGURE.finditer(text, start + at, start + end))
            start += len(line) + 1


def _columns(line: str, places: Sequence[tuple[int, int]] | None) -> Sequence[tuple[int, int]]:
    """From where to where the columns of a line go: those of all lines, or what its strokes part."""
    if places is not None:
        return places
    strokes = [-1, *(at for at, sign in enumerate(line) if sign == "|"), len(line)]
    return [(first + 1, last) for first, last in pairwise(strokes)]
