"""What a reader of one format hands back, and the tidying that all formats share."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from ingest.documents import Block

_INVISIBLE = dict.fromkeys([0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0x00AD])
_TRAILING = re.compile(r"[ \t]+$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Parsed:
    """A document before its place is known. Empty fields are filled in from the file's name and path."""

    blocks: tuple[Block, ...]
    title: str = ""
    date: str = ""
    document: str = ""
    source: str = ""
    sections: tuple[str, ...] = ()
    kind: str = "article"
    notices: tuple[str, ...] = ()


def tidy(text: str) -> str:
    """`text` in a form that every store takes: NFC, ordinary spaces, no control or invisible characters."""
    sound = text.encode("utf-8", "replace").decode("utf-8")
    plain = unicodedata.normalize("NFC", sound).translate(_INVISIBLE).replace("\u00a0", " ")
    plain = "".join(ch for ch in plain if ch in "\n\t" or unicodedata.category(ch) != "Cc")
    return _TRAILING.sub("", plain).strip("\n")
