"""Asking over HTTP: the answer is the assistant's, with everything that it knows as data."""

from __future__ import annotations

import json
from typing import Any

import httpx
import pytest

from assistant.assistant import Assistant
from assistant.settings import Settings

EXPIRED = "Our subscription expired, the server is connected. Does the disk backup still run?"
SCRATCH = "How much scratch space is needed for 8 TB of data in the vault?"
MEMORY = "how much RAM does the MABS virtual machine need"


def ask(client: httpx.Client, question: str, **more: Any) -> dict[str, Any]:
    response = client.post("/v1/ask", json={"question": question, **more})
    assert response.status_code == 200, response.text
    body: dict[str, Any] = response.json()
    return body


@pytest.mark.parametrize(
    "question", [EXPIRED, SCRATCH, MEMORY, "what does error 777123 mean", "write a poem"]
)
def test_the_answer_is_the_one_that_the_assistant_gives(
    client: httpx.Client, indexed: Any, question: str
) -> None:
    with Assistant(Settings(data_dir=indexed)) as assistant:  # type: ignore[call-arg]  # defaults
        expected = assistant.ask(question)
    told = ask(client, question)
    assert (told["text"], told["status"]) == (expected.text, expected.status)
    assert told["abstained"] == expected.abstained
    assert [c["section"] for c in told["citations"]] == [c.section for c in expected.citations]
    assert [v["outcome"] for v in told["verdicts"]] == [v.outcome for v in expected.verdicts]
    assert told["confidence"] == expected.confidence


def test_a_verdict_comes_as_data(client: httpx.Client) -> None:
    told = ask(client, EXPIRED)
    assert told["status"] == "answered"
    assert told["verdicts"][0]["table"] == "connectivity"
    assert told["verdicts"][0]["inputs"]["subscription"] == "Expired"
    assert told["history"] == "kept"
    assert told["notices"] == []


def test_every_reference_of_the_text_has_its_citation(client: httpx.Client) -> None:
    told = ask(client, MEMORY)
    assert told["citations"]
    for citation in told["citations"]:
        assert f"[{citation['n']}]" in told["text"]
        assert citation["document"]
        assert citation["date"] == "2019-01-31"
        assert len(citation["id"]) == 24
        assert citation["excerpt"]


def test_a_missing_input_comes_with_its_choices(client: httpx.Client) -> None:
    told = ask(client, "our stack has been cut off for a month, can I still restore?")
    assert told["status"] == "clarify"
    assert told["missing"][0]["question"]
    assert {choice["value"] for choice in told["missing"][0]["choices"]} >= {"Active", "Expired"}


def test_the_trace_comes_on_demand(client: httpx.Client) -> None:
    assert ask(client, MEMORY)["trace"] is None
    trace = ask(client, MEMORY, trace=True)["trace"]
    assert trace["understood"]["question"]
    assert trace["consulted"]
    assert trace["passages"][0]["fused"] > 0


def test_a_follow_up_knows_what_was_said(client: httpx.Client) -> None:
    first = ask(client, "how many disks can an A2 have")
    second = ask(client, "and an A3?", conversation_id=first["conversation_id"])
    assert second["conversation_id"] == first["conversation_id"]
    assert "8" in second["text"]
    alone = ask(client, "and an A3?")
    assert alone["conversation_id"] != first["conversation_id"]


def test_an_unknown_conversation_is_not_found(client: httpx.Client) -> None:
    response = client.post("/v1/ask", json={"question": MEMORY, "conversation_id": "0" * 32})
    assert response.status_code == 404


@pytest.mark.parametrize("style", ["short", "steps", "ticket_note"])
def test_a_style_changes_the_form_and_not_the_facts(client: httpx.Client, style: str) -> None:
    told = ask(client, SCRATCH, style=style)
    assert "400" in told["text"]
    if style == "steps":
        assert told["text"].startswith("1. ")
    if style == "ticket_note":
        assert told["text"].startswith("Question: ")
        assert "**" not in told["text"]
        assert "Sources:" in told["text"]


def test_collections_limit_the_search(client: httpx.Client) -> None:
    found = client.get("/v1/search", params={"q": "the agent can't be installed", "collection": "errors"})
    assert {passage["collection"] for passage in found.json()["passages"]} == {"errors"}


def test_a_collection_that_is_not_there_is_told(client: httpx.Client) -> None:
    body = {"question": "which screen asks for the scratch location?", "collections": ["gude"]}
    refused = client.post("/v1/ask", json=body)
    assert refused.status_code == 422
    assert "gude" in refused.json()["detail"]


def events_of(text: str) -> list[tuple[str, Any]]:
    blocks = [block.split("\n", 1) for block in text.strip().split("\n\n")]
    return [(name.removeprefix("event: "), json.loads(data.removeprefix("data: "))) for name, data in blocks]


def test_the_same_answer_comes_as_events(client: httpx.Client) -> None:
    plain = ask(client, SCRATCH)
    with client.stream(
        "POST", "/v1/ask", json={"question": SCRATCH}, headers={"Accept": "text/event-stream"}
    ) as response:
        assert response.headers["content-type"].startswith("text/event-stream")
        events = events_of(response.read().decode())
    assert events[-1][0] == "answer"
    assert events[-1][1]["text"] == plain["text"]
    assert "".join(data["text"] for name, data in events if name == "text") == plain["text"]


def test_a_fault_before_the_first_event_is_a_problem(client: httpx.Client) -> None:
    response = client.post("/v1/ask", json={"question": " "}, headers={"Accept": "text/event-stream"})
    assert response.status_code == 422
    assert response.headers["content-type"] == "application/problem+json"


def test_search_tells_ranks_and_scores(client: httpx.Client) -> None:
    found = client.get("/v1/search", params={"q": "scratch space", "limit": 3}).json()
    assert found["mode"] == "fused"
    assert len(found["passages"]) == 3
    fused = [passage["fused"] for passage in found["passages"]]
    assert fused == sorted(fused, reverse=True)
    assert any("scratch" in passage["text"].lower() for passage in found["passages"])


def test_status_tells_what_is_indexed(client: httpx.Client) -> None:
    status = client.get("/v1/status").json()
    (guide,) = [c for c in status["index"]["collections"] if c["name"] == "guide"]
    assert guide["shipped"]
    assert guide["documents"] > 30
    assert guide["roots"] == []
    assert status["store"] == {"kind": "sqlite", "reachable": True, "text_kept": True}
    assert status["parts"] == client.get("/readyz").json()["parts"]


def test_ready_names_every_part(client: httpx.Client) -> None:
    assert client.get("/readyz").json() == {
        "status": "ready",
        "parts": {"index": "", "encoder": "", "store": ""},
    }


def test_metrics_count_what_happened(client: httpx.Client) -> None:
    ask(client, MEMORY)
    text = client.get("/metrics").text
    assert 'mabs_requests_total{method="POST",route="/v1/ask",status="200"}' in text
    assert 'mabs_answers_total{status="answered"}' in text
    assert "mabs_retrieval_similarity_bucket" in text
    age = float(
        next(line for line in text.splitlines() if line.startswith("mabs_index_age_seconds ")).split()[1]
    )
    assert age > 0
