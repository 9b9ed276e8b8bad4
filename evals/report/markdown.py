"""The run as Markdown: what a terminal or a pull request shows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from evals.judges import COMPARED
from evals.results import Result
from evals.scoring import METRICS

SHOWN_FAILURES = 50
_LONGEST = 300


def markdown_report(summary: Mapping[str, Any], results: Sequence[Result]) -> str:
    """Totals with intervals, by kind, behaviours, speed, and the first failures."""
    failed = [result for result in results if not result.passed]
    parts = [
        ["# Evaluation run", "", *headline(summary)],
        ["## Metrics", "", *metric_table(summary)],
        ["## By kind", "", *kind_table(summary)],
        ["## Behaviour", "", *behaviour_table(summary)],
        ["## Speed", "", *speed_lines(summary)],
        *([["## Judges", "", *judge_lines(summary)]] if "judges" in summary else []),
        [f"## Failures ({len(failed)})", "", *_failures(failed)],
    ]
    return "\n\n".join("\n".join(part) for part in parts) + "\n"


def headline(summary: Mapping[str, Any]) -> list[str]:
    """The run in a few lines."""
    config, must = summary["config"], summary["must_pass"]
    return [
        f"{summary['passed']} of {summary['cases']} cases passed; {summary['errors']} without an answer.",
        f"Of {must['cases']} that a table or code settles, {len(must['failed'])} failed and "
        f"{len(must['contradicting'])} contradict.",
        f"System: {config.get('system', '')}. Cases: {config.get('set', '')}. Seed: {summary['seed']}. "
        f"A second run would show a difference from {summary['detectable_difference']:.1%} up.",
    ]


def metric_table(summary: Mapping[str, Any]) -> list[str]:
    """Each metric with its mean and its 95 % interval."""
    lines = ["| metric | mean | cases | 95 % interval | what it means |", "|---|---|---|---|---|"]
    for name, metric in summary["metrics"].items():
        shown = _interval(metric["interval"])
        lines.append(f"| {name} | {metric['mean']:.3f} | {metric['cases']} | {shown} | {METRICS[name]} |")
    return lines


def kind_table(summary: Mapping[str, Any]) -> list[str]:
    """Passed cases by kind."""
    lines = ["| kind | passed | cases | rate | Wilson |", "|---|---|---|---|---|"]
    for kind, row in summary["kinds"].items():
        lines.append(
            f"| {kind} | {row['passed']} | {row['cases']} | {row['rate']:.3f} | {_interval(row['wilson'])} |"
        )
    return lines


def behaviour_table(summary: Mapping[str, Any]) -> list[str]:
    """Expected behaviour in rows, shown behaviour in columns."""
    rows = summary["behaviours"]
    columns = list(next(iter(rows.values()), {}))
    lines = [f"| expected | {' | '.join(columns)} |", "|---" * (len(columns) + 1) + "|"]
    return lines + [f"| {name} | {' | '.join(str(row[c]) for c in columns)} |" for name, row in rows.items()]


def speed_lines(summary: Mapping[str, Any]) -> list[str]:
    """Waiting times, cold start and memory, as far as they were measured."""
    speed = summary["speed"]
    lines = [f"- {name}: {value:g} ms" for name, value in speed["milliseconds"].items()]
    if speed.get("cold_start_ms") is not None:
        lines.append(f"- cold start to the first answer: {speed['cold_start_ms']:g} ms")
    if speed.get("memory_mb") is not None:
        lines.append(f"- most memory of a process: {speed['memory_mb']:g} MB")
    return lines


def _interval(bounds: Sequence[float]) -> str:
    return f"{bounds[0]:.3f} to {bounds[1]:.3f}"


def judge_lines(summary: Mapping[str, Any]) -> list[str]:
    """What the judges said, and how far they agree with the metrics."""
    judges = summary["judges"]
    lines = [f"Judged by {judges['model']}: {judges['cases']} answers.", ""]
    lines += ["| judge | yes | no | unclear | beside | agree | 95 % interval | kappa |", "|---" * 8 + "|"]
    for name in COMPARED:
        one = judges[name]
        share, kappa = ("-" if one[key] is None else f"{one[key]:.3f}" for key in ("agreement", "kappa"))
        lines.append(
            f"| {name} | {one['yes']} | {one['no']} | {one['unclear']} | {one['metric']}"
            f" | {share} | {_interval(one['agreement_wilson'])} | {kappa} |"
        )
    return lines


def _failures(failed: Sequence[Result]) -> list[str]:
    lines = [
        f"- **{r.id}** ({r.kind}): {_one_line(r.turns[-1])}: {_one_line('; '.join(r.failures))}"
        for r in failed
    ]
    more = len(lines) - SHOWN_FAILURES
    return lines[:SHOWN_FAILURES] + ([f"- and {more} more: see report.html"] if more > 0 else [])


def _one_line(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _LONGEST else flat[: _LONGEST - 3] + "..."
