"""The verdict on what the turns before told or asked, where a turn asks for no more: "A1 vm" - "ok?"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from assistant.decisions.expressions.patterns import lazy
from assistant.dialogue.repeated_question import Again
from assistant.specialists import limits
from assistant.specialists.states import connectivity
from assistant.table_answers import TELLING, settled
from assistant.understanding.message.question_forms import question_kind
from assistant.understanding.read import read_question
from assistant.understanding.reading import QuestionKind
from assistant.understanding.turns.bare_verdicts import asks_of_matrix, asks_verdict, asks_what_is_wrong
from assistant.understanding.turns.corrections import QUESTION, asked_before
from assistant.understanding.turns.dialogue_acts import Form
from assistant.understanding.turns.topic_return import Turns

_MOST_TOLD = 5
_ADDS = lazy(r"^\W*(?:plus|and|with|as well as|on top)\b")


def verdict_asked(question: str, turns: Turns) -> Again | None:
    """What was told last, to be judged; the question just asked, where nothing was told since.

    None where `question` asks for more than a verdict, or no table gives one.
    """
    if not turns or not asks_verdict(question):
        return None
    form = Form.BARE if asks_what_is_wrong(question) else Form.WHOLE
    told = _told_last(turns)
    before, previous = asked_before(turns)
    if not told:
        return Again(before, previous, form) if _is_judged(before, previous) else None
    if previous.get(limits.KEPT) and not _ADDS().match(told[-1]) and _is_judged(f"{told[-1]}, ok?", previous):
        return Again(f"{told[-1]}, ok?", previous, form)  # a figure takes the place of the one before it
    ends = sorted(("ok?", question), reverse=asks_of_matrix(question), key=question.__eq__)
    for start in range(len(told)):
        at = len(turns) - len(told) + start
        left = turns[at - 1][1] if at else {}
        for whole in (f"{_joined(told[start:])}, {end}" for end in ends):
            for facts in ({}, left) if left.get("specialist") != connectivity.NAME else (left,):
                if _is_judged(whole, facts):
                    return Again(whole, facts, form)
    return None


def _joined(told: Sequence[str]) -> str:
    """Statements as one; what adds to the one before it goes on in its sentence."""
    whole = told[0].rstrip(" .!")
    for part in told[1:]:
        whole += f"{' ' if _ADDS().match(part) else '. '}{part.rstrip(' .!')}"
    return whole


def _told_last(turns: Turns) -> list[str]:
    """The statements at the end of a talk, from one on that was put right."""
    told: list[str] = []
    for asked, left in reversed(turns[-_MOST_TOLD:]):
        answered = str(left.get(QUESTION, asked))
        whole = asked.rstrip(" .!") in answered
        if question_kind(asked if whole else answered) is not QuestionKind.STATEMENT:
            break
        told.insert(0, asked if whole else answered)
        if not whole:
            break
    return told


def _is_judged(question: str, previous: Mapping[str, Any]) -> bool:
    """Whether a table says something to `question`, or asks for what it lacks."""
    found = settled(read_question(question, previous))
    return bool(found) and (found[0].status in TELLING or bool(found[0].missing))
