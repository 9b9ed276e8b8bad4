"""Clusters of cases that hang on the same section or code, checked before anything is computed from them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from ingest.errors import InputError


class ClusterError(InputError):
    """The clusters can't carry an interval."""


def validate_clusters(count: int, clusters: Sequence[str]) -> None:
    """Raises ClusterError when labels are missing or blank, or all cases hang on one cluster."""
    if len(clusters) != count:
        raise ClusterError(f"{count} values have {len(clusters)} cluster labels.")
    blank = sum(not label.strip() for label in clusters)
    if blank:
        raise ClusterError(
            f"{blank} of {count} values have no cluster.", "Name the section or code of each case."
        )
    if len(set(clusters)) < 2:
        raise ClusterError("An interval over clusters needs two clusters or more.")


def cluster_sums(
    values: NDArray[np.float64], clusters: Sequence[str]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Sum and size of each cluster, clusters in alphabetical order. Raises ClusterError."""
    validate_clusters(len(values), clusters)
    labels, members = np.unique(np.asarray(clusters), return_inverse=True)
    sums, sizes = np.zeros(len(labels)), np.zeros(len(labels))
    np.add.at(sums, members, values)
    np.add.at(sizes, members, 1.0)
    return sums, sizes
