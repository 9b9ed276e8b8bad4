"""`mabs ingest`: brings the shipped guide or the user's own documents into the index."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from assistant.cli.progress import TerminalProgress
from assistant.cli.terminal import folded, say, say_json
from assistant.settings import encoder_choice, load_settings
from ingest.documents import MEGABYTE
from ingest.errors import InputError
from ingest.pipeline import SHIPPED, Request, ingest, preview, remove_collection
from ingest.plan import Plan
from ingest.report import FileNote, IngestReport

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
    """Runs the ingest and prints its summary; the exit code is 2 when `strict` and something was skipped."""
    settings = load_settings()
    if remove:
        if paths or dry_run or not collection:
            raise InputError(
                "--remove takes a collection and nothing else.", "Try: mabs ingest --remove -c NAME"
            )
        report = remove_collection(settings.data_dir, collection, settings.index_grace_seconds)
        return _finish(report, strict, as_json)
    lost = [str(path) for path in paths if not path.expanduser().exists()]
    if lost:
        raise InputError(f"There is no {', '.join(lost)}.", "Check the spelling; nothing was changed.")
    request = Request(
        name=collection or ("documents" if paths else SHIPPED),
        paths=tuple(path.expanduser() for path in paths),
        encoder=encoder_choice(settings),
        rebuild=rebuild,
        size_limit=settings.max_document_mb * MEGABYTE,
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
        say_json(report.to_dict())
    else:
        _show(report)
    return 2 if strict and report.skipped else 0


def _show(report: IngestReport) -> None:
    counts = {
        "added": report.added,
        "changed": report.changed,
        "renamed": report.renamed,
        "removed": report.removed,
        "unchanged": report.unchanged,
        "skipped": len(report.skipped),
    }
    say(
        folded(
            f"{_counted(counts)}; {report.embedded} vectors computed, {report.reused} reused; "
            f"{report.chunks} passages in all; {report.seconds:.1f} s"
        )
    )
    _show_notes("skipped ", report.skipped)
    _show_notes("", report.notices[:SHOWN])
    if len(report.notices) > SHOWN:
        say(f"  ... and {len(report.notices) - SHOWN} more notices; --json lists them all")


def _show_notes(label: str, notes: Sequence[FileNote]) -> None:
    for note in notes:
        say(folded(f"{label}{note.path}: {note.text}", "  ", "    "))


def _show_plans(plans: Sequence[Plan], as_json: bool) -> None:
    if as_json:
        say_json([_plan_data(plan) for plan in plans])
        return
    for plan in plans:
        paths = _planned_paths(plan)
        counts = {name: len(listed) for name, listed in paths.items()}
        counts |= {"unchanged": len(plan.unchanged), "skipped": len(plan.skipped)}
        say(folded(_counted(counts), f"{plan.collection.name}: "))
        for name, listed in paths.items():
            for path in listed[:SHOWN]:
                say(folded(path, f"  {name} ", "    "))
            if len(listed) > SHOWN:
                say(f"  ... and {len(listed) - SHOWN} more {name}; --json lists them all")
        _show_notes("skipped ", plan.skipped)


def _planned_paths(plan: Plan) -> dict[str, list[str]]:
    paths: dict[str, list[str]] = {"added": [], "changed": [], "renamed": [], "removed": list(plan.removed)}
    for task in plan.tasks:
        paths[task.change].append(f"{task.before} -> {task.record.path}" if task.before else task.record.path)
    return paths


def _plan_data(plan: Plan) -> dict[str, object]:
    skipped = [{"path": note.path, "text": note.text} for note in plan.skipped]
    paths = _planned_paths(plan)
    return {
        "collection": plan.collection.name,
        **paths,
        "unchanged": list(plan.unchanged),
        "skipped": skipped,
    }


def _counted(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{number} {name}" for name, number in counts.items())
