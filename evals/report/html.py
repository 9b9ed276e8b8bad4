"""The run as one self-contained HTML page: inline CSS, JavaScript and SVG, nothing from elsewhere."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from evals.report.charts import calibration_chart, confidence_chart, histogram, latency_chart
from evals.results import Result, Timing
from evals.scoring import METRICS

PASSAGE_CHARS = 240
_RETRIEVAL = ("recall@1", "recall@5", "mrr", "ndcg@10")


def html_report(summary: Mapping[str, Any], results: Sequence[Result], timings: Sequence[Timing]) -> str:
    """The whole page. Everything from cases and answers is escaped."""
    environment = Environment(
        loader=PackageLoader("evals.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    milliseconds = {timing.id: timing.milliseconds for timing in timings}
    retrieval = {name: summary["metrics"][name] for name in _RETRIEVAL if name in summary["metrics"]}
    answers = {name: metric for name, metric in summary["metrics"].items() if name not in _RETRIEVAL}
    ranks = [round(1 / r.scores["mrr"]) for r in results if r.scores.get("mrr")]
    return environment.get_template("report.html.j2").render(
        summary=summary,
        meanings=METRICS,
        metrics=answers,
        retrieval=retrieval,
        behaviours=list(next(iter(summary["behaviours"].values()), {})),
        calibration=calibration_chart(summary["calibration"]["bins"]),
        confidence=confidence_chart(results),
        words=histogram([result.words for result in results if not result.error], bins=12),
        latency=latency_chart(list(milliseconds.values())),
        ranks=histogram(ranks, bins=8),
        cases=[_case(result, milliseconds.get(result.id)) for result in results],
        kinds=sorted({result.kind for result in results}),
    )


def _case(result: Result, milliseconds: float | None) -> dict[str, Any]:
    """What the page's script needs of a case, as plain data."""
    answer = result.answer
    return {
        "id": result.id,
        "kind": result.kind,
        "tags": list(result.tags),
        "cluster": result.cluster,
        "expect": result.expect,
        "behaviour": result.behaviour,
        "passed": result.passed,
        "must": result.must_pass,
        "turns": list(result.turns),
        "model": result.model_answer,
        "text": answer.get("text", ""),
        "confidence": answer.get("confidence"),
        "failures": list(result.failures),
        "scores": dict(result.scores),
        "verdicts": list(answer.get("verdicts", ())),
        "citations": list(answer.get("citations", ())),
        "passages": [_passage(passage) for passage in answer.get("passages", ())],
        "ms": milliseconds,
    }


def _passage(passage: Mapping[str, Any]) -> dict[str, Any]:
    kept = {name: passage[name] for name in ("document", "section", "fused", "lexical_rank", "vector_rank")}
    return {**kept, "text": " ".join(str(passage["text"]).split())[:PASSAGE_CHARS]}
