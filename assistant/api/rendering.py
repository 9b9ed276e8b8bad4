"""From the types of the assistant to those of the API."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answer import Answer, Citation, Passage
from assistant.answer_styles import Style, styled
from assistant.api.schemas import (
    AnswerOut,
    ChoiceOut,
    CitationOut,
    History,
    MissingOut,
    PassageOut,
    TraceOut,
    VerdictOut,
)
from assistant.retrieval.retriever import Retrieved
from ingest.documents import content_id


def answer_out(
    answer: Answer,
    *,
    message_id: str | None = None,
    conversation_id: str | None = None,
    history: History = "kept",
    notices: Sequence[str] = (),
    style: Style = "full",
    trace: bool = False,
) -> AnswerOut:
    """An answer with what the server knows of it."""
    return AnswerOut(
        id=message_id,
        conversation_id=conversation_id,
        question=answer.question,
        text=styled(answer, style),
        status=answer.status,
        abstained=answer.abstained,
        verdicts=[
            VerdictOut(table=v.table, inputs=dict(v.inputs), outcome=v.outcome, rule=v.rule)
            for v in answer.verdicts
        ],
        citations=[citation_out(citation) for citation in answer.citations],
        missing=[
            MissingOut(
                name=m.name,
                question=m.question,
                choices=[ChoiceOut(value=c.value, meaning=c.meaning) for c in m.choices],
            )
            for m in answer.missing
        ],
        suggestions=list(answer.suggestions),
        confidence=min(1.0, max(0.0, answer.confidence)),
        timings=dict(answer.timings),
        history=history,
        notices=list(notices),
        trace=_trace(answer) if trace else None,
    )


def citation_out(citation: Citation) -> CitationOut:
    """A citation with an id and, where the source is one, its URL."""
    is_url = citation.source.startswith(("https://", "http://"))
    return CitationOut(
        id=content_id(citation.document, citation.section),
        n=citation.n,
        document=citation.document,
        section=citation.section,
        date=citation.date,
        source=citation.source,
        url=citation.source if is_url else None,
        excerpt=citation.excerpt,
    )


def passage_out(passage: Passage) -> PassageOut:
    """A passage."""
    return PassageOut(
        chunk_id=passage.chunk_id,
        document=passage.document,
        section=passage.section,
        collection=passage.collection,
        text=passage.text,
        fused=passage.fused,
        lexical_rank=passage.lexical_rank,
        vector_rank=passage.vector_rank,
        similarity=passage.similarity,
    )


def retrieved_out(found: Retrieved) -> PassageOut:
    """A passage straight from a search."""
    return PassageOut(
        chunk_id=found.id,
        document=found.stored.document.document,
        section=found.stored.chunk.section,
        collection=found.stored.document.collection,
        text=found.text,
        fused=round(found.fused, 6),
        lexical_rank=found.lexical_rank,
        vector_rank=found.vector_rank,
        similarity=None if found.similarity is None else round(found.similarity, 4),
    )


def _trace(answer: Answer) -> TraceOut:
    return TraceOut(
        understood=dict(answer.trace.get("understood", {})),
        consulted=list(answer.trace.get("consulted", ())),
        withheld=list(answer.trace.get("withheld", ())),
        passages=[passage_out(passage) for passage in answer.passages],
    )
