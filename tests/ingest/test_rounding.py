"""Floats as 8-bit integers with a scale along an axis."""

from __future__ import annotations

import numpy as np
import pytest

from ingest.rounding import rounded

VALUES = np.random.default_rng(3).standard_normal((4, 6, 5)).astype(np.float32)


@pytest.mark.parametrize("axis", [0, 1, 2])
@pytest.mark.parametrize("largest", [64, 127])
def test_values_come_back_to_half_a_step(axis: int, largest: int) -> None:
    integers, scales = rounded(VALUES, axis, largest)

    again = integers * np.expand_dims(scales, axis)
    assert np.abs(integers.astype(int)).max() == largest
    assert np.all(np.abs(again - VALUES) <= 0.51 * np.expand_dims(scales, axis))


def test_zeros_stay_zeros() -> None:
    integers, scales = rounded(np.zeros((2, 3), np.float32), axis=1)

    assert not integers.any()
    assert np.all(scales > 0)
