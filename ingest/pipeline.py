"""The door to ingest: bring a collection, or the shipped knowledge, into the live index.

Each function takes the data directory and what to do, and leaves the live index either as it was or complete.
Nothing heavy is imported before it is needed: an index that is current is recognised within milliseconds.
"""

from __future__ import annotations

import json
import re
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import kb
from ingest.documents import DEFAULT_SIZE_LIMIT, ERRORS
from ingest.documents import SHIPPED as SHIPPED
from ingest.errors import InputError, ModelFault
from ingest.export import DEFAULT_MODEL, ensure_model, model_folder
from ingest.index.generations import GRACE_SECONDS, Generations
from ingest.index.records import CollectionInfo
from ingest.index.schema import SCHEMA_VERSION
from ingest.report import IngestReport, Progress, silent
from ingest.spec import DEFAULT_PRECISION, EncoderSpec, Precision, read_spec
from ingest.state import Carry, IndexState, package_version, read_state

if TYPE_CHECKING:
    from ingest.index.writer import IndexWriter
    from ingest.plan import Plan

_PATIENCE = 600.0
"""Seconds that a question waits for another process that builds the index."""

_NAME = re.compile(r"[a-z0-9](?:[a-z0-9_-]{0,38}[a-z0-9])?")


@dataclass(frozen=True, slots=True)
class EncoderChoice:
    """Which model at which precision; the package's own by default."""

    model: str = DEFAULT_MODEL
    precision: Precision = DEFAULT_PRECISION

    def folder(self, data_dir: Path) -> Path:
        """Where it lies once exported."""
        return model_folder(data_dir, self.model, self.precision)

    def spec(self, data_dir: Path) -> EncoderSpec | None:
        """Its description, or None as long as it isn't exported or its folder is broken."""
        try:
            return read_spec(self.folder(data_dir))
        except ModelFault:
            return None


@dataclass(frozen=True, slots=True)
class Request:
    """One ingest: the collection `name` from `paths` beside those it was made from before.

    Without paths a collection is brought up to date; the shipped one needs none. `rebuild` reads every file
    again. `size_limit`: bytes of the largest file that is read. `wait_seconds`: how long to wait for another
    writer. `grace_seconds`: see `Generations.prune`.
    """

    name: str = SHIPPED
    paths: tuple[Path, ...] = ()
    encoder: EncoderChoice = EncoderChoice()
    rebuild: bool = False
    size_limit: int = DEFAULT_SIZE_LIMIT
    wait_seconds: float = 0.0
    grace_seconds: float = GRACE_SECONDS


def preview(data_dir: Path, request: Request, progress: Progress = silent) -> list[Plan]:
    """What `ingest` would do now, a plan a collection; nothing is written, no lock is taken. InputError."""
    _check_name(request)
    state = read_state(data_dir)
    carry = state.carry(request.encoder.spec(data_dir), request.rebuild)
    return _plans(state, carry, request, progress)


def ingest(data_dir: Path, request: Request, progress: Progress = silent) -> IngestReport:
    """Bring a collection into the live index, with as little work as the differences allow.

    InputError for a bad collection name or nothing to read; IndexBusy, StorageFault, ModelFault. After any
    error the index that was live still is.
    """
    started = time.monotonic()
    generations = Generations(data_dir)
    _check_name(request)
    with generations.writer(request.wait_seconds):
        report = _ingest(generations, request, progress)
        generations.prune(request.grace_seconds)
    report.seconds = round(time.monotonic() - started, 3)
    return report


def ensure_index(
    data_dir: Path, encoder: EncoderChoice | None = None, progress: Progress = silent
) -> IngestReport | None:
    """Build the shipped index if there is none, or if kb, schema or encoder changed since; else None at once.

    Waits for another process that is building. Raises what `ingest` raises.
    """
    choice = encoder or EncoderChoice()
    if _is_current(data_dir, choice):
        return None
    return ingest(data_dir, Request(encoder=choice, wait_seconds=_PATIENCE), progress)


def remove_collection(data_dir: Path, name: str, grace_seconds: float = GRACE_SECONDS) -> IngestReport:
    """Take a user's collection out of the live index. InputError if there is none of that name."""
    from ingest.publish import publish

    started = time.monotonic()
    generations = Generations(data_dir)
    if name in (SHIPPED, ERRORS):
        raise InputError("The shipped collections can't be removed.", "Name one of your own collections.")
    with generations.writer():
        state = read_state(data_dir)
        if state.live is None or name not in state.known:
            own = ", ".join(known for known, info in state.known.items() if not info.shipped)
            raise InputError(f"There is no collection {name!r}.", f"Yours: {own or 'none'}.")
        report = IngestReport(removed=len(state.documents(name)))
        stamp = (state.live.encoder, state.live.kb_version)
        publish(generations, state, "all", stamp, lambda writer: writer.drop_collection(name), report)
        generations.prune(grace_seconds)
    report.seconds = round(time.monotonic() - started, 3)
    return report


def shipped_collections() -> dict[str, CollectionInfo]:
    """The shipped collections by name: the guide with its notes, and the error reference."""
    return {
        SHIPPED: _collection(SHIPPED, (kb.guide_dir(), kb.notes_dir()), True),
        ERRORS: _collection(ERRORS, sorted(kb.errors_dir().glob("*.yaml")), True),
    }


def _is_current(data_dir: Path, choice: EncoderChoice) -> bool:
    live = Generations(data_dir).live_or_none()
    spec = choice.spec(data_dir)
    return (
        live is not None
        and spec is not None
        and (live.schema, live.encoder) == (SCHEMA_VERSION, spec.fingerprint)
        and live.kb_version == kb.version()
        and Generations(data_dir).path(live.generation).is_dir()
    )


def _check_name(request: Request) -> None:
    if not _NAME.fullmatch(request.name):
        raise InputError(
            f"{request.name!r} can't name a collection.", "Use up to 40 of the characters a-z, 0-9, - and _."
        )
    if request.name in (SHIPPED, ERRORS) and request.paths:
        raise InputError(f"The collection {request.name!r} is a shipped one.", "Choose another --collection.")


def _ingest(generations: Generations, request: Request, progress: Progress) -> IngestReport:
    data_dir = generations.data_dir
    state = read_state(data_dir)
    folder = ensure_model(
        data_dir, request.encoder.model, request.encoder.precision, request.rebuild, progress
    )
    spec = read_spec(folder)
    carry = state.carry(spec, request.rebuild)
    plans = _plans(state, carry, request, progress)
    report = _summary(state, plans)
    shipped = any(plan.collection.shipped for plan in plans)
    stamp = (spec.fingerprint, kb.version() if shipped or state.live is None else state.live.kb_version)
    if carry == "all" and stamp == state.stamp and not any(_differs(state, plan) for plan in plans):
        return report
    from ingest.build import Build
    from ingest.encoder import Encoder
    from ingest.publish import publish

    def fill_in(writer: IndexWriter) -> None:
        build = Build(writer, Encoder(folder), report, progress, request.size_limit)
        if carry == "text":
            build.encode_anew()
        build.carry_out([plan for plan in plans if plan.collection.name in state.known or not plan.is_empty])
        writer.set_meta({"encoder": json.dumps(asdict(spec)), "package_version": package_version()})

    publish(generations, state, carry, stamp, fill_in, report, progress)
    return report


def _plans(state: IndexState, carry: Carry, request: Request, progress: Progress) -> list[Plan]:
    """A plan for the collection asked for; when files have to be read again, for all others too."""
    from ingest.plan import make_plan

    shipped = shipped_collections()
    wanted = shipped if request.name in shipped else {request.name: _asked_for(state, request)}
    if carry in ("vectors", "nothing"):
        wanted = {**shipped, **state.known, **wanted}
    keep = carry in ("all", "text")
    were_skipped = any(record.reason for files in state.files.values() for record in files.values())
    retry = were_skipped and state.meta.get("package_version") != package_version()
    plans = [
        make_plan(
            info, state.files.get(info.name, {}) if keep else {}, retry_skipped=retry, progress=progress
        )
        for info in wanted.values()
    ]
    return [_without_missing_roots(state, plan) for plan in plans]


def _without_missing_roots(state: IndexState, plan: Plan) -> Plan:
    """A path that was named now and doesn't exist is reported as skipped, but not remembered."""
    known = state.known.get(plan.collection.name)
    roots = [root for root in plan.collection.roots if (known and root in known.roots) or Path(root).exists()]
    return replace(plan, collection=replace(plan.collection, roots=tuple(roots)))


def _asked_for(state: IndexState, request: Request) -> CollectionInfo:
    known = state.known.get(request.name)
    if known is None and not request.paths:
        raise InputError(
            f"There is no collection {request.name!r}.", "Name the folders or files to make it from."
        )
    paths = [path.expanduser().absolute() for path in request.paths]
    roots = {*map(Path, known.roots if known else ()), *paths}
    outer = [root for root in roots if not (root.exists() and any(other in roots for other in root.parents))]
    return _collection(request.name, tuple(sorted(outer)), False)


def _collection(name: str, roots: Sequence[Path], shipped: bool) -> CollectionInfo:
    return CollectionInfo(name, tuple(map(str, roots)), shipped)


def _differs(state: IndexState, plan: Plan) -> bool:
    """Whether a plan changes the index: files to read or remove, or other folders to remember."""
    known = state.known.get(plan.collection.name)
    return not plan.is_empty or (known is not None and known != plan.collection)


def _summary(state: IndexState, plans: Sequence[Plan]) -> IngestReport:
    """What the plans settle already; what comes of the files to read is added while they are read."""
    report = IngestReport(
        generation=state.live.generation if state.live else "",
        removed=sum(len(plan.removed) for plan in plans),
        unchanged=sum(len(plan.unchanged) for plan in plans),
        skipped=[note for plan in plans for note in plan.skipped],
    )
    report.chunks, report.vectors = state.counts
    return report
