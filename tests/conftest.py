"""Real parts, made once a session: the encoder is exported from the installed weights, and shared."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import hypothesis
import pytest
from filelock import FileLock
from hypothesis import HealthCheck

from ingest.encoder import Encoder
from ingest.export import ensure_model
from ingest.pipeline import EncoderChoice, ensure_index

# How long an example takes depends on the machine's other work: no test is about that.
hypothesis.settings.register_profile("project", deadline=None, suppress_health_check=[HealthCheck.too_slow])
hypothesis.settings.load_profile("project")


def _link_encoder(source: Path, target: Path) -> None:
    """The default encoder alone: another worker may be exporting others beside it."""
    choice = EncoderChoice()
    shutil.copytree(choice.folder(source), choice.folder(target), copy_function=os.link)


@pytest.fixture(scope="session")
def model_data_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data directory with the exported encoder and no index (the export takes about 15 s)."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    ensure_model(shared / "model-data")
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
        ensure_index(folder)
    return folder
