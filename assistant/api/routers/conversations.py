"""`/v1/conversations`: what was asked and answered, as far as it is kept."""

from __future__ import annotations

import json
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query
from fastapi.responses import Response

from assistant.answer import Citation
from assistant.answer_styles import citation_line
from assistant.api.examples import example, problems
from assistant.api.problems import ApiError
from assistant.api.rendering import answer_out
from assistant.api.routers.ask import ANSWER
from assistant.api.schemas import (
    CitationOut,
    ConversationIn,
    ConversationList,
    ConversationOut,
    ConversationWithMessages,
    MessageOut,
    PathId,
)
from assistant.api.services import Use, Who
from assistant.masking import exported_data, mask_personal
from assistant.store import StoredConversation, StoredMessage

router = APIRouter(tags=["conversations"])
_PATH = "/v1/conversations"
HEAD: dict[str, Any] = {
    "id": ANSWER["conversation_id"],
    "title": "Does the disk backup still run?",
    "created": "2026-01-31T09:00:00Z",
    "updated": "2026-01-31T09:05:00Z",
    "messages": 2,
}
ONE = problems("not-found", "store-unavailable", "overdue", path=f"{_PATH}/{HEAD['id']}")


@router.post(
    _PATH,
    status_code=201,
    responses={201: example(HEAD), **problems("store-unavailable", "conflict", path=_PATH)},
    summary="Start a conversation",
)
async def post_conversation(body: ConversationIn, services: Use, caller: Who) -> ConversationOut:
    """Starts an empty conversation. A question without a conversation starts one as well."""
    if not services.settings.store_text:
        raise ApiError("conflict", "Conversations are not kept here.", "The setting MABS_STORE_TEXT is off.")
    identifier = await services.store(lambda stores: stores.conversations.create(caller.key, body.title))
    return await _head(services, caller, identifier)


@router.get(
    _PATH,
    responses={200: example({"conversations": [HEAD]}), **problems("store-unavailable", path=_PATH)},
    summary="List conversations",
)
async def get_conversations(
    services: Use,
    caller: Who,
    limit: Annotated[int, Query(ge=1, le=200)] = 20,
    offset: Annotated[int, Query(ge=0, le=1_000_000)] = 0,
) -> ConversationList:
    """The latest conversations first; an admin sees everybody's."""
    rows = await services.store(
        lambda stores: stores.conversations.conversations(limit, caller.owner, offset, empty=True)
    )
    return ConversationList(conversations=[_head_out(row) for row in rows])


@router.get(_PATH + "/{conversation_id}", responses={200: example({**HEAD, "turns": []}), **ONE})
async def get_conversation(conversation_id: PathId, services: Use, caller: Who) -> ConversationWithMessages:
    """A conversation with all its messages, as they are kept: secrets masked."""
    head = await _head(services, caller, conversation_id)
    messages = await services.store(
        lambda stores: stores.conversations.messages(conversation_id, caller.owner)
    )
    turns = [_message(message, conversation_id) for message in messages]
    return ConversationWithMessages(**head.model_dump(), turns=turns)


@router.patch(_PATH + "/{conversation_id}", responses={200: example(HEAD), **ONE})
async def patch_conversation(
    conversation_id: PathId, body: ConversationIn, services: Use, caller: Who
) -> ConversationOut:
    """Gives a conversation another title."""
    await services.store(
        lambda stores: stores.conversations.rename(conversation_id, body.title, caller.owner)
    )
    return await _head(services, caller, conversation_id)


@router.delete(_PATH + "/{conversation_id}", status_code=204, responses=ONE)
async def delete_conversation(conversation_id: PathId, services: Use, caller: Who) -> None:
    """Forgets a conversation with its messages and the feedback on them."""
    await services.store(lambda stores: stores.conversations.delete(conversation_id, caller.owner))


@router.get(
    _PATH + "/{conversation_id}/export",
    response_class=Response,
    responses={
        200: {
            "description": "The conversation as a file; e-mail and IP addresses are masked too.",
            "content": {
                "text/markdown": {"schema": {"type": "string"}, "example": "**Q:** ...\n\n**A:** ..."},
                "application/json": {"schema": {"$ref": "#/components/schemas/ConversationWithMessages"}},
            },
        },
        **ONE,
    },
    summary="Export a conversation",
)
async def export_conversation(
    conversation_id: PathId,
    services: Use,
    caller: Who,
    form: Annotated[Literal["markdown", "json"], Query(alias="format")] = "markdown",
) -> Response:
    """The conversation as Markdown or JSON, to hand on."""
    whole = await get_conversation(conversation_id, services, caller)
    if form == "json":
        body = json.dumps(exported_data(whole.model_dump(mode="json")), ensure_ascii=False)
        return Response(body, media_type="application/json", headers=_attached(conversation_id, "json"))
    text = mask_personal(_markdown(whole))
    return Response(text, media_type="text/markdown", headers=_attached(conversation_id, "md"))


async def _head(services: Use, caller: Who, identifier: str) -> ConversationOut:
    return _head_out(
        await services.store(lambda stores: stores.conversations.conversation(identifier, caller.owner))
    )


def _head_out(row: StoredConversation) -> ConversationOut:
    return ConversationOut(
        id=row.id, title=row.title, created=row.created, updated=row.updated, messages=row.messages
    )


def _message(message: StoredMessage, conversation_id: str) -> MessageOut:
    out = answer_out(message.turn.answer, message_id=message.id, conversation_id=conversation_id)
    return MessageOut(id=message.id, created=message.created, question=message.question, answer=out)


def _markdown(whole: ConversationWithMessages) -> str:
    parts = [f"# {whole.title}"]
    for turn in whole.turns:
        sources = "\n".join(citation_line(_cited(one)) for one in turn.answer.citations)
        parts += [f"**Q:** {turn.question}", f"**A:** {turn.answer.text}", sources]
    return "\n\n".join(part for part in parts if part) + "\n"


def _cited(out: CitationOut) -> Citation:
    return Citation(out.n, out.document, out.section, out.date, out.source, out.excerpt)


def _attached(identifier: str, suffix: str) -> dict[str, str]:
    return {"content-disposition": f'attachment; filename="conversation-{identifier[:8]}.{suffix}"'}
