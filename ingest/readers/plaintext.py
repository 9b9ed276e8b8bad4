"""Plain text and logs: paragraphs between empty lines, lists where every line is an item."""

from __future__ import annotations

import re

from ingest.documents import Block
from ingest.readers.loading import decode
from ingest.readers.parsed import Parsed
from ingest.sentences import ITEM

_PARAGRAPHS = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")
_CLOSED = re.compile(r"[.:;!?|]\s*$")


def read_text(data: bytes) -> Parsed:
    """A .txt file; lines that a width wrapped are joined again. Raises UnreadableDocument."""
    text, notices = decode(data)
    return Parsed(tuple(text_blocks(text, ())), notices=notices)


def read_log(data: bytes) -> Parsed:
    """A .log file, line for line. Raises UnreadableDocument."""
    text, notices = decode(data)
    parts = (part.strip("\n") for part in _PARAGRAPHS.split(text))
    return Parsed(tuple(Block("prose", (), part) for part in parts if part.strip()), notices=notices)


def text_blocks(text: str, headings: tuple[str, ...], *, wrapped: bool = False) -> list[Block]:
    """Paragraphs of `text`. With `wrapped`, a line goes on in the next unless that starts a list item."""
    blocks = []
    for paragraph in _PARAGRAPHS.split(text.replace("\f", "\n\n")):
        lines = _unwrap([line.strip() for line in paragraph.split("\n") if line.strip()], wrapped)
        if lines:
            is_list = all(ITEM.match(line) for line in lines)
            blocks.append(Block("list" if is_list else "prose", headings, "\n".join(lines)))
    return blocks


def _unwrap(lines: list[str], wrapped: bool) -> list[str]:
    joined: list[str] = []
    for line in lines:
        goes_on = joined and not ITEM.match(line) and (wrapped or _is_wrapped(joined[-1], line))
        if goes_on:
            joined[-1] += " " + line
        else:
            joined.append(line)
    return joined


def _is_wrapped(before: str, line: str) -> bool:
    return not _CLOSED.search(before) and line[:1].islower()
