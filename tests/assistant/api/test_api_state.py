"""Conversations, feedback, tables, codes and troubleshooting over HTTP."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

import httpx
import pytest

from assistant.codes.reference import load_reference
from assistant.decisions import tables
from assistant.decisions.readiness.preflight import preflight
from assistant.troubleshooting.loading import load_trees

QUESTION = "how many disks can an A2 have"


@pytest.fixture
def asked(client: httpx.Client) -> dict[str, Any]:
    body: dict[str, Any] = client.post("/v1/ask", json={"question": QUESTION}).json()
    return body


def test_a_conversation_from_beginning_to_end(client: httpx.Client) -> None:
    made = client.post("/v1/conversations", json={"title": "Ticket 4711"})
    assert made.status_code == 201
    identifier = made.json()["id"]
    path = f"/v1/conversations/{identifier}"
    answer = client.post("/v1/ask", json={"question": QUESTION, "conversation_id": identifier}).json()
    whole = client.get(path).json()
    assert whole["title"] == "Ticket 4711"
    assert whole["messages"] == 1
    assert whole["turns"][0]["id"] == answer["id"]
    assert whole["turns"][0]["answer"]["text"] == answer["text"]
    assert client.patch(path, json={"title": "Disks"}).json()["title"] == "Disks"
    listed = client.get("/v1/conversations", params={"limit": 200}).json()["conversations"]
    assert [row["title"] for row in listed if row["id"] == identifier] == ["Disks"]
    assert client.delete(path).status_code == 204
    assert client.get(path).status_code == 404


def test_pages_follow_each_other(client: httpx.Client) -> None:
    for _ in range(3):
        client.post("/v1/ask", json={"question": QUESTION})
    whole = client.get("/v1/conversations", params={"limit": 3}).json()["conversations"]
    pages = [client.get("/v1/conversations", params={"limit": 1, "offset": n}).json() for n in range(3)]
    assert [page["conversations"][0] for page in pages] == whole


def test_exports_hold_no_addresses(client: httpx.Client) -> None:
    question = "can bob@contoso.com allow 20.190.128.7? the password: hunter2"
    answer = client.post("/v1/ask", json={"question": question}).json()
    path = f"/v1/conversations/{answer['conversation_id']}/export"
    markdown = client.get(path)
    assert markdown.headers["content-type"].startswith("text/markdown")
    assert "attachment" in markdown.headers["content-disposition"]
    as_json = client.get(path, params={"format": "json"})
    for text in (markdown.text, as_json.text):
        assert "[e-mail]" in text
        for private in ("bob@contoso.com", "20.190.128.7", "hunter2"):
            assert private not in text
    assert len(json.loads(as_json.text)["turns"]) == 1


def test_feedback_is_kept_for_the_answer(client: httpx.Client, asked: dict[str, Any]) -> None:
    body = {"answer_id": asked["id"], "rating": "down", "comment": "old", "corrected_answer": "16 disks"}
    made = client.post("/v1/feedback", json=body)
    assert made.status_code == 201
    assert len(made.json()["id"]) == 32


def test_every_table_is_told_whole(client: httpx.Client) -> None:
    listed = client.get("/v1/tables").json()["tables"]
    assert [table["name"] for table in listed] == list(tables.TABLES)
    for name, table in tables.TABLES.items():
        assert client.get(f"/v1/tables/{name}").json() == table.to_dict()


def test_a_table_decides_as_it_does_at_home(client: httpx.Client) -> None:
    inputs = {"connectivity": "Connected", "subscription": "Expired"}
    told = client.post("/v1/tables/connectivity/decide", json={"inputs": inputs}).json()
    assert told == tables.decide("connectivity", inputs).to_dict()


def test_preflight_reports_as_it_does_at_home(client: httpx.Client) -> None:
    facts: dict[str, object] = {"vm_size": "Standard_A2", "cores": 2, "memory_gb": 3.5, "domain_joined": None}
    assert client.post("/v1/preflight", json=facts).json() == preflight(facts).to_dict()


@pytest.mark.parametrize("spelling", ["100050", "0x186D2", "0X186d2", "186D2", "mabs-100050", "ID 100050"])
def test_a_code_is_found_in_every_spelling(client: httpx.Client, spelling: str) -> None:
    told = client.get(f"/v1/errors/{spelling}").json()
    assert [entry["id"] for entry in told["entries"]] == ["mabs-100050"]


def test_every_entry_can_be_told(client: httpx.Client) -> None:
    for code in load_reference().codes()[::20]:
        told = client.get(f"/v1/errors/{code.namespace}-{code.value}")
        assert told.status_code == 200, told.text
        expected = [asdict(entry)["title"] for entry in load_reference().lookup(code)]
        assert [entry["title"] for entry in told.json()["entries"]] == expected


def test_codes_are_found_in_a_pasted_line(client: httpx.Client) -> None:
    text = "2026-10-02 23:11 CBEngine failed with error 0x186D2 (ID: 3002), server VM-2019"
    found = client.get("/v1/errors", params={"text": text}).json()["found"]
    assert [(code["namespace"], code["value"]) for code in found] == [("mabs", "100050"), ("mabs", "3002")]
    assert found[0]["entries"][0]["resolution"]


def test_troubleshooting_is_carried_on_by_its_id(client: httpx.Client) -> None:
    trees = client.get("/v1/troubleshooting/trees").json()["trees"]
    assert {tree["id"] for tree in trees} == set(load_trees())
    begun = client.post("/v1/troubleshooting/sessions", json={"tree": trees[0]["id"]})
    assert begun.status_code == 201
    session = begun.json()
    path = f"/v1/troubleshooting/sessions/{session['id']}"
    assert session["prompt"]["missing"][0]["question"]
    choices = session["prompt"]["missing"][0]["choices"]
    moved = client.post(f"{path}/reply", json={"reply": choices[0]["value"]}).json()
    assert len(moved["path"]) >= 1
    assert client.get(path).json() == moved
    back = client.post(f"{path}/reply", json={"reply": "back"}).json()
    assert back["node"] == session["node"]
    other = client.post(f"{path}/reply", json={"jump": trees[1]["id"]}).json()
    assert other["path"][-1]["how"] in ("jump", "known", "table")
    stopped = client.post(f"{path}/reply", json={"reply": "stop"}).json()
    assert stopped["outcome"] == "stopped"
    assert client.post(f"{path}/reply", json={"reply": "on"}).status_code == 409
    assert client.get(f"{path}/summary").json()["markdown"].startswith("**Problem:**")
    assert client.delete(path).status_code == 204
    assert client.get(path).status_code == 404


def test_a_description_leads_to_its_tree(client: httpx.Client) -> None:
    body = {"problem": "the replica is inconsistent again"}
    assert "replica" in client.post("/v1/troubleshooting/sessions", json=body).json()["tree"]
