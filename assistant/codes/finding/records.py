"""The keys and values of a record: JSON, "key=value", a list of "Key : value", pairs in a line.

Where one of the keys is that of a code, what the others have is none.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.codes.finding.column_heads import CODE_KINDS, kind_of, may_hold_code, numbers_records, words_of
from assistant.codes.finding.cues import Cue
from assistant.codes.finding.found_code import LOG_FROM
from assistant.codes.finding.number_nouns import can_tell
from assistant.codes.finding.table_cells import Span
from assistant.decisions.expressions.patterns import lazy

_KEY = r"(?P<key>[^\W\d][\w .#°'/-]{0,28}?)"
_VALUE = r"(?P<value>[1-9]\d{0,5})"
_BY_LINE = re.IGNORECASE | re.MULTILINE
_SHAPES = (
    (lazy(rf"[{{,\n][ \t]*\"{_KEY}\"[ \t]?:[ \t]?\"?{_VALUE}\"?(?=[ \t\r]*(?:[,}}\n]|$))"), "\n"),
    (lazy(rf"(?<![^\s,;|&?])(?P<key>[^\W\d][\w.-]{{1,28}})=[\"']?{_VALUE}[\"']?(?=[\s,;|&]|$)"), "\n"),
    (lazy(rf"^[ \t>]*{_KEY}[ \t]{{0,30}}[:=][ \t]{{1,12}}{_VALUE}(?=[ \t\r]*$)", _BY_LINE), "\n\n"),
    (lazy(rf"(?:^|[,;|][ \t]){_KEY}:[ \t]{_VALUE}(?=[ \t]?[,;|\n]|[ \t\r]*$)", _BY_LINE), "\n"),
)
"""JSON, "key=value", a key and its value in each line of a paragraph, pairs parted by commas; each with what
parts its records."""

_ROW = r"^[ \t>*•-]{0,6}(?P<key>[A-ZÀ-Þ][^\W\d]*(?:[ -][^\W\d]+){0,3})[ \t]{0,30}:[ \t]{1,12}"
_LINE = lazy(rf"{_ROW}(?:(?P<number>[1-9]\d{{1,5}})[ \t\r]*$|\S[^\n]*$)", re.MULTILINE)
_LIST = lazy(rf"(?:{_ROW.replace('?P<key>', '?:')}\S[^\n]*(?:\n|\Z)){{3,40}}", re.MULTILINE)
"""Lines of a key and its value, as an alert or a form has them."""

_HOST = re.compile(r"[A-Z]{2}")
"""What begins a line of a list of machines: "SRV-A: 30115"."""

_LEAST_LINES = 3
_LEAST_PAIRS = 2
_TELLING = frozenset(
    {"vss", "dpm", "mabs", "mars", "wsb", "sql", "win", "windows", "inner", "outer", "hr", "detail"}
)
"""Keys of what gives codes: their numbers are weighed as others are."""


@dataclass(frozen=True, slots=True)
class _Pair:
    """A key and where its number stands."""

    key: str
    value: Span


def figures_of_records(text: str) -> Iterator[Span]:
    """Where the numbers of records stand whose keys, beside that of a code, are those of other things, or
    that are what lines of keys and values tell of such keys."""
    yield from _figures_of_lists(text)
    for record in _records(text):
        keys = [pair.key for pair in record]
        for pair in record:
            if not may_hold_code(pair.key, keys) and _TELLING.isdisjoint(words_of(pair.key)):
                yield pair.value


def _figures_of_lists(text: str) -> Iterator[Span]:
    """The numbers behind keys that tell of no error, in some lines each of which has another key."""
    if len(text) > LOG_FROM:
        return
    for block in _LIST().finditer(text):
        lines = list(_LINE().finditer(text, *block.span()))
        keys = {line["key"].strip().lower() for line in lines}
        if len(keys) < max(_LEAST_LINES, len(lines)) or any(_HOST.search(line["key"]) for line in lines):
            continue
        for line in lines:
            told = kind_of(line["key"]) != "other" or any(map(can_tell, words_of(line["key"])))
            if line["number"] and not told:
                yield line.span("number")


def find_recorded(text: str) -> Iterator[tuple[int, int, Cue]]:
    """Start, end and cue of the codes of records."""
    for record in _records(text):
        keys = [pair.key for pair in record]
        for pair in record:
            kind = kind_of(pair.key)
            if kind in CODE_KINDS:
                yield *pair.value, Cue("event" if kind == "event" else None, strong=True)
            elif kind == "maybe" and not numbers_records(pair.key, keys):
                yield *pair.value, Cue(None, strong=False)


def _records(text: str) -> Iterator[list[_Pair]]:
    """The records of a text in which a key is that of a code, each with its pairs of keys and numbers."""
    if len(text) > LOG_FROM:
        return
    for shape, parting in _SHAPES:
        records: dict[int, list[_Pair]] = defaultdict(list)
        for match in shape().finditer(text):
            begin = text.rfind(parting, 0, match.start("key"))
            records[begin].append(_Pair(match["key"].strip(), match.span("value")))
        for record in records.values():
            if len(record) >= _LEAST_PAIRS and any(
                kind_of(pair.key) in (*CODE_KINDS, "maybe") for pair in record
            ):
                yield record
