"""Figures told in a row, one of which is surely no code: "aisle 33, bay 461, pallet 33461".

A row of codes consists of codes. Where things are counted or numbered in a row and one of the numbers can
be no code, since it has no entry or a unit, the others are none either, though the catalogue has them by
chance.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from assistant.codes.finding.columns import FIGURE, TELLS_CODE
from assistant.codes.finding.found_code import LOG_FROM, TOLD_LONGEST
from assistant.codes.finding.number_nouns import can_tell, is_little
from assistant.codes.finding.number_owners import is_owner
from assistant.codes.finding.number_rows import IsKnown
from assistant.decisions.expressions.patterns import lazy

Shape = Literal["labelled", "counted", ""]

LEAST_ITEMS = 3
_PARTS = lazy(r"(?<!\d),(?!\d)|,(?=\s)|[;|\n]|\s-\s|\band\b|[.!?:](?=\s|$)", flags=0)
# What is counted, and the numbers of it: "Mailbox count per DB: DB01 402, DB02 518".
_COUNTED_TOPIC = lazy(
    r"\b(?:counts?(?:\(\*?\))?|number of|inventory|totals?|prices?|sizes?)(?![\w-])[^.!?:=\n]{0,80}"
    r"(?::|-+>|=)(?P<rest>[^.!?\n]*)",
    re.IGNORECASE,
)
_NAMED_TOPIC = lazy(
    r"\b(?P<noun>[a-z]{3,}?)s\b(?![^\n:]*\b(?:codes?|errors?|ids?|alerts?|events?)\b)"
    r"[^\d\n:.;?!]{0,40}:[ \t]*"
    r"(?P<rest>\d{2,6}(?:[ \t]*(?:[,;/&]|\band\b)[ \t]*\d{2,6})+)(?!\w)",
    re.IGNORECASE,
)
"""Numbers in a row behind what they name: "rooms with old laptops: 301, 302"."""

_PER = lazy(
    r"\b[a-z]{3,}s[ \t](?P<by>(?:by|per)[ \t][a-z]+[^\n:\d]{0,20}):"
    r"(?P<rest>[^\n]*(?:\n[^\n]*\d[^\n]*){0,20})",
    re.IGNORECASE,
)
"""How many there are of each, below what they are counted by: "errors by server:"."""

_WORD = 6
"""Where words of errors are looked for behind that of counting: "number of the alert" is no count."""

_OF_CODES = lazy(
    r"err|code|event|status|alert|hresult|fehler|fout|fe[ij]l|chyb|hiba|virhe|ошиб", re.IGNORECASE
)
_DIGITS = re.compile(r"\d+")
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


def figures(text: str, is_code: IsKnown) -> Iterator[tuple[int, int]]:
    """Where numbers stand that are hardly codes, by the row that they stand in."""
    if len(text) > TOLD_LONGEST or len(_DIGITS.findall(text)) < LEAST_ITEMS:
        return
    items = _items(text)
    for shape, group in groupby(items, lambda item: item.shape):
        row = list(group)
        labels = {item.label for item in row}
        if not shape or len(row) < LEAST_ITEMS or len(labels) < len(row):
            continue
        if not all(is_code(item.number) for item in row):
            yield from ((item.start, item.end) for item in row)


def _items(text: str) -> Iterator[_Item]:
    start = 0
    for part in [*_PARTS().finditer(text), None]:
        end = part.start() if part else len(text)
        tells = part is not None and part[0] == ":"  # what follows says what the number is
        yield _Item(start, "", "", "") if tells else _item(text, start, end)
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
    return can_tell(label) or bool(_OF_CODES().search(label))


def counts(text: str) -> Iterator[tuple[int, int]]:
    """Where numbers stand behind what is counted or named, unless something of errors is among them."""
    if len(text) > LOG_FROM:
        return
    for match in _NAMED_TOPIC().finditer(text):
        if is_owner(match["noun"].lower()):
            yield from (figure.span() for figure in FIGURE.finditer(text, *match.span("rest")))
    for match in _PER().finditer(text):
        if not TELLS_CODE.search(match["by"]):
            yield from (figure.span() for figure in FIGURE.finditer(text, *match.span("rest")))
    for match in _COUNTED_TOPIC().finditer(text):
        if not TELLS_CODE.search(text, match.start() + _WORD, match.end()):
            yield from (figure.span() for figure in FIGURE.finditer(text, *match.span("rest")))
