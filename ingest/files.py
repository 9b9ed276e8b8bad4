"""Files of the data directory: private to their owner, replaced whole, removed patiently."""

from __future__ import annotations

import os
import shutil
import stat
from pathlib import Path


def make_private_dir(path: Path) -> None:
    """Create a folder and its missing parents, readable by the owner only (where modes exist)."""
    missing = []
    while not path.is_dir():
        missing.append(path)
        path = path.parent
    for folder in reversed(missing):
        folder.mkdir(mode=0o700, exist_ok=True)


def make_private(root: Path) -> None:
    """Take everybody else's rights from a folder and all in it. Windows keeps its own access lists."""
    if os.name == "nt":
        return
    root.chmod(0o700 if root.is_dir() else 0o600)
    for path in root.rglob("*"):
        path.chmod(0o700 if path.is_dir() else 0o600)


def replace_text(path: Path, text: str) -> None:
    """Write a small file so that readers see the old text or the new one, also after a power cut."""
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, stat.S_IRUSR | stat.S_IWUSR)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)


def sync_tree(root: Path) -> None:
    """Bring all files of a folder to the disk, so that a power cut can't empty what was just published."""
    for path in root.rglob("*"):
        if path.is_file():
            with path.open("rb+") as file:
                os.fsync(file.fileno())


def remove_tree(path: Path) -> bool:
    """Remove a folder; False if something in it is still in use (Windows) and part of it stays."""
    shutil.rmtree(path, ignore_errors=True)
    return not path.exists()


def tree_bytes(root: Path) -> int:
    """Bytes of all files below a folder."""
    return sum(path.stat().st_size for path in root.rglob("*") if path.is_file())
