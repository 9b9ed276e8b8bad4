"""The parts of an explained error that a next question can be about, and how those chosen are told."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.answer import Finding, Role, Statement
from assistant.codes.code_wording import NAME, ended, evidence_for
from assistant.codes.entries import ErrorEntry
from assistant.codes.entry_details import asked_details, held_of
from assistant.codes.statement_kinds import Kind, kind_of

WORDS = 150
"""About as many words as an answer within a conversation may have."""

_OPENINGS: Mapping[Kind, str] = {"cause": "Cause: ", "check": "Then check: "}
_GOES_ON = re.compile(
    r"\b(?:now what|what now|and now\b|what else|what then|then what|next (?:idea|step|one)"
    r"|what(?:'s|s| is)? next"
    r"|no (?:change|luck|effect|difference|improvement|success|better)|same (?:error|thing|result|again)"
    r"|still (?:the same|fails?|there|red|not|no\b)|(?:did|does)(?:n't| not) (?:help|work|change|fix)"
    r"|if that (?:does|did)(?:n't| not)|not enough|(?:other|more|any) ideas?|anything else|to no avail)\b"
    r"|^(?:(?:it|that|this)(?:'?s| is)? )?still\b|(?:,|\band|\bbut) still\b|\bstill \w+ after\b"
    r"|\bnext\W*$"
    r"|[.,;!] *(?:and |so )?(?:now|then) *\?+$"
    r"|\bstill (?:refus\w+|reject\w*|denied|fail\w*|the error|won'?t|can'?t|doesn'?t)\b"
    r"|\b(?:still|(?:red|back|there|fail\w*|morning|inconsistent|dead|down) again)\W*$",
    re.IGNORECASE,
)
_RULES_OUT = re.compile(
    r"\b(?:can(?:no|')?t|can not|not allowed|won'?t|mustn'?t|may not|don'?t want|forbid\w*|forbidden)\b"
    r"[^?]*\b(?:alternatives?|instead|(?:an)?other (?:ways?|options?|solutions?|possibilit\w+)|otherwise|else"
    r"|without|work-?arounds?)\b"
    r"|\b(?:alternatives? to|without (?:having to )?\w+ing|instead of)\b"
    r"|\bno[- ]go\b|\b(?:not|isn'?t|never|hardly) (?:an? option|possible|allowed|permitted|acceptable)\b"
    r"|\bout of the question\b|\b(?:forbidden|prohibited|banned|vetoed)\b"
    r"|\b(?:must|has to|have to|needs? to) (?:stay|remain|keep)\b"
    r"|\b(?:won'?t|doesn'?t|don'?t) (?:allow|have it|let)\b",
    re.IGNORECASE,
)
_ASKS_ALTERNATIVE = re.compile(
    r"\b(?:alternatives?|(?:an)?other (?:way|option|solution)s?|plan b|work-?arounds?|else (?:can|could))\b",
    re.IGNORECASE,
)
_ALTERNATIVE = re.compile(
    r"^or\b|\b(?:otherwise|instead|manually|alternatively|(?:isn't|not) enough|, or)\b", re.IGNORECASE
)
_CLAUSE = re.compile(r"[.;!?]\s|,\s|\s[-–]\s")
_OF_KIND = 0.15
"""How much nearer a part counts for being of the kind that is asked for."""

_OF_DETAIL = 0.2
"""How much nearer a part counts for each detail of it that is asked for."""

_TO_DO = 0.05
"""How much nearer what there is to do counts, when nothing else is asked for."""


@dataclass(frozen=True, slots=True)
class Part:
    """One statement of an entry; `number` counts steps from 1."""

    text: str
    kind: Kind
    number: int = 0


def parts_of(entry: ErrorEntry) -> tuple[Part, ...]:
    """All that an entry says, in its order."""
    return (
        Part(entry.symptom, "meaning"),
        *(Part(cause.text, "cause") for cause in entry.causes),
        *(Part(step, "step", number) for number, step in enumerate(entry.resolution, 1)),
        *(Part(check, "check") for check in entry.verify),
        *([Part(entry.destructive, "cost")] if entry.destructive else []),
        *([Part(entry.note, "note")] if entry.note else []),
    )


def ranked(text: str, parts: Sequence[Part], scores: Sequence[float]) -> list[tuple[float, Part]]:
    """The parts with their scores, best first: those of the kind that `text` asks for count more, and those
    that hold a detail of the type that it names."""
    asked, details = kind_of(text), asked_details(text)
    bonus: dict[Kind, float] = {asked: _OF_KIND} if asked else {"step": _TO_DO}
    if asked == "cost":
        bonus["note"] = _OF_KIND
    if asked != "check":
        bonus["check"] = -_OF_KIND
    weighed = [
        (score + bonus.get(part.kind, 0.0) + _OF_DETAIL * held_of(details, part.text), part)
        for score, part in zip(scores, parts, strict=True)
    ]
    return sorted(weighed, key=lambda one: -one[0])


def goes_on(text: str) -> bool:
    """Whether what comes after the steps done is asked for: "still the same", "what else"."""
    return bool(_GOES_ON.search(text))


def rules_out(text: str) -> bool:
    """Whether a way is ruled out and another asked for: "we can't switch it off, any alternative?"."""
    return bool(_RULES_OUT.search(text))


def asks_alternative(text: str) -> bool:
    """Whether another way is asked for: "any alternative?"."""
    return bool(_ASKS_ALTERNATIVE.search(text))


def is_alternative(part: Part) -> bool:
    """Whether a step says that it is another way: "Or ...", "Otherwise ..."."""
    return bool(_ALTERNATIVE.search(part.text))


def ruled_out(text: str) -> str:
    """The clause of `text` that rules a way out."""
    return next((clause for clause in _CLAUSE.split(text) if rules_out(clause)), text)


def fitting(parts: Sequence[Part]) -> list[Part]:
    """Of `parts` the first, and of the others in their order as many as fit."""
    chosen: list[Part] = []
    room = WORDS
    for part in parts:
        room -= len(part.text.split())
        if not chosen or room >= 0:
            chosen.append(part)
        else:
            room += len(part.text.split())
    return chosen


def told(entry: ErrorEntry, parts: Sequence[Part]) -> Finding:
    """The parts as an answer, in the order given, as many as fit."""
    lines = [(ended(_text(part)), _role(part, first=n == 0)) for n, part in enumerate(fitting(parts))]
    evidence = evidence_for(entry, [text for text, _ in lines])
    statements = tuple(Statement(text, evidence, role) for text, role in lines)
    return Finding(NAME, "answered", statements, 1.0, fitted=True)


def _text(part: Part) -> str:
    return f"{part.number}. {part.text}" if part.number else _OPENINGS.get(part.kind, "") + part.text


def _role(part: Part, *, first: bool) -> Role:
    if part.kind == "cost":
        return "warning"
    if part.number:
        return "step"
    return "verdict" if first else "reason"
