"""Real parts, made once a session: the encoder is exported from the installed weights, and shared."""

from __future__ import annotations

import os
import shutil
import signal
from pathlib import Path

import hypothesis
import pytest
from filelock import FileLock
from hypothesis import HealthCheck
from offline import run_offline

from ingest.encoder import Encoder
from ingest.export import ensure_model
from ingest.pipeline import EncoderChoice

# How long an example takes depends on the machine's other work: no test is about that.
hypothesis.settings.register_profile("project", deadline=None, suppress_health_check=[HealthCheck.too_slow])
hypothesis.settings.load_profile("project")


def pytest_configure() -> None:
    """Ctrl-C means something again in a run that was put into the background, and to what it starts."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes longest to prepare goes first: one worker does it, while others run what doesn't need it."""
    for needed in ("shipped_data_dir", "dev_results"):
        items.sort(key=lambda item, needed=needed: needed not in getattr(item, "fixturenames", ()))  # type: ignore[misc]


def _link_encoder(source: Path, target: Path) -> None:
    """The default encoder alone: another worker may be exporting others beside it."""
    choice = EncoderChoice()
    shutil.copytree(choice.folder(source), choice.folder(target), copy_function=os.link)


def _make_once(what: str, code: str, folder: Path) -> None:
    """Runs `code` over `folder` unless a worker did, and keeps which connections it tried to open.

    In a process behind a guard that refuses the network, and not measured: its own tests cover it.
    """
    kept = folder.parent / f"{what}.attempts"
    with FileLock(kept.with_suffix(".lock")):
        if not kept.is_file():
            kept.write_text(run_offline(f"{code}\nprint(attempts)", folder.parent, folder), "utf-8")


@pytest.fixture(scope="session")
def model_data_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data directory with the exported encoder and no index (the export takes about 15 s)."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    code = "from ingest.export import ensure_model\nensure_model(Path(sys.argv[1]))"
    _make_once("model", code, shared / "model-data")
    return shared / "model-data"


@pytest.fixture(scope="session")
def encoder(model_data_dir: Path) -> Encoder:
    """The encoder at the default precision."""
    return Encoder(ensure_model(model_data_dir))


@pytest.fixture
def data_dir(tmp_path: Path, model_data_dir: Path) -> Path:
    """An own data directory with the encoder and no index."""
    folder = tmp_path / "data"
    _link_encoder(model_data_dir, folder)
    return folder


@pytest.fixture(scope="session")
def shipped_data_dir(model_data_dir: Path) -> Path:
    """A data directory with the shipped index, built once. Only to be read: all tests share it."""
    folder = model_data_dir.parent / "shipped-data"
    with FileLock(model_data_dir.parent / "shipped-data.lock"):
        if not folder.is_dir():
            _link_encoder(model_data_dir, folder)
    _make_once("index", "from ingest.pipeline import ensure_index\nensure_index(Path(sys.argv[1]))", folder)
    return folder
