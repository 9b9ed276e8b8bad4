"""An exported model in 8 bits: a quarter of the weights to read, which is what a short query waits for.

A layer's input is rounded in one of two ways. Where its values lie close together for how far they reach, one
scale is enough, known ahead from sample texts (`ingest.scaled_products`): the quickest kernel. Where a few
values stick out, weights are scaled in blocks and ONNX Runtime scales the input by the same blocks of each
token, so that an outlier spoils its own block only. Measured on the shipped encoder and 18 tokens: 3.0 ms
with both, 3.7 with blocks alone, 6 in fp32; mean cosine to fp32 over 600 texts .9985 (blocks alone .9991).

Not taken: ONNX Runtime's `quantize_dynamic`. A scale that comes from the text at hand makes a vector depend
on the texts that are encoded beside it, and without smoothing it is ten times as far from fp32.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from ingest.input_ranges import observe
from ingest.rounding import rounded
from ingest.scaled_products import DOMAIN, scaled_product, scaled_steps

if TYPE_CHECKING:
    from numpy.typing import NDArray

BLOCK = 128
"""Weights with a scale of their own. Measured: 32 is a third slower, 256 twice as far from fp32."""

_INTEGER_PRODUCTS = 4
"""The operator's `accuracy_level` by which inputs are scaled to 8 bits as well."""


def quantize(path: Path, samples: Sequence[Mapping[str, NDArray[Any]]]) -> None:
    """Replace in place the products with constant weights by ones in 8 bits; embeddings stay as they are.

    `samples`: what the model's inputs are given for some texts. A mean over a text's tokens becomes a product
    too, as that doesn't hang on how many texts there are.
    """
    import onnx

    model = onnx.load(str(path))
    weights = {
        tensor.name: onnx.numpy_helper.to_array(tensor)
        for tensor in model.graph.initializer
        if len(tensor.dims) == 2
    }
    products: dict[str, list[Any]] = {}
    for node in model.graph.node:
        if node.op_type == "MatMul" and node.input[1] in weights:
            products.setdefault(node.input[0], []).append(node)
    ranges = observe(model, list(products), samples)
    rounded: dict[str, list[Any]] = {}
    for name, nodes in products.items():
        own = [weights[node.input[1]] for node in nodes]
        steps = scaled_steps(ranges[name], own)
        for node, weight in zip(nodes, own, strict=True):
            if steps is not None:
                made, tensors = scaled_product(node, weight, steps, first=node is nodes[0])
            elif len(weight) % BLOCK == 0:
                made, tensors = _block_product(node, weight)
            else:
                continue
            rounded[node.output[0]] = made
            model.graph.initializer.extend(tensors)
    _replace_nodes(
        model.graph, [new for node in model.graph.node for new in rounded.get(node.output[0], [node])]
    )
    _drop_unused(model.graph)
    _sum_by_products(model.graph)
    model.opset_import.append(onnx.helper.make_opsetid(DOMAIN, 1))
    onnx.save(model, str(path))


def _replace_nodes(graph: Any, nodes: Sequence[Any]) -> None:
    del graph.node[:]
    graph.node.extend(nodes)


def _drop_unused(graph: Any) -> None:
    used = {name for node in graph.node for name in node.input}
    for tensor in [tensor for tensor in graph.initializer if tensor.name not in used]:
        graph.initializer.remove(tensor)


def _block_product(node: Any, weight: NDArray[np.float32]) -> tuple[list[Any], list[Any]]:
    """The node that reads blocks in place of `node`, and its tensors."""
    from onnx.helper import make_node
    from onnx.numpy_helper import from_array

    inputs, outputs = weight.shape
    names = [f"{node.output[0]}.{ending}" for ending in ("values", "scales")]
    values, scales = in_blocks(weight)
    tensors = [from_array(values, names[0]), from_array(scales, names[1])]
    told = {"K": inputs, "N": outputs, "bits": 8, "block_size": BLOCK, "accuracy_level": _INTEGER_PRODUCTS}
    made = make_node("MatMulNBits", [node.input[0], *names], node.output, node.name, domain=DOMAIN, **told)
    return [made], tensors


def _sum_by_products(graph: Any) -> None:
    """Turn sums of tokens under a mask into products of mask and tokens.

    ONNX Runtime adds up the tokens of one text in another order than those of several.
    """
    from onnx.helper import make_node

    made = {output: node for node in graph.node for output in node.output}
    nodes = []
    for node in graph.node:
        masked = _masked(node, made) if node.op_type == "ReduceSum" else None
        if masked is None:
            nodes.append(node)
            continue
        tokens, mask = masked.input
        name, axis = node.output[0], node.input[1]
        nodes += [
            make_node("Transpose", [mask], [f"{name}.mask"], perm=[0, 2, 1]),
            make_node("MatMul", [f"{name}.mask", tokens], [f"{name}.sums"]),
            make_node("Squeeze", [f"{name}.sums", axis], [name]),
        ]
    _replace_nodes(graph, nodes)


def _masked(total: Any, made: Mapping[str, Any]) -> Any:
    """The product of tokens and mask that a sum adds up; None for another sum."""
    summand = made.get(total.input[0])
    if summand is not None and summand.op_type == "Cast":
        summand = made.get(summand.input[0])
    return summand if summand is not None and summand.op_type == "Mul" else None


def in_blocks(weight: NDArray[np.float32]) -> tuple[NDArray[np.uint8], NDArray[np.float32]]:
    """The values (outputs x blocks x BLOCK, 128 stands for 0) and the scales (outputs x blocks) of a weight.

    `weight`: inputs x outputs, the inputs a multiple of BLOCK.
    """
    blocks = weight.T.reshape(weight.shape[1], -1, BLOCK)
    values, scales = rounded(blocks, axis=2)
    return (values.astype(np.int16) + 128).astype(np.uint8), scales
