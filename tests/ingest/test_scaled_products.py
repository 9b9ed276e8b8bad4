"""Inputs that are rounded by one scale: what is divided, and what is left to blocks."""

from __future__ import annotations

import numpy as np
import pytest

from ingest.input_ranges import InputRange
from ingest.scaled_products import LARGEST, in_columns, scaled_steps

RANDOM = np.random.default_rng(11)
WEIGHT = RANDOM.standard_normal((6, 4)).astype(np.float32)


def seen(values: list[list[float]]) -> InputRange:
    rows = np.array(values, dtype=np.float32)
    return InputRange(np.minimum(rows.min(0), 0), np.maximum(rows.max(0), 0), np.square(rows).mean(0))


def test_every_value_that_was_seen_fits_in_8_bits() -> None:
    rows = RANDOM.standard_normal((50, 6)).astype(np.float32) * [1, 1, 8, 1, 0.1, 3]

    steps = scaled_steps(seen(rows.tolist()), [WEIGHT])

    assert steps is not None
    rounded = np.round(rows / steps.divisors / steps.scale) + steps.zero
    assert rounded.min() >= 0
    assert rounded.max() <= 255


def test_a_wide_channel_is_divided_by_more_than_a_narrow_one() -> None:
    steps = scaled_steps(seen([[20.0, 1.0], [-20.0, -1.0]]), [np.ones((2, 3), dtype=np.float32)])

    assert steps is not None
    assert steps.divisors[0] > 3 * steps.divisors[1]


def test_one_value_far_from_the_others_is_no_case_for_one_scale() -> None:
    usual = RANDOM.uniform(-1, 1, (5000, 6))
    usual[7, :] = 400.0

    assert scaled_steps(seen(usual.tolist()), [WEIGHT]) is None


def test_values_that_are_all_zero_have_steps_as_well() -> None:
    steps = scaled_steps(seen([[0.0] * 6]), [WEIGHT])

    assert steps is not None
    assert steps.scale > 0


@pytest.mark.parametrize("factor", [1e-30, 1.0, 1e6])
def test_columns_hold_the_weights_to_half_a_step(factor: float) -> None:
    weight = WEIGHT * np.float32(factor)

    values, scales = in_columns(weight)

    assert np.abs(values.astype(int)).max() <= LARGEST
    assert np.all(np.abs(values * scales - weight) <= 0.51 * scales)


def test_sums_of_two_products_fit_in_16_bits_on_processors_without_a_wider_sum() -> None:
    assert 255 * LARGEST * 2 < 2**15
