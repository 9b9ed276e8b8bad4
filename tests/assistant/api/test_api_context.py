"""The outermost layer: what it does when the client has gone, and that nothing gets past its last net."""

from __future__ import annotations

import asyncio
import json
import logging
from typing import Any

import pytest
from starlette.responses import PlainTextResponse, StreamingResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assistant.api.context import RequestContext
from assistant.api.metrics import Metrics
from assistant.api.telemetry import Tracing

SCOPE = {"type": "http", "asgi": {"spec_version": "2.4"}, "method": "GET", "path": "/", "headers": []}


def serve(app: ASGIApp, error: Exception | None = None) -> list[Message]:
    """What `app` sends below the layer; with `error`, sending raises it from the body on."""
    sent: list[Message] = []

    async def send(message: Message) -> None:
        if error is not None and message["type"] == "http.response.body":
            raise error
        sent.append(message)

    async def receive() -> Message:
        return {"type": "http.request"}

    asyncio.run(RequestContext(app, Metrics(), Tracing())({**SCOPE, "state": {}}, receive, send))
    return sent


async def pieces() -> Any:
    yield b"one"


@pytest.mark.parametrize(
    "error", [RuntimeError("the handler is closed"), ConnectionAbortedError(), OSError("broken pipe")]
)
def test_a_client_that_has_gone_is_no_error(error: Exception, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO, "mabs.api"):
        serve(StreamingResponse(pieces()), error)
    assert [record.message for record in caplog.records] == ["the client has gone", "request"]


def test_another_runtime_error_is_one(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO, "mabs.api"):
        serve(PlainTextResponse("x"), RuntimeError("something else"))
    assert caplog.records[0].message == "unexpected error"


def test_whatever_is_raised_becomes_a_problem_with_the_requests_id() -> None:
    async def broken(scope: Scope, receive: Receive, send: Send) -> None:
        raise LookupError("secret of the inside")

    start, body = serve(broken)
    told = json.loads(body["body"])
    assert start["status"] == told["status"] == 500
    assert (b"x-request-id", told["request_id"].encode()) in start["headers"]
    assert "secret" not in body["body"].decode()
