"""Every error has one shape, whatever goes wrong; every response has its id and safe headers."""

from __future__ import annotations

import socket
from typing import Any

import httpx
import pytest

from assistant.api.problems import KINDS, TYPE, ApiError, problem_body, problem_for_status, problem_of
from assistant.codes.entries import CodeId
from assistant.codes.reference import load_reference
from assistant.decisions.types import DecisionInputError
from assistant.store import HistoryMoved, NotFound
from ingest.errors import (
    IndexBusy,
    IndexDamaged,
    IndexMismatch,
    IndexMissing,
    InputError,
    ModelFault,
    SettingsFault,
    StorageFault,
)

JSON = {"content-type": "application/json"}
NOBODY = "0" * 32
REQUESTS: list[tuple[str, str, dict[str, Any], int, str]] = [
    ("GET", "/nothing", {}, 404, "not-found"),
    ("GET", "/v1/ask/", {}, 404, "not-found"),
    ("GET", "/v1/ask", {}, 405, "method-not-allowed"),
    ("DELETE", "/healthz", {}, 405, "method-not-allowed"),
    ("POST", "/v1/ask", {"json": {}}, 422, "unusable-input"),
    ("POST", "/v1/ask", {"json": {"question": ""}}, 422, "unusable-input"),
    ("POST", "/v1/ask", {"json": {"question": " \n"}}, 422, "unusable-input"),
    ("POST", "/v1/ask", {"json": {"question": 5}}, 422, "unusable-input"),
    ("POST", "/v1/ask", {"json": {"question": "x", "unknown": 1}}, 422, "unusable-input"),
    ("POST", "/v1/ask", {"json": {"question": "x", "conversation_id": "../x"}}, 422, "unusable-input"),
    ("POST", "/v1/ask", {"json": {"question": "x", "collections": ["../etc"]}}, 422, "unusable-input"),
    ("POST", "/v1/ask", {"json": {"question": "x", "style": "rude"}}, 422, "unusable-input"),
    ("POST", "/v1/ask", {"content": b"{", "headers": JSON}, 400, "malformed"),
    ("POST", "/v1/ask", {"content": b"\xff\xfe", "headers": JSON}, 400, "malformed"),
    ("POST", "/v1/ask", {"content": b"[" * 100_000, "headers": JSON}, 400, "malformed"),
    ("POST", "/v1/ask", {"content": b'{"question":"\\ud800"}', "headers": JSON}, 422, "unusable-input"),
    ("POST", "/v1/ask", {"content": b"x" * 9_000_000, "headers": JSON}, 413, "too-large"),
    ("GET", "/v1/tables/nothing", {}, 404, "not-found"),
    ("POST", "/v1/tables/connectivity/decide", {"json": {"inputs": {"x": "y"}}}, 422, "unusable-input"),
    ("POST", "/v1/tables/nothing/decide", {"json": {"inputs": {}}}, 404, "not-found"),
    ("POST", "/v1/preflight", {"json": {"cores": "two"}}, 422, "unusable-input"),
    ("POST", "/v1/preflight", {"json": []}, 422, "unusable-input"),
    ("POST", "/v1/preflight", {"content": b'{"cores": 1e999}', "headers": JSON}, 422, "unusable-input"),
    ("GET", "/v1/errors/777123", {}, 404, "not-found"),
    ("GET", "/v1/errors", {}, 422, "unusable-input"),
    ("GET", "/v1/errors/" + "9" * 200, {}, 422, "unusable-input"),
    ("GET", "/v1/search", {}, 422, "unusable-input"),
    ("GET", "/v1/search?q=x&limit=0", {}, 422, "unusable-input"),
    ("GET", "/v1/search?q=" + "x" * 5000, {}, 413, "too-large"),
    ("GET", f"/v1/conversations/{NOBODY}", {}, 404, "not-found"),
    ("GET", "/v1/conversations/1", {}, 422, "unusable-input"),
    ("POST", "/v1/feedback", {"json": {"answer_id": NOBODY, "rating": "up"}}, 404, "not-found"),
    ("GET", f"/v1/troubleshooting/sessions/{NOBODY}", {}, 404, "not-found"),
    ("POST", "/v1/troubleshooting/sessions", {"json": {"tree": "nothing"}}, 422, "unusable-input"),
    ("POST", "/v1/troubleshooting/sessions", {"json": {}}, 422, "unusable-input"),
    ("POST", "/v1/ingest", {"data": {"folder": "/"}}, 403, "forbidden"),
    ("GET", "/v1/feedback/export", {}, 403, "forbidden"),
    ("GET", "/v1/models/other", {}, 404, "not-found"),
]


@pytest.mark.parametrize(("method", "path", "arguments", "status", "kind"), REQUESTS)
def test_every_error_is_a_problem(
    client: httpx.Client, method: str, path: str, arguments: dict[str, Any], status: int, kind: str
) -> None:
    response = client.request(method, path, **arguments)
    assert response.status_code == status, response.text
    assert response.headers["content-type"] == "application/problem+json"
    body = response.json()
    assert body["type"] == TYPE + kind
    assert body["status"] == status
    assert body["title"] == KINDS[kind].title
    assert body["detail"]
    assert body["instance"] == path.partition("?")[0]
    assert body["request_id"] == response.headers["x-request-id"]


def test_a_validation_problem_names_the_fields_and_repeats_nothing(client: httpx.Client) -> None:
    secret = "hunter2-is-the-password"
    response = client.post("/v1/ask", json={"question": [secret], "x": secret})
    assert {error["location"] for error in response.json()["errors"]} == {"body.question", "body.x"}
    assert secret not in response.text


def test_a_method_not_allowed_names_the_allowed_ones(client: httpx.Client) -> None:
    assert client.put("/v1/ask").headers["allow"] == "POST"


def test_an_unknown_code_names_the_nearest(client: httpx.Client) -> None:
    known = load_reference()
    number = next(n for n in range(100_051, 200_000) if not known.has(CodeId("mabs", str(n))))
    near = client.get(f"/v1/errors/{number}").json()["nearest_by_number"]
    assert f"mabs-{number - 1}" in near


def test_what_is_no_http_is_told_so_in_the_same_shape(client: httpx.Client) -> None:
    url = client.base_url
    with socket.create_connection((url.host, url.port or 80)) as raw:
        raw.sendall(b"\x16\x03\x01 nonsense\r\n\r\n")
        answer = raw.recv(10_000).decode()
    assert answer.startswith("HTTP/1.1 400")
    assert "application/problem+json" in answer
    assert "urn:mabs:problem:malformed" in answer


def test_an_id_goes_in_and_out_and_into_the_log(server: Any) -> None:
    response = server.client.get("/v1/tables", headers={"X-Request-ID": "ticket-4711"})
    assert response.headers["x-request-id"] == "ticket-4711"
    server.wait_for(lambda: '"request_id": "ticket-4711"' in server.log)


@pytest.mark.parametrize("bad", ["x" * 200, "a b", "password=hunter2", "{}", "bob@contoso.com"])
def test_an_unusable_id_is_replaced(client: httpx.Client, bad: str) -> None:
    given = client.get("/healthz", headers={"X-Request-ID": bad}).headers["x-request-id"]
    assert given != bad
    assert len(given) == 16


def test_every_response_has_safe_headers(client: httpx.Client) -> None:
    for path in ("/healthz", "/nothing", "/v1/tables", "/openapi.json"):
        headers = client.get(path).headers
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["x-frame-options"] == "DENY"
        assert headers["content-security-policy"].startswith("default-src 'none'")
        assert headers["referrer-policy"] == "no-referrer"
        assert headers["cache-control"] == "no-store"
        assert "server" not in headers
        assert "strict-transport-security" not in headers
        assert "access-control-allow-origin" not in headers


def test_secrets_and_texts_stay_out_of_the_log(server: Any) -> None:
    secret = "Tr0ub4dor-and-3"
    server.client.post("/v1/ask", json={"question": f"the passphrase is {secret}, what now?"})
    server.client.get(f"/v1/search?q=password:{secret}")
    server.client.get(f"/v1/errors/{secret}")
    server.client.get("/v1/tables", headers={"X-Request-ID": "the-last-one"})
    server.wait_for(lambda: "the-last-one" in server.log)
    assert secret not in server.log
    assert "127.0.0.1" not in server.log.split("\n", 1)[1]


@pytest.mark.parametrize(
    ("error", "kind", "told"),
    [
        (InputError("The question is empty."), "unusable-input", True),
        (NotFound("There is no conversation x."), "not-found", True),
        (HistoryMoved("It moved."), "conflict", True),
        (IndexBusy("Another process builds."), "conflict", True),
        (DecisionInputError("There is no input x.", "x"), "unusable-input", True),
        (DecisionInputError("There is no table x.", "table"), "not-found", True),
        (IndexMissing("/data/index is missing."), "search-unavailable", False),
        (IndexMismatch("/data/index is another's."), "search-unavailable", False),
        (IndexDamaged("/data/index is damaged."), "search-unavailable", False),
        (ModelFault("/data/models is broken."), "search-unavailable", False),
        (StorageFault("/data/store is full."), "store-unavailable", False),
        (SettingsFault("/data/settings is wrong."), "internal", False),
        (ValueError("/data: a bug"), "internal", False),
        (ApiError("overloaded"), "overloaded", False),
    ],
)
def test_each_error_becomes_its_problem_and_faults_keep_their_paths(
    error: Exception, kind: str, told: bool
) -> None:
    problem = problem_of(error)
    assert problem.kind == kind
    assert (str(error).split(".")[0] in problem.detail) == told
    assert "/data" not in problem.detail + problem.remedy


@pytest.mark.parametrize(
    ("status", "said", "told"),
    [
        (404, "Not Found", "/openapi.json"),
        (405, "Method Not Allowed", "Allow"),
        (400, "Invalid HTTP request", "Invalid HTTP request"),
    ],
)
def test_what_the_framework_says_is_told_where_it_says_more_than_the_status(
    status: int, said: str, told: str
) -> None:
    body = problem_body(problem_for_status(status, said), "/nothing", "1")
    assert told in body["detail"]
