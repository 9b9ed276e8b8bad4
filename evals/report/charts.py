"""Coordinates for the report's charts; the template draws them. The canvas is WIDTH x HEIGHT."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from evals.metrics.latency import percentiles
from evals.results import Result

WIDTH, HEIGHT = 360, 220
LEFT, RIGHT, TOP, BOTTOM = 36, 10, 12, 34


@dataclass(frozen=True, slots=True)
class Mark:
    """A rectangle, point or line end in canvas units, with what it says."""

    x: float
    y: float
    width: float
    height: float
    title: str
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Tick:
    """A label on an axis."""

    position: float
    label: str


@dataclass(frozen=True, slots=True)
class Chart:
    """Marks with the ticks of both axes, and lines across at given x."""

    marks: tuple[Mark, ...]
    x_ticks: tuple[Tick, ...]
    y_ticks: tuple[Tick, ...]
    lines: tuple[Tick, ...] = ()


def histogram(values: Sequence[float], bins: int) -> Chart:
    """Counts in bins of equal, whole width from 0 to the largest value."""
    if not values:
        return Chart((), (), ())
    width = max(1, math.ceil((max(values) + 1) / bins))
    counts = [0] * bins
    for value in values:
        counts[min(bins - 1, int(value // width))] += 1
    marks = _columns([counts], [""], lambda number: f"{number * width} to {(number + 1) * width - 1}")
    ticks = tuple(
        Tick(_x(number / bins), str(number * width)) for number in range(0, bins + 1, max(1, bins // 4))
    )
    return Chart(marks, ticks, _count_ticks(max(counts)))


def confidence_chart(results: Sequence[Result], bins: int = 10) -> Chart:
    """How the stated confidence is distributed, right and wrong answers apart."""
    counts = [[0] * bins, [0] * bins]
    for result in results:
        if not result.error:
            place = min(bins - 1, max(0, int(float(result.answer.get("confidence", 0.0)) * bins)))
            counts[result.scores["content"] != 1.0][place] += 1
    marks = _columns(
        counts, ["right", "wrong"], lambda number: f"{number / bins:.1f} to {(number + 1) / bins:.1f}"
    )
    highest = max(sum(pair) for pair in zip(*counts, strict=True))
    return Chart(marks, _unit_ticks(), _count_ticks(highest))


def calibration_chart(bins: Sequence[Mapping[str, Any]]) -> Chart:
    """A point for each bin: mean confidence across, share right up; its size goes with the count."""
    most = max((part["count"] for part in bins), default=1)
    marks = []
    for part in bins:
        radius = 3 + 7 * math.sqrt(part["count"] / most)
        title = f"confidence {part['confidence']:.2f}: {part['right']:.0%} right of {part['count']}"
        marks.append(Mark(_x(part["confidence"]), _y(part["right"]), radius, radius, title))
    return Chart(tuple(marks), _unit_ticks(), tuple(Tick(_y(share), f"{share:.0%}") for share in (0, 0.5, 1)))


def latency_chart(milliseconds: Sequence[float], bins: int = 24) -> Chart:
    """Waiting times on a logarithmic axis, with lines at the percentiles."""
    if not milliseconds:
        return Chart((), (), ())
    low = math.floor(math.log10(max(0.1, min(milliseconds))))
    high = max(low + 1, math.ceil(math.log10(max(0.1, *milliseconds, 1.0))))

    def share(value: float) -> float:
        return (math.log10(max(value, 10**low)) - low) / (high - low)

    counts = [0] * bins
    for value in milliseconds:
        counts[min(bins - 1, int(share(value) * bins))] += 1

    def edge(number: int) -> float:
        return float(10 ** (low + (high - low) * number / bins))

    marks = _columns([counts], [""], lambda number: f"{edge(number):.3g} to {edge(number + 1):.3g} ms")
    ticks = tuple(Tick(_x(share(10.0**power)), _short(10.0**power)) for power in range(low, high + 1))
    lines = tuple(
        Tick(_x(share(value)), f"{name} {value:g}") for name, value in percentiles(milliseconds).items()
    )
    return Chart(marks, ticks, _count_ticks(max(counts)), lines)


def _short(number: float) -> str:
    """A round number as an axis has room for: 10, 1k, 100k."""
    return f"{number / 1000:g}k" if number >= 1000 else f"{number:g}"


def _columns(counts: Sequence[Sequence[int]], kinds: Sequence[str], label: Any) -> tuple[Mark, ...]:
    """Stacked columns; the first series stands at the bottom."""
    bins = len(counts[0])
    highest = max(1, max(sum(column) for column in zip(*counts, strict=True)))
    width = (WIDTH - LEFT - RIGHT) / bins
    marks = []
    for number in range(bins):
        below = 0
        for series, kind in zip(counts, kinds, strict=True):
            if series[number]:
                top, bottom = _y((below + series[number]) / highest), _y(below / highest)
                title = f"{label(number)}: {series[number]}{f' {kind}' if kind else ''}"
                marks.append(
                    Mark(_x(number / bins) + 0.5, top, width - 1, round(bottom - top, 2), title, kind)
                )
                below += series[number]
    return tuple(marks)


def _x(share: float) -> float:
    return round(LEFT + share * (WIDTH - LEFT - RIGHT), 2)


def _y(share: float) -> float:
    return round(HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM), 2)


def _unit_ticks() -> tuple[Tick, ...]:
    return tuple(Tick(_x(share), f"{share:g}") for share in (0, 0.25, 0.5, 0.75, 1))


def _count_ticks(highest: int) -> tuple[Tick, ...]:
    return (Tick(_y(0), "0"), Tick(_y(1), str(max(1, highest))))
