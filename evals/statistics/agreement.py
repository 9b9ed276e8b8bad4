"""How far two ways of judging the same cases agree, beyond what chance would give."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from evals.statistics.intervals import wilson


def agreement(pairs: Sequence[tuple[bool, bool]]) -> dict[str, Any]:
    """The fourfold table of (judge, metric), the share that agrees with its interval, and Cohen's kappa.

    Kappa is None where one side always says the same: then there is no chance agreement to go beyond.
    """
    counts = [
        [sum(pair == (one, other) for pair in pairs) for other in (True, False)] for one in (True, False)
    ]
    share = wilson(counts[0][0] + counts[1][1], len(pairs))
    return {
        "table": counts,
        "agreement": round(share.estimate, 4) if pairs else None,
        "agreement_wilson": [round(share.low, 4), round(share.high, 4)],
        "kappa": kappa(counts),
    }


def kappa(counts: Sequence[Sequence[int]]) -> float | None:
    """Cohen's kappa of a square table of counts; None where it isn't defined."""
    total = sum(map(sum, counts))
    if not total:
        return None
    rows, columns = [sum(row) for row in counts], [sum(column) for column in zip(*counts, strict=True)]
    chance = sum(row * column for row, column in zip(rows, columns, strict=True)) / total**2
    if max(rows) == total or max(columns) == total:
        return None
    same = sum(counts[place][place] for place in range(len(counts))) / total
    return float(round((same - chance) / (1 - chance), 4))
