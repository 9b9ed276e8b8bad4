"""The encoder gives what sentence-transformers gives, the same each time, within the window."""

from __future__ import annotations

import shutil
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from ingest.encoder import Encoder
from ingest.errors import ModelFault
from ingest.export import DEFAULT_WEIGHTS_SHA256, ensure_model, model_folder
from ingest.spec import (
    MODEL_FILE,
    SPEC_FILE,
    TABLES_FILE,
    TOKENIZER_FILE,
    EncoderSpec,
    read_spec,
    verify_files,
)

TEXTS = [
    "How much memory does the backup server need?",
    "Run Get-DPMCloudConnection: TRUE means connected.",
    "short",
    "0x186D2 in MABS v3, .NET Framework 3.5 SP1",
    "A sentence that is repeated until it no longer fits the window. " * 40,
    "",
]


def test_the_spec_names_the_published_weights(encoder: Encoder) -> None:
    assert encoder.spec.weights_sha256 == DEFAULT_WEIGHTS_SHA256
    assert (encoder.spec.dimension, encoder.spec.window, encoder.spec.precision) == (384, 256, "int8")


def test_vectors_have_length_one_and_a_row_for_each_text(encoder: Encoder) -> None:
    vectors = encoder.encode(TEXTS)
    assert vectors.shape == (len(TEXTS), 384)
    assert vectors.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1.0, atol=1e-5)


def test_no_texts_give_no_rows(encoder: Encoder) -> None:
    assert encoder.encode([]).shape == (0, 384)


def test_a_text_has_the_same_vector_alone_and_among_others(encoder: Encoder) -> None:
    together = encoder.encode(TEXTS)
    alone = np.stack([encoder.encode_one(text) for text in TEXTS])
    assert np.min(np.sum(together * alone, axis=1)) > 0.99999


def test_encoding_again_gives_the_same_bytes(encoder: Encoder) -> None:
    assert encoder.encode(TEXTS).tobytes() == encoder.encode(TEXTS).tobytes()


def test_threads_may_share_an_encoder(encoder: Encoder) -> None:
    expected = encoder.encode_one(TEXTS[0])
    with ThreadPoolExecutor(4) as pool:
        for vector in pool.map(encoder.encode_one, [TEXTS[0]] * 16):
            np.testing.assert_array_equal(vector, expected)


def test_a_text_that_is_encoded_beside_other_work_has_the_same_vector(encoder: Encoder) -> None:
    texts = ["the replica is inconsistent", "how big is the scratch space"]

    under_way = [encoder.start_one(text) for text in texts]

    for text, vector in zip(texts, under_way, strict=True):
        np.testing.assert_array_equal(vector.result(), encoder.encode_one(text))


def test_related_texts_are_closer_than_unrelated_ones(encoder: Encoder) -> None:
    ram, memory, cake = encoder.encode(["how much RAM", "amount of memory", "a recipe for plum cake"])
    assert ram @ memory > ram @ cake + 0.2


def test_tokens_are_counted_beyond_the_window(encoder: Encoder) -> None:
    assert encoder.count_tokens("") == 2
    assert encoder.count_tokens("backup") == 3
    assert encoder.count_tokens("backup " * 1000) == 1002


def test_text_beyond_the_window_changes_nothing(encoder: Encoder) -> None:
    whole = "backup " * 254
    np.testing.assert_array_equal(encoder.encode_one(whole), encoder.encode_one(whole + "cake " * 50))


def test_progress_hears_of_every_text_and_its_tokens(encoder: Encoder) -> None:
    heard: list[tuple[int, int]] = []
    encoder.encode(TEXTS, lambda texts, tokens: heard.append((texts, tokens)))
    assert sum(texts for texts, _ in heard) == len(TEXTS)
    assert sum(tokens for _, tokens in heard) == sum(min(encoder.count_tokens(text), 256) for text in TEXTS)


def test_the_fingerprint_depends_on_what_makes_vectors_comparable(encoder: Encoder) -> None:
    spec = encoder.spec
    assert replace(spec, onnx_sha256="other", model="renamed").fingerprint == spec.fingerprint
    changes = (
        {"weights_sha256": "x"},
        {"precision": "fp32"},
        {"pooling": "cls"},
        {"window": 128},
        {"dimension": 2},
    )
    for change in changes:
        assert replace(spec, **change).fingerprint != spec.fingerprint


def test_a_spec_survives_its_json(encoder: Encoder) -> None:
    assert EncoderSpec.from_json(encoder.spec.to_json()) == encoder.spec


@pytest.mark.parametrize("text", ["", "no json", "[]", '{"unknown": 1}', "null"])
def test_a_foreign_description_is_a_model_fault(text: str) -> None:
    with pytest.raises(ModelFault):
        EncoderSpec.from_json(text)


@pytest.fixture
def broken(tmp_path: Path, model_data_dir: Path) -> Path:
    folder = tmp_path / "model"
    shutil.copytree(model_folder(model_data_dir), folder)
    return folder


def test_an_untouched_model_verifies(model_data_dir: Path, encoder: Encoder) -> None:
    assert verify_files(model_folder(model_data_dir)) == encoder.spec


@pytest.mark.parametrize("name", [MODEL_FILE, TABLES_FILE])
def test_a_flipped_bit_is_found_by_verifying(broken: Path, name: str) -> None:
    content = bytearray((broken / name).read_bytes())
    content[len(content) // 2] ^= 1
    (broken / name).write_bytes(content)
    with pytest.raises(ModelFault, match="altered"):
        verify_files(broken)


@pytest.mark.parametrize("name", [MODEL_FILE, TABLES_FILE, TOKENIZER_FILE, SPEC_FILE])
def test_a_missing_file_is_a_model_fault_with_a_remedy(broken: Path, name: str) -> None:
    (broken / name).unlink()
    with pytest.raises(ModelFault) as caught:
        Encoder(broken)
    assert "mabs ingest" in caught.value.remedy
    with pytest.raises(ModelFault):
        verify_files(broken)


@pytest.mark.parametrize("name", [MODEL_FILE, TABLES_FILE])
def test_a_model_cut_short_is_a_model_fault(broken: Path, name: str) -> None:
    content = (broken / name).read_bytes()
    (broken / name).write_bytes(content[: len(content) // 2])
    with pytest.raises(ModelFault, match="cut short"):
        Encoder(broken)


def test_a_model_of_the_right_size_that_is_no_model_is_a_model_fault(broken: Path) -> None:
    (broken / MODEL_FILE).write_bytes(b"x" * read_spec(broken).onnx_bytes)
    with pytest.raises(ModelFault, match="can't be run"):
        Encoder(broken)


@pytest.mark.usefixtures("copied_export")
def test_a_cut_model_is_exported_again_when_asked_for(tmp_path: Path, data_dir: Path) -> None:
    folder = model_folder(data_dir)
    content = (folder / MODEL_FILE).read_bytes()
    (folder / MODEL_FILE).unlink()  # the file is shared by hard link
    (folder / MODEL_FILE).write_bytes(content[:1000])
    stages: list[str] = []
    ensure_model(data_dir, progress=lambda stage, done, total: stages.append(f"{stage} {done}/{total}"))
    assert stages == ["model 0/1", "model 1/1"]
    verify_files(folder)
