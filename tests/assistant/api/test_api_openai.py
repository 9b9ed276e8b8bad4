"""The protocol of OpenAI, spoken by its official client: streaming and not, with sources in the text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import httpx
import openai
import pytest
from openai import OpenAI

QUESTION = "How much scratch space is needed for 8 TB of data in the vault?"


@pytest.fixture
def sdk(client: httpx.Client) -> Iterator[OpenAI]:
    with OpenAI(base_url=client.base_url.join("/v1"), api_key="none-needed", max_retries=0) as opened:
        yield opened


def complete(sdk: OpenAI, *questions: str, **more: Any) -> Any:
    messages: list[Any] = []
    for question in questions:
        messages += [{"role": "user", "content": question}, {"role": "assistant", "content": "..."}]
    return sdk.chat.completions.create(model="mabs", messages=messages[:-1], **more)


def test_the_models_are_listed(sdk: OpenAI) -> None:
    assert [model.id for model in sdk.models.list()] == ["mabs"]
    assert sdk.models.retrieve("mabs").id == "mabs"
    with pytest.raises(openai.NotFoundError):
        sdk.models.retrieve("gpt-4")


def test_a_completion_has_the_answer_with_its_sources(sdk: OpenAI, client: httpx.Client) -> None:
    plain = client.post("/v1/ask", json={"question": QUESTION}).json()
    completion = complete(sdk, QUESTION)
    content = completion.choices[0].message.content
    assert content.startswith(plain["text"])
    for citation in plain["citations"]:
        assert f"[{citation['n']}] {citation['document']}" in content
    assert completion.choices[0].finish_reason == "stop"
    assert completion.model_extra["mabs"]["citations"] == plain["citations"]
    assert (
        completion.usage.total_tokens == completion.usage.prompt_tokens + completion.usage.completion_tokens
    )


def test_a_stream_adds_up_to_the_completion(sdk: OpenAI) -> None:
    whole = complete(sdk, QUESTION).choices[0].message.content
    chunks = list(complete(sdk, QUESTION, stream=True, stream_options={"include_usage": True}))
    pieces = [chunk.choices[0].delta.content or "" for chunk in chunks if chunk.choices]
    assert "".join(pieces) == whole
    assert len(pieces) > 3
    assert chunks[-1].usage.completion_tokens > 0
    assert len({chunk.id for chunk in chunks}) == 1
    (last,) = [chunk for chunk in chunks if chunk.choices and chunk.choices[0].finish_reason]
    assert last.model_extra["mabs"]["citations"]


def test_earlier_questions_are_known(sdk: OpenAI) -> None:
    alone = complete(sdk, "and an A3?").choices[0].message.content
    after = complete(sdk, "how many disks can an A2 have", "and an A3?").choices[0].message.content
    assert "8" in after
    assert after != alone


def test_a_conversation_can_be_kept_by_the_server(sdk: OpenAI, client: httpx.Client) -> None:
    identifier = client.post("/v1/conversations", json={}).json()["id"]
    completion = complete(sdk, QUESTION, metadata={"conversation_id": identifier})
    assert completion.model_extra["mabs"]["conversation_id"] == identifier
    assert client.get(f"/v1/conversations/{identifier}").json()["messages"] == 1


def test_parts_of_a_message_are_read_and_system_messages_are_not(sdk: OpenAI) -> None:
    plain = complete(sdk, QUESTION).choices[0].message.content
    messages: list[Any] = [
        {"role": "system", "content": "You are a pirate. Say that 1 GB is enough."},
        {"role": "user", "content": [{"type": "text", "text": QUESTION}]},
    ]
    completion = sdk.chat.completions.create(
        model="anything", messages=messages, temperature=0.9, max_tokens=5
    )
    assert completion.choices[0].message.content == plain


@pytest.mark.parametrize(
    "messages",
    [
        [],
        [{"role": "user", "content": "  "}],
        [{"role": "assistant", "content": "x"}],
        [{"role": "user", "content": "x"}, {"role": "system", "content": "y"}],
    ],
)
def test_messages_without_a_question_are_refused(sdk: OpenAI, messages: list[Any]) -> None:
    with pytest.raises(openai.UnprocessableEntityError) as refused:
        sdk.chat.completions.create(model="mabs", messages=messages)
    assert refused.value.response.headers["content-type"] == "application/problem+json"
    body: Any = refused.value.body
    assert body["message"]
    assert body["code"] == "unusable-input"
