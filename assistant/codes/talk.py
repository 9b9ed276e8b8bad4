"""The parts of an explained error that a next question can be about, and how those chosen are told."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from assistant.answer import Evidence, Finding, Role, Statement
from assistant.codes.entries import ErrorEntry
from assistant.codes.specialist import NAME
from assistant.codes.wording import COLLECTION, ended, named

Kind = Literal["meaning", "cause", "step", "check", "cost", "note"]

WORDS = 130
"""About as many words as an answer within a conversation may have."""

_MOST_SOURCES = 2
_CUES: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    (
        "check",
        re.compile(
            r"\b(?:verif\w*|confirm\w*|prove|(?:check|test|tell|see|know|sure)\b[^?]{0,40}"
            r"\b(?:work\w*|helped|fixed|ok(?:ay)?|good|gone|done|success\w*))\b",
            re.IGNORECASE,
        ),
    ),
    (
        "cost",
        re.compile(
            r"\b(?:danger\w*|risk\w*|safe|harm\w*|destr\w*|lose|lost|loss|gone|cost)\b", re.IGNORECASE
        ),
    ),
    (
        "meaning",
        re.compile(
            r"\b(?:mean(?:s|ing)?|what (?:is|was) (?:it|that|this)|explain|stands? for)\b", re.IGNORECASE
        ),
    ),
    ("cause", re.compile(r"\b(?:why|causes?|reasons?|how come|blame|whose fault|due to)\b", re.IGNORECASE)),
    (
        "step",
        re.compile(
            r"\b(?:next|now what|what now|what else|then|what first|still|again|same|no (?:change|luck)"
            r"|did(?:n't| not) help|not help|what do i|how do i|fix|solve|options?|where|which"
            r"|re-?(?:run|start|boot|do|try)|done|instead)\b",
            re.IGNORECASE,
        ),
    ),
)
_GOES_ON = re.compile(
    r"\b(?:now what|what now|and now\b|what else|what then|then what|next (?:idea|step|one)"
    r"|what(?:'s|s| is)? next"
    r"|no (?:change|luck|effect|difference)|same (?:error|thing|result|again)"
    r"|still (?:the same|fails?|there|red|not|no\b)|(?:did|does)(?:n't| not) (?:help|work)"
    r"|if that (?:does|did)(?:n't| not)|not enough|(?:other|more|any) ideas?|anything else|to no avail)\b"
    r"|\bnext\W*$|\bstill (?:refus\w+|reject\w*|denied|fail\w*|the error|won'?t|can'?t|doesn'?t)\b"
    r"|\b(?:still|(?:red|back|there|fail\w*|morning|inconsistent|dead|down) again)\W*$",
    re.IGNORECASE,
)
_RULES_OUT = re.compile(
    r"\b(?:can(?:no|')?t|can not|not allowed|won'?t|mustn'?t|may not|don'?t want|forbid\w*|forbidden)\b"
    r"[^?]*\b(?:alternatives?|instead|other way|another way|otherwise|else|without|work-?arounds?)\b"
    r"|\b(?:alternatives? to|without (?:having to )?\w+ing|instead of)\b",
    re.IGNORECASE,
)
_OF_KIND = 0.15
"""How much nearer a part counts for being of the kind that is asked for."""

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
    """The parts with their scores, best first: those of the kind that `text` asks for count more."""
    asked = next((kind for kind, pattern in _CUES if pattern.search(text)), None)
    bonus: dict[Kind, float] = {asked: _OF_KIND} if asked else {"step": _TO_DO}
    if asked != "check":
        bonus["check"] = -_OF_KIND
    weighed = [(score + bonus.get(part.kind, 0.0), part) for score, part in zip(scores, parts, strict=True)]
    return sorted(weighed, key=lambda one: -one[0])


def goes_on(text: str) -> bool:
    """Whether what comes after the steps done is asked for: "still the same", "what else"."""
    return bool(_GOES_ON.search(text))


def rules_out(text: str) -> bool:
    """Whether a way is ruled out and another asked for: "we can't switch it off, any alternative?"."""
    return bool(_RULES_OUT.search(text))


def told(entry: ErrorEntry, parts: Sequence[Part], *, partial: bool = False) -> Finding:
    """The parts as an answer, in the order given, as many as fit."""
    lines: list[tuple[str, Role]] = []
    room = WORDS
    for position, part in enumerate(parts):
        room -= len(part.text.split())
        if position and room < 0:
            continue
        text = f"{part.number}. {part.text}" if part.number else part.text
        lines.append((ended(text), _role(part, first=position == 0)))
    evidence = _evidence(entry, [text for text, _ in lines])
    statements = tuple(Statement(text, evidence, role) for text, role in lines)
    return Finding(NAME, "partial" if partial else "answered", statements, 1.0, fitted=True)


def _role(part: Part, *, first: bool) -> Role:
    if part.kind == "cost":
        return "warning"
    if part.number:
        return "step"
    return "verdict" if first else "reason"


def _evidence(entry: ErrorEntry, said: Sequence[str]) -> tuple[Evidence, ...]:
    codes = " ".join(f"{named(code.id)} {code.hexadecimal}" for code in entry.codes)
    excerpt = " ".join([codes, entry.title, *said])
    return tuple(
        Evidence(source.document, source.section, source.date, source.path, excerpt, COLLECTION)
        for source in entry.sources[:_MOST_SOURCES]
    )
