"""Ranges of the values inside a model, seen while it reads."""

from __future__ import annotations

import numpy as np
from onnx import TensorProto, helper

from ingest.input_ranges import observe


def doubling() -> object:
    """A model whose inner value `inside` is twice what it is given."""
    inputs = helper.make_tensor_value_info("x", TensorProto.FLOAT, ["n", 2])
    outputs = helper.make_tensor_value_info("y", TensorProto.FLOAT, ["n", 2])
    nodes = [helper.make_node("Add", ["x", "x"], ["inside"]), helper.make_node("Neg", ["inside"], ["y"])]
    graph = helper.make_graph(nodes, "doubling", [inputs], [outputs])
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=9)


def test_ranges_are_those_over_all_samples_and_hold_zero() -> None:
    samples = [{"x": np.array([[1, -3]], dtype=np.float32)}, {"x": np.array([[2, -1]], dtype=np.float32)}]

    ranges = observe(doubling(), ["x", "inside"], samples)

    assert ranges["inside"].high.tolist() == [4, 0]
    assert ranges["inside"].low.tolist() == [0, -6]
    assert ranges["inside"].reach.tolist() == [4, 6]
    assert ranges["inside"].square.tolist() == [10, 20]
    assert ranges["x"].high.tolist() == [2, 0]


def test_a_model_without_products_is_not_run() -> None:
    assert observe(doubling(), [], []) == {}
