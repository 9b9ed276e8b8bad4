"""Floats as integers of 8 bits that share a scale along an axis."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]


def rounded(values: Floats, axis: int, largest: int = 127) -> tuple[NDArray[np.int8], Floats]:
    """The integers, `largest` at most, and the scales: what they are to be multiplied by, without `axis`."""
    scales = np.maximum(np.abs(values).max(axis=axis) / largest, np.finfo(np.float32).tiny)
    return np.round(values / np.expand_dims(scales, axis)).astype(np.int8), scales.astype(np.float32)
