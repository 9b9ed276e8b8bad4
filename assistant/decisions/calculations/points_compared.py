"""Plans for recovery points beside each other: how many each comes to, which has fewer, whether they fit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Self

from assistant.decisions.calculations.recovery_points import LIMIT, Plans, points, settled, terms
from assistant.decisions.guide import STORING_DATA
from assistant.decisions.reading.schedules import Period, Schedule
from assistant.decisions.sentences import capital
from assistant.decisions.types import DecisionResult, caveat, headline, reason


@dataclass(frozen=True, slots=True)
class PlanCase:
    """One of several plans: its name, if it has one, its schedules with their retentions, and its sources."""

    name: str
    plans: tuple[tuple[Schedule, Period], ...]
    sources: int = 1

    def of(self, sources: int) -> Self:
        """The same for so many sources."""
        return replace(self, sources=sources)

    @property
    def shown(self) -> str:
        """Its name, or what it consists of."""
        name = self.name if len(self.name) > 1 else f"plan {self.name}" if self.name else ""
        return name or " and ".join(f"{schedule} for {period}" for schedule, period in self.plans)

    @property
    def total(self) -> int:
        """How many recovery points it comes to."""
        return sum(points(schedule, period) for schedule, period in self.plans) * max(self.sources, 1)


def compared(cases: Sequence[PlanCase]) -> DecisionResult:
    """How many recovery points each of several plans comes to, the fewest first."""
    ordered = sorted(cases, key=lambda case: case.total)
    first, last = ordered[0], ordered[-1]
    if first.total == last.total:
        lead = f"The same, {first.total:,} recovery points: {' and '.join(case.shown for case in ordered)}."
    else:
        rest = ", ".join(f"{case.shown} has {case.total:,}" for case in ordered[1:])
        apart = f" ({last.total - first.total:,} more)" if len(ordered) == 2 else ""
        lead = f"{first.shown} has the fewest recovery points: {first.total:,}; {rest}{apart}."
    lead = capital(lead)
    sums = "; ".join(f"{case.shown}: {_sum(case.plans, case)}" for case in cases)
    over = [case.shown for case in ordered if case.total > LIMIT]
    held = "each fits" if not over else "none fits" if len(over) == len(cases) else ""
    fits = f"A vault holds up to {LIMIT}: {held or f'{_listed(over)} would be too many'}."
    said = [headline(lead), reason(fits, STORING_DATA)]
    if any(len(case.plans) > 1 for case in cases):
        said.append(
            caveat("A point that serves two schedules counts twice here, so the figure is an upper one.")
        )
    inputs = {
        "plans": "; ".join(f"{case.shown} x {case.sources}" for case in cases),
    }
    outputs = {f"points {n}": str(case.total) for n, case in enumerate(cases, 1)}
    return settled(inputs, "compared", said, outputs, sums)


def _sum(plans: Plans, case: PlanCase) -> str:
    return f"{terms(plans, case.sources)} = {case.total:,}"


def _listed(names: Sequence[str]) -> str:
    return " and ".join(names)
