"""The summary of a run: means with their intervals, by kind, and each case's outcome for the gate."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from evals.metrics.calibration import calibration, calibration_error
from evals.metrics.latency import percentiles
from evals.results import Result, Timing
from evals.scoring import METRICS
from evals.statistics.intervals import SEED, Interval, cluster_bootstrap, cluster_robust, wilson
from evals.statistics.paired import detectable_difference

FORMAT = 1


def summarize(
    results: Sequence[Result],
    timings: Sequence[Timing],
    config: Mapping[str, Any],
    speed: Mapping[str, float | None] | None = None,
) -> dict[str, Any]:
    """Plain data for summary.json. All but `speed` is the same for two runs of one version."""
    passed = sum(result.passed for result in results)
    return {
        "format": FORMAT,
        "config": dict(config),
        "seed": SEED,
        "cases": len(results),
        "passed": passed,
        "errors": sum(bool(result.error) for result in results),
        "detectable_difference": round(detectable_difference(len(results)), 4),
        "metrics": {name: metric for name in METRICS if (metric := _metric(name, results))},
        "kinds": {
            kind: _kind([r for r in results if r.kind == kind]) for kind in sorted({r.kind for r in results})
        },
        "behaviours": confusion(results),
        "calibration": _calibration(results),
        "must_pass": {
            "cases": sum(result.must_pass for result in results),
            "failed": [result.id for result in results if result.must_pass and not result.passed],
            "contradicting": [r.id for r in results if r.scores.get("not_contradicting") == 0.0],
        },
        "outcomes": {result.id: _outcome(result) for result in results},
        "speed": _speed(timings, speed or {}),
    }


def _metric(name: str, results: Sequence[Result]) -> dict[str, Any] | None:
    scored = [result for result in results if name in result.scores]
    if not scored:
        return None
    values = [result.scores[name] for result in scored]
    binary = set(values) <= {0.0, 1.0}
    entry: dict[str, Any] = {"mean": round(sum(values) / len(values), 6), "cases": len(values)}
    if binary:
        entry["wilson"] = _bounds(wilson(int(sum(values)), len(values)))
    clusters = [result.cluster for result in scored]
    if len(set(clusters)) > 1:
        entry["clusters"] = len(set(clusters))
        entry["cluster_robust"] = _bounds(cluster_robust(values, clusters))
        entry["cluster_bootstrap"] = _bounds(cluster_bootstrap(values, clusters, resamples=2000))
    entry["interval"] = _shown(entry)
    return entry


def _shown(entry: Mapping[str, Any]) -> list[float]:
    """The interval that reports show: the wider one of Wilson's and the cluster-robust one.

    Near 0 and 1 the one over clusters is too narrow (of no width when all cases agree); elsewhere Wilson's
    is, since it takes cases of one cluster for independent.
    """
    told = [entry[name] for name in ("wilson", "cluster_robust") if name in entry]
    if not told:
        return [entry["mean"], entry["mean"]]
    return [min(low for low, _ in told), max(high for _, high in told)]


def _bounds(interval: Interval) -> list[float]:
    """Rounded, and cut to the range that a score can have."""
    share = interval.of_a_share()
    return [round(share.low, 4), round(share.high, 4)]


def _kind(results: Sequence[Result]) -> dict[str, Any]:
    passed = sum(result.passed for result in results)
    return {
        "cases": len(results),
        "passed": passed,
        "rate": round(passed / len(results), 6),
        "wilson": _bounds(wilson(passed, len(results))),
    }


def confusion(results: Sequence[Result]) -> dict[str, dict[str, int]]:
    """How often each expected behaviour met each shown one."""
    counts = Counter((result.expect, result.behaviour) for result in results)
    expected = sorted({expect for expect, _ in counts})
    shown = sorted({behaviour for _, behaviour in counts})
    return {expect: {behaviour: counts[expect, behaviour] for behaviour in shown} for expect in expected}


def _calibration(results: Sequence[Result]) -> dict[str, Any]:
    answered = [result for result in results if not result.error]
    confidences = [float(result.answer.get("confidence", 0.0)) for result in answered]
    curve = calibration(confidences, [result.scores["content"] == 1.0 for result in answered])
    return {
        "error": round(calibration_error(curve), 4),
        "bins": [
            {
                "low": part.low,
                "high": part.high,
                "count": part.count,
                "confidence": round(part.confidence, 4),
                "right": round(part.right, 4),
            }
            for part in curve
        ],
    }


def _outcome(result: Result) -> dict[str, Any]:
    """What `gate` and `compare` need of a case when only the summary was kept."""
    kept = ("passed", "content", "cited", "within_length", "not_contradicting")
    scores = {name: result.scores[name] for name in kept if name in result.scores}
    return {"cluster": result.cluster, "must_pass": result.must_pass, **scores}


def _speed(timings: Sequence[Timing], measured: Mapping[str, float | None]) -> dict[str, Any]:
    stages = sorted({stage for timing in timings for stage in timing.stages})
    return {
        "milliseconds": percentiles([timing.milliseconds for timing in timings]),
        "stages": {
            stage: percentiles([timing.stages[stage] for timing in timings if stage in timing.stages])
            for stage in stages
        },
        **measured,
    }
