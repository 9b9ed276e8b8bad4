"""The sentences and list items of a passage, and which of them are told within a limit of words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.compose import is_item

if TYPE_CHECKING:
    from assistant.retrieval.retriever import Retrieved

STANDS_OUT = 1.6
"""How many times better than its neighbours a step must answer to be told without those before it."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence or list item of a passage, with how well it answers."""

    text: str
    passage: Retrieved
    index: int
    score: float


def is_of_whole(units: Sequence[Unit]) -> bool:
    """Whether a list is asked for as a whole: its lead-in answers better than any step."""
    steps = [unit.score for unit in units if is_item(unit.text)]
    lead = [unit.score for unit in units if not is_item(unit.text)]
    return bool(lead and steps) and lead[0] >= max(steps)


def is_apart(later: Sequence[Unit], earlier: Sequence[Unit]) -> bool:
    """Whether a step of the later part of a list answers far better than those of the part before it."""
    first, then = ([unit.score for unit in part if is_item(unit.text)] for part in (earlier, later))
    return max(then) >= STANDS_OUT * sorted(first)[len(first) // 2]


def words_in(units: Sequence[Unit]) -> int:
    """How many words units have together."""
    return sum(len(unit.text.split()) for unit in units)


def within(units: list[Unit], limit: int, *, from_first: bool = False) -> list[Unit]:
    """Units in order up to the limit. Of a long procedure the steps in a row: from the one that was asked for
    when it stands out, else (with `from_first`: always) from the first; of prose the best sentences."""
    if words_in(units) <= limit:
        return units
    items = [unit for unit in units if is_item(unit.text)]
    if len(items) > len(units) / 2:
        return _steps(units, items[:1] if from_first else items, limit)
    kept: set[int] = set()
    words = 0
    for unit in sorted(units, key=lambda one: -one.score):
        length = len(unit.text.split())
        if kept and words + length > limit:
            continue
        kept.add(unit.index)
        words += length
    return [unit for unit in units if unit.index in kept]


def _steps(units: list[Unit], items: list[Unit], limit: int) -> list[Unit]:
    """The lead-in and as many steps in a row as fit."""
    asked = max(items, key=lambda unit: unit.score)
    typical = sorted(unit.score for unit in items)[len(items) // 2]
    stands_out = asked.score >= STANDS_OUT * typical and not is_of_whole(units)
    start = asked.index if stands_out else items[0].index
    chosen = [unit for unit in units if unit.index < items[0].index][:1]
    words = words_in(chosen)
    for unit in units:
        if unit.index >= start and words + len(unit.text.split()) <= limit:
            chosen.append(unit)
            words += len(unit.text.split())
        elif unit.index >= start:
            break
    return chosen
