"""Which parts of an explained error answer a question about it, and in which order they are told.

A part is told alone where it stands out: it holds the detail that is asked for, is of the kind that is asked
for, or comes far nearer than the others. Else all the steps are told, behind what comes nearest of the rest:
a remedy is never cut down to the one step that a message happens to share words with.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from assistant.codes.entries import ErrorEntry
from assistant.codes.entry_details import held_of, surely_asked
from assistant.codes.entry_parts import Part, asks_alternative, fitting, is_alternative
from assistant.codes.statement_kinds import Kind, bare_ask, kind_of
from assistant.understanding.reading import QuestionKind, Reading

_OF_BEST = 0.72
_MOST_PARTS = 3
_MOST_OF_ASK = 7
_TO_OPEN = frozenset({"opened"})
_VAGUE = 0.25
"""The score below which no part is meant."""

_IF = re.compile(r"\b(?:if|when|in case)\b|\b(?:won'?t|doesn'?t|refuses?)\b", re.IGNORECASE)
_IF_NOT = re.compile(
    r"^if (?:it|that|they|this) "
    r"|\bif (?:it|that|they|this|not|the \w+|pushing)\b[^.;]*(?:\bnot\b|n't\b|\bfails?\b)",
    re.IGNORECASE,
)
_OFFERS = re.compile(r",\s+or\s+[a-z]")
"""A step that says how it may be done otherwise: "Restart the server, or restart the service"."""

_ANSWERING = {"cause", "cost", "note", "meaning"}
"""The kinds of parts that answer what a step does not: a yes or no, or a fact that is told."""

_OPEN = {QuestionKind.STATEMENT, QuestionKind.YES_NO}
"""What no single step answers."""

Scores = Callable[[str, Sequence[str]], Sequence[float]]
"""How well each of some texts answers another."""


@dataclass(frozen=True, slots=True)
class Near:
    """The entry nearest to a question among those explained, with its parts by worth.

    `cosine` is that of the nearest part, `asked` that of how people ask of the error, if this is nearer.
    """

    entry: ErrorEntry
    parts: list[tuple[float, Part]]
    cosine: float
    asked: float = 0.0

    @property
    def best(self) -> list[Part]:
        """The first of its parts, with those that come nearly as near."""
        highest, _ = self.parts[0]
        return [part for score, part in self.parts[:_MOST_PARTS] if score >= _OF_BEST * highest]

    def of_kind(self, kind: Kind) -> list[Part]:
        """The parts of a kind, best first."""
        return [part for _, part in self.parts if part.kind == kind]

    @property
    def steps(self) -> list[Part]:
        """The steps in their order."""
        return sorted(self.of_kind("step"), key=lambda part: part.number)


def chosen(near: Near, reading: Reading) -> list[Part]:
    """The parts that answer `reading`, as they are told."""
    text = reading.plain
    if asks_alternative(text) and near.steps:
        return sorted(near.steps, key=lambda part: not is_alternative(part))
    bare = bare_ask(text)
    if bare == "step" and near.steps:
        return _with_steps([], near)
    if opened := _to_open(near, text):
        return fitting(opened)
    if bare != "cause" and (details := _holding(near, text)):
        return _in_order(fitting(details))
    if (bare or kind_of(text)) == "cause" and (causes := near.of_kind("cause")):
        pure = len(text.split()) <= _MOST_OF_ASK
        return fitting(causes) if pure else _with_steps(causes, near, rest=True)
    return _in_order(fitting(near.best)) if _stands_out(near, reading) else _whole(near, reading)


def _holding(near: Near, text: str) -> list[Part]:
    """The parts that hold the detail which `text` asks for, where the best one does and they are few."""
    asked = surely_asked(text)
    if not held_of(asked, near.parts[0][1].text):
        return []
    holding = [part for _, part in near.parts if held_of(asked, part.text)]
    return holding if len(holding) <= _MOST_PARTS else [part for part in near.best if part in holding]


def _to_open(near: Near, text: str) -> list[Part]:
    """The parts that tell what has to be let through, steps first, where `text` asks for that: names, ranges
    and ports are told wherever they stand, however far their words are from the question's."""
    if not surely_asked(text) & _TO_OPEN:
        return []
    holding = [part for _, part in near.parts if held_of(_TO_OPEN, part.text)]
    return sorted(holding, key=lambda part: part.kind != "step")


def _stands_out(near: Near, reading: Reading) -> bool:
    """Whether the best parts are of the kind that is asked for, which is not what there is to do."""
    first = near.best[0]
    of_kind = kind_of(reading.plain) == first.kind and first.kind != "step"
    return of_kind and len(near.best) < _MOST_PARTS and reading.kind not in _OPEN


def _whole(near: Near, reading: Reading) -> list[Part]:
    """All the steps, behind the best parts that are none; before them the nearest cause where a fact is told,
    and to a yes-no question the nearest cause or note."""
    highest, _ = near.parts[0]
    leading = [] if highest < _VAGUE else [part for part in near.best if part.kind != "step"]
    if reading.kind is QuestionKind.STATEMENT:
        leading = [*leading, *(part for part in near.of_kind("cause")[:1] if part not in leading)]
    elif not leading and reading.kind in _OPEN:
        leading = [part for _, part in near.parts if part.kind in _ANSWERING][:1]
    return _with_steps(leading, near, rest=True)


def _with_steps(leading: list[Part], near: Near, *, rest: bool = False) -> list[Part]:
    """`leading` with as many of the steps as fit, the best of them first considered, all in their order."""
    best = [part for part in near.best if part.kind == "step"]
    others = [part for part in near.steps if part not in best]
    told = [*leading, *best, *others]
    more = [part for _, part in near.parts if part not in told and part.kind != "check"] if rest else []
    kept = fitting([*told, *more])
    front = [part for part in kept if part in more and part.kind == "meaning"]
    back = [part for part in kept if part in more and part.kind != "meaning"]
    return [*_in_order([*front, *(part for part in kept if part not in more)]), *back]


def _in_order(parts: Sequence[Part]) -> list[Part]:
    return sorted(parts, key=lambda part: part.number)


def without(clause: str, near: Near, scores: Scores) -> list[Part]:
    """The steps without the one that a clause rules out: the one that it comes nearest to. It comes first
    where it offers another way itself."""
    steps = near.steps
    worth = scores(clause, [part.text for part in steps])
    out = max(range(len(steps)), key=lambda at: worth[at], default=0)
    if steps and _OFFERS.search(steps[out].text):
        return [steps[out], *(part for at, part in enumerate(steps) if at != out)]
    notes = [part for _, part in near.parts if part.kind in {"note", "cost"}]
    return [part for at, part in enumerate(steps) if at != out] or notes


def after(near: Near, text: str) -> list[Part]:
    """The steps after the one that the question tells of, then a note, a cause and the other steps.

    The causes that it comes nearest to are hardly left: what was done was done against them.
    The step itself comes first where it says what to do if it fails, and that is asked: "if it won't start?".
    """
    steps = near.of_kind("step")
    done = steps[0].number if steps else 0
    if steps and _IF.search(text) and _IF_NOT.search(steps[0].text):
        done -= 1
    later = [one for one in near.steps if one.number > done]
    rest = [*near.of_kind("note"), *reversed(near.of_kind("cause")), *near.of_kind("check")]
    if kind_of(text) == "check":
        rest.sort(key=lambda part: part.kind != "check")
    before = [one for one in near.steps if one.number <= done]
    return [*later, *rest[:2], *before]
