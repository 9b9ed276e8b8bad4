"""Builds a generation in a folder of its own and makes it live; whatever goes wrong, the old one stays."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from ingest.files import remove_tree
from ingest.index.fill import fill
from ingest.index.generations import Generations
from ingest.index.schema import SCHEMA_VERSION, SQLITE_FILE, write_faults
from ingest.index.writer import IndexWriter
from ingest.report import IngestReport, Progress, silent
from ingest.state import Carry, IndexState


def publish(
    generations: Generations,
    state: IndexState,
    carry: Carry,
    stamp: tuple[str, str],
    work: Callable[[IndexWriter], None],
    report: IngestReport,
    progress: Progress = silent,
) -> None:
    """Carry over what `carry` says, let `work` change it, fill Chroma, and publish.

    `stamp` is the encoder's fingerprint and the kb's version. StorageFault if the disk won't have it.
    """
    encoder, kb_version = stamp
    with write_faults(generations.data_dir):
        folder = generations.begin()
        try:
            counts = _write(folder, state, carry, encoder, work, progress)
            live = generations.publish(folder, SCHEMA_VERSION, encoder, kb_version)
        finally:
            remove_tree(folder)  # gone already once it is published
    report.published, report.generation = True, live.generation
    report.chunks, report.vectors = counts


def _write(
    folder: Path,
    state: IndexState,
    carry: Carry,
    encoder: str,
    work: Callable[[IndexWriter], None],
    progress: Progress,
) -> tuple[int, int]:
    """Write both stores. Returns the numbers of chunks and of searched vectors."""
    base = state.folder / SQLITE_FILE if state.folder else None
    writer = IndexWriter(folder, encoder, base if carry in ("all", "text") else None)
    try:
        if carry == "vectors" and base:
            writer.adopt_vectors(base)
        work(writer)
        writer.sweep_vectors()
        writer.fit_discriminants()
        writer.connection.commit()
        writer.set_meta(fill(writer.connection, folder, state.folder if carry == "all" else None, progress))
        counts = writer.counts()
        writer.finish()
    finally:
        writer.close()
    return counts
