"""What the user's own documents say to a question that a table settles: told besides, never instead."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from assistant.answer import Statement
from assistant.retrieval.evidence import evidence_of
from assistant.specialists.refusals.injection import without_instructions
from ingest.analysis import query_tokens
from ingest.errors import IndexFault, ModelFault

if TYPE_CHECKING:
    from assistant.knowledge import Knowledge
    from assistant.retrieval.retriever import Retrieved, Retriever
    from ingest.encoder import Vectors

NEAR = 0.6
"""Cosine from which on a passage is about the same as the question."""

WORDS = 45
STANDS = "The verdict above is the guide's and stands for Azure Backup Server on Azure Stack."


def beside(
    query: str, knowledge: Knowledge, collections: Sequence[str] | None
) -> tuple[tuple[Statement, ...], tuple[Retrieved, ...]]:
    """What the user's document nearest to the question says, with its source; and the passages looked at.

    Without collections of the user's nothing is opened. An index or a model that fails leaves the table's
    verdict as it is.
    """
    own = [name for name in knowledge.user_collections() if collections is None or name in collections]
    if not own:
        return (), ()
    try:
        found = knowledge.search(query, own, limit=3)
        passages = found.passages
        nearest = max(passages, key=lambda passage: passage.similarity or 0.0, default=None)
        if nearest is None or (nearest.similarity or 0.0) < NEAR:
            return (), passages
        return _told(query, nearest, knowledge.retriever(), found.vector), passages
    except (IndexFault, ModelFault):
        return (), ()


def _told(query: str, passage: Retrieved, retriever: Retriever, vector: Vectors) -> tuple[Statement, ...]:
    """The sentence of `passage` that answers best; nothing when none is short enough to be quoted."""
    from assistant.specialists.passages.guide_ranking import units_of

    lines = [line for unit in units_of(passage) for line in unit.split("\n") if _quotable(line)]
    if not lines:
        return ()
    scores = retriever.answering(vector, query_tokens(query), lines)
    said = lines[scores.index(max(scores))].strip()
    quoted = f"*Your document {passage.stored.document.document} says:* {said}"
    return Statement(quoted, (evidence_of(passage.stored),), "document"), Statement(STANDS, role="document")


def _quotable(line: str) -> bool:
    """Whether a line has words, is short enough to be quoted whole, and gives the assistant no orders."""
    fits = any(map(str.isalpha, line)) and len(line.split()) <= WORDS
    return fits and without_instructions(line) == line
