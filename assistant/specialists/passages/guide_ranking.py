"""How likely each passage of the guide is the one that answers: what it is ranked by, and the weights."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from operator import mul
from typing import TYPE_CHECKING, NamedTuple

from assistant.retrieval.floor import coverage_of, rarities
from assistant.retrieval.words import sentences
from assistant.specialists.passages.gaps import (
    asks_how,
    asks_strength,
    is_on_how,
    is_on_strength,
    is_place_of,
    says_silent,
)
from assistant.specialists.passages.guide_units import Unit
from assistant.understanding.reading import Intent
from ingest.analysis import query_tokens
from ingest.documents import SHIPPED

if TYPE_CHECKING:
    from assistant.retrieval.retriever import Retrieval, Retrieved, Retriever
    from ingest.encoder import Vectors

NOTE_SET_BACK = 2.0
GAP_SET_BACK = 3.5
"""How much less likely a gap on how something is done, or how much it is, answers a question for neither."""

STRENGTH_SET_BACK = 3.5
"""The same of how binding a rule is, where what it says is asked for."""

LABEL_AHEAD = 3.0
"""How much likelier a passage answers where a place is asked for and it has the label that is named."""


class Ranking(NamedTuple):
    """The weights by which passages are ranked: the log of how likely each answers, up to a constant.

    `similarity`, `behind` and `words` are those of the passage, `coverage` the share of the question's words
    that it holds, `unit` how well its best sentence answers. `gap`: it says that the guide is silent;
    `silent`: how likely the encoder sees such a question then.
    """

    similarity: float
    behind: float
    words: float
    coverage: float
    unit: float
    gap: float
    silent: float


RANKING = Ranking(3.11, 0.11, 4.3, 3.14, 1.79, -1.3, 0.79)
"""Fitted by `python -m evals.calibrate_passages` on messages written evenly for all passages. But `gap` is
chosen: people ask less often than those messages for what the guide leaves out."""


def candidates(
    query: str, retriever: Retriever, retrieval: Retrieval, intents: Mapping[Intent, float]
) -> list[tuple[Retrieved, Ranking]]:
    """The passages that may answer `query`, each with what it is ranked by."""
    passages = worded(retrieval)
    terms = query_tokens(query)
    units = scored_units(retriever, retrieval.vector, terms, passages) if passages else []
    weights = rarities(terms, frequencies_of(retriever, terms, passages))
    return [(own[0].passage, ranked_by(own, weights, intents)) for own in grouped(units).values()]


def ranked(
    query: str, retriever: Retriever, retrieval: Retrieval, intents: Mapping[Intent, float]
) -> list[tuple[Retrieved, float]]:
    """The passages that may answer `query`, likeliest first, each with how likely beside the first (1)."""
    found = candidates(query, retriever, retrieval, intents)
    likely = _beside_best({passage.id: _score(features) for passage, features in found})
    told = [(passage, likely[passage.id]) for passage, _ in found]
    return sorted(told, key=lambda one: (-one[1], one[0].id))


def worded(retrieval: Retrieval) -> list[Retrieved]:
    """The passages without rows of the guide's own tables, which have specialists."""
    return [
        passage
        for passage in retrieval.passages
        if passage.stored.chunk.kind != "row" or passage.stored.document.collection != SHIPPED
    ]


def frequencies_of(
    retriever: Retriever, terms: Sequence[str], passages: Sequence[Retrieved]
) -> Mapping[str, int]:
    searched = sorted({SHIPPED, *(passage.stored.document.collection for passage in passages)})
    return retriever.reader.frequencies(terms, searched)


def scored_units(
    retriever: Retriever, query: Vectors, terms: Sequence[str], passages: Sequence[Retrieved]
) -> list[Unit]:
    """Every sentence of the passages, scored by meaning and by the words that it shares with the question."""
    texts = [(passage, index, text) for passage in passages for index, text in enumerate(units_of(passage))]
    scores = retriever.answering(query, terms, [text for _, _, text in texts])
    return [
        Unit(text, passage, index, score) for (passage, index, text), score in zip(texts, scores, strict=True)
    ]


def units_of(passage: Retrieved) -> tuple[str, ...]:
    """The passage's sentences; a table or code block is one unit."""
    if passage.stored.chunk.kind in {"table", "code", "row"}:
        return (passage.text,)
    return sentences(passage.text)


def grouped(units: Sequence[Unit]) -> dict[str, list[Unit]]:
    """The units of each passage, in its order."""
    found: dict[str, list[Unit]] = {}
    for unit in sorted(units, key=lambda one: one.index):
        found.setdefault(unit.passage.id, []).append(unit)
    return found


def is_note(passage: Retrieved) -> bool:
    return passage.stored.document.kind == "note"


def likely_of(
    query: str,
    by_passage: Mapping[str, list[Unit]],
    weights: Mapping[str, float],
    intents: Mapping[Intent, float],
    off: frozenset[str],
) -> dict[str, float]:
    """How likely each passage is the one that answers, beside the likeliest (1), by id."""
    scores = {
        identifier: _score(ranked_by(own, weights, intents))
        + (-GAP_SET_BACK if identifier in off else _ahead(query, own))
        for identifier, own in by_passage.items()
    }
    return _beside_best(scores)


def _ahead(query: str, units: Sequence[Unit]) -> float:
    """What the kind of passage, beside what it is ranked by, tells for or against it."""
    if is_note(units[0].passage):
        return -NOTE_SET_BACK
    if is_on_strength(units[0].text) and not asks_strength(query):
        return -STRENGTH_SET_BACK
    return LABEL_AHEAD if is_place_of((unit.text for unit in units), query) else 0.0


def beside(query: str, by_passage: Mapping[str, list[Unit]], weights: Mapping[str, float]) -> frozenset[str]:
    """The passages on how something is done, or how much it is, which the guide is silent on, where neither
    is asked and another passage of the topic, which tells something, holds as much of the question."""
    firsts = {identifier: units[0] for identifier, units in by_passage.items()}
    if asks_how(query) or not any(is_on_how(unit.text) for unit in firsts.values()):
        return frozenset()
    covered = {identifier: coverage_of(weights, unit.passage) for identifier, unit in firsts.items()}
    return frozenset(
        identifier
        for identifier, unit in firsts.items()
        if is_on_how(unit.text)
        and any(
            other.passage.stored.document.id == unit.passage.stored.document.id
            and not says_silent(other.text)
            and covered[name] >= covered[identifier]
            for name, other in firsts.items()
        )
    )


def _beside_best(scores: Mapping[str, float]) -> dict[str, float]:
    """How likely each is beside the likeliest (1), from logarithms."""
    best = max(scores.values(), default=0.0)
    return {identifier: math.exp(score - best) for identifier, score in scores.items()}


def _score(features: Ranking) -> float:
    return math.fsum(map(mul, RANKING, features))


def ranked_by(
    units: Sequence[Unit], weights: Mapping[str, float], intents: Mapping[Intent, float]
) -> Ranking:
    """What a passage is ranked by: its `units`, and what each of the question's words counts."""
    passage = units[0].passage
    gap = float(says_silent(units[0].text))
    return Ranking(
        passage.similarity or 0.0,
        passage.behind,
        passage.words,
        coverage_of(weights, passage),
        max(unit.score for unit in units),
        gap,
        gap * intents.get(Intent.SILENT, 0.0),
    )
