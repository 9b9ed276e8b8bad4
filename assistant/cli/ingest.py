"""`mabs ingest`: brings the shipped guide or the user's own documents into the index."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from assistant.cli.progress import TerminalProgress
from assistant.cli.terminal import say
from assistant.knowledge import encoder_choice
from assistant.settings import load_settings
from ingest.errors import InputError
from ingest.pipeline import SHIPPED, Request, ingest, preview, remove_collection
from ingest.plan import Plan
from ingest.report import IngestReport

SHOWN = 20


def run_ingest(
    paths: Sequence[Path],
    collection: str,
    *,
    remove: bool,
    dry_run: bool,
    rebuild: bool,
    strict: bool,
    as_json: bool,
) -> int:
    """Runs the ingest and prints its summary; returns the exit code: 2 when `strict` and something was skipped."""
    settings = load_settings()
    if remove:
        if paths or dry_run or not collection:
            raise InputError(
                "--remove takes a collection and nothing else.", "Try: mabs ingest --remove -c NAME"
            )
        report = remove_collection(settings.data_dir, collection, settings.index_grace_seconds)
        return _finish(report, strict, as_json)
    request = Request(
        name=collection or ("documents" if paths else SHIPPED),
        paths=tuple(path.expanduser() for path in paths),
        encoder=encoder_choice(settings),
        rebuild=rebuild,
        grace_seconds=settings.index_grace_seconds,
    )
    with TerminalProgress() as progress:
        if dry_run:
            plans = preview(settings.data_dir, request, progress)
            progress.stop()
            _show_plans(plans, as_json)
            return 0
        report = ingest(settings.data_dir, request, progress)
    return _finish(report, strict, as_json)


def _finish(report: IngestReport, strict: bool, as_json: bool) -> int:
    if as_json:
        say(json.dumps(report.to_dict(), ensure_ascii=False, indent=2))
    else:
        _show(report)
    return 2 if strict and report.skipped else 0


def _show(report: IngestReport) -> None:
    say(
        f"{report.added} added, {report.changed} changed, {report.renamed} renamed, {report.removed} removed, "
        f"{report.unchanged} unchanged, {len(report.skipped)} skipped; "
        f"{report.embedded} vectors computed, {report.reused} reused; {report.chunks} passages in all; "
        f"{report.seconds:.1f} s"
    )
    for note in report.skipped:
        say(f"  skipped {note.path}: {note.text}")
    for note in report.notices[:SHOWN]:
        say(f"  {note.path}: {note.text}")
    if len(report.notices) > SHOWN:
        say(f"  ... and {len(report.notices) - SHOWN} more notices; --json lists them all")


def _show_plans(plans: Sequence[Plan], as_json: bool) -> None:
    if as_json:
        say(json.dumps([plan.to_dict() for plan in plans], ensure_ascii=False, indent=2))
        return
    for plan in plans:
        say(plan.summary())
