"""DOCX: headings by style, paragraphs, lists and tables in their order."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

import docx
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from ingest.documents import DEFAULT_SIZE_LIMIT, Block, ChunkKind
from ingest.errors import UnreadableDocument
from ingest.readers.docx_text import ListMarks, paragraph_text
from ingest.readers.frontmatter import iso_date
from ingest.readers.outline import Outline
from ingest.readers.parsed import Parsed
from ingest.readers.zipcheck import check_zip
from ingest.tables import make_table, render_table

_OLE_MAGIC = bytes.fromhex("d0cf11e0a1b11ae1")
_HEADING_STYLE = re.compile(r"^heading (\d)$", re.IGNORECASE)
_WRAPPERS = {qn("w:sdt"), qn("w:sdtContent"), qn("w:ins"), qn("w:customXml")}


def read_docx(data: bytes, size_limit: int = DEFAULT_SIZE_LIMIT) -> Parsed:
    """A DOCX file. Raises UnreadableDocument for what is no DOCX, damaged, protected, or a zip bomb."""
    if data.startswith(_OLE_MAGIC):
        raise UnreadableDocument(
            "The file is protected by a password or in the old .doc format.",
            "Save it as DOCX without password.",
        )
    check_zip(data, size_limit)
    try:
        return _read(docx.Document(io.BytesIO(data)))
    except Exception as error:  # malformed packages make python-docx and lxml fail in any way
        raise UnreadableDocument(
            f"The DOCX file is damaged ({type(error).__name__}).",
            "Open it in Word and save it as DOCX again.",
        ) from error


def _read(document: Any) -> Parsed:
    walker = _Walker(document)
    walker.walk(document.element.body)
    walker.end_list()
    properties = document.core_properties
    made = properties.modified or properties.created
    title = walker.title or " ".join((properties.title or "").split()) or walker.outline.title
    return Parsed(tuple(walker.blocks), title=title, date=iso_date(made) if made else "")


class _Walker:
    """Goes through the body once and gathers blocks; consecutive list paragraphs make one list."""

    def __init__(self, document: Any) -> None:
        self.blocks: list[Block] = []
        self.title = ""
        self._document = document
        self._marks = ListMarks(document)
        self._items: list[str] = []
        self._names: dict[str | None, str] = {}
        names = [self._style(paragraph) for paragraph in document.paragraphs]
        titled = bool(document.core_properties.title) or "title" in names
        self.outline = Outline(takes_title=not titled and names.count("heading 1") == 1)

    def walk(self, parent: Any) -> None:
        for child in parent:
            if child.tag == qn("w:p"):
                self._paragraph(Paragraph(child, self._document))
            elif child.tag == qn("w:tbl"):
                self._add("table", _table_text(child, self._document))
            elif child.tag in _WRAPPERS:
                self.walk(child)

    def end_list(self) -> None:
        """Turn the list items gathered so far into a block."""
        if self._items:
            self.blocks.append(Block("list", self.outline.path, "\n".join(self._items)))
            self._items = []

    def _add(self, kind: ChunkKind, text: str) -> None:
        if text.strip():
            self.end_list()
            self.blocks.append(Block(kind, self.outline.path, text))

    def _paragraph(self, paragraph: Paragraph) -> None:
        text = paragraph_text(paragraph)
        if not text:
            return
        style = self._style(paragraph)
        heading = _HEADING_STYLE.match(style)
        if heading or style == "title":
            self.end_list()
            self._heading(int(heading[1]) if heading else 0, " ".join(text.replace("**", "").split()))
        elif mark := self._marks.mark(paragraph):
            lines = text.split("\n")
            self._items.append("\n".join([mark + lines[0], *(" " * len(mark) + line for line in lines[1:])]))
        else:
            self._add("prose", text)

    def _heading(self, level: int, text: str) -> None:
        if level:
            self.outline.heading(level, text)
        else:
            self.title = f"{self.title} {text}".strip()

    def _style(self, paragraph: Paragraph) -> str:
        key = paragraph._p.style  # looking a style up is slow; a document has few
        if key not in self._names:
            self._names[key] = _style_name(paragraph)
        return self._names[key]


def _style_name(paragraph: Paragraph) -> str:
    """Lower-case name of the nearest style that is a heading or the title, else of the paragraph's own."""
    style = paragraph.style
    names: list[str] = []
    while style is not None and len(names) < 20:  # a damaged file may hold a circle of styles
        names.append((style.name or "").lower())
        style = style.base_style
    return next((name for name in names if name == "title" or _HEADING_STYLE.match(name)), (names or [""])[0])


def _table_text(table: Any, document: Any) -> str:
    rows = [
        [_cell_text(cell, document) for cell in _cells(row)]
        for row in table.iter(qn("w:tr"))
        if _owns(table, row)
    ]
    made = make_table(rows)
    return render_table(made) if made else ""


def _owns(table: Any, row: Any) -> bool:
    return next(row.iterancestors(qn("w:tbl"))) is table


def _cells(row: Any) -> Iterator[Any]:
    for cell in row.iter(qn("w:tc")):
        if next(cell.iterancestors(qn("w:tr"))) is row:
            yield cell


def _cell_text(cell: Any, document: Any) -> str:
    lines = (paragraph_text(Paragraph(p, document)) for p in cell.iter(qn("w:p")))
    return "\n".join(filter(None, lines))
