"""`POST /v1/ask` and `GET /v1/search`."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Annotated, Any

from fastapi import APIRouter, Body, Header, Query
from fastapi.responses import Response

from assistant.api.asking import ask
from assistant.api.examples import example, problems
from assistant.api.rendering import answer_out, retrieved_out
from assistant.api.schemas import AnswerOut, AskRequest, Collection, PassageOut, SearchOut, Text
from assistant.api.services import Services, Use, Who
from assistant.api.sse import EventStream, event, pieces, wants_events
from ingest.errors import IndexFault, ModelFault
from ingest.index.reader import IndexReader

router = APIRouter(tags=["ask"])
ANSWER: dict[str, Any] = {
    "id": "0f8fad5bd9cb469fa16570867728950e",
    "conversation_id": "7c9e6679742540de944be07fc1f90ae7",
    "question": "Our subscription expired, the server is connected. Does the disk backup still run?",
    "text": "**No. Backup to disk is stopped while the subscription is Expired** [1].",
    "status": "answered",
    "abstained": False,
    "verdicts": [
        {
            "table": "connectivity",
            "inputs": {"connectivity": "Connected", "subscription": "Expired"},
            "outcome": "Stopped",
            "rule": "connected-expired",
        }
    ],
    "citations": [
        {
            "id": "b9a1c7d05e1f4a27b1c2d3e4",
            "n": 1,
            "document": "Install Azure Backup Server on Azure Stack",
            "section": "Network connectivity",
            "date": "2019-01-31",
            "source": "MicrosoftDocs/azure-docs:articles/backup/backup-mabs-install-azure-stack.md",
            "url": None,
            "excerpt": "Connected / Expired: backup to disk is stopped.",
        }
    ],
    "missing": [],
    "suggestions": ["What can I still restore?"],
    "confidence": 1.0,
    "timings": {"total": 3.2},
    "history": "kept",
    "notices": [],
    "trace": None,
}
_EVENTS = (
    'event: text\ndata: {"text": "**No. Backup to disk "}\n\nevent: answer\ndata: {"id": "0f8f...", ...}\n\n'
)


@router.post(
    "/v1/ask",
    response_model=AnswerOut,
    responses={
        200: {
            "description": "The answer; as events (`text` pieces, then `answer`) where Accept asks for them.",
            "content": {
                "application/json": {"example": ANSWER},
                "text/event-stream": {"schema": {"type": "string"}, "example": _EVENTS},
            },
        },
        **problems("not-found", "conflict", "search-unavailable", "overdue"),
    },
    summary="Ask a question",
)
async def post_ask(
    asked: Annotated[
        AskRequest, Body(openapi_examples={"question": {"value": {"question": ANSWER["question"]}}})
    ],
    services: Use,
    caller: Who,
    accept: Annotated[str, Header(include_in_schema=False)] = "",
) -> Response:
    """Answers a question; the exchange is kept before it is told. 200 also when the guide does not say."""
    out = await services.run(lambda: _answered(services, caller, asked))
    if wants_events(accept):
        return EventStream(_events(out))
    return Response(out.model_dump_json(), media_type="application/json")


@router.get(
    "/v1/search",
    response_model=SearchOut,
    responses={
        200: example({"query": "scratch space", "mode": "fused", "passages": []}),
        **problems("search-unavailable", "overdue", path="/v1/search"),
    },
    summary="Search the passages",
)
async def get_search(
    services: Use,
    query: Annotated[Text, Query(alias="q", min_length=1, max_length=2000, examples=["scratch space"])],
    limit: Annotated[int, Query(ge=1, le=50)] = 8,
    collection: Annotated[list[Collection] | None, Query(max_length=50)] = None,
) -> SearchOut:
    """The passages that fit best, with the ranks and scores of both searches."""
    return await services.run(lambda: _search(services, query, limit, collection))


def _answered(services: Services, caller: Who, asked: AskRequest) -> AnswerOut:
    result = ask(services, caller, asked.question, asked.conversation_id, asked.collections)
    return answer_out(
        result.answer,
        message_id=result.message_id,
        conversation_id=result.conversation_id,
        history=result.history,
        notices=result.notices,
        style=asked.style,
        trace=asked.trace,
    )


async def _events(out: AnswerOut) -> AsyncIterator[bytes]:
    for piece in pieces(out.text):
        yield event("text", {"text": piece})
    yield event("answer", out.model_dump(mode="json"))


def _search(services: Services, query: str, limit: int, collections: list[str] | None) -> SearchOut:
    try:
        found = services.engine.search(query, collections, limit)
    except (IndexFault, ModelFault):
        passages = services.engine.use_reader(lambda reader: _by_words(reader, query, limit, collections))
        return SearchOut(query=query, mode="words", passages=passages)
    return SearchOut(query=query, mode="fused", passages=[retrieved_out(item) for item in found.passages])


def _by_words(reader: IndexReader, query: str, limit: int, collections: list[str] | None) -> list[PassageOut]:
    hits = reader.lexical(query, limit, collections)
    chunks = reader.chunks([hit.chunk_id for hit in hits])
    return [
        PassageOut(
            chunk_id=hit.chunk_id,
            document=chunks[hit.chunk_id].document.document,
            section=chunks[hit.chunk_id].chunk.section,
            collection=chunks[hit.chunk_id].document.collection,
            text=chunks[hit.chunk_id].chunk.text,
            fused=round(hit.score, 6),
            lexical_rank=rank,
            vector_rank=None,
            similarity=None,
        )
        for rank, hit in enumerate(hits, 1)
        if hit.chunk_id in chunks
    ]
