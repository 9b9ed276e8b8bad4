"""How the tests of the ledger talk: turns that calculators answer, or that have the guide's words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from assistant.answer import Finding, Statement
from assistant.specialists import limits
from assistant.understanding.read import facts_of, read_question


def left_by(*turns: str | tuple[str, str]) -> Mapping[str, Any]:
    """What turns leave: questions, and questions with what the guide is taken to answer."""
    facts: Mapping[str, Any] = {}
    for turn in turns:
        question, told = (turn, "") if isinstance(turn, str) else turn
        reading = read_question(question, facts)
        found = [] if told else limits.consult(reading)
        answer = found or [Finding("guide", "answered", (Statement(told or "That depends."),), 1.0)]
        left = limits.left_by(reading, answer, facts)
        facts = {**facts_of(reading, answer[0].specialist, ()), **left}
    return facts


def headline(*turns: str | tuple[str, str]) -> str:
    """How the answer to the last turn begins; empty where no calculator takes it."""
    *before, last = turns
    assert isinstance(last, str)
    found = limits.consult(read_question(last, left_by(*before)))
    return found[0].statements[0].text if found else ""
