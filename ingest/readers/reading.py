"""From a file to a document: its name picks the reader of its format.

Each format has a module with one function from bytes to `Parsed`, imported with the first file of its kind:
the parsers of all formats together take half a second.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from importlib import import_module
from pathlib import PurePosixPath

from ingest.documents import DEFAULT_SIZE_LIMIT, Block, Document
from ingest.errors import UnreadableDocument
from ingest.readers.files import SourceFile
from ingest.readers.loading import load_bytes
from ingest.readers.parsed import Parsed, tidy

_READERS: Mapping[str, tuple[str, str]] = {
    ".md": ("markdown", "read_markdown"),
    ".markdown": ("markdown", "read_markdown"),
    ".txt": ("plaintext", "read_text"),
    ".log": ("plaintext", "read_log"),
    ".html": ("html", "read_html"),
    ".htm": ("html", "read_html"),
    ".pdf": ("pdf", "read_pdf"),
    ".docx": ("docx", "read_docx"),
    ".yml": ("faq", "read_faq"),
    ".yaml": ("faq", "read_faq"),
    ".csv": ("catalogue", "read_csv"),
}
"""Module and function by suffix."""


def read_document(file: SourceFile, collection: str, size_limit: int = DEFAULT_SIZE_LIMIT) -> Document:
    """The document in a file. `size_limit` is in bytes. Raises UnreadableDocument with a remedy."""
    reader = _reader(file.path.suffix)
    data = load_bytes(file.path, size_limit)
    try:
        parsed = reader(data)
    except RecursionError as error:
        raise UnreadableDocument(
            "The text is nested too deeply.", "Take some of the lists, quotes or brackets out of each other."
        ) from error
    return _document(parsed, file, collection)


def _reader(suffix: str) -> Callable[[bytes], Parsed]:
    named = _READERS.get(suffix.lower())
    if named is None:
        raise UnreadableDocument(
            f"Files of the kind '{suffix}' can't be read.",
            f"Save it as one of {', '.join(sorted(_READERS))}.",
        )
    module, function = named
    reader: Callable[[bytes], Parsed] = getattr(import_module(f"ingest.readers.{module}"), function)
    return reader


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
