"""Which sentences of the passages are told: those of the best, and of others that are nearly as likely."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from assistant.answer import Status
from assistant.compose import is_item
from assistant.retrieval.words import token_set
from assistant.specialists.passages.gaps import (
    asks_advice,
    asks_figure,
    attribute_of,
    has_figure,
    is_advice,
    is_verdict,
    says_silent,
)
from assistant.specialists.passages.guide_ranking import is_note
from assistant.specialists.passages.guide_units import Unit, is_apart, is_of_whole, within, words_in
from ingest.analysis import query_tokens

if TYPE_CHECKING:
    from assistant.retrieval.retriever import Retrieved

WORDS = 120
SHORT = 60
EXTRA = 3
NEARLY = 0.1
SAME_TOPIC = 0.03
"""How likely another passage must be, beside the best, to be told as well; and one of the same topic."""

GAP_NEARLY = 0.15
BESIDES = 0.15
"""How likely a passage must be, beside a gap, to be told before it."""

NOTE_NEARLY = 0.3
PARAPHRASE = 0.8
PARAPHRASE_AHEAD = 0.2
"""How near in meaning a passage must be, and how much nearer than the likeliest one, to come first."""

TOLD_NEAR = 0.7
TOLD_AHEAD = 0.05
"""The same for what is told to come before a gap of the guide that is likelier."""

_GOES_ON = re.compile(r"\bmust also\b")
"""How a rule goes on that another passage of the topic begins."""

_ONE_KIND = re.compile(
    r"\b(?:names?|urls?|hosts?|hostnames?|fqdns?|domains?|dns|sites?|websites?|wild-?cards?)\b", re.IGNORECASE
)
"""What is to be let through by one of its kinds: the rule on the other isn't asked for."""

_EITHER = re.compile(r"\b(?:or|versus|vs|only)\b", re.IGNORECASE)
_WHOLE = re.compile(
    r"\b(?:all|whole|entire|complete|every|full|overview|order|sequence|from (?:start|a) to)\b", re.IGNORECASE
)


def chosen_of(
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
    the gap is the answer; so it is where only a gap holds what is asked for of a thing.
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
    if not untold:
        asked = frozenset(word for word in query_tokens(attribute_of(query)) if not word.isdigit())
        ranked = _with_attribute(asked, ranked, by_passage, likely, off)
        ranked = _told_nearer(ranked, by_passage, likely, off | _without(query, asked, ranked))
    best, *others = _from_the_start(ranked, by_passage, likely)
    chosen = within(by_passage[best.id], WORDS, from_first=bool(_WHOLE.search(query)))
    if says_silent(chosen[0].text):
        told = _told_besides(by_passage, best, others, likely, telling) if _EITHER.search(query) else []
        if not told and asks_advice(query):
            chosen = sorted(chosen, key=lambda unit: not is_advice(unit.text))
        return told + chosen + _note(by_passage, others, likely)
    words = words_in(chosen)
    more = [] if _ONE_KIND.search(query) else [p for p in others if _goes_on(p, best, by_passage)]
    if more:
        chosen += by_passage[more[0].id]
        words = words_in(chosen)
    for passage in [passage for passage in others if passage not in more][:EXTRA]:
        mine = by_passage[passage.id]
        nearly = SAME_TOPIC if passage.stored.document.id == best.stored.document.id else NEARLY
        if likely[passage.id] < nearly * likely[best.id] or says_silent(mine[0].text) or is_note(passage):
            continue
        whole = words_in(mine) <= (WORDS - words if any(is_item(unit.text) for unit in mine) else SHORT)
        added = mine if whole else [max(mine, key=lambda u: (not u.text.endswith(":"), u.score))]
        if words + words_in(added) <= WORDS and not is_item(added[0].text):
            chosen += added
            words += words_in(added)
    return chosen


def _goes_on(passage: Retrieved, best: Retrieved, by_passage: Mapping[str, list[Unit]]) -> bool:
    """Whether a passage goes on with the list of what must be that the best one of its topic begins."""
    same = passage.stored.document.id == best.stored.document.id
    begun = [unit.text for unit in by_passage[best.id]]
    listed = " must " in begun[0] and any(map(is_item, begun))
    return same and listed and bool(_GOES_ON.search(by_passage[passage.id][0].text))


def _in_other_words(ranked: list[Retrieved], off: frozenset[str]) -> list[Retrieved]:
    """With the passage first that is asked for in nearly its own phrases, where the likeliest is not; none of
    those that are `off` the question."""
    nearest = max(ranked, key=lambda passage: (passage.id not in off, passage.similarity or 0.0))
    similarity = nearest.similarity or 0.0
    if similarity < PARAPHRASE or similarity - (ranked[0].similarity or 0.0) < PARAPHRASE_AHEAD:
        return ranked
    return [nearest, *(passage for passage in ranked if passage is not nearest)]


def _with_attribute(
    asked: frozenset[str],
    ranked: list[Retrieved],
    by_passage: Mapping[str, list[Unit]],
    likely: Mapping[str, float],
    off: frozenset[str],
) -> list[Retrieved]:
    """With the gap first that holds what is `asked` for of a thing ("the checksum of the file"), where the
    likeliest passage only holds the thing; however unlikely it is where no other passage holds that."""
    if not asked or _holds(ranked[0], asked):
        return ranked
    holding = [passage for passage in ranked if _holds(passage, asked) and passage.id not in off]
    silent = [passage for passage in holding if says_silent(by_passage[passage.id][0].text)]
    if not silent or (len(silent) < len(holding) and likely[silent[0].id] < GAP_NEARLY):
        return ranked
    return [silent[0], *(passage for passage in ranked if passage is not silent[0])]


def _without(query: str, asked: frozenset[str], ranked: Sequence[Retrieved]) -> frozenset[str]:
    """The passages that have no figure where one is asked for, or nothing of what is `asked` for of a thing
    where the first has."""
    figure, named = asks_figure(query), bool(asked) and _holds(ranked[0], asked)
    return frozenset(
        passage.id
        for passage in ranked
        if (figure and not has_figure(passage.text)) or (named and not _holds(passage, asked))
    )


def _told_nearer(
    ranked: list[Retrieved],
    by_passage: Mapping[str, list[Unit]],
    likely: Mapping[str, float],
    off: frozenset[str],
) -> list[Retrieved]:
    """With what the guide tells first where a gap is, and that is asked for in phrases as near or nearer."""
    gap = ranked[0]
    if not says_silent(by_passage[gap.id][0].text):
        return ranked
    for passage in ranked[1:]:
        near = passage.similarity or 0.0
        tells = not (is_note(passage) or says_silent(by_passage[passage.id][0].text) or passage.id in off)
        nearer = near >= max(TOLD_NEAR, (gap.similarity or 0.0) + TOLD_AHEAD)
        if tells and nearer and likely[passage.id] >= GAP_NEARLY * likely[gap.id]:
            return [passage, *(other for other in ranked if other is not passage)]
    return ranked


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
        if is_note(passage) and likely[passage.id] >= NOTE_NEARLY:
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
        if says_silent(told[0].text) or is_note(passage) or likely[passage.id] < BESIDES * likely[gap.id]:
            continue
        if _holds(passage, rest):
            return [max(told, key=lambda unit: unit.score)]
    return []


def status_of(chosen: Sequence[Unit], terms: Sequence[str]) -> Status:
    """A gap alone is an abstention; with what another document says besides, part of an answer.

    That the matrix doesn't list what the `terms` of the question name is the answer itself.
    """
    first = chosen[0].text
    if not says_silent(first) or (is_verdict(first) and token_set(first).intersection(terms)):
        return "answered"
    noted = any(u.passage.stored.document.kind == "note" and not says_silent(u.text) for u in chosen)
    return "partial" if noted else "abstained"
