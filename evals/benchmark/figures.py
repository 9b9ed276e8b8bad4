"""The benchmark's figures and how they are told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """Two measurements of one thing and the ratio that is aimed at.

    `ratio` is other / ours: how many times quicker, or smaller, ours is; `target` the least it should be.
    """

    name: str
    ours: float
    other: float
    unit: str
    target: float
    against: str = "starter"

    @property
    def ratio(self) -> float:
        """How many times less ours takes."""
        return self.other / self.ours if self.ours else float("inf")

    @property
    def reached(self) -> bool:
        """Whether the ratio is what is aimed at."""
        return self.ratio >= self.target


def table(figures: Sequence[Figure], notes: Sequence[str] = ()) -> list[str]:
    """The figures as a Markdown table, notes below."""
    rows = [
        f"| {one.name} | {one.ours:.4g} {one.unit} | {one.against}: {one.other:.4g} {one.unit} "
        f"| {one.ratio:.2f} | {one.target:g} | {'yes' if one.reached else 'NO'} |"
        for one in figures
    ]
    head = ["| what | ours | other | ratio | at least | reached |", "|---|---|---|---|---|---|"]
    return [*head, *rows, *(["", *notes] if notes else [])]
