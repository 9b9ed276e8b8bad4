"""A turn that says nothing on the matter: "moment, phone", "ok opening it, takes ages".

The talk goes on as if it had not been said.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from assistant.conversation import Turn
from assistant.decisions.expressions.patterns import lazy
from assistant.understanding.message.question_forms import tells_fault
from assistant.understanding.reading import QuestionKind, Reading
from assistant.understanding.turns.chatter import without_chatter
from assistant.understanding.turns.replies import PENDING
from assistant.understanding.turns.walkthrough import last_named
from assistant.understanding.word_rules import word_set

INTERLUDE = "interlude"
"""The fact under which a turn leaves that it was one."""

_MOST_WORDS = 12
_ASKS = lazy(
    r"\?|\d|\b(?:what|which|where|how|why|when|who|whose|whether|can|could|may|must|should|does|do i|is it"
    r"|are we|not|no|never|nothing|none|next|then|again|also|only|instead|without|if|else|more|still|same"
    r"|other|one)\b"
    r"|n['’]t\b|^\W*(?:and|or|but|with|for|per|on|in|from|by)\b"
)
_REPORTS = lazy(
    r"\b(?:done|did|fixed|clicked|pressed|entered|typed|chosen|selected|ticked|restarted|rebooted|checked|tried"
    r"|installed|ran|set|changed|updated|finished|fails?|failed|works?|worked|shows?|says?|yes|yep|correct|true)\b"
)
_WORD = re.compile(r"[a-z']+")
_ALONE = word_set("hm hmm hmmm ok okay k ah oh well right fine good great thx thanks")


def heard(turns: Iterable[Turn]) -> list[tuple[str, Mapping[str, Any]]]:
    """The questions of a talk with the facts that they left, without such turns."""
    return [(turn.question, turn.facts) for turn in turns if not turn.facts.get(INTERLUDE)]


def is_interlude(reading: Reading) -> bool:
    """Whether a turn behind others names nothing, reports nothing and asks nothing."""
    text = without_chatter(reading.plain)[0]
    words = _WORD.findall(text.lower())
    if not reading.previous or reading.previous.get(PENDING) or len(words) > _MOST_WORDS:
        return False
    if set(words) <= _ALONE:
        return True
    named = (
        reading.names_matter
        or reading.connectivity
        or reading.hosts
        or tells_fault(text.replace("wait", ""))  # who has somebody wait waits for nothing
    )
    told = _ASKS().search(text) or _REPORTS().search(text) or last_named(text)
    return reading.kind is QuestionKind.STATEMENT and not named and not told
