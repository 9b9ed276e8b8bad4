"""Whether a question in the talk on an error has a matter of its own, rather than the error's."""

from __future__ import annotations

from assistant.codes.code_wording import NAME as CODES
from assistant.codes.statement_kinds import kind_of
from assistant.decisions.expressions.patterns import lazy
from assistant.specialists import last_answer
from assistant.specialists.errors.beside_error import error_words
from assistant.understanding.reading import QuestionKind, Reading
from assistant.understanding.topics import GENERAL
from assistant.understanding.turns.pronouns import HANGS_ON, PRONOUN

# A thing is asked for as such: "what is a vault?"; not "what is the cause".
_DEFINES = lazy(
    r"^\W*(?:(?:sorry|and|so|ok|but|um|hm|oh)\W+)*(?:what(?:['’]?s| is| are)|whats)\s+(?:an?\s+)?"
    r"(?!(?:the|this|that|it|next|wrong|needed|required|to|new|up|left|missing|my|our|your|more|different"
    r"|going|error|code|id)\b|\d|0x)['\"“]?[a-z][\w.-]*(?:\s+[\w.-]+){0,2}['\"”]?\W*$"
)


def defines(text: str) -> bool:
    """Whether it is asked what a thing is."""
    return bool(_DEFINES().search(text))


def has_own_topic(reading: Reading) -> bool:
    """Whether a question names a topic of the guide and points at nothing: its words are whole."""
    asks = reading.kind is not QuestionKind.STATEMENT
    own = (asks and reading.topics - GENERAL) or defines(reading.plain)
    hangs = PRONOUN().search(reading.plain) or kind_of(reading.plain) in ("step", "cause")
    return bool(own and not hangs)


def goes_on_elsewhere(reading: Reading) -> bool:
    """Whether a question points at what the guide or a table has told since, and at nothing of the error."""
    since = reading.previous.get("specialist") not in (CODES, last_answer.NAME, None)
    of_error = kind_of(reading.plain) in ("step", "check") or error_words(reading.plain)
    return bool(since and reading.followup and HANGS_ON().search(reading.plain) and not of_error)
