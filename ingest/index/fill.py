"""Fills the Chroma folder of a new generation from the vectors kept in SQLite."""

from __future__ import annotations

import json
import shutil
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from ingest.errors import IndexDamaged, StorageFault
from ingest.files import remove_tree
from ingest.index.contents import read_collections, read_meta, searched_keys
from ingest.index.schema import SQLITE_FILE, open_published
from ingest.index.snapshot import CHROMA_DIR
from ingest.index.writer import read_vectors
from ingest.report import Progress

_BATCH = 1000
_WASTE = 0.2
"""Deleted vectors keep their places in Chroma's graph. Beyond this share of all, the folder is built anew."""

Keys = dict[str, dict[str, str]]
"""Collection -> vector id -> vector key."""


@dataclass(frozen=True, slots=True)
class _Before:
    """What the Chroma folder of the live generation holds, and how many places in it are wasted."""

    folder: Path
    keys: Keys
    deleted: int


def fill(
    connection: sqlite3.Connection, folder: Path, live: Path | None, progress: Progress
) -> dict[str, str]:
    """Make the Chroma folder in `folder` agree with the SQLite file behind `connection`.

    With `live`, the folder of the live generation, its vectors are copied and only differences are applied,
    when that is worth it. Returns the `meta` entries about vectors. StorageFault if Chroma can't write.
    """
    wanted = _keys(connection)
    before = _before(live) if live else None
    if before is None or not _carry_over(connection, folder / CHROMA_DIR, before, wanted, progress):
        before = None
        _apply(connection, folder / CHROMA_DIR, {}, wanted, progress)
    deleted = before.deleted + _leaving(before.keys, wanted) if before else 0
    return {
        "vector_counts": json.dumps({name: len(keys) for name, keys in wanted.items()}),
        "chunks": str(connection.execute("SELECT count(*) FROM chunks").fetchone()[0]),
        "chroma_deleted": str(deleted),
    }


def _carry_over(
    connection: sqlite3.Connection, folder: Path, before: _Before, wanted: Keys, progress: Progress
) -> bool:
    """Copy the live folder and mend it; False, and nothing left, if it isn't worth it or turns out broken."""
    if not _worth_copying(before, wanted):
        return False
    copy = folder.with_name(f"{folder.name}-copy")  # Chroma never forgets a path that it failed to open
    try:
        shutil.copytree(before.folder, copy)
        _apply(connection, copy, before.keys, wanted, progress)
        copy.rename(folder)
    except (IndexDamaged, StorageFault):
        remove_tree(copy)
        return False
    return True


def _keys(connection: sqlite3.Connection) -> Keys:
    names = [info.name for info in read_collections(connection)]
    return {name: searched_keys(connection, name) for name in names}


def _before(live: Path) -> _Before | None:
    try:
        with closing(open_published(live / SQLITE_FILE)) as connection:
            return _Before(live / CHROMA_DIR, _keys(connection), int(read_meta(connection)["chroma_deleted"]))
    except (sqlite3.Error, KeyError):
        return None


def _worth_copying(before: _Before, wanted: Keys) -> bool:
    if not before.folder.is_dir() or not before.keys.keys() <= wanted.keys():
        return False
    total = sum(map(len, wanted.values()))
    return before.deleted + _leaving(before.keys, wanted) <= _WASTE * total


def _leaving(before: Keys, wanted: Keys) -> int:
    """How many vectors have to be deleted to get from one to the other."""
    return sum(len(_surplus(keys, wanted[name])) for name, keys in before.items())


def _surplus(have: dict[str, str], want: dict[str, str]) -> list[str]:
    """Ids in `have` that `want` lacks or has with another vector."""
    return [identifier for identifier, key in have.items() if want.get(identifier) != key]


def _apply(
    connection: sqlite3.Connection, folder: Path, before: Keys, wanted: Keys, progress: Progress
) -> None:
    """Delete and add what differs, then look whether all is there."""
    from ingest.index.vectors import VectorStore

    total = sum(len(_surplus(wanted[name], before.get(name, {}))) for name in wanted)
    done = 0
    with VectorStore(folder) as store:
        for name, keys in wanted.items():
            have = before.get(name, {})
            store.delete(name, _surplus(have, keys))
            coming = _surplus(keys, have)
            for start in range(0, len(coming), _BATCH):
                batch = coming[start : start + _BATCH]
                store.add(name, batch, read_vectors(connection, [keys[identifier] for identifier in batch]))
                done += len(batch)
                progress("store", done, total)
    _verify(folder, wanted)


def _verify(folder: Path, wanted: Keys) -> None:
    """Open what was written as a reader would, and count."""
    from ingest.index.vectors import VectorStore

    with VectorStore(folder) as store:
        counts = {name: store.count(name) for name in wanted}
    if counts != {name: len(keys) for name, keys in wanted.items()}:
        raise IndexDamaged("Chroma has lost vectors while they were written.", "Run `mabs ingest --rebuild`.")
