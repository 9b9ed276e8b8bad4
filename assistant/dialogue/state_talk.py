"""A question on an operation, or on what becomes of the data, in the state that the talk has told before."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from assistant.decisions.expressions.patterns import lazy
from assistant.specialists.states import connectivity
from assistant.table_answers import settled
from assistant.understanding.message.lookups import asks_lookup
from assistant.understanding.read import read_question
from assistant.understanding.reading import QuestionKind, Reading
from assistant.understanding.topics import GENERAL
from assistant.understanding.turns.carried_states import asks_rest
from assistant.understanding.turns.followup import asks_other_way
from assistant.understanding.turns.topic_return import Turns

_MOST_WORDS = 18
_STATES = ("subscription", "connectivity")
_OF_STATES = GENERAL | {"recovery-points"}
_ASKING = (QuestionKind.YES_NO, QuestionKind.WHAT, QuestionKind.STATEMENT)
_WHAT_GOES = lazy(
    r"\bwhat\b[^.?!]{0,20}\b(?:can|could|may|are|am)\s+(?:we|i|one|they)\b[^.?!]{0,20}\b(?:do|run|allowed|use)\b"
)
_DATA = r"(?:data|(?:recovery |restore )?points?|copies|copy|backups?)"
_GONE = r"(?:gone|lost|deleted|wiped|there|safe|kept|alive|survive\w*|available|usable|intact)"
_FATE = lazy(rf"\b{_DATA}\b[^.?!]{{0,40}}\b{_GONE}\b|\b{_GONE}\b[^.?!]{{0,25}}\b{_DATA}\b")


def with_state_told(reading: Reading, turns: Turns) -> Reading | None:
    """`reading` with the states that the turns before told; None where it tells one itself, asks nothing that
    hangs on them, or none was told. Other matters may have come between, where an operation is asked for."""
    if not turns or reading.followup or not _hangs_on_states(reading):
        return None
    facts = _told_last(turns) if reading.operations else turns[-1][1]
    if not any(facts.get(name) for name in _STATES):
        return None
    found = settled(reading)
    if found and (found[0].specialist != connectivity.NAME or found[0].status != "clarify"):
        return None
    again = read_question(f"and {reading.text}", {**facts, "specialist": connectivity.NAME, "operations": []})
    told = settled(again)
    return again if told and told[0].specialist == connectivity.NAME else None


def _hangs_on_states(reading: Reading) -> bool:
    """Whether a question names no state, and what it asks for hangs on them alone."""
    if reading.subscription or reading.connectivity or reading.outage or asks_lookup(reading.plain):
        return False
    text = reading.plain.rpartition(": ")[2]  # behind "back to the first one: "
    if reading.kind not in _ASKING or len(text.split()) > _MOST_WORDS or asks_other_way(text):
        return False
    named = bool(reading.named_products)
    if named or reading.levels or reading.amounts("size") or reading.vm_sizes or reading.topics - _OF_STATES:
        return False
    return bool(reading.operations or asks_rest(text) or _WHAT_GOES().search(text) or _FATE().search(text))


def _told_last(turns: Turns) -> Mapping[str, Any]:
    """What the last turn left that told a state; empty for none."""
    return next((facts for _, facts in reversed(turns) if any(facts.get(name) for name in _STATES)), {})
