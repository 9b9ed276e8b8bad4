"""Which kind of statement of an entry is asked for: its meaning, a cause, a step, a check, what it costs."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Literal

from assistant.decisions.patterns import lazy

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
    ("cause", lazy(r"\b(?:why|causes?d?|reasons?|how come|blame|whose fault|due to|come from)\b")),
    (
        "step",
        lazy(
            r"\b(?:next|now what|what now|what else|then|first|after|still|again|same|no (?:change|luck)"
            r"|did(?:n't| not) help|help|what do i|do next|how do i|steps?|fix|solve|resolution|options?"
            r"|where|which|re-?(?:run|start|boot|do|try)|done|instead)\b"
        ),
    ),
)


def kind_of(text: str) -> Kind | None:
    """The kind that `text` asks for; None when its words leave that open."""
    return next((kind for kind, cue in _CUES if cue().search(text)), None)
