"""Weights in 8 bits: how close they stay, and what is left alone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import onnx
import onnxruntime
import pytest
from onnx import TensorProto, helper, numpy_helper

from ingest.quantize import BLOCK, in_blocks, quantize

RANDOM = np.random.default_rng(7)


def product(path: Path, weight: Any) -> None:
    """A model of one product with `weight`."""
    inputs = helper.make_tensor_value_info("x", TensorProto.FLOAT, ["n", weight.shape[0]])
    outputs = helper.make_tensor_value_info("y", TensorProto.FLOAT, ["n", weight.shape[1]])
    node = helper.make_node("MatMul", ["x", "w"], ["y"])
    graph = helper.make_graph([node], "one", [inputs], [outputs], [numpy_helper.from_array(weight, "w")])
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=9)
    onnx.save(model, str(path))


def samples(width: int, *, outlier: float = 1.0) -> list[dict[str, Any]]:
    """What a model of one product may be given: 300 rows, one of them `outlier` times as large."""
    given = RANDOM.standard_normal((300, width)).astype(np.float32)
    given[0] *= outlier
    return [{"x": given}]


def operators(path: Path) -> list[str]:
    return [node.op_type for node in onnx.load(str(path)).graph.node]


def run(path: Path, given: Any) -> Any:
    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    return session.run(None, {"x": given})[0]


def test_blocks_hold_the_weights_to_half_a_step() -> None:
    weight = RANDOM.standard_normal((2 * BLOCK, 5)).astype(np.float32)
    weight[3, 2] = 100.0  # widens the steps of its own block only

    values, scales = in_blocks(weight)

    assert values.shape == (5, 2, BLOCK)
    assert scales.shape == (5, 2)
    again = ((values.astype(np.float32) - 128) * scales[:, :, np.newaxis]).reshape(5, -1).T
    steps = np.repeat(scales.T, BLOCK, axis=0)
    assert np.all(np.abs(again - weight) <= 0.51 * steps)
    assert scales[2, 0] > 10 * scales[2, 1]


def test_a_block_of_zeros_stays_zero() -> None:
    values, scales = in_blocks(np.zeros((BLOCK, 1), np.float32))

    assert np.all(values == 128)
    assert np.all(scales > 0)


@pytest.mark.parametrize("rows", [1, 7, 200])
@pytest.mark.parametrize(("outlier", "kernel"), [(1.0, "MatMulIntegerToFloat"), (90.0, "MatMulNBits")])
def test_a_quantized_product_is_nearly_the_same(
    tmp_path: Path, rows: int, outlier: float, kernel: str
) -> None:
    path = tmp_path / "m.onnx"
    product(path, RANDOM.standard_normal((3 * BLOCK, 32)).astype(np.float32))
    given = RANDOM.standard_normal((rows, 3 * BLOCK)).astype(np.float32)
    before, size = run(path, given), path.stat().st_size

    quantize(path, samples(3 * BLOCK, outlier=outlier))
    after = run(path, given)

    assert kernel in operators(path)
    assert path.stat().st_size < size / 3
    cosine = np.sum(before * after) / (np.linalg.norm(before) * np.linalg.norm(after))
    assert 0.9993 < cosine < 0.9999999


def test_a_row_does_not_hang_on_the_others(tmp_path: Path) -> None:
    path = tmp_path / "m.onnx"
    product(path, RANDOM.standard_normal((100, 16)).astype(np.float32))
    quantize(path, samples(100))
    given = RANDOM.standard_normal((9, 100)).astype(np.float32)

    together = run(path, given)

    for row in range(len(given)):
        np.testing.assert_array_equal(run(path, given[row : row + 1])[0], together[row])


def test_products_of_one_input_share_its_rounding(tmp_path: Path) -> None:
    path = tmp_path / "m.onnx"
    weights = {name: RANDOM.standard_normal((64, 8)).astype(np.float32) for name in ("q", "k")}
    inputs = helper.make_tensor_value_info("x", TensorProto.FLOAT, ["n", 64])
    outputs = [helper.make_tensor_value_info(f"y{name}", TensorProto.FLOAT, ["n", 8]) for name in weights]
    nodes = [helper.make_node("MatMul", ["x", name], [f"y{name}"]) for name in weights]
    tensors = [numpy_helper.from_array(weight, name) for name, weight in weights.items()]
    graph = helper.make_graph(nodes, "two", [inputs], outputs, tensors)
    onnx.save(helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=9), str(path))

    quantize(path, samples(64))

    assert operators(path).count("QuantizeLinear") == 1
    assert operators(path).count("MatMulIntegerToFloat") == 2


def test_an_input_with_outliers_that_does_not_divide_into_blocks_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "m.onnx"
    product(path, RANDOM.standard_normal((BLOCK + 1, 4)).astype(np.float32))
    given = RANDOM.standard_normal((2, BLOCK + 1)).astype(np.float32)
    before = run(path, given)

    quantize(path, samples(BLOCK + 1, outlier=90.0))

    np.testing.assert_array_equal(run(path, given), before)


def test_a_masked_sum_says_the_same_for_one_text_as_for_several(tmp_path: Path) -> None:
    path = tmp_path / "m.onnx"
    shapes: dict[str, list[str | int | None]] = {"tokens": ["n", "t", 4], "mask": ["n", "t", 1]}
    inputs = [helper.make_tensor_value_info(name, TensorProto.FLOAT, shape) for name, shape in shapes.items()]
    outputs = [helper.make_tensor_value_info("y", TensorProto.FLOAT, ["n", 4])]
    nodes = [
        helper.make_node("Mul", ["tokens", "mask"], ["masked"]),
        helper.make_node("ReduceSum", ["masked", "axis"], ["y"], keepdims=0),
    ]
    axis = numpy_helper.from_array(np.array([1]), "axis")
    graph = helper.make_graph(nodes, "mean", inputs, outputs, [axis])
    onnx.save(helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=9), str(path))
    quantize(path, [])

    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    tokens = RANDOM.standard_normal((3, 12, 4)).astype(np.float32)
    mask = (RANDOM.random((3, 12, 1)) < 0.7).astype(np.float32)
    together = session.run(None, {"tokens": tokens, "mask": mask})[0]
    np.testing.assert_allclose(together, (tokens * mask).sum(axis=1), rtol=1e-5, atol=1e-6)
    for row in range(3):
        alone = session.run(None, {"tokens": tokens[row : row + 1], "mask": mask[row : row + 1]})[0]
        np.testing.assert_array_equal(alone[0], together[row])
