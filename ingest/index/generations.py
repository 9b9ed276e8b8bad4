"""Generations of the index: built beside the live one, published whole, removed when nobody reads them.

<data>/index/live.json          names the live generation; replaced atomically
<data>/index/writer.lock        held by the one process that builds
<data>/index/<generation>/      index.sqlite3, chroma/, readers/ (one locked file a reader)
<data>/index/.building-*        a build under way, or the leftover of a killed one
<data>/index/.removing-*        an old generation on its way out
"""

from __future__ import annotations

import json
import os
import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from ingest.errors import IndexBusy, IndexDamaged, IndexMissing, StorageFault, reason_of
from ingest.files import make_private, make_private_dir, remove_tree, replace_text, sync_tree

if TYPE_CHECKING:
    from filelock import BaseFileLock

INDEX_DIR = "index"
LIVE_FILE = "live.json"
LOCK_FILE = "writer.lock"
READERS_DIR = "readers"
BUILDING = ".building-"
REMOVING = ".removing-"
GRACE_SECONDS = 60.0
"""How long the last live generation stays for readers that have read its name and not yet opened it."""

BUILD_REMEDY = "Run `mabs ingest` to build it."


@dataclass(frozen=True, slots=True)
class Live:
    """What `live.json` says: the generation and what it was built by and from, to be compared at a glance."""

    generation: str
    schema: int
    encoder: str
    kb_version: str
    built_at: str


@dataclass(frozen=True)
class Generations:
    """The generations below one data directory."""

    data_dir: Path

    @cached_property
    def root(self) -> Path:
        """The folder of the index."""
        return self.data_dir / INDEX_DIR

    @cached_property
    def _live_file(self) -> Path:
        return self.root / LIVE_FILE

    def path(self, generation: str) -> Path:
        """The folder of one generation."""
        return self.root / generation

    def live(self) -> Live:
        """What is live. IndexMissing if nothing was ever published, IndexDamaged if the file is broken."""
        try:
            found = self._live_file.stat()
            return _read_live(self._live_file, (found.st_ino, found.st_mtime_ns, found.st_size))
        except FileNotFoundError as error:
            raise IndexMissing("There is no search index yet.", BUILD_REMEDY) from error
        except (ValueError, TypeError) as error:
            raise IndexDamaged(f"{self._live_file} can't be understood.", BUILD_REMEDY) from error
        except OSError as error:
            raise StorageFault(f"{self._live_file} can't be read: {reason_of(error)}") from error

    def live_or_none(self) -> Live | None:
        """What is live, or None if nothing usable is."""
        try:
            return self.live()
        except (IndexMissing, IndexDamaged):
            return None

    @contextmanager
    def writer(self, wait_seconds: float = 0.0) -> Iterator[None]:
        """Be the one writer; clears away what killed builds left. IndexBusy if another one is at it."""
        from filelock import FileLock, Timeout

        try:
            make_private_dir(self.root)
            lock = FileLock(self.root / LOCK_FILE, timeout=wait_seconds, mode=0o600)
            lock.acquire()
        except Timeout as error:
            raise IndexBusy(
                "Another process is building the index.", "Wait until it has finished, then run again."
            ) from error
        except OSError as error:
            raise StorageFault(
                f"The data directory {self.data_dir} can't be written: {reason_of(error)}.",
                "Give your account the right to write there, or choose another with MABS_DATA_DIR.",
            ) from error
        try:
            for leftover in [*self.root.glob(f"{BUILDING}*"), *self.root.glob(f"{REMOVING}*")]:
                remove_tree(leftover)
            yield
        finally:
            lock.release()

    def begin(self) -> Path:
        """An empty folder to build in; for the writer only."""
        stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
        folder = self.root / f"{BUILDING}{stamp}-{secrets.token_hex(3)}"
        folder.mkdir(mode=0o700)
        return folder

    def publish(self, building: Path, schema: int, encoder: str, kb_version: str) -> Live:
        """Make a finished build the live generation. Up to the last step the old one stays live."""
        before = self.live_or_none()
        (building / READERS_DIR).mkdir(mode=0o700, exist_ok=True)
        make_private(building)
        sync_tree(building)
        generation = building.name.removeprefix(BUILDING)
        building.rename(self.path(generation))
        built_at = datetime.now(UTC).isoformat(timespec="seconds")
        live = Live(generation, schema, encoder, kb_version, built_at)
        replace_text(self._live_file, json.dumps(asdict(live), indent=2))
        if before and self.path(before.generation).is_dir():
            os.utime(self.path(before.generation))  # its grace period counts from now
        return live

    def prune(self, grace_seconds: float = GRACE_SECONDS) -> list[str]:
        """Remove generations that are not live, not in use, nor the last live one within its grace period.

        For the writer only. Returns the names of those removed.
        """
        live = self.live_or_none()
        old = [
            folder for folder in self.root.iterdir() if folder.is_dir() and not folder.name.startswith(".")
        ]
        old = [folder for folder in old if live is None or folder.name != live.generation]
        old.sort(key=lambda folder: folder.stat().st_mtime, reverse=True)
        if old and time.time() - old[0].stat().st_mtime < grace_seconds:
            old = old[1:]
        return [folder.name for folder in old if self._remove(folder)]

    def _remove(self, folder: Path) -> bool:
        """Renaming first closes the door; a reader that slipped in just before gets its folder back."""
        if in_use(folder):
            return False
        leaving = folder.with_name(f"{REMOVING}{folder.name}")
        try:
            folder.rename(leaving)
        except OSError:  # Windows: a file in it is open
            return False
        if in_use(leaving):
            leaving.rename(folder)
            return False
        remove_tree(leaving)
        return True


def take_lease(folder: Path) -> BaseFileLock | None:
    """Mark a generation as read by this process until `drop_lease`, or until the process ends in any way.

    None if the folder can't be written: then no writer of this account can remove it either.
    FileNotFoundError if the generation is gone.
    """
    from filelock import FileLock, Timeout

    readers = folder / READERS_DIR
    lock = FileLock(readers / f"{os.getpid()}-{secrets.token_hex(4)}.lock", timeout=0, mode=0o600)
    if not readers.is_dir():
        raise FileNotFoundError(folder)
    try:
        lock.acquire()
    except (OSError, Timeout):
        if not readers.is_dir():
            raise FileNotFoundError(folder) from None
        return None
    return lock


def drop_lease(lease: BaseFileLock | None) -> None:
    """Give a lease back."""
    if lease is not None:
        lease.release()
        Path(lease.lock_file).unlink(missing_ok=True)


def in_use(folder: Path) -> bool:
    """Whether a living process reads this generation. Marks of dead ones are removed."""
    from filelock import FileLock, Timeout

    for mark in (folder / READERS_DIR).glob("*.lock"):
        try:
            with FileLock(mark, timeout=0):
                pass
        except Timeout:
            return True
        except OSError:
            return True  # when in doubt, somebody reads it
        mark.unlink(missing_ok=True)
    return False


@lru_cache(maxsize=8)
def _read_live(path: Path, seen: tuple[int, ...]) -> Live:
    """What the file says that was `seen` with this inode, time and size: asked several times an answer."""
    return Live(**json.loads(path.read_text(encoding="utf-8")))
