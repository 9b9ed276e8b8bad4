"""`mabs status` and `mabs doctor`: what is indexed, and whether everything is in order."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import asdict, dataclass

from assistant.cli.terminal import say, say_json
from assistant.settings import Settings, encoder_choice, load_settings
from ingest.errors import IndexDamaged, MabsError, StorageFault, reason_of
from ingest.index.reader import IndexReader
from ingest.spec import verify_files


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at: `fault` is empty when it is in order, `remedy` says how to mend it."""

    name: str
    detail: str
    fault: str = ""
    remedy: str = ""


def run_status(*, as_json: bool) -> None:
    """Prints what is live. Raises IndexMissing when nothing has been built."""
    settings = load_settings()
    with IndexReader.open(settings.data_dir) as reader:
        status = reader.status()
    if as_json:
        totals = {name: getattr(status, name) for name in ("documents", "chunks", "vectors")}
        say_json({**asdict(status), **totals, "data_dir": str(settings.data_dir)})
        return
    encoder = status.encoder
    say(f"Data folder  {settings.data_dir}")
    say(f"Generation   {status.generation}, built {status.built_at}, {status.bytes / 1e6:.1f} MB")
    size = f"{encoder.get('dimension')} dimensions"
    say(f"Encoder      {encoder.get('model')} {encoder.get('precision')}, {size}")
    say(f"Knowledge    {status.kb_version}, package {status.package_version}, schema {status.schema}")
    for collection in status.collections:
        origin = "shipped" if collection.shipped else ", ".join(collection.roots)
        say(
            f"  {collection.name:12} {collection.documents:5} documents {collection.chunks:6} passages "
            f"{collection.skipped:3} skipped  ({origin})"
        )


def run_doctor(*, as_json: bool) -> int:
    """Prints a line for each check; returns 0 when all is in order, else 1."""
    checks = examine()
    if as_json:
        say_json([asdict(check) for check in checks])
    else:
        for check in checks:
            say(f"{'FAULT' if check.fault else 'ok':6} {check.name:14} {check.fault or check.detail}")
            if check.remedy:
                say(f"{'':6} {'':14} -> {check.remedy}")
    return 1 if any(check.fault for check in checks) else 0


def examine() -> list[Check]:
    """Every check, in the order in which one stands on the other."""
    try:
        settings = load_settings()
    except MabsError as error:
        return [Check("settings", "", error.message, error.remedy)]
    looks: tuple[tuple[str, Callable[[Settings], str]], ...] = (
        ("python", lambda _: sys.version.split()[0]),
        ("data folder", _data_folder),
        ("encoder", _encoder),
        ("index", _index),
        ("conversations", _store),
    )
    return [_checked(name, look, settings) for name, look in looks]


def _checked(name: str, look: Callable[[Settings], str], settings: Settings) -> Check:
    try:
        return Check(name, look(settings))
    except MabsError as error:
        return Check(name, "", error.message, error.remedy)


def _data_folder(settings: Settings) -> str:
    folder = settings.data_dir
    try:
        folder.mkdir(parents=True, exist_ok=True)
        probe = folder / ".write-test"
        probe.touch()
        probe.unlink()
    except OSError as error:
        raise StorageFault(
            f"{folder} can't be written: {reason_of(error)}.",
            "Free space, mend its permissions, or set MABS_DATA_DIR.",
        ) from error
    return str(folder)


def _encoder(settings: Settings) -> str:
    spec = verify_files(encoder_choice(settings).folder(settings.data_dir))
    return f"{spec.model} {spec.precision}, files unaltered"


def _index(settings: Settings) -> str:
    spec = encoder_choice(settings).spec(settings.data_dir)
    with IndexReader.open(settings.data_dir, spec.fingerprint if spec else None) as reader:
        faults = reader.check()
        if faults:
            raise IndexDamaged("; ".join(faults), "Run `mabs ingest`; it rebuilds what is damaged.")
        status = reader.status()
    return f"{status.chunks} passages of {status.documents} documents, {status.vectors} vectors"


def _store(settings: Settings) -> str:
    from assistant.cli.chat import open_store

    store = open_store(settings)
    try:
        return f"{len(store.conversations(limit=1000))} conversations"
    finally:
        store.close()
