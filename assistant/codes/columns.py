"""Numbers that are codes by the head of their column: a table pasted from a sheet, a report or a mail."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.codes.cue_words import NUMBER
from assistant.codes.cues import Cue
from assistant.codes.entries import Namespace
from assistant.codes.found import LOG_FROM
from assistant.codes.owners import is_owner, owner_of
from assistant.decisions.patterns import lazy

_HEAD = lazy(
    r"^(?P<head>[^\n]*?(?:(?<![\w ])[\"' ]*|(?<=  )[\"']?|(?<= / ))(?:(?:instance|error|err|alert|event"
    r"|result|exit|status)[ _-]?(?:code|id|no\.?|number)|code"
    r"|error|event|alert|id|hresult)[\"' ]*(?=[,;|\t\r]|  | / |$)[^\n]*)$",
    re.IGNORECASE | re.MULTILINE,
)
_SURE_WORDS = r"(?:error|err|event|exit|alert|instance)[ _-]?(?:code|id|no\.?|number)|hresult"
_SURE = lazy(_SURE_WORDS)
_NAMED_WORDS = rf"{_SURE_WORDS}|(?:result|status)[ _-]?code|code|error|event|alert"
_NAMED = lazy(rf"{_NAMED_WORDS}|id")
_OPEN = lazy(
    rf"{_NAMED_WORDS}|err|id|no\.|nr|number|message|result|detail|descr|text|stat(?:us|e)|comment|note|reason"
    r"|last|output|problem|info|what|remark"
)
"""Heads of columns in which a code may stand."""

FIGURE = re.compile(r"(?<![\w.,-])\d{1,7}(?![\w-])")
"""A number as things are counted."""

TELLS_CODE = re.compile(
    r"err|code|\bids?\b|result|status|event|alert|fehler|\bnr|\bno\b|message|detail|meldung|hresult|exit"
    r"|reason|note",
    re.IGNORECASE,
)
"""What tells of errors, in a head or a cell."""

_RULE = lazy(r"^[ \t|:]*-{2,}(?:[ \t|:]+-{2,})+[ \t|:]*$", re.MULTILINE)
"""The line below the head of a table."""

_LINE = lazy(r"^(?![ \t]*[+|][-=+|: \t]*$)[^\n]+", re.MULTILINE)
"""A line of a table that is no mere line between rows."""

_CELL = lazy(rf"[ \"'#(]*(?P<number>{NUMBER})[ \"')]*\r?", flags=0)
_BAR = re.compile(r"\|")
_ALIGNED = re.compile(r"(?<=\S)[ ]{2,}")
_TAB = re.compile(r"\t")
_DELIMITERS = (_TAB, _BAR, re.compile(" / "), re.compile(";"), re.compile(","), _ALIGNED)
"""What parts the cells of a row; the last of them columns that are aligned by spaces."""

_EVENT_HEADS = r"level|severity|source|provider|message|entry ?type|event|alert"
_OF_EVENTS = lazy(_EVENT_HEADS)
"""Heads beside which "Id" is that of an event, and not of a process or a job."""

_NUMBERS_ROWS = frozenset({"id", "code"})
_TELLS_ERRORS = lazy(
    rf"{_EVENT_HEADS}|err|descr|text|detail|result|reason"
    r"|server|srv|host|computer|machine|node|agent|job|meaning|meldung|count|status|fail|denied"
    r"|could ?n[o']t|cannot|unable|abort|refused|lost|inconsistent"
)
"""What a table with codes holds beside them: heads of events, or cells that tell of trouble."""

_MEASURE = re.compile(r"\b(?:size|files|items|[kmgt]b|free|used|days|count|length)\b")
"""Heads of columns that count: two of them make a table, of other words it takes three."""

_OWNER_WITHIN = 24
"""How far before a row stands at most whose it is: "bar codes of the safe: 12007, 12029"."""

_LEAST_COLUMNS = 2
_LONGEST_HEAD = 24
"""How many characters a head has at most: what is longer is a sentence with commas."""

_LIST = lazy(
    r"^[^\n]*\b(?:errors?|codes?|ids|events?|alerts?)\b[^\n]*"
    r"(?P<lines>(?:\n[ \t>*•-]{0,6}\d{3,6}[ \t\r]*(?=\n|$)){2,})",
    re.IGNORECASE | re.MULTILINE,
)
"""Lines that are nothing but numbers, below one that tells what they are."""

_LIST_ABOVE = lazy(
    r"(?P<lines>(?:^[ \t]*(?:[-*•]|\d{1,2}[.)])?[ \t]*\d{2,6}[ \t\r]*\n){2,})[^\n\d]{0,20}"
    r"\b(?:(?:error|alert|event)s?[ -]?(?:codes|ids|numbers)|errors|codes)\b",
    re.IGNORECASE | re.MULTILINE,
)
"""Lines that are nothing but numbers, above one that tells what they are."""

_GROUPED = lazy(
    r"\bgroup(?:-object)?[ \t]+(?:-property[ \t]+)?(?:event_?id|instance_?id|id)\b[^\n]*"
    r"(?P<rows>(?:\n[^\n]*){2,})",
    re.IGNORECASE,
)
_OF_GROUP = lazy(r"^[ \t]*\d{1,6}[ \t]+(?P<number>\d{1,5})(?=[ \t\r]*(?:\{|$))", re.MULTILINE)
"""What PowerShell prints of events that are counted by their IDs: how often, and which."""

_TIMES = r"(?:[ \t]*(?:x[ \t]*|\()\d{1,4}(?:x|\))?)?"
_ROW = lazy(
    r"\b(?:(?:(?:error|alert|event)[ -])?(?P<named>codes|ids|id['’]s)"
    r"|(?:err(?:or)?|code|alert)[ -]list|alerts|errors)\b"
    r"(?![^\n:]*\b(?:per|each|count|total)\b)[^\d\n:.;?!]{0,40}?(?::|->|=>)\s*"
    rf"(?P<numbers>[1-9]\d{{1,5}}{_TIMES}(?:(?:[ \t]*[,;/&\n]|[ \t]+and)[ \t]*(?:(?:and|one)[ \t]+){{0,2}}"
    rf"[1-9]\d{{1,5}}{_TIMES}){{1,9}})(?![\w%]|[.,:/-]\d|[ \t]+[a-z]+s\b)",
    re.IGNORECASE,
)
"""Numbers in a row behind what they are, each with how often it came or not: "alerts: 3106 x 14, 3122"."""


@dataclass(frozen=True, slots=True)
class _Column:
    """Which column of how many holds codes, and what its head makes of them."""

    name: str
    at: int
    width: int
    delimiter: re.Pattern[str]
    cue: Cue


def find_columns(text: str) -> Iterator[tuple[int, int, Cue]]:
    """Start, end and cue of the numbers below a head like "error code", row by row while rows are alike."""
    if len(text) > LOG_FROM:
        return
    for match in _HEAD().finditer(text):
        table = text[match.start() : _end_of_table(text, match.end())]
        for column in _columns(match["head"]):
            if not _numbers_rows(column.name, table):
                yield from _cells(text, match.end() + 1, column)
    yield from _under_dashes(text)
    for start, end in _grouped(text):
        yield start, end, Cue("event", strong=True)
    for match in _LIST().finditer(text):
        yield from _numbers(match, "lines", r"\d+", Cue(None, strong=False))
    for match in _LIST_ABOVE().finditer(text):
        yield from _numbers(match, "lines", r"\d+(?=[ \t\r]*\n)", Cue(None, strong=True))
    for match in _ROW().finditer(text):
        if is_owner(owner_of(text[max(0, match.start() - _OWNER_WITHIN) : match.start()])):
            continue
        cue = Cue(None, strong=bool(match["named"]))
        yield from _numbers(match, "numbers", r"(?<![\w(])(?<!x )\d+(?![\dx)])", cue)


def _numbers(match: re.Match[str], group: str, number: str, cue: Cue) -> Iterator[tuple[int, int, Cue]]:
    """Where numbers of that form stand in a group of a match, each with `cue`."""
    for found in re.finditer(number, match[group]):
        yield match.start(group) + found.start(), match.start(group) + found.end(), cue


def _under_dashes(text: str) -> Iterator[tuple[int, int, Cue]]:
    """The numbers of a table as PowerShell prints it: dashes below each head, columns flush with them."""
    for head, rule in _ruled(text):
        if "|" in head + rule[0]:
            continue
        spans = [dashes.span() for dashes in re.finditer(r"-+", rule[0])]
        heads = [head[slice(*span)].strip().lower() for span in spans]
        table = head + text[rule.end() : _end_of_table(text, rule.end())]
        for span, name in zip(spans, heads, strict=True):
            if not _NAMED().fullmatch(name) or _is_of_row(name, head) or _numbers_rows(name, table):
                continue
            for start, line in _lines_until_blank(text, rule.end() + 1):
                for token in re.finditer(r"\S+", line):
                    flush = token.start() == span[0] or token.end() == span[1]
                    if flush and (match := _CELL().fullmatch(token[0])):
                        at = start + token.start()
                        yield at + match.start("number"), at + match.end("number"), Cue("event", strong=True)


def _grouped(text: str) -> Iterator[tuple[int, int]]:
    """Where the IDs stand by which events are counted: "Count Name", and below it "31 12289"."""
    for match in _GROUPED().finditer(text):
        yield from (row.span("number") for row in _OF_GROUP().finditer(text, *match.span("rows")))


def _ruled(text: str) -> Iterator[tuple[str, re.Match[str]]]:
    """The heads of tables, each with the line of dashes below it."""
    for rule in _RULE().finditer(text):
        yield text[: rule.start()].rstrip("\n").rpartition("\n")[2], rule


def _is_of_row(name: str, head: str) -> bool:
    """Whether a column is headed "Id" in a table that is not one of events."""
    return name.strip().lower() == "id" and not _OF_EVENTS().search(head)


def _numbers_rows(name: str, table: str) -> bool:
    """Whether a column of codes or IDs is that of other things: nothing beside it tells of errors."""
    others = re.sub(r"\b(?:ids?|codes?)\b", "", table.lower())
    return name in _NUMBERS_ROWS and not _TELLS_ERRORS().search(others)


def _end_of_table(text: str, start: int) -> int:
    blank = text.find("\n\n", start)
    return blank if blank >= 0 else len(text)


def _lines_until_blank(text: str, start: int) -> Iterator[tuple[int, str]]:
    """The lines of a paragraph and where each begins."""
    for line in text[start : _end_of_table(text, start - 1)].split("\n"):
        yield start, line
        start += len(line) + 1


def figures_of_tables(text: str) -> Iterator[tuple[int, int]]:
    """Where the numbers of a table stand that are none of codes by the heads of columns: "Size (MB)"."""
    if len(text) <= LOG_FROM:
        of_events = set(_grouped(text))
        yield from (place for place in (*_below_rule(text), *_below_words(text)) if place not in of_events)


def _below_rule(text: str) -> Iterator[tuple[int, int]]:
    """The numbers of a table with a line below its head, in the columns that tell nothing of errors."""
    for head, rule in _ruled(text):
        table = head + text[rule.end() : _end_of_table(text, rule.end())]
        dashed = None if "|" in head else [dashes.span() for dashes in re.finditer(r"-+[ \t]*", rule[0])]
        for start, line in _lines_until_blank(text, rule.end() + 1):
            heads = dashed or _cells_of(head, _BAR)
            cells = _around_words(line, dashed) if dashed else _cells_of(line, _BAR)
            for (first, last), (at, end) in zip(heads, cells, strict=False):
                name = head[first:last].strip()
                of_rows = _is_of_row(name, head) or _numbers_rows(name.lower(), table)
                told = TELLS_CODE.search(name) and not of_rows
                if not (told or TELLS_CODE.search(line[at:end])):
                    yield from (one.span() for one in FIGURE.finditer(text, start + at, start + end))


def _around_words(line: str, cells: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """`cells` with their ends moved before a word that they would cut: a number may be flush right."""
    starts = [
        at - len(re.split(r"\s", line[:at])[-1]) if at < len(line) and not line[at].isspace() else at
        for at, _ in cells
    ]
    return list(zip(starts, [*starts[1:], len(line)], strict=True))


def _below_words(text: str) -> Iterator[tuple[int, int]]:
    """The numbers below heads that are all words, where those leave no room for a code."""
    heads: list[str] = []
    for start, line in ((match.start(), match[0]) for match in _LINE().finditer(text)):
        sign = next((sign for sign in _DELIMITERS if sign.search(line)), _ALIGNED)
        cells = list(_cells_of(line, sign))
        found = [line[slice(*cell)].strip(" \r").lower() for cell in cells]
        if sign is _ALIGNED and heads and len(found) == len(heads) + 1 and _is_head(found[0]):
            cells, found = cells[1:], found[1:]  # what the row is about has no head
        noted = len(found) == len(heads) + 1 and sign is _ALIGNED and not FIGURE.fullmatch(found[-1])
        if heads and noted:
            cells = cells[:-1]  # what somebody wrote beside the row
        elif len(found) != len(heads):
            wide = len(found) > _LEAST_COLUMNS or (
                len(found) == _LEAST_COLUMNS and any(map(_is_measure, found))
            )
            heads = found if wide and all(map(_is_head, found)) else []
            continue
        for head, cell in zip(heads, cells, strict=True):
            of_row = sign is _ALIGNED and _is_of_row(head, " ".join(heads))
            if head and (of_row or not _OPEN().search(head)) and (match := _CELL().fullmatch(line, *cell)):
                yield start + match.start("number"), start + match.end("number")


def _is_measure(head: str) -> bool:
    return bool(_MEASURE.search(head))


def _is_head(cell: str) -> bool:
    return not re.search(r"\d", cell) and len(cell) <= _LONGEST_HEAD


def _columns(head: str) -> Iterator[_Column]:
    delimiter = next((sign for sign in _DELIMITERS if sign.search(head.strip())), None)
    if delimiter is None:
        return
    heads = [head[slice(*cell)].strip(" \"'\r").lower() for cell in _cells_of(head, delimiter)]
    if len(heads) < _LEAST_COLUMNS or any(cell[:1].isdigit() for cell in heads):
        return
    named = [at for at, cell in enumerate(heads) if _NAMED().fullmatch(cell)]
    telling = [at for at in named if heads[at] != "id"] or named  # beside a code an ID is that of the row
    for at in telling:
        space: Namespace | None = "event" if heads[at].startswith("event") else None
        yield _Column(heads[at], at, len(heads), delimiter, Cue(space, bool(_SURE().fullmatch(heads[at]))))


def _cells(text: str, start: int, column: _Column) -> Iterator[tuple[int, int, Cue]]:
    while start < len(text):
        end = text.find("\n", start)
        line = text[start : end if end >= 0 else len(text)]
        cells = list(_cells_of(line, column.delimiter))
        if len(cells) != column.width:
            return
        first, last = cells[column.at]
        if match := _CELL().fullmatch(line, first, last):
            yield start + match.start("number"), start + match.end("number"), column.cue
        start += len(line) + 1


def _cells_of(line: str, delimiter: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Where the cells of a row begin and end."""
    start = 0
    for sign in delimiter.finditer(line.rstrip()):
        if line.count('"', start, sign.start()) % 2 and '"' in line[sign.end() :]:
            continue  # within quotation marks
        yield start, sign.start()
        start = sign.end()
    yield start, len(line)
