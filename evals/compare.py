"""Two runs side by side: the paired test of each metric, and what changed, case by case."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from evals.results import Result
from evals.scoring import METRICS
from evals.statistics.clusters import ClusterError
from evals.statistics.paired import Comparison, compare_paired
from ingest.errors import InputError


@dataclass(frozen=True, slots=True)
class Change:
    """A case that came out differently: `fixed`, `broken` or `other` (scores moved, the outcome didn't)."""

    id: str
    kind: str
    what: str
    before: Mapping[str, float]
    after: Mapping[str, float]
    failures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RunComparison:
    """Metrics compared on the cases that both runs have, the changes, and the cases that only one has."""

    metrics: Mapping[str, Comparison]
    changes: tuple[Change, ...]
    only_before: tuple[str, ...]
    only_after: tuple[str, ...]


def compare_runs(before: Sequence[Result], after: Sequence[Result]) -> RunComparison:
    """Compares two runs. Raises InputError when they share no case."""
    old = {result.id: result for result in before}
    shared = [result for result in after if result.id in old]
    if not shared:
        raise InputError("The two runs have no case in common.")
    new = {result.id for result in after}
    metrics = {}
    for name in METRICS:
        pairs = [(old[r.id], r) for r in shared if name in r.scores and name in old[r.id].scores]
        comparison = _compared(name, pairs)
        if comparison:
            metrics[name] = comparison
    changes = [change for result in shared if (change := _change(old[result.id], result))]
    return RunComparison(
        metrics,
        tuple(sorted(changes, key=lambda change: (_ORDER.index(change.what), change.id))),
        tuple(sorted(old.keys() - new)),
        tuple(sorted(new - old.keys())),
    )


def results_of_summary(summary: Mapping[str, Any]) -> list[Result]:
    """The outcomes that a summary keeps as results, to compare a run with a baseline."""
    return [
        Result(
            id=name,
            kind="",
            tags=(),
            cluster=one["cluster"],
            expect="",
            must_pass=one["must_pass"],
            turns=(),
            model_answer="",
            scores={metric: one[metric] for metric in METRICS if metric in one},
            behaviour="",
            failures=(),
            words=0,
        )
        for name, one in summary["outcomes"].items()
    ]


_ORDER = ("broken", "fixed", "other")


def _compared(name: str, pairs: Sequence[tuple[Result, Result]]) -> Comparison | None:
    before = [one.scores[name] for one, _ in pairs]
    after = [other.scores[name] for _, other in pairs]
    try:
        return compare_paired(before, after, [other.cluster for _, other in pairs]) if pairs else None
    except ClusterError:  # too few clusters for this metric: no interval is better than a wrong one
        return None


def _change(before: Result, after: Result) -> Change | None:
    shared = before.scores.keys() & after.scores.keys()  # a baseline keeps some scores only
    moved = [name for name in METRICS if name in shared and before.scores[name] != after.scores[name]]
    if not moved:
        return None
    what = "other" if before.passed == after.passed else "fixed" if after.passed else "broken"
    return Change(
        after.id,
        after.kind,
        what,
        {name: before.scores[name] for name in moved},
        {name: after.scores[name] for name in moved},
        after.failures,
    )


def comparison_lines(comparison: RunComparison) -> list[str]:
    """The comparison as Markdown lines."""
    lines = ["| metric | cases | difference | 95 % interval | p | could see |", "|---|---|---|---|---|---|"]
    for name, one in comparison.metrics.items():
        seen = "-" if one.detectable is None else f"{one.detectable:.3f}"
        low, high = one.difference.low, one.difference.high
        lines.append(
            f"| {name} | {one.cases} | {one.difference.estimate:+.4f} | {low:+.4f} to {high:+.4f}"
            f" | {one.p_value:.4f} | {seen} |"
        )
    for what in _ORDER:
        changed = [change for change in comparison.changes if change.what == what]
        if changed:
            lines += ["", f"{what} ({len(changed)}):"]
            lines += [f"- {_told(change)}" for change in changed]
    if comparison.only_before or comparison.only_after:
        lines += ["", f"Only in the first: {len(comparison.only_before)}; only in the second: "]
        lines[-1] += f"{len(comparison.only_after)}."
    return lines


def _told(change: Change) -> str:
    moves = ", ".join(
        f"{name} {change.before[name]} > {change.after[name]}" for name in METRICS if name in change.before
    )
    reason = f": {change.failures[0]}" if change.failures and change.what == "broken" else ""
    return f"{change.id} ({change.kind}) {moves}{reason}"
