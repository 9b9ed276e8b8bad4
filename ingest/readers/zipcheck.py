"""Refuses a zip container that would grow beyond measure, by what it declares, before unpacking it.

Python's zipfile never hands out more than a member declares, so the declared sizes can be relied on.
"""

from __future__ import annotations

import io
import zipfile

from ingest.errors import UnreadableDocument
from ingest.readers.loading import megabytes

_MAX_MEMBERS = 10_000
_MAX_RATIO = 200
_RATIO_MATTERS_FROM = 1024 * 1024
_MAX_TOTAL_FACTOR = 4
_MARKUP = (".xml", ".rels")
_ENCRYPTED = 0x1


def check_zip(data: bytes, size_limit: int) -> None:
    """Raises UnreadableDocument for what is no zip, encrypted, or a zip bomb.

    XML of one member may unpack to `size_limit` bytes, all members together to four times that, and no
    member above 1 MB may have shrunk to less than a 200th (Word's own files stay below 50).
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise UnreadableDocument(
            "The DOCX file is damaged or no DOCX file.", "Open it in Word and save it as DOCX again."
        ) from error
    if any(member.flag_bits & _ENCRYPTED for member in members):
        raise UnreadableDocument("The DOCX file is protected by a password.", "Save a copy without password.")
    total = sum(member.file_size for member in members)
    if total > size_limit * _MAX_TOTAL_FACTOR or len(members) > _MAX_MEMBERS or any(map(_is_bomb, members)):
        raise _bomb(total)
    if any(member.file_size > size_limit for member in members if member.filename.endswith(_MARKUP)):
        raise _bomb(total)


def _is_bomb(member: zipfile.ZipInfo) -> bool:
    ratio = member.file_size / max(member.compress_size, 1)
    return member.file_size > _RATIO_MATTERS_FROM and ratio > _MAX_RATIO


def _bomb(total: int) -> UnreadableDocument:
    return UnreadableDocument(
        f"The DOCX file would unpack to {megabytes(total)} and looks like a zip bomb.",
        "Don't open it unless you know where it comes from; save its text as a new document.",
    )
