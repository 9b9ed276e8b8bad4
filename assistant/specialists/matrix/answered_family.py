"""The family of products that an answer of the matrix was on, where its question named none in words."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answer import Answer, Verdict
from assistant.decisions.guide import MATRIX
from assistant.specialists.matrix.protection import FAMILIES, NAME


def families_of(verdicts: Sequence[Verdict]) -> list[str]:
    """The one family, as readings call it, that all verdicts of the matrix are on; else none."""
    named = {verdict.inputs.get("product", "") for verdict in verdicts if verdict.table == NAME}
    return [key for key, family in FAMILIES.items() if {str(family)} == named][:1]


def is_of_matrix(answer: Answer) -> bool:
    """Whether all that an answer rests on is the matrix, whoever found it there."""
    sections = {citation.section for citation in answer.citations}
    return answer.status == "answered" and sections == {MATRIX.section}
