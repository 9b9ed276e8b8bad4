"""A consistent copy of the data folder while everything runs: store, live index, model, uploads."""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import asdict, dataclass
from pathlib import Path

from sqlalchemy import make_url

from assistant.settings import Settings
from assistant.store import store_url
from ingest.errors import IndexMissing, InputError, StorageFault, reason_of
from ingest.index.generations import INDEX_DIR, LIVE_FILE, READERS_DIR, Generations, drop_lease, take_lease

_TRIES = 3
_SQLITE = (".sqlite", ".sqlite3")
_TEMPORARY = ("*.lock", "*-wal", "*-shm", "*.part", READERS_DIR)

UPLOADS = "uploads"
"""The folder of uploaded documents, below the data folder."""


@dataclass(frozen=True, slots=True)
class Backup:
    """What was copied, in files and bytes; `parts` names it; `left_out` says what was not and why."""

    folder: Path
    files: int
    bytes: int
    parts: tuple[str, ...]
    left_out: str = ""


def back_up(settings: Settings, destination: Path) -> Backup:
    """Copies the data folder to `destination`, which is new or empty. The copy can be used as it is.

    InputError for a destination in use or inside the data folder; StorageFault when it can't be written.
    """
    destination = destination.expanduser().absolute()
    _check(settings.data_dir, destination)
    partial = destination.with_name(f".{destination.name}.part")
    try:
        shutil.rmtree(partial, ignore_errors=True)
        partial.mkdir(parents=True, mode=0o700)
        parts, left_out = _copy(settings, partial)
        if destination.exists():
            destination.rmdir()
        partial.rename(destination)
    except (OSError, sqlite3.Error) as error:
        shutil.rmtree(partial, ignore_errors=True)
        raise StorageFault(
            f"The backup can't be written: {reason_of(error)}.", "Choose another folder."
        ) from error
    files = [path for path in destination.rglob("*") if path.is_file()]
    return Backup(destination, len(files), sum(path.stat().st_size for path in files), tuple(parts), left_out)


def _check(data_dir: Path, destination: Path) -> None:
    if destination.exists() and (not destination.is_dir() or any(destination.iterdir())):
        raise InputError(f"{destination} is in use already.", "Name a folder that doesn't exist yet.")
    if data_dir.absolute() in (destination, *destination.parents):
        raise InputError(f"{destination} lies in the data folder itself.", "Name a folder outside of it.")
    if not data_dir.is_dir():
        raise InputError(f"There is no data folder {data_dir}.", "Nothing has been built or kept yet.")


def _copy(settings: Settings, target: Path) -> tuple[list[str], str]:
    parts, left_out = [], ""
    url = make_url(store_url(settings))
    if url.get_backend_name() != "sqlite":
        left_out = "The conversations are in PostgreSQL: save them with pg_dump."
    elif (store := Path(url.database or "")).is_file():
        _copy_sqlite(store, target / "conversations.sqlite")
        parts.append("conversations")
    if _copy_index(Generations(settings.data_dir), Generations(target)):
        parts.append("index")
    for path in sorted(settings.data_dir.iterdir()):
        if path.is_dir() and path.name != INDEX_DIR and not path.name.startswith("."):
            _copy_tree(path, target / path.name)
            parts.append("uploads" if path.name == UPLOADS else path.name)
    return parts, left_out


def _copy_index(source: Generations, target: Generations) -> bool:
    """The live generation, held while it is copied; tries again when it is replaced just then."""
    for _ in range(_TRIES):
        try:
            live = source.live()
            lease = take_lease(source.path(live.generation))
        except IndexMissing:
            return False
        except FileNotFoundError:
            continue
        try:
            target.root.mkdir(mode=0o700)
            _copy_tree(source.path(live.generation), target.path(live.generation))
            (target.path(live.generation) / READERS_DIR).mkdir(mode=0o700, exist_ok=True)
            live_file = target.root / LIVE_FILE
            live_file.write_text(json.dumps(asdict(live), indent=2), encoding="utf-8")
            return True
        finally:
            drop_lease(lease)
    raise StorageFault("The index was replaced again and again while it was copied.", "Try again.")


def _copy_tree(source: Path, target: Path) -> None:
    shutil.copytree(source, target, copy_function=_copy_file, ignore=shutil.ignore_patterns(*_TEMPORARY))


def _copy_file(source: str, target: str) -> str:
    if Path(source).suffix in _SQLITE:
        _copy_sqlite(Path(source), Path(target))
        return target
    return shutil.copy2(source, target)


def _copy_sqlite(source: Path, target: Path) -> None:
    """By SQLite's own backup, which sees whole transactions only; then its own check of the copy."""
    uri = f"{source.absolute().as_uri()}?mode=ro"
    with closing(sqlite3.connect(uri, uri=True)) as original, closing(sqlite3.connect(target)) as copy:
        original.backup(copy)
        verdict: Sequence[str] = copy.execute("PRAGMA integrity_check").fetchone()
    if verdict[0] != "ok":
        raise StorageFault(f"The copy of {source.name} is damaged: {verdict[0]}.", "Run `mabs doctor`.")
    target.chmod(0o600)
