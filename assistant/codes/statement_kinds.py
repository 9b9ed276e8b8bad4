"""Which kind of statement of an entry is asked for: its meaning, a cause, a step, a check, what it costs."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Literal

from assistant.decisions.expressions.patterns import lazy
from assistant.understanding.word_rules import word_set

Kind = Literal["meaning", "cause", "step", "check", "cost", "note"]

_CUES: tuple[tuple[Kind, Callable[[], re.Pattern[str]]], ...] = (
    (
        "check",
        lazy(
            r"\b(?:verif\w*|confirm\w*|prove|(?:check|test|tell|see|know|sure)\b[^?]{0,40}"
            r"\b(?:work\w*|helped|fixed|ok(?:ay)?|good|gone|done|success\w*))\b"
            r"|\bhow (?:do|can|could|would|will|to|shall) ?(?:i|we|you)?"
            r" (?:check|test|tell|know|be sure|make sure)\b"
            r"|\b(?:it|that|fix) (?:has |have )?(?:worked|helped)\b"
        ),
    ),
    (
        "cost",
        lazy(
            r"\b(?:danger\w*|risk\w*|safe(?:ly)?|harm\w*|destr\w*|los[ei]\w*|lost|loss|gone|cost|delet\w*|interrupt\w*"
            r"|down ?time|consequences?|side effects?|affects?)\b"
        ),
    ),
    ("meaning", lazy(r"\b(?:mean(?:s|ing)?|what (?:is|was) (?:it|that|this)|explain|stands? for)\b")),
    (
        "cause",
        lazy(
            r"\b(?:why|causes?d?|reasons?|how come|blame|whose fault|due to|come from|trigger\w*|culprit"
            r"|root|behind (?:it|this|that))\b"
        ),
    ),
    (
        "step",
        lazy(
            r"\b(?:next|now what|what now|what else|then|first|after|still|again|same|no (?:change|luck)"
            r"|did(?:n't| not) help|help|what do i|do next|how do i|steps?|fix|solve|resolution|options?"
            r"|remed\w+|cures?|proceed|suggest\w*|recommend\w*"
            r"|where|which|re-?(?:run|start|boot|do|try)|done|instead)\b"
        ),
    ),
)


def kind_of(text: str) -> Kind | None:
    """The kind that `text` asks for; None when its words leave that open."""
    return next((kind for kind, cue in _CUES if cue().search(text)), None)


# All that is to be done about it, in full: not the way through an installation.
_ALL_STEPS = lazy(
    r"^(?!.*\b(?:install\w*|set-?up|deploy\w*|download\w*|extract\w*|register\w*|restore|mabs|wizard)\b)"
    r".*\b(?:all|every|each|full|whole|entire|complete|remaining|other)\s+(?:of\s+)?(?:the\s+)?(?:\w+\s+)?"
    r"(?:list of (?:the )?(?:steps|actions)|steps?|procedure|instructions?|actions|list|fix|remedy"
    r"|resolution)\b"
)


def asks_all_steps(text: str) -> bool:
    """Whether all that is to be done about an error is asked for, in full."""
    return bool(_ALL_STEPS().search(text))


_FILLING = word_set(
    "ok okay k so and then well but hm now fine right oh thx thanks ah yes no your the any my our please "
    "pls what how which whats what's do does did can could should shall must would will is are was were "
    "to have has need needs i we you one they a about against with for it its this that them those these "
    "there here exactly actually go get be on really even again me us of in case error code id alert "
    "problem issue thing then"
)
_REMEDY = word_set(
    "fix fixed fixing solve solved resolve resolved cure cures remedy remedies step steps option options "
    "proceed suggest suggestion suggestions recommend recommendation advice advise handle rid try "
    "solution help next way best first out"
)
_REASON = word_set(
    "why cause causes caused causing reason reasons come came blame trigger triggers triggered culprit "
    "root behind"
)
_WHAT_TO_DO = re.compile(r"\b(?:what|how)\b.*\bdo\b|\bwhat to do\b", re.IGNORECASE)
_CLAUSES = re.compile(r"[.?!;,:]+(?:\s|$)|\s[-–]\s")
_WORDS = re.compile(r"[a-z']+")


def bare_ask(text: str) -> Kind | None:
    """What a clause of `text` asks for that names nothing else: the remedy ("so what do I do now, ...?") or
    the reason ("root cause?"); None for none."""
    for clause in filter(str.strip, _CLAUSES.split(text)):
        words = set(_WORDS.findall(clause.lower()))
        said = words - _FILLING
        if (said and said <= _REMEDY) or (words and not said and _WHAT_TO_DO.search(clause)):
            return "step"
        if said and said <= _REASON:
            return "cause"
    return None
