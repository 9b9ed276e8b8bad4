"""Tells an entry within a limit of words: what it means, why, what to do in order, what to check.

What was asked leads the choice: of steps and causes that don't all fit, those come before the others, with
their numbers kept, that hold a detail of the type that is asked for (a port, a registry value, a command), or
share words with the question beyond those that tell the symptom, or come near it in meaning; causes come
first when they are asked for, checks when they are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial

from assistant.answer import Evidence, Role, Statement
from assistant.codes.code_wording import NAMES, ended, evidence_of, log_line, subject, tells_more
from assistant.codes.entries import Cause, ErrorEntry
from assistant.codes.entry_details import held_of, last_clause, surely_asked
from assistant.codes.finding.found_code import FoundCode
from assistant.codes.inner_code_steps import applicable, is_for, with_leaders
from assistant.codes.statement_kinds import asks_all_steps, kind_of

WORDS = 150
"""About as many words as the answer to one code may have."""

OUTER_WORDS = 100
INNER_WORDS = 60
"""About as many as the first and each further one of several codes get."""

LEAST_WORDS = 30
"""About as many as each of many codes gets at least."""

ALL_WORDS = 450
"""About as many where all the steps are asked for."""

FEW_WORDS = 3
"""A question of fewer words is nothing but a code."""

MORE = "Ask for all the steps to see the rest."
_DESTROYS = re.compile(r"\b(?:delet|eras|wip|drop|remov|format|overwrit|clean)\w*", re.IGNORECASE)
_NAMING_CODES = frozenset(("error", "code", "id", "event", "alert"))
_ASKS_WHY = re.compile(
    r"\b(?:why|causes?|reasons?|culprit|to blame|how come|because|due to)\b", re.IGNORECASE
)
_ASKS_CHECK = re.compile(
    r"\b(?:check|verify|confirm|test|tell|know|see)\b[^?.]{0,60}\b(?:work\w*|helped|fixed|ok|gone|back)\b",
    re.IGNORECASE,
)
_OPENINGS = {"stated": "Cause", "follows": "Likely cause, going by the error's own message"}
_UNSAID = "Likely cause"
"""How a cause is opened that follows from what is recommended, where no message is known."""

_MOST_RELATED = 4
_NEARNESS = 4
"""For how many shared words a text counts that means the same as the question."""

Likeness = Callable[[str, Sequence[str]], Sequence[float]]
"""How near texts come in meaning to a question, as cosines."""


def _no_nearness(texts: Sequence[str]) -> Sequence[float]:
    return [0.0] * len(texts)


@dataclass(frozen=True, slots=True)
class Told:
    """An entry as told in one answer: for which of the codes, how long, whether with its log line.

    `asked` is the question, empty when it is nothing but the code; `inner` are its message's inner codes.
    `listed`: as one of several alike, with what to do before why, and without what else could be asked for.
    `likeness` tells how near a step comes.
    """

    entry: ErrorEntry
    found: FoundCode
    limit: int = WORDS
    brief: bool = False
    with_line: bool = False
    asked: str = ""
    inner: frozenset[str] = frozenset()
    listed: bool = False
    likeness: Likeness | None = None


@dataclass(frozen=True, slots=True)
class _Chosen:
    """What of an entry is told: causes and numbers of steps by position, and which of the rest."""

    causes: tuple[int, ...] = ()
    steps: tuple[int, ...] = ()
    note: bool = False
    verify: bool = False
    related: bool = False


@dataclass(frozen=True, slots=True)
class _Asked:
    """The words of a question, those of them `beyond` the symptom, the types of details that it names, and
    how near texts come to what it asks."""

    told: frozenset[str] = frozenset()
    beyond: frozenset[str] = frozenset()
    details: frozenset[str] = frozenset()
    nearness: Callable[[Sequence[str]], Sequence[float]] = _no_nearness


def statements(told: Told) -> list[Statement]:
    """All that fits: meaning, a cause and the steps come before notes, checks, more causes and relations."""
    if not told.listed and asks_all_steps(told.asked):
        told = replace(told, limit=max(told.limit, ALL_WORDS), asked="")
    asked = _asked_for(told)
    steps = _steps_by_need(told, asked)
    least = _Chosen(steps=tuple(with_leaders(told.entry.resolution, steps[0])) if steps else ())
    widenings = _widenings(told, asked, steps)
    whole = least
    for wider in widenings:
        whole = wider(whole)
    fits = words_of(_written(told, whole, ())) <= told.limit
    chosen = whole if fits else _fitting(told, least, widenings, in_order=steps == sorted(steps))
    causes = [told.entry.causes[position] for position in chosen.causes]
    return _written(told, chosen, evidence_of(told.entry, told.found, causes))


def _fitting(told: Told, chosen: _Chosen, widenings: Iterable[_Widening], *, in_order: bool) -> _Chosen:
    """`chosen` with as many of the `widenings`, one after the other, as there is room for."""
    full = False
    for wider in widenings:
        if wider.part == "step" and in_order and full:
            continue  # no step is told without those before it
        candidate = wider(chosen)
        if words_of(_written(told, candidate, ())) <= told.limit:
            chosen = candidate
        elif wider.part == "step":
            full = True
    return chosen


def words_of(told: Iterable[Statement]) -> int:
    """How many words the statements have together."""
    return sum(len(statement.text.split()) for statement in told)


class _Widening:
    """One more part for what is chosen; parts are tried in the order of need."""

    def __init__(self, part: str, *positions: int) -> None:
        self.part = part
        self.positions = positions

    def __call__(self, chosen: _Chosen) -> _Chosen:
        if self.part == "cause":
            return replace(chosen, causes=(*chosen.causes, *self.positions))
        if self.part == "step":
            return replace(chosen, steps=tuple(sorted({*chosen.steps, *self.positions})))
        if self.part == "note":
            return replace(chosen, note=True)
        return replace(chosen, verify=True) if self.part == "verify" else replace(chosen, related=True)


def _widenings(told: Told, asked: _Asked, by_need: Sequence[int]) -> list[_Widening]:
    """What may be told beside the least; `by_need`: positions of the steps."""
    entry = told.entry
    texts = [cause.text for cause in entry.causes]
    fitting = applicable(texts, told.inner)
    causes = [
        _Widening("cause", at)
        for at in sorted(_by_need(texts, asked, tied=True), key=lambda at: not is_for(texts[at], told.inner))
        if at in fitting
    ]
    steps = [_Widening("step", *with_leaders(entry.resolution, at)) for at in by_need]
    note = [_Widening("note")] if entry.note else []
    verify = [_Widening("verify")] if entry.verify else []
    related = [_Widening("related")] if entry.related else []
    if _ASKS_WHY.search(told.asked):
        return [*causes, *steps, *note, *verify, *related]
    if _ASKS_CHECK.search(told.asked):
        return [*verify, *causes[:1], *steps, *note, *causes[1:], *related]
    if told.listed:
        return [*steps[:2], *causes[:1], *steps[2:], *note, *verify]
    return [*causes[:1], *steps, *note, *causes[1:], *verify, *related]


def _asked_for(told: Told) -> _Asked:
    """The words of the question, and of these the ones that tell more than the symptom does."""
    if len(told.asked.split()) < FEW_WORDS:
        return _Asked()
    from assistant.retrieval.words import token_set  # here: a bare code needs no analyser
    from assistant.understanding.message.question_forms import split_questions
    from ingest.analysis import query_tokens

    entry = told.entry
    words = frozenset(query_tokens(told.asked))
    asking = " ".join(split_questions(told.asked)[0])
    near = _no_nearness
    long = len(" ".join(entry.resolution).split()) > told.limit // 2
    if told.likeness and long and _asks_more(asking, query_tokens(asking)):
        near = partial(told.likeness, asking)
    symptom = token_set("\n".join([entry.title, entry.message, entry.symptom]))
    return _Asked(words, words - symptom, surely_asked(asking or last_clause(told.asked)), near)


def _asks_more(asking: str, tokens: Sequence[str]) -> bool:
    """Whether a question asks for more than what its code means: that is told without the index."""
    more = {token for token in tokens if token.isalpha()} - _NAMING_CODES
    return len(more) > 1 and kind_of(asking) != "meaning"


def _by_need(texts: Sequence[str], asked: _Asked, *, tied: bool = False) -> list[int]:
    """Positions of `texts`: first those that hold what is asked for, share words with it or come near it.

    Words beyond the symptom tell most; where they decide nothing (`tied`), all of them do. Else their order.
    """
    if not asked.told:
        return list(range(len(texts)))
    from assistant.retrieval.words import token_set

    words = [token_set(text) for text in texts]
    near = asked.nearness(texts)
    shared = [
        (
            -held_of(asked.details, text),
            -len(asked.beyond & one) - _NEARNESS * like,
            -len(asked.told & one) if tied else 0,
        )
        for text, one, like in zip(texts, words, near, strict=True)
    ]
    return sorted(range(len(texts)), key=lambda position: (*shared[position], position))


def _steps_by_need(told: Told, asked: _Asked) -> list[int]:
    """Positions of the steps that fit the inner codes of the message, in the order of need."""
    fitting = applicable(told.entry.resolution, told.inner)
    return [at for at in _by_need(told.entry.resolution, asked) if at in fitting]


def _written(told: Told, chosen: _Chosen, evidence: tuple[Evidence, ...]) -> list[Statement]:
    entry = told.entry
    said = [Statement(_meaning(told), evidence, "verdict")]
    causes = [entry.causes[position] for position in sorted(chosen.causes)]
    said += _causes(causes, evidence, has_message=bool(entry.message))
    said += [log_line(told.found)] if told.with_line else []
    said += _steps(told, chosen.steps, evidence)
    if _destroys(entry, chosen.steps):
        said.append(_made("warning", f"Mind what this costs: {ended(entry.destructive)}", evidence))
    if chosen.note:
        said.append(_made("note", f"Note: {ended(entry.note)}", evidence))
    if chosen.verify:
        said.append(_made("step", f"Then check: {_joined(entry.verify)}", evidence))
    return [*said, *_related(entry)] if chosen.related else said


def _meaning(told: Told) -> str:
    entry = told.entry
    if told.brief or not entry.symptom:
        said = ended(entry.title)
    elif entry.codes and tells_more(entry.title, entry.symptom):
        said = f"{ended(entry.title)} {ended(entry.symptom)}"
    else:
        said = ended(entry.symptom)
    return f"{subject(entry, told.found)}: {said}"


def _causes(causes: Sequence[Cause], evidence: tuple[Evidence, ...], *, has_message: bool) -> list[Statement]:
    """Those that a source states apart from those that follow from the message or what is recommended."""
    said = []
    for basis, opening in _OPENINGS.items():
        texts = [cause.text for cause in causes if cause.basis == basis]
        if texts:
            shown = opening if has_message or basis == "stated" else _UNSAID
            said.append(Statement(f"{shown}: {_joined(texts)}", evidence, "reason"))
    return said


def _steps(told: Told, positions: Sequence[int], evidence: tuple[Evidence, ...]) -> list[Statement]:
    entry = told.entry
    if not entry.resolution:
        return [Statement("The sources document no action for it.", evidence, "note")]
    said = [Statement(f"{at + 1}. {ended(entry.resolution[at])}", evidence, "step") for at in positions]
    left = len(applicable(entry.resolution, told.inner)) - len(positions)
    return [*said, Statement(f"{left} more: {MORE}", (), "note")] if left and not told.listed else said


def _destroys(entry: ErrorEntry, positions: Sequence[int]) -> bool:
    """Whether a told step can lose something; the warning would only puzzle beside the other steps."""
    return bool(entry.destructive) and _loses(entry, tuple(positions))


@lru_cache(maxsize=1024)
def _loses(entry: ErrorEntry, positions: tuple[int, ...]) -> bool:
    losing = [at for at, step in enumerate(entry.resolution) if _DESTROYS.search(step)]
    return not losing or any(at in positions for at in losing)


def _related(entry: ErrorEntry) -> list[Statement]:
    others = [identifier for identifier in entry.related if not identifier.startswith("msg-")]
    names = ", ".join(_named_id(identifier) for identifier in others[:_MOST_RELATED])
    return [Statement(f"Related: {names}.", (), "note")] if names else []


def _named_id(identifier: str) -> str:
    namespace, _, value = identifier.partition("-")
    value = value.split("-")[0] if namespace == "event" else value
    return f"{NAMES[namespace]} {value}".strip()


def _made(role: Role, text: str, evidence: tuple[Evidence, ...]) -> Statement:
    return Statement(text, evidence, role)


def _joined(texts: Sequence[str]) -> str:
    return " ".join(ended(text) for text in texts)
