"""What a model looks up lies in a file of its own, and the model says the same with it."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import onnx
from onnx.external_data_helper import load_external_data_for_model

from ingest.encoder import Encoder
from ingest.export import model_folder
from ingest.spec import MODEL_FILE, TABLES_FILE, read_spec

MOST_INLINE = 12_500_000
"""The bytes of a model without its tables: its weights in 8 bits, and little more."""


def test_the_model_itself_holds_no_table(model_data_dir: Path) -> None:
    spec = read_spec(model_folder(model_data_dir))
    assert spec.onnx_bytes < MOST_INLINE
    assert spec.tables_bytes > 30_000 * 384 * 4


def test_vectors_are_those_of_the_model_with_its_tables_inside(
    tmp_path: Path, model_data_dir: Path, encoder: Encoder
) -> None:
    folder = tmp_path / "whole"
    shutil.copytree(model_folder(model_data_dir), folder)
    model = onnx.load(str(folder / MODEL_FILE), load_external_data=False)
    load_external_data_for_model(model, str(folder))
    (folder / MODEL_FILE).unlink()
    onnx.save(model, str(folder / MODEL_FILE), save_as_external_data=False)
    for tensor in model.graph.initializer:
        assert tensor.data_location == onnx.TensorProto.DEFAULT
    spec = (
        read_spec(folder)
        .to_json()
        .replace(
            f'"onnx_bytes": {encoder.spec.onnx_bytes}',
            f'"onnx_bytes": {(folder / MODEL_FILE).stat().st_size}',
        )
    )
    (folder / "spec.json").write_text(spec, encoding="utf-8")
    texts = ["How much memory does the server need?", "0x186D2", ""]
    (folder / TABLES_FILE).write_bytes(bytes(encoder.spec.tables_bytes))
    np.testing.assert_array_equal(Encoder(folder).encode(texts), encoder.encode(texts))
