"""Retrieval metrics of one ranked list against gold alternatives, computed by ir-measures."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

import ir_measures
from ir_measures import RR, Success, nDCG

_MEASURES = {"recall@1": Success @ 1, "recall@5": Success @ 5, "mrr": RR, "ndcg@10": nDCG @ 10}
RANKING_METRICS = tuple(_MEASURES)


def ranking_scores(ranked: Sequence[Hashable], gold: Sequence[Hashable]) -> dict[str, float]:
    """recall@1, recall@5 (is any gold alternative among the first k), MRR and nDCG@10, each 0 to 1.

    Repeated items count at their best rank only, so that several chunks of one section are one find.
    """
    distinct = list(dict.fromkeys(ranked))
    wanted = list(dict.fromkeys(gold))
    if not wanted or not distinct:
        return dict.fromkeys(RANKING_METRICS, 0.0)
    names = {item: str(number) for number, item in enumerate(dict.fromkeys([*distinct, *wanted]))}
    run = {"q": {names[item]: float(len(distinct) - rank) for rank, item in enumerate(distinct)}}
    relevant = {"q": {names[item]: 1 for item in wanted}}
    values = {
        str(m.measure): float(m.value) for m in ir_measures.iter_calc(list(_MEASURES.values()), relevant, run)
    }
    return {name: values[str(measure)] for name, measure in _MEASURES.items()}
