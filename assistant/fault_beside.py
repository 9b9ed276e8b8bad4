"""A fault told without a code and a question for the matrix, in one message: both are answered."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from assistant.answer import Finding
from assistant.codes.code_wording import NAME as CODES
from assistant.consulted import Consulted
from assistant.specialists.errors import which_error
from assistant.specialists.matrix import protection
from assistant.table_answers import TELLING, settled
from assistant.understanding.message.question_forms import (
    may_tell_fault,
    question_kind,
    split_questions,
    tells_fault,
)
from assistant.understanding.read import read_question
from assistant.understanding.reading import QuestionKind, Reading

MOST_WORDS = 40
_LEAST_OF_FAULT = 3
_ERRORS = (CODES, which_error.NAME)


def consult(whole: Reading, consult_one: Callable[[Reading], Consulted]) -> Consulted | None:
    """What `consult_one` says to the fault and to the question, in the order of the message; None where the
    message isn't one of both, or where one of them isn't answered by itself."""
    parts = _parts(whole)
    if parts is None or not _is_of_matrix(settled(read_question(parts[1]))):
        return None
    told, asked = (consult_one(read_question(part)) for part in parts)
    if told.findings[0].specialist not in _ERRORS or not _is_of_matrix(asked.findings):
        return None
    first, second = (told, asked) if _at(whole, parts[0]) < _at(whole, parts[1]) else (asked, told)
    return Consulted((*first.findings, *second.findings), whole, (*first.retrieved, *second.retrieved))


def _parts(whole: Reading) -> tuple[str, str] | None:
    """The fault told and the question; None where there is only one of them, or several."""
    if whole.previous or "\n" in whole.text.strip() or len(whole.text.split()) > MOST_WORDS:
        return None
    if not may_tell_fault(whole.text):
        return None
    asking, telling = split_questions(whole.text)
    pieces = [piece for piece in (*asking, telling) if piece.strip()]
    told = [piece for piece in pieces if _tells_fault(piece)]
    asked = [piece for piece in pieces if piece not in told]
    return (told[0], asked[0]) if len(told) == len(asked) == 1 else None


def _tells_fault(piece: str) -> bool:
    few = len(piece.split()) < _LEAST_OF_FAULT
    return not few and tells_fault(piece) and question_kind(piece) is QuestionKind.STATEMENT


def _is_of_matrix(findings: Sequence[Finding]) -> bool:
    """Whether the matrix settles the question: the guide may be asked of the fault itself, in other words."""
    return any(one.specialist == protection.NAME and one.status in TELLING for one in findings[:1])


def _at(whole: Reading, part: str) -> int:
    """Where a part stands in the message; by its first word where its words were put otherwise."""
    return max(whole.text.find(part), whole.text.find(part.split(maxsplit=1)[0]))
