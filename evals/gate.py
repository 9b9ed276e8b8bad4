"""The gate for CI: holds a run against the committed baseline and says why it doesn't pass."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from evals.cases import datasets_dir
from evals.statistics.clusters import ClusterError
from evals.statistics.paired import compare_paired
from evals.summary import FORMAT
from ingest.errors import InputError, StorageFault, reason_of

GATED = ("content", "cited", "within_length")


def load_summary(path: Path) -> dict[str, Any]:
    """A summary.json. Raises InputError when it can't be read or is of another format."""
    try:
        data = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise InputError(f"{path} is not a summary of a run: {reason_of(error)}.") from error
    if not isinstance(data, dict) or data.get("format") != FORMAT or "outcomes" not in data:
        raise InputError(f"{path} is not a summary of this version.", "Make a new one with `mabs eval run`.")
    return data


def gate(summary: Mapping[str, Any], baseline: Mapping[str, Any]) -> list[str]:
    """Why the run must not pass; empty when it may.

    A case that a table or a code settles must not contradict it, and must pass if it passed in the baseline.
    Content, citation and length of the cases that both have must not be worse: the paired interval of the
    difference must reach zero. Cases that the baseline has and the run lacks would hide a loss.
    """
    faults = [f"{case}: contradicts its decision table" for case in summary["must_pass"]["contradicting"]]
    before, after = baseline["outcomes"], summary["outcomes"]
    lost = sorted(before.keys() - after.keys())
    if lost:
        faults.append(f"{len(lost)} cases of the baseline were not run, among them {', '.join(lost[:3])}")
    faults += [
        f"{case}: settled by a table or code, passed in the baseline and fails now"
        for case in sorted(before.keys() & after.keys())
        if after[case]["must_pass"] and before[case]["passed"] == 1.0 and after[case]["passed"] != 1.0
    ]
    return faults + [fault for name in GATED if (fault := _worse(name, before, after))]


def _worse(name: str, before: Mapping[str, Any], after: Mapping[str, Any]) -> str:
    """Says so when the paired interval of a metric excludes "no worse"."""
    shared = [case for case in sorted(after) if name in after[case] and name in before.get(case, {})]
    if not shared:
        return ""
    old, new = ([float(run[case][name]) for case in shared] for run in (before, after))
    try:
        difference = compare_paired(old, new, [after[case]["cluster"] for case in shared]).difference
    except ClusterError as error:
        return f"{name}: can't be compared: {error}"
    if difference.high >= 0:
        return ""
    return (
        f"{name}: worse by {-difference.estimate:.4f} "
        f"(95 % interval {difference.low:+.4f} to {difference.high:+.4f})"
    )


def baseline_path() -> Path:
    """The committed baseline."""
    return datasets_dir().parent / "baseline" / "summary.json"


def write_baseline(summary: Mapping[str, Any], path: Path) -> None:
    """Keeps of a summary what later runs are held against, a case a line, so that changes can be reviewed.

    Raises StorageFault when it can't be written.
    """
    kept = {name: summary[name] for name in ("format", "config", "seed", "cases", "passed", "metrics")}
    outcomes = [f"  {json.dumps(name)}: {json.dumps(one)}" for name, one in summary["outcomes"].items()]
    lines = [f"{json.dumps(name)}: {json.dumps(value)}," for name, value in kept.items()]
    text = "\n".join(["{", *lines, '"outcomes": {', ",\n".join(outcomes), "}}"]) + "\n"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise StorageFault(f"The baseline can't be written to {path}: {reason_of(error)}.") from error
