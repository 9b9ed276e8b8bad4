"""PDF: the text of each page under the heading "page N". Headings and tables of the layout are not known."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from contextlib import contextmanager

import pypdf
from pypdf.errors import DependencyError, FileNotDecryptedError, PyPdfError

from ingest.documents import Block
from ingest.errors import UnreadableDocument
from ingest.readers.frontmatter import iso_date
from ingest.readers.parsed import Parsed
from ingest.readers.plaintext import text_blocks

_HEAD = 1024


def read_pdf(data: bytes) -> Parsed:
    """A PDF file. Raises UnreadableDocument for what is no PDF, broken, protected or holds pictures only."""
    if b"%PDF-" not in data[:_HEAD]:
        raise UnreadableDocument(
            "This is not a PDF file.", "Rename it to what it is, or export it as PDF again."
        )
    with _quiet_pypdf() as complaints:
        try:
            parsed = _read(data)
        except (FileNotDecryptedError, DependencyError) as error:
            raise _protected() from error
        except UnreadableDocument:
            raise
        except (
            Exception
        ) as error:  # malformed PDFs make pypdf fail in any way: KeyError, TypeError, zlib.error, ...
            raise UnreadableDocument(
                f"The PDF file is damaged ({type(error).__name__}).",
                "Open it in a viewer and save or print it as PDF.",
            ) from error
    if not complaints:
        return parsed
    notice = (
        "The PDF file has faults; its text may be incomplete. Save or print it as PDF again to mend them."
    )
    return Parsed(parsed.blocks, parsed.title, parsed.date, notices=(*parsed.notices, notice))


def _read(data: bytes) -> Parsed:
    reader = pypdf.PdfReader(io.BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        raise _protected()
    blocks: list[Block] = []
    silent: list[str] = []
    for number, page in enumerate(reader.pages, start=1):
        found = text_blocks(page.extract_text(), (f"page {number}",), wrapped=True)
        blocks.extend(found)
        silent.extend([] if found else [str(number)])
    if not blocks:
        raise UnreadableDocument(
            "The PDF file holds no text, only pictures of pages.",
            "Run it through text recognition (OCR) first.",
        )
    notice = (
        f"No text on page {', '.join(silent)}; run text recognition (OCR) if it is a scan." if silent else ""
    )
    return Parsed(tuple(blocks), *_properties(reader), notices=(notice,) if notice else ())


def _properties(reader: pypdf.PdfReader) -> tuple[str, str]:
    try:
        info = reader.metadata
        title = " ".join(str(info.title or "").split()) if info else ""
        made = (info.modification_date or info.creation_date) if info else None
    except (PyPdfError, ValueError, TypeError):  # the text is good even when its description is not
        return "", ""
    return title, iso_date(made) if made else ""


def _protected() -> UnreadableDocument:
    return UnreadableDocument("The PDF file is protected by a password.", "Save a copy without password.")


@contextmanager
def _quiet_pypdf() -> Iterator[list[str]]:
    """Gathers what pypdf logs, which would otherwise go to the user's terminal."""
    complaints: list[str] = []
    handler = logging.Handler()
    handler.emit = lambda record: complaints.append(record.getMessage())  # type: ignore[method-assign]
    logger = logging.getLogger("pypdf")
    propagate = logger.propagate
    logger.addHandler(handler)
    logger.propagate = False
    try:
        yield complaints
    finally:
        logger.removeHandler(handler)
        logger.propagate = propagate
