"""The blocks below one heading cut into pieces that fit: the rules by kind of block."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from ingest.documents import Block, ChunkKind
from ingest.packing import pack, split_lines
from ingest.sentences import FENCE, ITEM, split_prose
from ingest.tables import LINE_BREAK, Table, parse_table

WHOLE_TABLE_ROWS = 8
"""Tables with more rows than this are taken apart into rows even when they would fit."""

_INTRODUCED = frozenset(("list", "table", "code"))


@dataclass(frozen=True, slots=True)
class Piece:
    """A chunk before it has a place."""

    kind: ChunkKind
    text: str
    asks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Frame:
    """What is repeated around every part: a lead-in, the key of a row, the fence of code."""

    before: str = ""
    after: str = ""

    def around(self, part: str) -> str:
        return f"{self.before}{part}{self.after}"


@dataclass(frozen=True, slots=True)
class Cutter:
    """Cuts blocks. `measure` counts the tokens of a text together with the heading path above it."""

    measure: Callable[[str], int]
    limit: int

    def pieces(self, blocks: Sequence[Block], *, keep_asked: bool) -> Iterator[Piece]:
        """Pieces in order; a lead-in goes with what it introduces, neighbouring paragraphs together.

        With `keep_asked`, a paragraph that has `asks` is not merged with others.
        """
        prose: list[Piece] = []
        for lead, block in _with_leads(blocks):
            asks = _union((lead, block) if lead else (block,))
            if block.kind == "prose" and not (keep_asked and asks):
                prose.append(Piece("prose", block.text, asks))
            else:
                yield from self._merged(prose)
                prose.clear()
                for kind, text in self._cut(block, lead.text if lead else ""):
                    yield Piece(kind, text, asks)
        yield from self._merged(prose)

    def _fits(self, text: str) -> bool:
        return self.measure(text) <= self.limit

    def _merged(self, prose: Sequence[Piece]) -> Iterator[Piece]:
        start = 0
        for end in range(1, len(prose) + 1):
            longer = "\n\n".join(piece.text for piece in prose[start : end + 1])
            if end == len(prose) or not self._fits(longer):
                text = "\n\n".join(piece.text for piece in prose[start:end])
                for part in [text] if self._fits(text) else split_lines(text, self._fits):
                    yield Piece("prose", part, _union(prose[start:end]))
                start = end

    def _cut(self, block: Block, lead: str) -> Iterator[tuple[ChunkKind, str]]:
        table = parse_table(block.text) if block.kind == "table" else None
        whole = _led(lead, block.text.replace(LINE_BREAK, " ") if table else block.text)
        if self._fits(whole) and not (table and len(table.rows) > WHOLE_TABLE_ROWS):
            yield block.kind, whole
            return
        frame = self._roomy(*(_Frame(_led(text, "")) for text in (lead, *split_prose(lead)[-1:]) if text))
        if lead and frame.before != _led(lead, ""):
            yield from (("prose", text) for text in split_lines(lead, self._fits))
        if table:
            yield from (("row", text) for text in self._rows(table, frame))
        elif block.kind == "list":
            yield from (("list", text) for text in self._packed(_top_items(block.text), frame))
        elif block.kind == "code":
            yield from (("code", text) for text in self._code(block.text, frame))
        else:
            yield from ((block.kind, text) for text in split_lines(block.text, self._fits))

    def _roomy(self, *frames: _Frame) -> _Frame:
        """The first frame that leaves a quarter of the limit for the part inside; else an empty one."""
        room = self.limit * 3 // 4
        return next((frame for frame in frames if self.measure(frame.around("")) <= room), _Frame())

    def _packed(self, units: Sequence[str], frame: _Frame) -> Iterator[str]:
        def fits(part: str) -> bool:
            return self._fits(frame.around(part))

        for part in pack(units, "\n", fits, lambda unit: split_lines(unit, fits)):
            yield frame.around(part)

    def _code(self, text: str, lead: _Frame) -> Iterator[str]:
        first, *body = text.split("\n")
        fence = FENCE.match(first)
        ticks = fence[1] if fence else "```"
        framed = [_Frame(f"{before}{first}\n", f"\n{ticks}") for before in (lead.before, "")]
        frame = self._roomy(*framed, lead)
        if not frame.before.startswith(lead.before):
            yield from split_lines(lead.before, self._fits)
        body = body[:-1] if frame in framed else [first, *body]
        yield from self._packed([line for line in body if line.strip()], frame)

    def _rows(self, table: Table, lead: _Frame) -> Iterator[str]:
        labels = [
            f"{name}: " if name and self.measure(name) <= self.limit // 2 else "" for name in table.header
        ]
        unnamed = [
            name
            for column, name in enumerate(table.header)
            if name and not (labels[column] and any(row[column] for row in table.rows))
        ]
        yield from self._packed(unnamed, lead)
        for row in table.rows:
            cells = [(label, cell) for label, cell in zip(labels, row, strict=False) if cell]
            whole = lead.around("\n".join(_labelled(label, cell) for label, cell in cells))
            yield from [whole] if self._fits(whole) else self._long_row(cells, lead)

    def _long_row(self, cells: Sequence[tuple[str, str]], lead: _Frame) -> Iterator[str]:
        """Parts of a row; its first cell is its key and is repeated when it is short."""
        key = _labelled(*cells[0]) + "\n"
        keyed = [_Frame(lead.before + key), _Frame(key)]
        frame = self._roomy(*keyed, lead)
        rest = cells[1:] if frame in keyed else cells
        lines = [] if frame.before.startswith(lead.before) else [lead.before.strip()]
        lines += [line for label, cell in rest for line in self._labelled_parts(label, cell, frame)]
        yield from self._packed(lines, frame)

    def _labelled_parts(self, label: str, cell: str, frame: _Frame) -> list[str]:
        def fits(part: str) -> bool:
            return self._fits(frame.around(_labelled(label, part)))

        return [_labelled(label, part) for part in split_lines(cell, fits)]


def _with_leads(blocks: Sequence[Block]) -> Iterator[tuple[Block | None, Block]]:
    """Each block with the paragraph ending in ":" that introduces it, if there is one."""
    lead: Block | None = None
    for block, following in zip(blocks, (*blocks[1:], None), strict=True):
        introduces = block.kind == "prose" and block.text.rstrip("*_ ").endswith(":")
        if introduces and following is not None and following.kind in _INTRODUCED:
            lead = block
        else:
            yield lead, block
            lead = None


def _union(parts: Sequence[Block] | Sequence[Piece]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ask for part in parts for ask in part.asks))


def _led(lead: str, text: str) -> str:
    return f"{lead}\n\n{text}" if lead else text


def _labelled(label: str, cell: str) -> str:
    return f"{label.rstrip()}\n{cell}" if label and ITEM.match(cell) else label + cell


def _top_items(text: str) -> list[str]:
    items: list[str] = []
    for line in text.split("\n"):
        if not items or (ITEM.match(line) and not line[:1].isspace()):
            items.append(line)
        else:
            items[-1] += "\n" + line
    return items
