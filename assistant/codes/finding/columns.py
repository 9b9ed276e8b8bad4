"""Numbers that are codes by the head of their column: a table pasted from a sheet, a report or a mail."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.codes.finding.column_heads import CODE_KINDS, kind_of, numbers_records, words_of
from assistant.codes.finding.cue_words import NUMBER
from assistant.codes.finding.cues import Cue
from assistant.codes.finding.found_code import LOG_FROM
from assistant.codes.finding.number_rows import form
from assistant.codes.finding.table_cells import (
    ALIGNED,
    BAR,
    Span,
    cells_of,
    delimiter_of,
    end_of_table,
    is_rule,
    is_ruled,
    lines_until_blank,
    ruled,
)
from assistant.decisions.expressions.patterns import lazy

FIGURE = re.compile(r"(?<![\w.,-])\d{1,7}(?![\w-])")
"""A number as things are counted."""

TELLS_CODE = re.compile(
    r"err|code|\bids?\b|result|status|event|alert|fehler|\bnr|\bno\b|message|detail|meldung|hresult|exit"
    r"|reason|note|k[oó]d|chyb|błęd|hib|virhe|hata\b|fout|fejl|feil|ошиб|erreur",
    re.IGNORECASE,
)
"""What tells of errors, in a head or a cell."""

_CELL = lazy(rf"[ \"'#(]*(?P<number>{NUMBER})[ \"')]*\r?", flags=0)
_EVENT_HEADS = r"level|severity|source|provider|message|entry ?type|event|alert"
_OF_EVENTS = lazy(_EVENT_HEADS)
"""Heads beside which "Id" is that of an event, and not of a process or a job."""

_LOG_HEADS = frozenset(
    {"leveldisplayname", "providername", "entrytype", "provider", "taskcategory", "logname"}
)
"""Heads of the log of events alone: the ID beside them is that of the event."""

_NUMBERS_ROWS = frozenset({"id", "code"})
_TELLS_ERRORS = lazy(
    rf"{_EVENT_HEADS}|err|descr|text|detail|result|reason"
    r"|server|srv|host|computer|machine|node|agent|job|meaning|meldung|count|status|fail|denied"
    r"|could ?n[o']t|cannot|unable|abort|refused|lost|inconsistent"
)
"""What a table with codes holds beside them: heads of events, or cells that tell of trouble."""

_LEAST_COLUMNS = 2

_STEM = (
    r"err|code|id|no|nr|\bevt?\b|event|ereignis|evento|alert|exit|hresult|rc|ret|fault|fehler|fout|fe[ij]l|chyb|b[łl]|hiba|virhe"
    r"|hata|k[oó]d|cod|ошиб|код|esemény|zdarz|událost|händelse|hændelse|hendelse|gebeurtenis|événement|tapahtuma"
)
_HEAD = lazy(rf"^(?=[^\n]{{0,300}}(?:{_STEM}))[^\n\d][^\n]{{1,400}}$", re.IGNORECASE | re.MULTILINE)
"""A line that may be the head of a table with codes."""

_IS_NO_HEAD = re.compile(r"^\d|:$")
"""What begins with a number is a cell, and what ends with a colon a key."""

_PAIRS = re.compile(
    r"[ \t|]*(?:field|property|attribute|name|key|feld|campo|champ)[ \t]*\|[ \t]*"
    r"(?:value|wert|valor|valeur)[ \t|]*",
    re.IGNORECASE,
)
"""The head of a table of two columns, each row of which is about another thing."""

_SHIFT = 12
"""How far a longer cell before it shifts a number."""


def find_columns(text: str) -> Iterator[tuple[int, int, Cue]]:
    """Start, end and cue of the numbers below a head like "error code", row by row while rows are alike."""
    if len(text) > LOG_FROM:
        return
    yield from _below_heads(text)
    yield from _under_dashes(text)
    for start, end in find_pairs(text):
        yield start, end, Cue(None, strong=True)


def _below_heads(text: str) -> Iterator[tuple[int, int, Cue]]:
    """The numbers of the columns whose heads, in a line of their own, are those of codes."""
    for match in _HEAD().finditer(text):
        head = match[0]
        delimiter = delimiter_of(head)
        if delimiter is None or "\n" not in text[match.end() :]:
            continue
        if delimiter is ALIGNED and is_ruled(text, match.end()):
            continue  # the dashes say where the columns are
        spans = list(cells_of(head, delimiter))
        names = [head[slice(*span)].strip(" \"'\r") for span in spans]
        if len(names) < _LEAST_COLUMNS or any(_IS_NO_HEAD.search(name) for name in names):
            continue
        table = text[match.start() : end_of_table(text, match.end())]
        for at, cue in _telling(names, table):
            yield from _cells(text, match.end() + 1, delimiter, spans, at, cue, wide=_takes_words(names))


def find_pairs(text: str) -> Iterator[Span]:
    """The codes of a table of fields and their values: "| Error | 30173 |"."""
    for head, rule in ruled(text) if len(text) <= LOG_FROM else ():
        if not _PAIRS.fullmatch(head):
            continue
        for start, line in lines_until_blank(text, rule.end() + 1):
            cells = [cell for cell in cells_of(line, BAR) if line[slice(*cell)].strip()]
            if len(cells) != _LEAST_COLUMNS or kind_of(line[slice(*cells[0])]) not in (*CODE_KINDS, "maybe"):
                continue
            yield from number_in(line, start, cells[1])


def number_in(line: str, start: int, cell: Span) -> Iterator[Span]:
    """Where the number stands in a cell that holds nothing else, of the line that begins at `start`."""
    if match := _CELL().fullmatch(line, *cell):
        yield start + match.start("number"), start + match.end("number")


def _takes_words(names: Sequence[str]) -> bool:
    """Whether the last column is one of messages, that may hold what parts cells."""
    return kind_of(names[-1]) == "open"


def _telling(names: Sequence[str], table: str) -> Iterator[tuple[int, Cue]]:
    """Which columns of a table hold codes, and what their heads make of the numbers.

    Beside a column of codes an ID is that of the row or of the alert, and beside counts of warnings "Error"
    is a count as well.
    """
    kinds = [kind_of(name) for name in names]
    known = "maybe" in kinds
    for at, (name, kind) in enumerate(zip(names, kinds, strict=True)):
        if kind in CODE_KINDS:
            yield at, Cue("event" if kind == "event" else None, strong=True)
        elif numbers_records(name, names) or numbers_rows(name, table):
            continue
        elif kind == "maybe" and not ("tally" in kinds and len(words_of(name)) == 1):
            yield at, Cue("event" if name.lower() == "event" else None, strong=False)
        elif kind == "id" and not known:
            of_events = is_of_events(names)
            yield at, Cue("event" if of_events else None, strong=of_events)


def _cells(
    text: str,
    start: int,
    delimiter: re.Pattern[str],
    heads: Sequence[Span],
    at: int,
    cue: Cue,
    *,
    wide: bool,
) -> Iterator[tuple[int, int, Cue]]:
    """The numbers of the column `at`, row by row while the rows are as the head is."""
    while start < len(text):
        end = text.find("\n", start)
        line = text[start : end if end >= 0 else len(text)]
        cells = list(cells_of(line, delimiter))
        cell: Span | None = cells[at] if at < len(cells) else None
        if delimiter is ALIGNED and len(cells) != len(heads):
            cell = _below(cells, heads[at]) if len(cells) > 1 else None
            if cell is None and len(cells) < _LEAST_COLUMNS:
                return
        elif len(cells) != len(heads) and not (wide and len(cells) > len(heads)) and not is_rule(line):
            return
        if cell:
            yield from ((*place, cue) for place in number_in(line, start, cell))
        start += len(line) + 1


def _below(cells: Sequence[Span], head: Span) -> Span | None:
    """The cell of an aligned row that begins or ends with the head of its column."""
    return next((cell for cell in cells if cell[0] == head[0] or cell[1] == head[1]), None)


def _under_dashes(text: str) -> Iterator[tuple[int, int, Cue]]:
    """The numbers of a table as PowerShell prints it: dashes below each head, columns flush with them."""
    for head, rule in ruled(text):
        if "|" in head + rule[0]:
            continue
        spans = [dashes.span() for dashes in re.finditer(r"-+", rule[0])]
        names = [head[slice(*span)].strip() for span in spans]
        table = head + text[rule.end() : end_of_table(text, rule.end())]
        rows = list(lines_until_blank(text, rule.end() + 1))
        for at, cue in _telling(names, table):
            if is_of_row(names[at], names):
                continue
            for start, end in _of_column(rows, spans[at]):
                yield start, end, Cue("event", strong=cue.strong or "alert" not in words_of(names[at]))


def _of_column(rows: Sequence[tuple[int, str]], dashes: Span) -> Iterator[Span]:
    """The numbers below some dashes, or shifted by a longer cell, behind the same words as in other rows."""
    forms: set[str] = set()
    shifted: list[tuple[int, str]] = []
    for start, line in rows:
        tokens = list(re.finditer(r"\S+", line))
        token = _under(tokens, dashes)
        places = list(number_in(line, start, token.span())) if token else []
        if token and places:
            forms.add(form(line[: token.start()]))
            yield from places
        else:
            shifted.append((start, line))
    for start, line in shifted:
        for token in re.finditer(r"\S+", line):
            if abs(token.start() - dashes[0]) <= _SHIFT and form(line[: token.start()]) in forms:
                yield from number_in(line, start, token.span())


def _under(tokens: Sequence[re.Match[str]], dashes: Span) -> re.Match[str] | None:
    """The word of a row that is flush with some dashes, or stands at least partly below them."""
    flush = (one for one in tokens if one.start() == dashes[0] or one.end() == dashes[1])
    below = (one for one in tokens if one.start() < dashes[1] and dashes[0] < one.end())
    return next(flush, None) or next(below, None)


def is_of_events(names: Sequence[str]) -> bool:
    """Whether the heads beside an ID are those of a log of events."""
    return any("".join(words_of(name)) in _LOG_HEADS for name in names)


def is_of_row(name: str, names: Sequence[str]) -> bool:
    """Whether a column is headed "Id" in a table that is not one of events."""
    return name.strip().lower() == "id" and not _OF_EVENTS().search(" ".join(names))


def numbers_rows(name: str, table: str) -> bool:
    """Whether a column of codes or IDs is that of other things: nothing beside it tells of errors."""
    if name.lower() not in _NUMBERS_ROWS:
        return False
    return not _TELLS_ERRORS().search(re.sub(r"\b(?:ids?|codes?)\b", "", table.lower()))
