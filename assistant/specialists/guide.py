"""Answers from the guide's text: the sentences of the best passages that answer the question."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from operator import mul
from typing import TYPE_CHECKING, NamedTuple

from assistant.answer import Evidence, Finding, Statement, Status
from assistant.retrieval.floor import confidence_of, coverage_of, floor_for, rarities
from assistant.retrieval.words import sentences, token_set
from assistant.specialists.gaps import (
    asks_advice,
    asks_how,
    is_advice,
    is_gap,
    is_on_how,
    is_place_of,
    says_silent,
)
from assistant.specialists.guide_units import Unit, is_apart, is_item, is_of_whole, within, words_in
from assistant.understanding.reading import Intent
from ingest.analysis import query_tokens
from ingest.documents import SHIPPED

if TYPE_CHECKING:
    from assistant.retrieval.retriever import Retrieval, Retrieved, Retriever
    from ingest.encoder import Vectors

NAME = "guide"
WORDS = 120
SHORT = 60
EXTRA = 3
RARE = 5
NEARLY = 0.2
SAME_TOPIC = 0.03
"""How likely another passage must be, beside the best, to be told as well; and one of the same topic."""

GAP_NEARLY = 0.15
GAP_SIMILARITY = 0.6
BESIDES = 0.1
"""How likely a passage must be, beside a gap, to be told before it."""

NOTE_SET_BACK = 2.0
GAP_SET_BACK = 3.5
"""How much less likely a gap on how something is done, or how much it is, answers a question for neither."""

LABEL_AHEAD = 3.0
"""How much likelier a passage answers where a place is asked for and it has the label that is named."""

NOTE_NEARLY = 0.3
NEAR = 0.65
NEAR_LEAST = 0.1
VERY_NEAR = 0.75
"""A passage so near in meaning answers though few of the question's words are told: from NEAR on with a
confidence of at least NEAR_LEAST, and from VERY_NEAR on it is no other matter."""

PARAPHRASE = 0.8
PARAPHRASE_AHEAD = 0.2
"""How near in meaning a passage must be, and how much nearer than the likeliest one, to come first."""

_EITHER = re.compile(r"\b(?:or|versus|vs|only)\b", re.IGNORECASE)
_WHOLE = re.compile(
    r"\b(?:all|whole|entire|complete|every|full|overview|order|sequence|from (?:start|a) to)\b", re.IGNORECASE
)
_DECIDES = re.compile(r"\bguide\b[^.;]*\bdecides\b[^:;.]*:")
"""How a note restates the guide before it tells what other documents say."""

RESTATED = 0.5
"""The share of such a rule's words that the guide's own passage has to hold."""


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


def consult(
    retriever: Retriever,
    query: str,
    retrieval: Retrieval,
    intents: Mapping[Intent, float],
    least: float | None = None,
    *,
    untold: bool = False,
) -> Finding:
    """The finding for `query` from retrieved passages; an abstention when they do not cover it.

    `intents` is what the question is taken for, `least` the probability of covering it from which on there is
    an answer, the floor's own unless given. `untold`: a gap of the guide is likely, and told when it is near.
    """
    passages = _worded(retrieval)
    terms = query_tokens(query)
    frequencies = _frequencies(retriever, terms, passages)
    confidence = confidence_of(terms, frequencies, passages, intents)
    floor = floor_for(intents).least if least is None else least
    if not passages or (confidence < floor and not _is_near(passages, confidence)):
        return _nearest_gap(passages) or abstention(passages)
    units = _scored_units(retriever, retrieval.vector, terms, passages)
    by_passage = _by_passage(units)
    weights = rarities(terms, frequencies)
    off = _beside(query, by_passage, weights)
    likely = _likely(query, by_passage, weights, intents, off)
    telling = frozenset(term for term, count in frequencies.items() if 0 < count <= RARE)
    chosen = _chosen(query, by_passage, passages, likely, telling, off, untold=untold)
    status = _status(chosen)
    statements = tuple(
        _statement(unit, passages, first=position == 0) for position, unit in enumerate(chosen)
    )
    return Finding(NAME, status, statements, round(confidence, 4))


def _is_near(passages: Sequence[Retrieved], confidence: float) -> bool:
    """Whether what is nearest in meaning is no gap, and so near that words of another kind don't count."""
    nearest = max(passages, key=lambda passage: passage.similarity or 0.0)
    return confidence >= NEAR_LEAST and (nearest.similarity or 0.0) >= NEAR and not is_gap(nearest)


def is_covered(
    retriever: Retriever, query: str, retrieval: Retrieval, intents: Mapping[Intent, float]
) -> bool:
    """Whether the guide, or what it is silent on, surely has to do with the question."""
    passages = _worded(retrieval)
    if max((passage.similarity or 0.0 for passage in passages), default=0.0) >= VERY_NEAR:
        return True
    return _confidence(retriever, query, passages, intents) >= floor_for(intents).least


def confidence_in(
    retriever: Retriever, query: str, retrieval: Retrieval, intents: Mapping[Intent, float]
) -> float:
    """How likely (0 to 1) the passages cover the question; 0 where the nearest only tells of a gap."""
    passages = _worded(retrieval)
    nearest = max(passages[:3], key=lambda passage: passage.similarity or 0.0, default=None)
    if nearest is None or is_gap(nearest):
        return 0.0
    return _confidence(retriever, query, passages, intents)


def _confidence(
    retriever: Retriever, query: str, passages: Sequence[Retrieved], intents: Mapping[Intent, float]
) -> float:
    terms = query_tokens(query)
    return confidence_of(terms, _frequencies(retriever, terms, passages), passages, intents)


def _worded(retrieval: Retrieval) -> list[Retrieved]:
    """The passages without rows of the guide's own tables, which have specialists."""
    return [
        passage
        for passage in retrieval.passages
        if passage.stored.chunk.kind != "row" or passage.stored.document.collection != SHIPPED
    ]


def _frequencies(
    retriever: Retriever, terms: Sequence[str], passages: Sequence[Retrieved]
) -> Mapping[str, int]:
    searched = sorted({SHIPPED, *(passage.stored.document.collection for passage in passages)})
    return retriever.reader.frequencies(terms, searched)


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


def _scored_units(
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


def _chosen(
    query: str,
    by_passage: Mapping[str, list[Unit]],
    passages: Sequence[Retrieved],
    likely: Mapping[str, float],
    telling: frozenset[str],
    off: frozenset[str],
    *,
    untold: bool,
) -> list[Unit]:
    """The best passage's sentences in their order, then those of others nearly as good that still fit.

    `likely`: how likely each passage answers, beside the best. `telling` are the question's rarest words,
    `off` the passages beside the question. Where only a gap of the guide holds one, and is nearly as likely,
    the gap is the answer.
    """
    ranked = _in_other_words(sorted(passages, key=lambda passage: (-likely[passage.id], passage.id)), off=off)
    silent = [
        p
        for p in ranked
        if says_silent(by_passage[p.id][0].text)
        and p.id not in off
        and (untold or _holds(p, telling))
        and likely[p.id] >= GAP_NEARLY
    ]
    if silent and (untold or not _holds(ranked[0], telling)):
        ranked = [silent[0], *(passage for passage in ranked if passage is not silent[0])]
    best, *others = _from_the_start(ranked, by_passage, likely)
    chosen = within(by_passage[best.id], WORDS, from_first=bool(_WHOLE.search(query)))
    if says_silent(chosen[0].text):
        told = _told_besides(by_passage, best, others, likely, telling) if _EITHER.search(query) else []
        if not told and asks_advice(query):
            chosen = sorted(chosen, key=lambda unit: not is_advice(unit.text))
        return told + chosen + _note(by_passage, others, likely)
    words = words_in(chosen)
    for passage in others[:EXTRA]:
        mine = by_passage[passage.id]
        nearly = SAME_TOPIC if passage.stored.document.id == best.stored.document.id else NEARLY
        if likely[passage.id] < nearly * likely[best.id] or says_silent(mine[0].text) or _is_note(passage):
            continue
        whole = words_in(mine) <= (WORDS - words if any(is_item(unit.text) for unit in mine) else SHORT)
        added = mine if whole else [max(mine, key=lambda u: (not u.text.endswith(":"), u.score))]
        if words + words_in(added) <= WORDS and not is_item(added[0].text):
            chosen += added
            words += words_in(added)
    return chosen


def _in_other_words(ranked: list[Retrieved], off: frozenset[str]) -> list[Retrieved]:
    """With the passage first that is asked for in nearly its own phrases, where the likeliest is not; none of
    those that are `off` the question."""
    nearest = max(ranked, key=lambda passage: (passage.id not in off, passage.similarity or 0.0))
    similarity = nearest.similarity or 0.0
    if similarity < PARAPHRASE or similarity - (ranked[0].similarity or 0.0) < PARAPHRASE_AHEAD:
        return ranked
    return [nearest, *(passage for passage in ranked if passage is not nearest)]


def _by_passage(units: Sequence[Unit]) -> dict[str, list[Unit]]:
    """The units of each passage, in its order."""
    found: dict[str, list[Unit]] = {}
    for unit in sorted(units, key=lambda one: one.index):
        found.setdefault(unit.passage.id, []).append(unit)
    return found


def _is_note(passage: Retrieved) -> bool:
    return passage.stored.document.kind == "note"


def _from_the_start(
    ranked: list[Retrieved], by_passage: Mapping[str, list[Unit]], likely: Mapping[str, float]
) -> list[Retrieved]:
    """A procedure of several passages is told from its first part, unless a later one is far better."""
    best = ranked[0]
    if not any(is_item(unit.text) for unit in by_passage[best.id]):
        return ranked
    lead_in, asked = by_passage[best.id][0].text, is_of_whole(by_passage[best.id])
    earlier = [
        passage
        for passage in ranked[1:]
        if passage.stored.document.id == best.stored.document.id
        and passage.stored.chunk.position < best.stored.chunk.position
        and any(is_item(unit.text) for unit in by_passage[passage.id])
        and (
            likely[passage.id] >= NEARLY * likely[best.id]
            or (
                by_passage[passage.id][0].text == lead_in
                and (asked or not is_apart(by_passage[best.id], by_passage[passage.id]))
            )
        )
    ]
    if not earlier:
        return ranked
    first = min(earlier, key=lambda passage: passage.stored.chunk.position)
    return [first, *(passage for passage in ranked if passage is not first)]


def _holds(passage: Retrieved, terms: frozenset[str]) -> bool:
    return not terms.isdisjoint(token_set(passage.search_text))


def _note(
    by_passage: Mapping[str, list[Unit]], others: Sequence[Retrieved], likely: Mapping[str, float]
) -> list[Unit]:
    """What a dated note says to a gap of the guide, when one is near."""
    for passage in others:
        if _is_note(passage) and likely[passage.id] >= NOTE_NEARLY:
            return within(by_passage[passage.id], SHORT)
    return []


def _told_besides(
    by_passage: Mapping[str, list[Unit]],
    gap: Retrieved,
    others: Sequence[Retrieved],
    likely: Mapping[str, float],
    telling: frozenset[str],
) -> list[Unit]:
    """What the guide does say to the question's rarest words that the gap doesn't hold: "this or that?"."""
    rest = telling - token_set(gap.search_text)
    for passage in others:
        told = by_passage[passage.id]
        if says_silent(told[0].text) or _is_note(passage) or likely[passage.id] < BESIDES * likely[gap.id]:
            continue
        if _holds(passage, rest):
            return [max(told, key=lambda unit: unit.score)]
    return []


def _status(chosen: Sequence[Unit]) -> Status:
    """A gap alone is an abstention; with what another document says besides, part of an answer."""
    if not says_silent(chosen[0].text):
        return "answered"
    noted = any(u.passage.stored.document.kind == "note" and not says_silent(u.text) for u in chosen)
    return "partial" if noted else "abstained"


def _likely(
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
    if _is_note(units[0].passage):
        return -NOTE_SET_BACK
    return LABEL_AHEAD if is_place_of((unit.text for unit in units), query) else 0.0


def _beside(query: str, by_passage: Mapping[str, list[Unit]], weights: Mapping[str, float]) -> frozenset[str]:
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


def candidates(
    query: str, retriever: Retriever, retrieval: Retrieval, intents: Mapping[Intent, float]
) -> list[tuple[Retrieved, Ranking]]:
    """The passages that may answer `query`, each with what it is ranked by."""
    passages = _worded(retrieval)
    terms = query_tokens(query)
    units = _scored_units(retriever, retrieval.vector, terms, passages) if passages else []
    weights = rarities(terms, _frequencies(retriever, terms, passages))
    return [(own[0].passage, ranked_by(own, weights, intents)) for own in _by_passage(units).values()]


def ranked(
    query: str, retriever: Retriever, retrieval: Retrieval, intents: Mapping[Intent, float]
) -> list[tuple[Retrieved, float]]:
    """The passages that may answer `query`, likeliest first, each with how likely beside the first (1)."""
    found = candidates(query, retriever, retrieval, intents)
    likely = _beside_best({passage.id: _score(features) for passage, features in found})
    told = [(passage, likely[passage.id]) for passage, _ in found]
    return sorted(told, key=lambda one: (-one[1], one[0].id))


def _statement(unit: Unit, passages: Sequence[Retrieved], *, first: bool) -> Statement:
    sources = [unit.passage]
    decided = _DECIDES.search(unit.text) if _is_note(unit.passage) else None
    if decided:
        sources = [*_restated(unit.text[decided.end() :].partition(";")[0], passages), unit.passage]
    return Statement(unit.text, tuple(map(_evidence, sources)), "verdict" if first else "reason")


def _restated(rule: str, passages: Sequence[Retrieved]) -> list[Retrieved]:
    """The guide's passage that the `rule` in a note restates, if it was found."""
    words = frozenset(query_tokens(rule))
    own = [
        p for p in passages if not _is_note(p) and not is_gap(p) and p.stored.document.collection == SHIPPED
    ]
    shared = {p.id: len(words & token_set(p.text)) for p in own}
    best = max(own, key=lambda passage: shared[passage.id], default=None)
    return [best] if best is not None and shared[best.id] >= RESTATED * len(words) else []


def _evidence(passage: Retrieved) -> Evidence:
    chunk, document = passage.stored.chunk, passage.stored.document
    return Evidence(
        document.document, chunk.section, document.date, document.source, chunk.text, document.collection
    )
