"""Markdown tables, written and read back, so that readers and chunking agree on one form."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

LINE_BREAK = "<br>"
"""Stands for a line break inside a cell, which a Markdown table can't hold otherwise."""

_UNESCAPED_BAR = re.compile(r"(?<!\\)\|")
_SPACES = re.compile(r"[ \t]*\n\s*")


@dataclass(frozen=True, slots=True)
class Table:
    """Header cells and rows of cells; every row is as long as the header. Cells may hold line breaks."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def make_table(rows: Sequence[Sequence[str]]) -> Table | None:
    """The table whose first row is the header; short rows are filled up. None when no cell holds text."""
    filled = [row for row in rows if any(cell.strip() for cell in row)]
    if not filled:
        return None
    width = max(len(row) for row in filled)
    padded = [tuple(cell.strip() for cell in row) + ("",) * (width - len(row)) for row in filled]
    return Table(padded[0], tuple(padded[1:]))


def render_table(table: Table) -> str:
    """The table as Markdown, one line a row; `parse_table` reads it back."""
    lines = [_line(table.header), _line(["---"] * len(table.header))]
    return "\n".join(lines + [_line(row) for row in table.rows])


def parse_table(text: str) -> Table:
    """The table that `render_table` wrote."""
    lines = [_cells(line) for line in text.split("\n") if line.strip()]
    return Table(lines[0], tuple(lines[2:]))


def _line(cells: Sequence[str]) -> str:
    return "| " + " | ".join(_escape(cell) for cell in cells) + " |"


def _escape(cell: str) -> str:
    return _SPACES.sub(LINE_BREAK, cell.strip()).replace("|", "\\|")


def _cells(line: str) -> tuple[str, ...]:
    inner = _UNESCAPED_BAR.split(line.strip())[1:-1]
    return tuple(cell.strip().replace("\\|", "|").replace(LINE_BREAK, "\n") for cell in inner)
