"""Over HTTP a deployment is asked the same cases; the service of this test has the API's two routes."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from typing import Any

import httpx
import pytest
import uvicorn
from fastapi import FastAPI

from assistant.answer import Answer, Citation, Verdict
from evals.systems import TRIES, HttpSystem, read_answer, system_factory
from ingest.errors import InputError

ANSWERED = {"text": "Yes.", "status": "answered"}


def _service(log: list[dict[str, Any]]) -> FastAPI:
    app = FastAPI()

    @app.post("/v1/conversations")
    def conversations() -> dict[str, str]:
        return {"id": "conversation-1"}

    @app.post("/v1/ask")
    def ask(body: dict[str, Any]) -> dict[str, Any]:
        log.append(body)
        answer = Answer(
            body["question"],
            f"Heard {len(log)} [1].",
            "answered",
            citations=(Citation(1, "Guide", "A > B", "2019-01-31", "x", "y"),),
            verdicts=(Verdict("connectivity", {"operation": "all"}, "Allowed", "r"),),
        )
        return {**answer.to_dict(), "message_id": "m1"}

    return app


@contextmanager
def _served(app: FastAPI) -> Iterator[str]:
    """Serves an app on a free port of this machine and yields its URL."""
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="critical"))
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    port = server.servers[0].sockets[0].getsockname()[1]
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        thread.join()


def test_a_single_question_needs_no_conversation() -> None:
    log: list[dict[str, Any]] = []
    with _served(_service(log)) as url:
        system = HttpSystem(url)
        answer = system.converse(["hello?"])
        system.close()
    assert log == [{"question": "hello?", "trace": True}]
    assert answer.text == "Heard 1 [1]."
    assert answer.citations[0].section == "A > B"
    assert answer.verdicts[0].outcome == "Allowed"


def test_turns_are_one_conversation_and_the_last_answer_counts() -> None:
    log: list[dict[str, Any]] = []
    with _served(_service(log)) as url:
        system = HttpSystem(url)
        answer = system.converse(["one", "two"])
        system.close()
    same = {"trace": True, "conversation_id": "conversation-1"}
    assert log == [{"question": turn, **same} for turn in ("one", "two")]
    assert answer.text == "Heard 2 [1]."


def test_what_a_deployment_leaves_out_is_empty() -> None:
    answer = read_answer({"text": "Yes.", "status": "answered", "extra": 1}, "q")
    assert (answer.question, answer.citations, answer.passages) == ("q", (), ())


def test_passages_are_told_in_the_trace_and_unknown_fields_of_parts_are_ignored() -> None:
    passage = {
        **{name: name for name in ("chunk_id", "document", "section", "collection", "text", "newer")},
        "fused": 0.1,
        "lexical_rank": 1,
        "vector_rank": None,
        "similarity": None,
    }
    citation = {**asdict(Citation(1, "Guide", "A > B", "", "x", "y")), "id": "b9a1", "url": None}
    data = {"text": "Yes [1].", "status": "answered", "citations": [citation]}
    answer = read_answer({**data, "trace": {"consulted": ["guide"], "passages": [passage]}}, "q")
    assert answer.citations == (Citation(1, "Guide", "A > B", "", "x", "y"),)
    assert [found.chunk_id for found in answer.passages] == ["chunk_id"]
    assert answer.trace["consulted"] == ["guide"]


def test_a_busy_deployment_is_asked_again_when_it_says() -> None:
    told = [httpx.Response(429, headers={"retry-after": "7"}), httpx.Response(200, json=ANSWERED)]
    waited: list[float] = []
    client = httpx.Client(transport=httpx.MockTransport(lambda _request: told.pop(0)), base_url="http://s")
    assert HttpSystem("http://s", client, waited.append).converse(["q"]).text == "Yes."
    assert waited == [7.0]
    client.close()


def test_a_deployment_that_stays_busy_is_given_up() -> None:
    busy = httpx.MockTransport(lambda _request: httpx.Response(429, headers={"retry-after": "1"}))
    waited: list[float] = []
    with httpx.Client(transport=busy, base_url="http://s") as client, pytest.raises(InputError, match="429"):
        HttpSystem("http://s", client, waited.append).converse(["q"])
    assert len(waited) == TRIES - 1


@pytest.mark.parametrize(
    "data", [{}, {"text": "x"}, {"text": "x", "status": "answered", "citations": [{"n": 1}]}]
)
def test_an_answer_of_another_shape_is_refused(data: dict[str, Any]) -> None:
    with pytest.raises(InputError, match="system under test"):
        read_answer(data, "q")


@pytest.mark.parametrize(
    "response",
    [httpx.Response(500), httpx.Response(200, text="<html>"), httpx.Response(200, json=["no object"])],
)
def test_a_service_that_fails_is_an_input_error(response: httpx.Response) -> None:
    client = httpx.Client(transport=httpx.MockTransport(lambda _request: response), base_url="http://service")
    with pytest.raises(InputError, match="system under test"):
        HttpSystem("http://service", client).converse(["q"])
    client.close()


def test_nothing_but_local_and_urls_is_a_system() -> None:
    with pytest.raises(InputError, match="is no system"):
        system_factory("ftp://x", lambda: pytest.fail("not needed"))
