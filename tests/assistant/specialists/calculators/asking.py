"""How the tests of the calculators ask: the result of the last of some turns, without composing an answer."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from assistant.decisions.reading.quantities import format_size
from assistant.decisions.types import DecisionResult
from assistant.specialists import limits
from assistant.understanding.read import facts_of, read_question


def asked(*turns: str) -> DecisionResult:
    """What the calculators say to the last of `turns`; fails when they have nothing to say."""
    facts: Mapping[str, Any] = {}
    case = None
    for question in turns:
        reading = read_question(question, facts)
        case = limits.calculation(reading)
        assert case is not None, question
        left = limits.left_by(reading, limits.consult(reading), facts)
        facts = {**facts_of(reading, limits.NAME, ()), **left}
    assert case is not None, "no question was asked"
    return case.result()


def silent(question: str) -> bool:
    """Whether no calculator takes the question."""
    return not limits.consult(read_question(question))


def said(gb: int | Decimal) -> str:
    """Gigabytes as the answers show them."""
    return format_size(Decimal(gb) * 10**9)
