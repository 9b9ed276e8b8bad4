"""Documents that come in through the API: names confined, contents checked, kept in the data folder."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from secrets import token_hex
from typing import IO

from assistant.backup import UPLOADS as FOLDER
from assistant.settings import Settings
from ingest.documents import MEGABYTE
from ingest.errors import InputError, StorageFault, UnreadableDocument, reason_of
from ingest.readers.files import SUPPORTED_SUFFIXES
from ingest.readers.zipcheck import check_zip

_NAME = re.compile(r"[^\W_][\w .,()+@=-]{0,119}")
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)", re.IGNORECASE)
_BOMS = (b"\xff\xfe", b"\xfe\xff")
_HEAD = 8192


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as it came in."""

    name: str
    file: IO[bytes]


def save_uploads(settings: Settings, collection: str, uploads: Sequence[Upload]) -> Path:
    """Checks all files, then writes them into the collection's folder, replacing those of the same name.

    Returns the folder. InputError for a name or content that isn't taken; then nothing is written.
    """
    contents = {}
    for upload in uploads:
        data = upload.file.read(settings.max_document_mb * MEGABYTE + 1)
        check_upload(upload.name, data, settings.max_document_mb * MEGABYTE)
        contents[upload.name] = data
    folder = settings.data_dir / FOLDER / collection
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        for name, data in contents.items():
            partial = folder / f".{token_hex(8)}.part"
            partial.write_bytes(data)
            partial.replace(folder / name)
    except OSError as error:
        raise StorageFault(
            f"Uploads can't be written: {reason_of(error)}.", "Free space in the data folder."
        ) from error
    return folder


def check_upload(name: str, data: bytes, limit: int) -> None:
    """InputError unless name and content are those of a readable kind of file."""
    if not _NAME.fullmatch(name) or _RESERVED.match(name) or name.endswith((".", " ")):
        raise InputError(
            f"{name[:80]!r} can't name a document.", "Use letters, digits, spaces and . , ( ) + - _"
        )
    suffix = Path(name).suffix.lower()
    if suffix not in SUPPORTED_SUFFIXES:
        raise InputError(
            f"{name!r} is of no readable kind.", f"Kinds: {', '.join(sorted(SUPPORTED_SUFFIXES))}."
        )
    if not data:
        raise InputError(f"{name!r} is empty.")
    if len(data) > limit:
        raise InputError(
            f"{name!r} has more than {limit // MEGABYTE} MB.", "Split it, or raise MABS_MAX_DOCUMENT_MB."
        )
    if not _is_of_kind(suffix, data, limit):
        raise InputError(f"The content of {name!r} is not what its name says.")


def allowed_folder(settings: Settings, folder: str) -> Path:
    """The server's folder that was asked for. InputError unless it lies in one that the settings allow."""
    refused = InputError(
        "This folder of the server may not be read.", "MABS_INGEST_FOLDERS lists the folders that may."
    )
    if "\x00" in folder:
        raise refused
    wanted = Path(folder).resolve()
    roots = [Path(root).resolve() for root in settings.ingest_folders]
    if not any(wanted == root or root in wanted.parents for root in roots) or not wanted.is_dir():
        raise refused
    return wanted


def _is_of_kind(suffix: str, data: bytes, limit: int) -> bool:
    if suffix == ".pdf":
        return b"%PDF-" in data[:1024]
    if suffix == ".docx":
        return _is_docx(data, limit)
    head = data[:_HEAD]
    return head.startswith(_BOMS) or (b"\x00" not in head and not head.startswith((b"PK\x03\x04", b"%PDF-")))


def _is_docx(data: bytes, limit: int) -> bool:
    try:
        check_zip(data, limit)
    except UnreadableDocument:
        return False
    return b"word/document" in data
