"""The shipped knowledge: guide topics, dated notes and the error reference, as files.

No logic beyond finding them. Folders are those of the installed package on disk; nothing is read on import.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

_KNOWLEDGE = frozenset({".md", ".yaml", ".json"})


def root() -> Path:
    """The package's own folder."""
    return Path(__file__).parent


def guide_dir() -> Path:
    """Folder of the guide topics (Markdown)."""
    return root() / "guide"


def notes_dir() -> Path:
    """Folder of the dated notes on where newer documents differ from the guide (Markdown)."""
    return root() / "notes"


def errors_dir() -> Path:
    """Folder of the error reference."""
    return root() / "errors"


def version(folder: Path | None = None) -> str:
    """A hash (16 hex digits) over names and contents of the knowledge in `folder` (default: the package).

    It changes when the knowledge does, so an index knows that it was built from another one. Line ends do
    not count: a Windows checkout has the same version.
    """
    base = root() if folder is None else folder
    digest = hashlib.sha256()
    for name, path in sorted((path.relative_to(base).as_posix(), path) for path in base.rglob("*")):
        if path.suffix in _KNOWLEDGE and path.is_file():
            content = path.read_bytes().replace(b"\r\n", b"\n")
            digest.update(f"{name}\0{len(content)}\0".encode() + content)
    return digest.hexdigest()[:16]
