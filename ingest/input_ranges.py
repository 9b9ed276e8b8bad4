"""How large the values get that enter the products of a model: seen while it reads sample texts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class InputRange:
    """The least and the greatest value of each channel (0 is always within), and its mean square."""

    low: Floats
    high: Floats
    square: Floats

    @property
    def reach(self) -> Floats:
        """The greatest magnitude of each channel."""
        return np.maximum(self.high, -self.low)


def observe(
    model: Any, names: Sequence[str], samples: Sequence[Mapping[str, NDArray[Any]]]
) -> dict[str, InputRange]:
    """The ranges of the values called `names` (their last axis: channels) while `model` reads `samples`.

    `model` is a loaded ONNX model, each sample what its inputs are given.
    """
    import onnx
    import onnxruntime

    watched = onnx.ModelProto()
    watched.CopyFrom(model)
    known = {value.name for value in model.graph.input}
    watched.graph.output.extend(
        onnx.helper.make_tensor_value_info(name, onnx.TensorProto.FLOAT, None)
        for name in names
        if name not in known
    )
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 3
    session = onnxruntime.InferenceSession(
        watched.SerializeToString(), options, providers=["CPUExecutionProvider"]
    )
    shown = [name for name in names if name not in known]
    seen: dict[str, list[InputRange]] = {name: [] for name in names}
    for sample in samples:
        values = {**sample, **dict(zip(shown, session.run(shown, sample) if shown else [], strict=True))}
        for name in names:
            seen[name].append(_range_of(np.asarray(values[name])))
    return {name: _joined(ranges) for name, ranges in seen.items()}


def _range_of(values: Floats) -> InputRange:
    rows = values.reshape(-1, values.shape[-1])
    return InputRange(
        np.minimum(rows.min(axis=0), 0), np.maximum(rows.max(axis=0), 0), np.square(rows).mean(axis=0)
    )


def _joined(ranges: Sequence[InputRange]) -> InputRange:
    return InputRange(
        np.min([one.low for one in ranges], axis=0),
        np.max([one.high for one in ranges], axis=0),
        np.mean([one.square for one in ranges], axis=0),
    )
