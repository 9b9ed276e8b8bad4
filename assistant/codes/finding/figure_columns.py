"""Numbers of tables that are none of codes by the heads of their columns: "Size (MB)", "Attempts"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.codes.finding.code_lists import grouped
from assistant.codes.finding.column_heads import may_hold_code
from assistant.codes.finding.columns import (
    FIGURE,
    TELLS_CODE,
    find_columns,
    is_of_row,
    number_in,
    numbers_rows,
)
from assistant.codes.finding.found_code import LOG_FROM
from assistant.codes.finding.table_cells import (
    ALIGNED,
    BAR,
    BLANK,
    Span,
    cells_of,
    delimiter_of,
    end_of_table,
    lines_of,
    lines_until_blank,
    ruled,
)

_MEASURE = re.compile(r"\b(?:size|files|items|[kmgt]b|free|used|days|count|length)\b")
"""Heads of columns that count: two of them make a table, of other words it takes three."""

_LEAST_COLUMNS = 2
_LONGEST_HEAD = 24
"""How many characters a head has at most: what is longer is a sentence with commas."""


def figures_of_tables(text: str) -> Iterator[Span]:
    """Where the numbers of a table stand that are none of codes by the heads of columns."""
    if "\n" in text and len(text) <= LOG_FROM:
        codes = {*grouped(text), *((start, end) for start, end, _ in find_columns(text))}
        yield from (place for place in (*_below_rule(text), *_below_words(text)) if place not in codes)


def _below_rule(text: str) -> Iterator[Span]:
    """The numbers of a table with a line below its head, in the columns that tell nothing of errors."""
    for head, rule in ruled(text):
        table = head + text[rule.end() : end_of_table(text, rule.end())]
        dashed = None if "|" in head else [dashes.span() for dashes in re.finditer(r"-+[ \t]*", rule[0])]
        names = [head[slice(*span)].strip() for span in dashed or cells_of(head, BAR)]
        told = [
            may_hold_code(name, names) and not (is_of_row(name, names) or numbers_rows(name, table))
            for name in names
        ]
        for start, line in lines_until_blank(text, rule.end() + 1):
            cells = _around_words(line, dashed) if dashed else list(cells_of(line, BAR))
            for of_code, (at, end) in zip(told, cells, strict=False):
                if not (of_code or TELLS_CODE.search(line[at:end])):
                    yield from (one.span() for one in FIGURE.finditer(text, start + at, start + end))


def _around_words(line: str, cells: list[Span]) -> list[Span]:
    """`cells` with their ends moved before a word that they would cut: a number may be flush right."""
    starts = [
        at - len(re.split(r"\s", line[:at])[-1]) if at < len(line) and not line[at].isspace() else at
        for at, _ in cells
    ]
    return list(zip(starts, [*starts[1:], len(line)], strict=True))


def _below_words(text: str) -> Iterator[Span]:
    """The numbers below heads that are all words, where those leave no room for a code."""
    heads: list[str] = []
    parted = ALIGNED
    for start, line in lines_of(text):
        sign = delimiter_of(line) or parted
        cells = list(cells_of(line, sign))
        found = [line[slice(*cell)].strip(" \"'\r") for cell in cells]
        if sign is ALIGNED and heads and len(found) == len(heads) + 1 and _is_head(found[0]):
            cells, found = cells[1:], found[1:]  # what the row is about has no head
        noted = len(found) == len(heads) + 1 and sign is ALIGNED and not FIGURE.fullmatch(found[-1])
        if heads and noted:
            cells = cells[:-1]  # what somebody wrote beside the row
        elif len(found) != len(heads):
            wide = len(found) > _LEAST_COLUMNS or (
                len(found) == _LEAST_COLUMNS and any(map(_is_measure, found))
            )
            heads = found if wide and all(map(_is_head, found)) else []
            parted = BLANK if heads and sign is BLANK else ALIGNED
            continue
        for head, cell in zip(heads, cells, strict=True):
            of_row = sign is ALIGNED and is_of_row(head, heads)
            if head and (of_row or not may_hold_code(head, heads)):
                yield from number_in(line, start, cell)


def _is_measure(head: str) -> bool:
    return bool(_MEASURE.search(head.lower()))


def _is_head(cell: str) -> bool:
    return not re.search(r"\d", cell) and len(cell) <= _LONGEST_HEAD
