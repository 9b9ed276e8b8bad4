"""A product whose input is rounded to 8 bits by one scale that is known ahead, its weights by one a column.

Channels differ in how far they reach, and one scale would spend its steps on the widest. So each is divided
beforehand, and its weights are multiplied by the same: part of the difference moves to the weights
(SmoothQuant, Xiao et al. 2023).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from ingest.input_ranges import InputRange
from ingest.rounding import rounded

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

DOMAIN = "com.microsoft"
"""Where ONNX Runtime keeps its own operators."""

MIGRATION = 0.6
"""Share of the difference between channels that moves to the weights. Measured from .5 to 1 on 250 texts."""

WIDEST = 24
"""How far an input may reach, in multiples of its root mean square, to be rounded by one scale.

Of the shipped encoder's 24 inputs 19 reach 9 to 22 of them, and lose 1 to 2 % of their product; the others,
those behind an activation, reach 33 and more and would lose 4 to 16 %.
"""

LARGEST = 64
"""The greatest weight after rounding. Processors without VNNI add pairs of products of 8 bits in 16, and
255 x 64 x 2 is the most that fits."""

_LEAST = np.float32(1e-5)


@dataclass(frozen=True, slots=True)
class Steps:
    """How an input is rounded: channel `i` is divided by `divisors[i]` and `scale`, then `zero` is added."""

    divisors: Floats
    scale: np.float32
    zero: np.uint8


def scaled_steps(seen: InputRange, weights: Sequence[Floats]) -> Steps | None:
    """The steps for an input of the range `seen` that enters products with `weights` (inputs x outputs).

    None where it reaches too far for one scale.
    """
    own = np.max([np.abs(weight).max(axis=1) for weight in weights], axis=0)
    divisors = np.maximum(seen.reach, _LEAST) ** MIGRATION / np.maximum(own, _LEAST) ** (1 - MIGRATION)
    low, high = (seen.low / divisors).min(), (seen.high / divisors).max()
    usual = np.sqrt((seen.square / divisors**2).mean())
    if high - low > WIDEST * usual:
        return None
    scale = max((high - low) / 255, np.finfo(np.float32).tiny)
    return Steps(
        divisors.astype(np.float32), np.float32(scale), np.uint8(np.clip(np.round(-low / scale), 0, 255))
    )


def in_columns(weight: Floats) -> tuple[NDArray[np.int8], Floats]:
    """The values of a weight (inputs x outputs, LARGEST at most) and the scale of each column."""
    return rounded(weight, axis=0, largest=LARGEST)


def scaled_product(node: Any, weight: Floats, steps: Steps, *, first: bool) -> tuple[list[Any], list[Any]]:
    """The nodes in place of the product `node`, and their tensors.

    The `first` product of an input brings its rounding, which the others share.
    """
    from onnx.helper import make_node
    from onnx.numpy_helper import from_array

    given, told = node.input[0], node.output[0]
    scale, zero, rounded = f"{given}.scale", f"{given}.zero", f"{given}.rounded"
    values, scales = in_columns(weight * steps.divisors[:, np.newaxis])
    tensors = [
        from_array(values, f"{told}.values"),
        from_array(scales, f"{told}.scales"),
        from_array(np.zeros(len(scales), dtype=np.int8), f"{told}.zeros"),
    ]
    factors = [rounded, f"{told}.values", scale, f"{told}.scales", zero, f"{told}.zeros"]
    product = make_node("MatMulIntegerToFloat", factors, node.output, node.name, domain=DOMAIN)
    if not first:
        return [product], tensors
    tensors += [
        from_array(1 / steps.divisors, f"{given}.factors"),
        from_array(np.array(steps.scale), scale),
        from_array(np.array(steps.zero), zero),
    ]
    evened = f"{given}.evened"
    return [
        make_node("Mul", [given, f"{given}.factors"], [evened]),
        make_node("QuantizeLinear", [evened, scale, zero], [rounded]),
        product,
    ], tensors
