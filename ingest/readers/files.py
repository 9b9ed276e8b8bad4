"""Which files an ingest is about: folders walked, hidden files and circular links left out."""

from __future__ import annotations

import os
import re
import stat
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from ingest.errors import reason_of

SUPPORTED_SUFFIXES = frozenset(
    (".md", ".markdown", ".txt", ".log", ".html", ".htm", ".pdf", ".docx", ".yml", ".yaml", ".csv")
)
"""Suffixes of files that can be read, in lower case; of YAML, only FAQs."""

_YAML = frozenset((".yml", ".yaml"))
_HEAD = 256
FAQ_MARK = re.compile(rb"(?:\xef\xbb\xbf)?###\s*YamlMime:\s*FAQ\b", re.IGNORECASE)
"""What an FAQ's first bytes look like; other YAML holds no text to search."""


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file to read. `relative` names it within what the user asked for, with "/" on every system."""

    path: Path
    relative: str


@dataclass(frozen=True, slots=True)
class Skipped:
    """A path that is left out, and why, in words a user can act on."""

    path: Path
    reason: str


def discover(paths: Sequence[Path]) -> tuple[list[SourceFile], list[Skipped]]:
    """Files below `paths` in a stable order, each once, and what was left out. Never raises for bad paths.

    Of a folder, files of kinds that can't be read are left out without a word.
    """
    walk = _Walk()
    for path in paths:
        walk.argument(path)
    return _distinct(walk.files), sorted(walk.skipped, key=lambda left: str(left.path))


def is_hidden(path: Path) -> bool:
    """Whether the system or Office hides this file: a leading dot, Windows' hidden mark, "~$" lock files."""
    if path.name.startswith((".", "~$")):
        return True
    try:
        marks = getattr(path.lstat(), "st_file_attributes", 0)
    except OSError:
        return False
    return bool(marks & stat.FILE_ATTRIBUTE_HIDDEN)


@dataclass(slots=True)
class _Walk:
    files: list[SourceFile] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    _seen: set[Path] = field(default_factory=set)

    def argument(self, path: Path) -> None:
        """Take in a path that the user named."""
        try:
            if path.is_dir():
                self._folder(path)
            elif not path.exists():
                self._skip(path, "there is no such file or folder; check the spelling")
            elif path.suffix.lower() not in SUPPORTED_SUFFIXES:
                kinds = ", ".join(sorted(SUPPORTED_SUFFIXES))
                self._skip(path, f"files of this kind can't be read; save it as one of {kinds}")
            else:
                self._file(path, path.name)
        except OSError as error:
            self._skip(path, _denied(error))

    def _folder(self, root: Path) -> None:
        """Real folders come first, so that a link to a folder that is here as well adds nothing twice."""
        links: list[Path] = []
        queue = [root]
        while queue or links:
            folder = queue.pop(0) if queue else links.pop(0)
            if self._enter(folder):
                inner = self._entries(folder, root)
                queue.extend(path for path in inner if not path.is_symlink())
                links.extend(path for path in inner if path.is_symlink())

    def _enter(self, folder: Path) -> bool:
        real = folder.resolve()
        if folder.is_symlink() and real in folder.parent.resolve().joinpath("x").parents:
            self._skip(folder, "the link leads back to a folder that it lies in; remove the link")
            return False
        new = real not in self._seen
        self._seen.add(real)
        return new

    def _entries(self, folder: Path, root: Path) -> list[Path]:
        try:
            entries = sorted(folder.iterdir())
        except OSError as error:
            self._skip(folder, _denied(error))
            return []
        inner = []
        for path in entries:
            if is_hidden(path):
                continue
            if path.is_dir():
                inner.append(path)
            elif path.is_symlink() and not _exists(path):
                self._skip(path, "the link leads nowhere or back to itself; remove or mend it")
            elif _is_readable_kind(path):
                self._file(path, path.relative_to(root).as_posix())
        return inner

    def _file(self, path: Path, relative: str) -> None:
        real = path.resolve()
        if real not in self._seen:
            self._seen.add(real)
            self.files.append(SourceFile(path, _sound(relative)))

    def _skip(self, path: Path, reason: str) -> None:
        self.skipped.append(Skipped(path, reason))


def _distinct(files: Sequence[SourceFile]) -> list[SourceFile]:
    """Files of two folders that have the same relative name are told apart by their whole path."""
    named: defaultdict[str, list[SourceFile]] = defaultdict(list)
    for file in files:
        named[file.relative].append(file)
    distinct = [
        file if len(same) == 1 else replace(file, relative=_sound(file.path.absolute().as_posix()))
        for same in named.values()
        for file in same
    ]
    return sorted(distinct, key=lambda file: file.relative)


def _is_readable_kind(path: Path) -> bool:
    suffix = path.suffix.lower()
    if suffix not in _YAML:
        return suffix in SUPPORTED_SUFFIXES
    try:
        with path.open("rb") as file:
            return FAQ_MARK.match(file.read(_HEAD)) is not None
    except OSError:
        return True  # reading it will say what is wrong


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # Python 3.11 and 3.12 raise it for a link to itself on some systems
        return False


def _sound(name: str) -> str:
    """A file name that can be encoded: bytes that are no text in the file system become "?"."""
    return os.fsencode(name).decode("utf-8", "replace").replace("\ufffd", "?") if not name.isascii() else name


def _denied(error: OSError) -> str:
    return f"it can't be opened ({reason_of(error)}); check that your account may read it"
