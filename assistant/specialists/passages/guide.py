"""Answers from the guide's text: the sentences of the best passages that answer the question."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.answer import Finding, Statement
from assistant.retrieval.evidence import evidence_of
from assistant.retrieval.floor import confidence_of, floor_for, rarities
from assistant.retrieval.words import token_set
from assistant.specialists.passages.gaps import asks_figure, has_figure, is_gap, says_silent
from assistant.specialists.passages.guide_choice import WORDS, chosen_of, status_of
from assistant.specialists.passages.guide_ranking import (
    beside,
    frequencies_of,
    grouped,
    is_note,
    likely_of,
    scored_units,
    units_of,
    worded,
)
from assistant.specialists.passages.guide_units import Unit, within
from assistant.understanding.reading import Intent
from ingest.analysis import query_tokens
from ingest.documents import SHIPPED

if TYPE_CHECKING:
    from assistant.retrieval.retriever import Retrieval, Retrieved, Retriever

NAME = "guide"
RARE = 5
GAP_SIMILARITY = 0.6
NEAR = 0.65
NEAR_LEAST = 0.1
_QUITE_NEAR, _FAR_OUTSIDE = 0.65, 0.8
"""The cosine from which on a passage has to do with a question that less surely lies outside."""

VERY_NEAR = 0.75
"""A passage so near in meaning answers though few of the question's words are told: from NEAR on with a
confidence of at least NEAR_LEAST, and from VERY_NEAR on it is no other matter."""

_DECIDES = re.compile(r"\bguide\b[^.;]*\bdecides\b[^:;.]*:")
"""How a note restates the guide before it tells what other documents say."""

NO_FIGURE = "The guide gives no figure for this."
"""What is said first where a figure is asked for, and what is nearest has none."""

RESTATED = 0.5
"""The share of such a rule's words that the guide's own passage has to hold."""


def consult(
    retriever: Retriever,
    query: str,
    retrieval: Retrieval,
    intents: Mapping[Intent, float],
    least: float | None = None,
    *,
    untold: bool = False,
    unanswered: float | None = None,
) -> Finding:
    """The finding for `query` from retrieved passages; an abstention when they do not cover it.

    `intents` is what the question is taken for, `least` the probability of covering it from which on there is
    an answer, the floor's own unless given. `untold`: a gap of the guide is likely, and told when it is near.
    `unanswered`: the log-odds that nothing answers it, known for a question that stands by itself.
    """
    passages = worded(retrieval)
    terms = query_tokens(query)
    frequencies = frequencies_of(retriever, terms, passages)
    confidence = confidence_of(terms, frequencies, passages, intents, unanswered)
    floor = floor_for(intents, unanswered).least if least is None else least
    near = (unanswered or 0.0) <= 0 and _is_near(passages, confidence)
    if not passages or (confidence < floor and not near):
        return _nearest_gap(passages) or abstention(passages)
    units = scored_units(retriever, retrieval.vector, terms, passages)
    by_passage = grouped(units)
    weights = rarities(terms, frequencies)
    off = beside(query, by_passage, weights)
    likely = likely_of(query, by_passage, weights, intents, off)
    telling = frozenset(term for term, count in frequencies.items() if 0 < count <= RARE)
    chosen = chosen_of(query, by_passage, passages, likely, telling, off, untold=untold)
    status = status_of(chosen, terms)
    statements = tuple(
        _statement(unit, passages, first=position == 0) for position, unit in enumerate(chosen)
    )
    if status == "answered" and asks_figure(query) and not any(has_figure(unit.text) for unit in chosen):
        statements = (Statement(NO_FIGURE, role="verdict"), *(replace(s, role="reason") for s in statements))
        status = "abstained"
    return Finding(NAME, status, statements, round(confidence, 4))


def _is_near(passages: Sequence[Retrieved], confidence: float) -> bool:
    """Whether what is nearest in meaning is no gap, and so near that words of another kind don't count."""
    nearest = max(passages, key=lambda passage: passage.similarity or 0.0, default=None)
    if nearest is None or confidence < NEAR_LEAST:
        return False
    return (nearest.similarity or 0.0) >= NEAR and not is_gap(nearest)


def is_covered(
    retriever: Retriever, query: str, retrieval: Retrieval, intents: Mapping[Intent, float]
) -> bool:
    """Whether the guide, or what it is silent on, surely has to do with the question."""
    passages = worded(retrieval)
    near = max((passage.similarity or 0.0 for passage in passages), default=0.0)
    if near >= VERY_NEAR or (near >= _QUITE_NEAR and intents.get(Intent.OUTSIDE, 0.0) < _FAR_OUTSIDE):
        return True
    return _confidence(retriever, query, passages, intents) >= floor_for(intents).least


def confidence_in(
    retriever: Retriever, query: str, retrieval: Retrieval, intents: Mapping[Intent, float]
) -> float:
    """How likely (0 to 1) the passages cover the question; 0 where the nearest only tells of a gap."""
    passages = worded(retrieval)
    nearest = max(passages[:3], key=lambda passage: passage.similarity or 0.0, default=None)
    if nearest is None or is_gap(nearest):
        return 0.0
    return _confidence(retriever, query, passages, intents)


def _confidence(
    retriever: Retriever, query: str, passages: Sequence[Retrieved], intents: Mapping[Intent, float]
) -> float:
    terms = query_tokens(query)
    return confidence_of(terms, frequencies_of(retriever, terms, passages), passages, intents)


def abstention(passages: Sequence[Retrieved]) -> Finding:
    """Says that the guide does not cover the question and what is nearest."""
    said = [Statement("The guide does not say.", role="verdict")]
    near = list(
        dict.fromkeys(
            passage.stored.document.title for passage in passages[:3] if (passage.similarity or 0) >= 0.3
        )
    )
    if near:
        said.append(Statement(f"Nearest to it are these topics: {'; '.join(near)}."))
    else:
        said.append(Statement("I answer questions on Azure Backup Server on Azure Stack."))
    return Finding(NAME, "abstained", tuple(said), 0.0)


def _nearest_gap(passages: Sequence[Retrieved]) -> Finding | None:
    """What the guide is silent on, when nothing found is closer to what was asked; None otherwise."""
    best = max(passages, key=lambda passage: passage.similarity or 0, default=None)
    if best is None or (best.similarity or 0) < GAP_SIMILARITY or not says_silent(best.text):
        return None
    said = [Unit(text, best, index, 0.0) for index, text in enumerate(units_of(best))]
    statements = tuple(_statement(unit, passages, first=unit.index == 0) for unit in within(said, WORDS))
    return Finding(NAME, "abstained", statements, 0.0)


def _statement(unit: Unit, passages: Sequence[Retrieved], *, first: bool) -> Statement:
    sources = [unit.passage]
    decided = _DECIDES.search(unit.text) if is_note(unit.passage) else None
    if decided:
        sources = [*_restated(unit.text[decided.end() :].partition(";")[0], passages), unit.passage]
    evidence = tuple(evidence_of(passage.stored) for passage in sources)
    return Statement(unit.text, evidence, "verdict" if first else "reason")


def _restated(rule: str, passages: Sequence[Retrieved]) -> list[Retrieved]:
    """The guide's passage that the `rule` in a note restates, if it was found."""
    words = frozenset(query_tokens(rule))
    own = [
        p for p in passages if not is_note(p) and not is_gap(p) and p.stored.document.collection == SHIPPED
    ]
    shared = {p.id: len(words & token_set(p.text)) for p in own}
    best = max(own, key=lambda passage: shared[passage.id], default=None)
    return [best] if best is not None and shared[best.id] >= RESTATED * len(words) else []
