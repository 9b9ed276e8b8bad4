"""Answers from the guide's text: the sentences of the best passages that answer the question."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assistant.answer import Evidence, Finding, Statement, Status
from assistant.retrieval.floor import confidence_of, is_covered
from assistant.retrieval.retriever import Retrieval, Retrieved, Retriever
from ingest.analysis import analyze, query_tokens
from ingest.sentences import split_sentences

NAME = "guide"
CANDIDATES = 5
WORDS = 95
_GAP = re.compile(r"^The (?:guide|catalogue) (?:does not|doesn't|gives no|says nothing|names no|states no|leaves)", re.IGNORECASE)
_ITEM = re.compile(r"^\s*(?:[-*]|\d+\.)\s")


@dataclass(frozen=True, slots=True)
class _Unit:
    """A sentence or list item of a passage, with how well it answers."""

    text: str
    passage: Retrieved
    index: int
    score: float


def consult(retriever: Retriever, query: str, retrieval: Retrieval) -> Finding:
    """The finding for `query` from retrieved passages; an abstention when they do not cover it."""
    passages = retrieval.passages[:CANDIDATES]
    terms = query_tokens(query)
    if not passages or not is_covered(terms, passages):
        return abstention(passages)
    units = _scored_units(retriever, retrieval.vector, terms, passages)
    chosen = _chosen(units, passages)
    gap = bool(_GAP.match(chosen[0].text))
    status: Status = "abstained" if gap else "answered"
    statements = tuple(_statement(unit, first=position == 0) for position, unit in enumerate(chosen))
    return Finding(NAME, status, statements, confidence_of(terms, passages))


def abstention(passages: Sequence[Retrieved]) -> Finding:
    """Says that the guide does not cover the question and what is nearest."""
    said = [Statement("The guide does not say.", role="verdict")]
    near = list(dict.fromkeys(passage.stored.document.title for passage in passages[:3] if (passage.similarity or 0) >= 0.3))
    if near:
        said.append(Statement(f"Nearest to it are these topics: {'; '.join(near)}."))
    else:
        said.append(Statement("I answer questions on Azure Backup Server on Azure Stack."))
    return Finding(NAME, "abstained", tuple(said), 0.0)


def _scored_units(
    retriever: Retriever, query: NDArray[np.float32], terms: Sequence[str], passages: Sequence[Retrieved]
) -> list[_Unit]:
    """Every sentence of the passages, scored by meaning, shared words and its passage's place."""
    texts = [(passage, index, text) for passage in passages for index, text in enumerate(_sentences(passage))]
    vectors = _vectors(retriever, [text for _, _, text in texts])
    best = max(passage.strength for passage in passages)
    wanted = frozenset(terms)
    units = []
    for (passage, index, text), vector in zip(texts, vectors, strict=True):
        shared = len(wanted & frozenset(analyze(text))) / max(1, len(wanted))
        score = 0.3 * float(vector @ query) + 0.2 * shared + 0.5 * passage.strength / best
        units.append(_Unit(text, passage, index, score))
    return units


def _sentences(passage: Retrieved) -> list[str]:
    """The passage's sentences; a table or code block is one unit."""
    if passage.stored.chunk.kind in {"table", "code", "row"}:
        return [passage.text]
    return split_sentences(passage.text)


def _vectors(retriever: Retriever, texts: Sequence[str]) -> NDArray[np.float32]:
    """Vectors of sentences: from the index where ingest put them, encoded now where not."""
    known = retriever.reader.sentence_vectors(texts)
    unknown = [text for text in texts if text not in known]
    if unknown:
        known = {**known, **dict(zip(unknown, retriever.encoder.encode(unknown), strict=True))}
    return np.stack([known[text] for text in texts])


def _chosen(units: Sequence[_Unit], passages: Sequence[Retrieved]) -> list[_Unit]:
    """The best passage's sentences in their order, best first where it is long, then close ones of others."""
    strength: dict[str, float] = {}
    for unit in units:
        strength[unit.passage.id] = max(strength.get(unit.passage.id, -math.inf), unit.score)
    order = sorted(strength, key=lambda identifier: (-strength[identifier], identifier))
    chosen = _within(sorted((u for u in units if u.passage.id == order[0]), key=lambda u: u.index), WORDS)
    words = sum(len(unit.text.split()) for unit in chosen)
    for identifier in order[1:]:
        if strength[identifier] < 0.88 * strength[order[0]]:
            break
        mine = sorted((u for u in units if u.passage.id == identifier), key=lambda u: -u.score)
        for unit in mine[:2]:
            length = len(unit.text.split())
            if words + length <= WORDS and not _GAP.match(unit.text) and not _ITEM.match(unit.text):
                chosen.append(unit)
                words += length
    return chosen


def _within(units: list[_Unit], limit: int) -> list[_Unit]:
    """Units in order up to the limit; when too long, those that score best, still in order."""
    if sum(len(unit.text.split()) for unit in units) <= limit:
        return units
    kept: set[int] = set()
    words = 0
    for unit in sorted(units, key=lambda one: -one.score):
        length = len(unit.text.split())
        if kept and words + length > limit:
            continue
        kept.add(unit.index)
        words += length
    return [unit for unit in units if unit.index in kept]


def _statement(unit: _Unit, *, first: bool) -> Statement:
    chunk, document = unit.passage.stored.chunk, unit.passage.stored.document
    evidence = Evidence(
        document.document, chunk.section, document.date, document.source, chunk.text, document.collection
    )
    return Statement(unit.text, (evidence,), "verdict" if first else "reason")
