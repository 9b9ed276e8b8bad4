"""What is live, as far as it can be read, and how much of it the next build can take over."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from ingest.errors import ModelFault
from ingest.index.contents import read_collections, read_files, read_meta
from ingest.index.generations import Generations, Live
from ingest.index.records import CollectionInfo, FileRecord
from ingest.index.schema import SCHEMA_VERSION, SQLITE_FILE, open_published
from ingest.spec import EncoderSpec

Carry = Literal["all", "text", "vectors", "nothing"]
"""What a build takes over: all; documents that get new vectors; only vectors, by their content; nothing."""


def package_version() -> str:
    """The installed release, or "0" in a source tree that isn't installed."""
    from importlib.metadata import PackageNotFoundError, version  # takes 50 ms to import

    try:
        return version("mabs-assistant")
    except PackageNotFoundError:
        return "0"


@dataclass(frozen=True, slots=True)
class IndexState:
    """The live index. `live` is None if there is none or it can't be read; then all else is empty too.

    `known` are the collections whatever the schema; `files` are read for the present schema only.
    """

    live: Live | None = None
    folder: Path | None = None
    meta: Mapping[str, str] = field(default_factory=dict)
    known: Mapping[str, CollectionInfo] = field(default_factory=dict)
    files: Mapping[str, Mapping[str, FileRecord]] = field(default_factory=dict)

    @property
    def stamp(self) -> tuple[str, str] | None:
        """The encoder's fingerprint and the kb's version."""
        return (self.live.encoder, self.live.kb_version) if self.live else None

    @property
    def counts(self) -> tuple[int, int]:
        """How many chunks and searched vectors it holds."""
        if "vector_counts" not in self.meta:
            return 0, 0
        return int(self.meta["chunks"]), sum(json.loads(self.meta["vector_counts"]).values())

    def documents(self, collection: str) -> list[str]:
        """Paths of a collection's documents."""
        return [path for path, record in self.files.get(collection, {}).items() if not record.reason]

    def carry(self, spec: EncoderSpec | None, rebuild: bool) -> Carry:
        """What the next build can take over if it encodes with `spec` (None: not known, taken for equal)."""
        if self.live is None:
            return "nothing"
        same = spec is None or spec.fingerprint == self.live.encoder
        if rebuild or self.live.schema != SCHEMA_VERSION:
            return "vectors" if same else "nothing"
        if same:
            return "all"
        return "text" if spec is not None and self._counts_alike(spec) else "nothing"

    def _counts_alike(self, spec: EncoderSpec) -> bool:
        """Whether chunks that were cut for the old encoder fit this one: same tokenizer, same window."""
        try:
            old = EncoderSpec.from_json(self.meta["encoder"])
        except (KeyError, ModelFault):
            return False
        return (old.tokenizer_sha256, old.window) == (spec.tokenizer_sha256, spec.window)


def read_state(data_dir: Path) -> IndexState:
    """The live index of a data directory. Never raises for a missing or damaged one."""
    generations = Generations(data_dir)
    live = generations.live_or_none()
    if live is None:
        return IndexState()
    folder = generations.path(live.generation)
    try:
        with closing(open_published(folder / SQLITE_FILE)) as connection:
            known = {info.name: info for info in read_collections(connection)}
            current = live.schema == SCHEMA_VERSION
            files = {name: read_files(connection, name) for name in known} if current else {}
            return IndexState(live, folder, read_meta(connection), known, files)
    except (sqlite3.Error, ValueError):
        return IndexState()
