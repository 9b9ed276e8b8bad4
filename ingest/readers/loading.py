"""From a file to its bytes, and from bytes to text: where most bad input is told apart."""

from __future__ import annotations

import codecs
import stat
from pathlib import Path

from ingest.documents import DEFAULT_SIZE_LIMIT, MEGABYTE
from ingest.errors import UnreadableDocument, reason_of

_TEXT_CONTROLS = frozenset("\t\n\r\f\x0b\x1b")
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def megabytes(size: int) -> str:
    """`size` bytes as people read it: "12.5 MB"."""
    return f"{size / MEGABYTE:.4g} MB"


def load_bytes(path: Path, size_limit: int = DEFAULT_SIZE_LIMIT) -> bytes:
    """The file's bytes. Raises UnreadableDocument; a file above the limit is refused before it is opened."""
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            raise UnreadableDocument("This is not an ordinary file.", "Name a file or a folder.")
        _check_size(found.st_size, size_limit)
        with path.open("rb") as file:
            data = file.read(size_limit + 1)
    except FileNotFoundError as error:
        raise UnreadableDocument(
            "The file vanished before it could be read.", "Run ingest again when nothing moves the files."
        ) from error
    except PermissionError as error:
        raise UnreadableDocument(
            "You have no permission to read the file.",
            "Give your account the right to read it, then run again.",
        ) from error
    except OSError as error:
        raise UnreadableDocument(
            f"The file can't be read ({reason_of(error)}).", "Check the disk or the share it lies on."
        ) from error
    _check_size(len(data), size_limit)
    return data


def _check_size(size: int, limit: int) -> None:
    if size == 0:
        raise UnreadableDocument("The file is empty.", "Remove it, or save its text again.")
    if size > limit:
        raise UnreadableDocument(
            f"The file has {megabytes(size)}, more than the limit of {megabytes(limit)}.",
            "Split it into smaller files, or raise MABS_MAX_DOCUMENT_MB and run with --rebuild.",
        )


def decode(data: bytes, *, is_html: bool = False) -> tuple[str, tuple[str, ...]]:
    """Text of the bytes with line ends as "\\n", and notices. Raises UnreadableDocument.

    Tried in this order: byte order mark, UTF-8, the encoding an HTML page declares, then a guess that
    allows Windows-1252 only, since a wrong guess among many would put nonsense into the index.
    """
    text, notices = _decode(data, is_html)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if _is_binary(text):
        raise UnreadableDocument(
            "This is a binary file with the name of a text file.",
            "Rename it to what it is, or export it as text, PDF or DOCX.",
        )
    if not text.strip():
        raise UnreadableDocument(
            "The file holds nothing but white space.", "Remove it, or save its text again."
        )
    return text, notices


def _decode(data: bytes, is_html: bool) -> tuple[str, tuple[str, ...]]:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _strict(data, encoding), ()
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        return _guessed(data, is_html)


def _guessed(data: bytes, is_html: bool) -> tuple[str, tuple[str, ...]]:
    """What no mark tells. The detectors are loaded here: a server holds 9 MB less until it needs them."""
    import charset_normalizer
    from bs4.dammit import EncodingDetector

    if is_html and (declared := EncodingDetector.find_declared_encoding(data, is_html=True)):
        return _strict(data, declared), ()
    guess = charset_normalizer.from_bytes(data, cp_isolation=["cp1252"]).best()
    if guess is None or b"\0" in data:
        raise _undecodable()
    notice = "The file is not UTF-8 and was read as Windows-1252; if letters look wrong, save it as UTF-8."
    return str(guess), (notice,)


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError) as error:
        raise _undecodable() from error


def _undecodable() -> UnreadableDocument:
    return UnreadableDocument(
        "The text is not UTF-8, UTF-16 with a byte order mark or Windows-1252, or the file is binary.",
        "Open it in an editor and save it as UTF-8.",
    )


def _is_binary(text: str) -> bool:
    sample = text[:65536]
    controls = sum(ch < " " and ch not in _TEXT_CONTROLS for ch in sample)
    return "\0" in sample or controls > len(sample) // 50
