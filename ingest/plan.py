"""What is on disk against what is indexed: which files have to be read, which removed, which left alone."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from ingest.errors import reason_of
from ingest.index.records import CollectionInfo, FileRecord
from ingest.readers.files import Skipped, SourceFile, discover
from ingest.report import FileNote, Progress, silent
from ingest.spec import file_sha256

Change = Literal["added", "changed", "renamed"]

_RACY_NS = 2_000_000_000
"""A file written less than this before it was looked at can change again without its time showing it."""


@dataclass(frozen=True, slots=True)
class Task:
    """A file to read. `before` is its old path if it was renamed."""

    change: Change
    file: SourceFile
    record: FileRecord
    before: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """What an ingest of one collection will do. `removed`: documents gone, `forgotten`: skipped files."""

    collection: CollectionInfo
    tasks: tuple[Task, ...]
    removed: tuple[str, ...]
    forgotten: tuple[str, ...]
    unchanged: tuple[str, ...]
    skipped: tuple[FileNote, ...]

    @property
    def is_empty(self) -> bool:
        """Whether the index already holds all this."""
        return not self.tasks and not self.removed


def make_plan(
    collection: CollectionInfo,
    known: Mapping[str, FileRecord],
    *,
    retry_skipped: bool = False,
    progress: Progress = silent,
) -> Plan:
    """Compare a collection's folders with the files that the index knows, by path.

    A file of known size and time is taken for unchanged; others are compared by content. Files that were
    skipped before are tried again when they changed, or with `retry_skipped`.
    """
    files, left_out = discover([Path(root) for root in collection.roots])
    skipped = [_left_out(collection.name, left) for left in left_out]
    unchanged: list[str] = []
    tasks: list[Task] = []
    for done, file in enumerate(files, start=1):
        match _compared(collection.name, file, known.get(file.relative), retry_skipped):
            case Task() as task:
                tasks.append(task)
            case FileNote() as note:
                skipped.append(note)
            case None:
                unchanged.append(file.relative)
        progress("compare", done, len(files))
    seen = {file.relative for file in files}
    gone = {path: record for path, record in known.items() if path not in seen}
    tasks, moved = _notice_renames(tasks, gone)
    return Plan(
        collection=collection,
        tasks=tuple(tasks),
        removed=tuple(path for path, record in gone.items() if not record.reason and path not in moved),
        forgotten=tuple(path for path, record in gone.items() if record.reason),
        unchanged=tuple(unchanged),
        skipped=tuple(skipped),
    )


def _compared(
    collection: str, file: SourceFile, before: FileRecord | None, retry_skipped: bool
) -> Task | FileNote | None:
    """What to do about a file: read it, or say why it is skipped; None when the index has it as it is."""
    try:
        record = _look(file, before)
    except OSError as error:
        return FileNote(collection, file.relative, _unreadable(error))
    if before is None:
        return Task("added", file, record)
    if before.sha256 != record.sha256:
        return Task("changed", file, record)
    if not before.reason:
        return None
    if retry_skipped:
        return Task("added", file, record)
    return FileNote(collection, file.relative, before.reason)


def _look(file: SourceFile, before: FileRecord | None) -> FileRecord:
    """The file as it is now; hashed only when size, time or doubt ask for it."""
    seen_ns = time.time_ns()
    found = file.path.stat()
    record = FileRecord(file.relative, found.st_size, found.st_mtime_ns, "", seen_ns)
    same = before is not None and (before.size, before.mtime_ns) == (record.size, record.mtime_ns)
    if before and same and before.seen_ns - before.mtime_ns > _RACY_NS:
        return replace(record, sha256=before.sha256)
    return replace(record, sha256=file_sha256(file.path))


def _notice_renames(tasks: list[Task], gone: Mapping[str, FileRecord]) -> tuple[list[Task], set[str]]:
    """Added files with the content of one that is gone are renamed ones; also the old paths so explained."""
    candidates: defaultdict[str, list[str]] = defaultdict(list)
    for path, record in sorted(gone.items(), reverse=True):
        if not record.reason:
            candidates[record.sha256].append(path)
    result = []
    moved = set()
    for task in tasks:
        same = candidates[task.record.sha256] if task.change == "added" else []
        if same:
            task = replace(task, change="renamed", before=same.pop())
            moved.add(task.before)
        result.append(task)
    return result, moved


def _left_out(collection: str, left: Skipped) -> FileNote:
    return FileNote(collection, str(left.path), left.reason)


def _unreadable(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "The file vanished before it could be read. Run ingest again when nothing moves the files."
    return f"The file can't be read ({reason_of(error)}). Check that your account may read it."
