"""Readers: from files of the formats that users have to documents made of blocks.

Each format has a module with one function from bytes to `Parsed`; this is where the file's name picks it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import PurePosixPath

from ingest.documents import Block, Document
from ingest.errors import UnreadableDocument
from ingest.readers.catalogue import read_csv
from ingest.readers.docx import read_docx
from ingest.readers.faq import read_faq
from ingest.readers.files import SUPPORTED_SUFFIXES, Skipped, SourceFile, Survey, discover, survey
from ingest.readers.html import read_html
from ingest.readers.loading import DEFAULT_SIZE_LIMIT, load_bytes
from ingest.readers.markdown import read_markdown
from ingest.readers.parsed import Parsed, tidy
from ingest.readers.pdf import read_pdf
from ingest.readers.plaintext import read_log, read_text

__all__ = [
    "DEFAULT_SIZE_LIMIT",
    "SUPPORTED_SUFFIXES",
    "Skipped",
    "SourceFile",
    "Survey",
    "discover",
    "read_document",
    "survey",
]

_READERS: Mapping[str, Callable[[bytes], Parsed]] = {
    ".md": read_markdown,
    ".markdown": read_markdown,
    ".txt": read_text,
    ".log": read_log,
    ".html": read_html,
    ".htm": read_html,
    ".pdf": read_pdf,
    ".docx": read_docx,
    ".yml": read_faq,
    ".yaml": read_faq,
    ".csv": read_csv,
}


def read_document(file: SourceFile, collection: str, size_limit: int = DEFAULT_SIZE_LIMIT) -> Document:
    """The document in a file. `size_limit` is in bytes. Raises UnreadableDocument with a remedy."""
    reader = _READERS.get(file.path.suffix.lower())
    if reader is None:
        raise UnreadableDocument(
            f"Files of the kind '{file.path.suffix}' can't be read.",
            f"Save it as one of {', '.join(sorted(_READERS))}.",
        )
    data = load_bytes(file.path, size_limit)
    try:
        parsed = reader(data)
    except RecursionError as error:
        raise UnreadableDocument(
            "The text is nested too deeply.", "Take some of the lists, quotes or brackets out of each other."
        ) from error
    return _document(parsed, file, collection)


def _document(parsed: Parsed, file: SourceFile, collection: str) -> Document:
    blocks = tuple(block for block in map(_tidied, parsed.blocks) if block.text.strip())
    if not blocks:
        raise UnreadableDocument(
            "The file holds no text that could be searched.", "Remove it, or add text to it."
        )
    title = _line(parsed.title) or PurePosixPath(file.relative).stem.replace("-", " ").replace("_", " ")
    return Document(
        collection=collection,
        path=file.relative,
        title=title,
        document=_line(parsed.document) or title,
        date=parsed.date,
        source=_line(parsed.source) or file.relative,
        blocks=blocks,
        sections=tuple(map(_line, parsed.sections)),
        kind=_line(parsed.kind) or "article",
        notices=parsed.notices,
    )


def _tidied(block: Block) -> Block:
    headings = tuple(filter(None, map(_line, block.headings)))
    return replace(
        block, headings=headings, text=tidy(block.text), asks=tuple(filter(None, map(_line, block.asks)))
    )


def _line(text: str) -> str:
    return " ".join(tidy(text).split())
