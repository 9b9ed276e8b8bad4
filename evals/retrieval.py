"""Evaluates search by itself: questions with gold sections, against lexical, vector and fused ranking."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Protocol

from pydantic import ConfigDict, Field, TypeAdapter
from pydantic.dataclasses import dataclass as validated

from assistant.retrieval.retriever import Mode, Retriever
from evals.cases import Words, read_validated
from evals.metrics.citations import innermost
from evals.metrics.ranking import RANKING_METRICS, ranking_scores
from evals.statistics.intervals import Interval, cluster_bootstrap
from evals.statistics.paired import Comparison, compare_paired

GUIDE = "guide"
MODES: tuple[Mode, ...] = ("lexical", "vector", "fused")
DEPTH = 50
_CONFIG = ConfigDict(extra="forbid")


@validated(frozen=True, slots=True, config=_CONFIG)
class GoldSection:
    """A section that answers; `document` is `guide`, or the path of a document of the corpus.

    With a `code`, of the section's rows only that one answers.
    """

    document: Words
    section: str
    code: str = ""


@validated(frozen=True, slots=True, config=_CONFIG)
class RetrievalCase:
    """A question, the sections any of which answers it, and the cluster for the statistics."""

    id: Words
    question: Words
    gold: Annotated[list[GoldSection], Field(min_length=1)]
    cluster: Words


@dataclass(frozen=True, slots=True)
class Found:
    """A retrieved chunk as far as it can be held against gold: its document's path, section and text."""

    collection: str
    document: str
    section: str
    text: str = ""


class Ranker(Protocol):
    """Chunks for a question, best first, by one way of searching."""

    def __call__(self, question: str, mode: Mode, limit: int) -> Sequence[Found]: ...


@dataclass(frozen=True, slots=True)
class RetrievalReport:
    """Scores by mode and metric with their intervals, and each mode's paired difference to `fused`."""

    means: Mapping[Mode, Mapping[str, Interval]]
    to_fused: Mapping[Mode, Mapping[str, Comparison]]
    cases: int
    missed: tuple[str, ...]


def load_retrieval_cases(path: Path) -> list[RetrievalCase]:
    """The cases of a file. Raises InputError naming file and line."""
    return [case for _, case in read_validated(path, TypeAdapter(RetrievalCase))]


def evaluate_retrieval(cases: Sequence[RetrievalCase], rank: Ranker) -> RetrievalReport:
    """Ranks every question in all modes; `missed` are the cases that fused search lacks in its first 5."""
    scores: dict[Mode, list[dict[str, float]]] = {
        mode: [score_ranking(case, rank(case.question, mode, DEPTH)) for case in cases] for mode in MODES
    }
    clusters = [case.cluster for case in cases]
    means: dict[Mode, dict[str, Interval]] = {
        mode: {
            name: cluster_bootstrap([one[name] for one in scored], clusters).of_a_share()
            for name in RANKING_METRICS
        }
        for mode, scored in scores.items()
    }
    fused = scores["fused"]
    to_fused: dict[Mode, dict[str, Comparison]] = {
        mode: {
            name: compare_paired([one[name] for one in scored], [one[name] for one in fused], clusters)
            for name in RANKING_METRICS
        }
        for mode, scored in scores.items()
        if mode != "fused"
    }
    missed = [case.id for case, one in zip(cases, fused, strict=True) if not one["recall@5"]]
    return RetrievalReport(means, to_fused, len(cases), tuple(missed))


def score_ranking(case: RetrievalCase, found: Sequence[Found]) -> dict[str, float]:
    """The ranking metrics of one question. Chunks of one section count once, at their best rank."""
    gold = [f"gold {number}" for number in range(len(case.gold))]
    ranked = [_name(hit, case.gold) for hit in found]
    return ranking_scores(ranked, gold)


def _name(hit: Found, gold: Sequence[GoldSection]) -> str:
    """The gold section that a hit is, else a name of its own."""
    for number, wanted in enumerate(gold):
        same = innermost(hit.section) == innermost(wanted.section) and _same_document(hit, wanted.document)
        if same and re.search(rf"(?<!\w){re.escape(wanted.code)}(?!\w)", hit.text):
            return f"gold {number}"
    return f"{hit.collection}/{hit.document}#{hit.section}"


def _same_document(hit: Found, wanted: str) -> bool:
    """Paths are compared from their ends: how much stands before depends on which folder was ingested."""
    if wanted == GUIDE or hit.collection == GUIDE:
        return wanted == GUIDE and hit.collection == GUIDE
    one, other = (f"/{path}".replace("\\", "/").casefold() for path in (hit.document, wanted))
    return one.endswith(other) or other.endswith(one)


def retriever_ranker(retriever: Retriever, collections: Sequence[str] | None = None) -> Ranker:
    """A ranker over an open index."""

    def rank(question: str, mode: Mode, limit: int) -> list[Found]:
        ids = retriever.rank(question, mode, limit, collections)
        chunks = retriever.reader.chunks(ids)
        stored = [chunks[identifier] for identifier in ids if identifier in chunks]
        return [
            Found(one.chunk.collection, one.document.path, one.chunk.section, one.chunk.text)
            for one in stored
        ]

    return rank


def report_lines(report: RetrievalReport) -> list[str]:
    """The report as Markdown lines."""
    lines = [f"| mode | {' | '.join(RANKING_METRICS)} |", "|---" * (len(RANKING_METRICS) + 1) + "|"]
    for mode in MODES:
        cells = [_told(report.means[mode][name]) for name in RANKING_METRICS]
        lines.append(f"| {mode} | {' | '.join(cells)} |")
    for other, compared in report.to_fused.items():
        cells = [
            f"{_told(compared[name].difference, '+')} p={compared[name].p_value:.3f}" for name in compared
        ]
        lines.append(f"| fused minus {other} | {' | '.join(cells)} |")
    return [
        *lines,
        "",
        f"{report.cases} questions; not among fused search's first five: {len(report.missed)}.",
    ]


def _told(interval: Interval, sign: str = "") -> str:
    return f"{interval.estimate:{sign}.3f} ({interval.low:{sign}.3f} to {interval.high:{sign}.3f})"
