"""What is recommended in the matter of the turn before, for who is unsure: "dunno", "so what do you suggest?"

The sentences of the guide's nearest passages are looked at that recommend something.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.answer import Finding, Statement
from assistant.decisions.expressions.patterns import lazy
from assistant.retrieval.evidence import evidence_of
from assistant.specialists import limits, prerequisites, screens
from assistant.specialists.passages import gaps, guide
from assistant.specialists.passages.guide_ranking import is_note, ranked, scored_units, worded
from assistant.understanding.reading import Reading
from assistant.understanding.turns.replies import is_undecided
from assistant.understanding.turns.topic_return import TOLD
from ingest.analysis import query_tokens

if TYPE_CHECKING:
    from assistant.knowledge import Knowledge
    from assistant.specialists.passages.guide_units import Unit

_OPENING = r"^\W*(?:(?:so|and|ok|okay|then|well|but|hm+|fine|now)\W+)*"
_END = (
    r"(?:\W+(?:then|instead|here|rather|for (?:that|this|it|us|me)|in (?:that|this|our) case|please"
    r"|pls))*\W*$"
)
_YOURS = r"(?:recommendations?|advice|suggestions?|preference|best (?:choice|option|practice))"
_ASKED = lazy(
    rf"{_OPENING}(?:"
    r"(?:what|which(?: ones?)?)\s+(?:do|does|would|should|shall)"
    r"\s+(?:you|u|the guide|microsoft|i|we|one|they)\s+(?:rather\s+)?"
    r"(?:recommend|advise|suggest|take|pick|choose|prefer|go (?:for|with)|use)"
    rf"|(?:(?:any|your|the|a)\s+)?{_YOURS}"
    r"|(?:what|which(?: one)?)(?:'?s| is| are| would be)"
    rf"\s+(?:recommended|preferable|advisable|the better|better|best|(?:the|your) {_YOURS})"
    r"(?: (?:one|choice|option))?"
    rf"|recommended){_END}"
)
_SURELY = lazy(
    r"\brecommend(?:s|ed|ation)?\b(?! no)|\bdoubt\b|\bunsure\b|\bleave (?:the|it)\b|\bstart with\b"
    r"|\badvice\b|\bdedicated\b"
)
_ALSO = lazy(r"\bshould\b|\bor larger\b|\bmust be\b")
_OF = (guide.NAME, limits.NAME, prerequisites.NAME, screens.NAME)
_WEAKER = 0.02
"""What a sentence counts, beside one that recommends, that only says what should or must be."""

_LIKELY = 0.03
_NEAR = 0.6
"""How likely the passage must answer the question before, or how near it must be, to be of its matter."""

_SECOND = 0.4
"""How well a second sentence must answer to be told as well."""

_OF_MATTER = 0.1
"""How likely the passage must be for its recommendation to be told alone."""

_NONE = "I find no recommendation on that in the guide."


@dataclass(frozen=True, slots=True)
class _Advice:
    unit: Unit
    likely: float

    @property
    def worth(self) -> float:
        """How likely its passage answers, by how surely the sentence recommends."""
        return self.likely * (1.0 if _SURELY().search(self.unit.text) else _WEAKER)


def is_asked(reading: Reading) -> bool:
    """Whether nothing is said but that one is unsure, or asks what is recommended."""
    return is_undecided(reading.plain) or bool(_ASKED().match(reading.plain))


def consult(reading: Reading, knowledge: Knowledge) -> Finding | None:
    """The guide's recommendation in the matter of the turn before; None where none is asked for."""
    before = reading.previous.get("query", "")
    if not before or reading.previous.get("specialist") not in _OF or not is_asked(reading):
        return None
    told = " ".join(reading.previous.get(TOLD, ())[:1])
    units = _found(before, knowledge) or _found(f"{before} {told}", knowledge)
    if not units:
        return Finding(guide.NAME, "abstained", (Statement(_NONE, role="verdict"),), 1.0)
    statements = tuple(
        Statement(unit.text, (evidence_of(unit.passage.stored),), "reason" if at else "verdict")
        for at, unit in enumerate(units)
    )
    return Finding(guide.NAME, "answered", statements, 1.0)


def _found(before: str, knowledge: Knowledge) -> list[Unit]:
    """The sentence that recommends most surely in the matter of `before`, and a second one of another passage
    that is as much of that matter; where neither is of the likeliest passage, that one's best sentence."""
    query, retrieval = knowledge.mended_search(before)
    retriever = knowledge.retriever()
    order = ranked(query, retriever, retrieval, knowledge.intents(query))
    likely = {passage.id: share for passage, share in order}
    passages = [
        passage
        for passage in worded(retrieval)
        if not (gaps.is_gap(passage) or is_note(passage))
        and (likely.get(passage.id, 0.0) >= _LIKELY or (passage.similarity or 0.0) >= _NEAR)
    ]
    if not passages:
        return []
    units = scored_units(retriever, retrieval.vector, query_tokens(query), passages)
    by_score = sorted(units, key=lambda unit: unit.score)
    told = [
        _Advice(unit, likely.get(unit.passage.id, 0.0))
        for unit in by_score
        if _SURELY().search(unit.text) or _ALSO().search(unit.text)
    ]
    firsts = {one.unit.passage.id: one for one in told}  # the best of each passage comes last
    if not firsts:
        return []
    best, *others = sorted(firsts.values(), key=lambda one: -one.worth)
    more = [one.unit for one in others if one.likely >= _LIKELY and one.unit.score >= _SECOND]
    if best.likely < _OF_MATTER:
        more = [unit for unit in reversed(by_score) if unit.passage.id == order[0][0].id]
    return [best.unit, *more[:1]]
