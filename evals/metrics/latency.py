"""Percentiles of waiting times."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

PERCENTILES = (50, 95, 99)


def percentiles(milliseconds: Sequence[float]) -> dict[str, float]:
    """p50, p95 and p99 of waiting times in milliseconds, rounded to 0.1; empty for no times."""
    if not milliseconds:
        return {}
    return {f"p{p}": round(float(np.percentile(milliseconds, p)), 1) for p in PERCENTILES}
