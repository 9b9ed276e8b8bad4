"""OpenAI's protocol, so that chat front ends and SDKs work unchanged: chat completions and models.

The client keeps the conversation and sends all of it; earlier questions are read again for what they tell.
"""

from __future__ import annotations

import secrets
import time
from collections.abc import AsyncIterator
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Body
from fastapi.responses import Response
from pydantic import BaseModel, ConfigDict, Field

from assistant.answer_styles import citation_line
from assistant.api.asking import Asked, ask, replay
from assistant.api.examples import example, problems
from assistant.api.problems import ApiError
from assistant.api.rendering import answer_out
from assistant.api.schemas import AnswerOut, Text
from assistant.api.services import Services, Use, Who
from assistant.api.sse import EventStream, data, pieces

router = APIRouter(tags=["openai"])
MODEL = "mabs"
REPLAYED = 8
"""So many of the latest questions of a conversation are read."""
_PATH = "/v1/chat/completions"


class Part(BaseModel):
    """A part of a message; only text is read."""

    model_config = ConfigDict(extra="ignore")

    type: str
    text: Text = ""


class ChatMessage(BaseModel):
    """A message. What isn't the user's is not read: instructions can't be changed from outside."""

    model_config = ConfigDict(extra="ignore")

    role: Literal["system", "developer", "user", "assistant", "tool", "function"]
    content: Text | list[Part] | None = None

    @property
    def text(self) -> str:
        """The text of all parts."""
        if isinstance(self.content, list):
            return "\n".join(part.text for part in self.content if part.type in ("text", "input_text"))
        return self.content or ""


class StreamOptions(BaseModel):
    """Options of a stream."""

    model_config = ConfigDict(extra="ignore")

    include_usage: bool | None = False


class ChatRequest(BaseModel):
    """A request of OpenAI's protocol; parameters of language models, such as temperature, have no effect."""

    model_config = ConfigDict(extra="ignore")

    model: str = Field(MODEL, max_length=200)
    messages: list[ChatMessage] = Field(min_length=1, max_length=1000)
    stream: bool | None = False
    stream_options: StreamOptions | None = None
    n: int | None = Field(1, ge=1, le=1)
    metadata: dict[str, str] | None = Field(
        None, description="`conversation_id`: goes on with a conversation that the server keeps."
    )


class ChoiceMessage(BaseModel):
    """The answer; `citations` and all else that the assistant knows stand in `mabs`."""

    role: Literal["assistant"] = "assistant"
    content: str
    refusal: None = None


class ChatChoice(BaseModel):
    """The one choice."""

    index: int = 0
    message: ChoiceMessage
    logprobs: None = None
    finish_reason: Literal["stop"] = "stop"


class Usage(BaseModel):
    """Counted in words: nothing here is billed."""

    prompt_tokens: int
    completion_tokens: int
    total_tokens: int


class ChatCompletion(BaseModel):
    """A completion. `mabs` is the whole answer, as `/v1/ask` gives it."""

    id: str
    object: Literal["chat.completion"] = "chat.completion"
    created: int
    model: str = MODEL
    choices: list[ChatChoice]
    usage: Usage
    mabs: AnswerOut


class ModelCard(BaseModel):
    """A model."""

    id: str
    object: Literal["model"] = "model"
    created: int = 0
    owned_by: str = "mabs-assistant"


class ModelList(BaseModel):
    """The models there are."""

    object: Literal["list"] = "list"
    data: list[ModelCard]


_REQUEST = {"model": MODEL, "messages": [{"role": "user", "content": "How much RAM does the server need?"}]}


@router.get(
    "/v1/models",
    responses={
        200: example({"object": "list", "data": [ModelCard(id=MODEL).model_dump()]}),
        **problems(path="/v1/models"),
    },
    summary="List the models",
)
async def get_models() -> ModelList:
    """The one model: the assistant."""
    return ModelList(data=[ModelCard(id=MODEL)])


@router.get(
    "/v1/models/{model}",
    responses={
        200: example(ModelCard(id=MODEL).model_dump()),
        **problems("not-found", path="/v1/models/mabs"),
    },
    summary="Describe a model",
)
async def get_model(model: str) -> ModelCard:
    """The one model."""
    if model != MODEL:
        raise ApiError("not-found", f"The only model is {MODEL!r}.")
    return ModelCard(id=MODEL)


@router.post(
    _PATH,
    response_model=ChatCompletion,
    responses={
        200: {
            "description": "The completion; chunks of it as events with `stream`.",
            "content": {"text/event-stream": {"schema": {"type": "string"}}},
        },
        **problems("not-found", "conflict", "search-unavailable", "overdue", path=_PATH),
    },
    summary="Complete a chat",
)
async def post_completion(
    request: Annotated[ChatRequest, Body(openapi_examples={"question": {"value": _REQUEST}})],
    services: Use,
    caller: Who,
) -> Response:
    """Answers the user's last message, with what the ones before it told. Sources stand below the text."""
    out = await services.run(lambda: _completed(services, caller, request))
    if request.stream:
        usage = bool(request.stream_options and request.stream_options.include_usage)
        return EventStream(_chunks(out, usage))
    return Response(out.model_dump_json(), media_type="application/json")


def _completed(services: Services, caller: Who, request: ChatRequest) -> ChatCompletion:
    questions = [
        message.text for message in request.messages if message.role == "user" and message.text.strip()
    ]
    if not questions or request.messages[-1].role in ("system", "developer"):
        raise ApiError("unusable-input", "The messages have no question of the user at their end.")
    asked = _asked(services, caller, questions, (request.metadata or {}).get("conversation_id", ""))
    out = answer_out(
        asked.answer,
        message_id=asked.message_id,
        conversation_id=asked.conversation_id,
        history=asked.history,
        notices=asked.notices,
    )
    text = _with_sources(asked)
    words, said = sum(len(question.split()) for question in questions), len(text.split())
    return ChatCompletion(
        id=f"chatcmpl-{asked.message_id or secrets.token_hex(16)}",
        created=int(time.time()),
        choices=[ChatChoice(message=ChoiceMessage(content=text))],
        usage=Usage(prompt_tokens=words, completion_tokens=said, total_tokens=words + said),
        mabs=out,
    )


def _asked(services: Services, caller: Who, questions: list[str], conversation_id: str) -> Asked:
    if conversation_id:
        return ask(services, caller, questions[-1], conversation_id)
    return replay(services, questions[-REPLAYED:])


def _with_sources(asked: Asked) -> str:
    """The text with its source lines and notices, since such clients show nothing else."""
    sources = "\n".join(f"- {citation_line(citation)}" for citation in asked.answer.citations)
    notices = "\n".join(f"*{notice}*" for notice in asked.notices)
    return "\n\n".join(part for part in (asked.answer.text, sources, notices) if part)


async def _chunks(out: ChatCompletion, usage: bool) -> AsyncIterator[bytes]:
    head: dict[str, Any] = {
        "id": out.id,
        "object": "chat.completion.chunk",
        "created": out.created,
        "model": out.model,
    }

    def chunk(delta: dict[str, Any], finish: str | None = None, **more: Any) -> bytes:
        choice = {"index": 0, "delta": delta, "logprobs": None, "finish_reason": finish}
        return data({**head, "choices": [choice], **more})

    yield chunk({"role": "assistant", "content": ""})
    for piece in pieces(out.choices[0].message.content):
        yield chunk({"content": piece})
    yield chunk({}, "stop", mabs=out.mabs.model_dump(mode="json"))
    if usage:
        yield data({**head, "choices": [], "usage": out.usage.model_dump()})
    yield data("[DONE]")
