"""Two servers, of which the subscription's state of one is told and that of the other isn't known: both are
answered, the other by what each state would mean."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.decisions.expressions.patterns import lazy
from assistant.dialogue.labelled_cases import Meant, of_table
from assistant.understanding.operations import find_operations
from assistant.understanding.read import STATE_NAMED, read_question
from assistant.understanding.reading import QuestionKind, Reading
from assistant.understanding.subscription.state_words import NEGATED_STATE

_UNKNOWN = lazy(
    r"\b(?:no(?:body|[\s-]one|ne of us)? (?:knows?|idea|clue|can (?:say|tell))|unknown|unclear|unsure"
    r"|not (?:sure|known)|(?:don['\u2019]?t|do not|can['\u2019]?t|cannot) (?:know|say|tell|see)"
    r"|anybody['\u2019]s guess)\b"
)
_TWO = lazy(
    r"\b(?:two|both|other|second|2nd|latter|another"
    r"|(?:subs?|subscription|servers?|stack|site|box|machine|location|tenant|number|no\.?) (?:[a-f]|\d))\b"
)
# The name of a server before what is not known: "Bergen unknown", "MABS02 is unclear".
_NAMED = re.compile(
    r"^\W*(?!(?i:cause|reason|state|status|why|error|code|id|event)\b)(?:[A-Z][\w-]+|[\w-]*\d[\w-]*)(?:\s+is|\s*[:=])?\s+"
)
_BREAK = re.compile(r"[,;.!?]+(?:\s+|$)|(?<=[a-z]{3}):\s+|\s-+\s|\s+(?:but|while|whereas|and)\s+")
_ALL_ASKED = "What is allowed: back up and restore?"
_MOST_CHARS = 400


def of_unknown(question: str) -> Meant | None:
    """`question` asked of both servers; None where it tells no state beside one that nobody knows."""
    if len(question) > _MOST_CHARS or not (_UNKNOWN().search(question) and _TWO().search(question)):
        return None
    clauses = [part for part in _BREAK.split(question) if part.strip()]
    named = [part for part in clauses if STATE_NAMED().search(part.lower())]
    unknown = [part for part in clauses if _UNKNOWN().search(part)]
    if len(named) != 1 or len(unknown) != 1 or named == unknown or not _is_of_second(named[0], unknown[0]):
        return None
    *others, told = STATE_NAMED().finditer(named[0].lower())
    if others or NEGATED_STATE().search(named[0][: told.start()]):
        return None  # "not Active, nobody knows which of the other two"
    state = told[0].title()
    rest = [part for part in clauses if part not in (*named, *unknown)]
    asked = f"{'. '.join(rest)}?"
    if not find_operations(asked):
        asked = f"{asked.rstrip('?')}. {_ALL_ASKED}"
    return of_table(
        question,
        (
            (f"The one that is {state}", read_question(f"The subscription is {state}. {asked}")),
            ("The other one", _of_any_state(asked)),
        ),
    )


def _is_of_second(named: str, unknown: str) -> bool:
    """Whether what isn't known is the state of the second of two, by a word for it or by both names."""
    if _TWO().search(unknown):
        return True
    rest = _NAMED.match(unknown)
    return bool(rest and _NAMED.match(named) and _UNKNOWN().match(unknown, rest.end()))


def _of_any_state(asked: str) -> Reading:
    """`asked` read of a server whose subscription isn't known, nor perhaps its connection ("both down")."""
    reading = read_question(asked)
    if reading.connectivity or reading.subscription:
        return reading
    return replace(reading, unclear=True, kind=QuestionKind.YES_NO)
