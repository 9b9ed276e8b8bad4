"""How well the stated confidence agrees with being right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

BINS = 10


@dataclass(frozen=True, slots=True)
class Bin:
    """Answers with confidence in [low, high): how many, their mean confidence, the share that is right."""

    low: float
    high: float
    count: int
    confidence: float
    right: float


def calibration(confidences: Sequence[float], right: Sequence[bool]) -> list[Bin]:
    """The calibration curve in bins of equal width; empty bins are left out."""
    filled: list[list[tuple[float, bool]]] = [[] for _ in range(BINS)]
    for confidence, correct in zip(confidences, right, strict=True):
        filled[min(BINS - 1, max(0, int(confidence * BINS)))].append((confidence, correct))
    return [
        Bin(
            number / BINS,
            (number + 1) / BINS,
            len(members),
            sum(confidence for confidence, _ in members) / len(members),
            sum(correct for _, correct in members) / len(members),
        )
        for number, members in enumerate(filled)
        if members
    ]


def calibration_error(curve: Sequence[Bin]) -> float:
    """Expected calibration error: the mean distance between confidence and share right, weighted by count."""
    total = sum(part.count for part in curve)
    return sum(part.count * abs(part.confidence - part.right) for part in curve) / total if total else 0.0
