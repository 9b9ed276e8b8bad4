"""Who may call what: keys, roles, the bare loopback, limits, and what a client that stalls gets."""

from __future__ import annotations

import concurrent.futures
import os
import shutil
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import httpx
import pytest

from assistant.api.access import host_name, is_loopback
from assistant.store import Database, KeyStore, sqlite_url

QUESTION = {"question": "how many disks can an A2 have"}


def make_key(data_dir: Path, role: Any = "ask", days: int | None = None) -> tuple[str, str]:
    database = Database(sqlite_url(data_dir))
    key, token = KeyStore(database).create("test", role, days)
    database.close()
    return key.id, token


def revoke(data_dir: Path, identifier: str) -> None:
    database = Database(sqlite_url(data_dir))
    KeyStore(database).revoke(identifier)
    database.close()


@pytest.mark.parametrize(
    "headers",
    [
        {"X-Forwarded-For": "203.0.113.9"},
        {"Forwarded": "for=203.0.113.9"},
        {"X-Real-IP": "203.0.113.9"},
        {"Via": "1.1 proxy"},
        {"Host": "evil.example"},
        {"Host": "localhost.evil.example:80"},
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
    ],
)
def test_without_keys_only_this_machine_may_call(client: httpx.Client, headers: dict[str, str]) -> None:
    assert client.get("/v1/tables", headers=headers).status_code == 403
    assert client.get("/v1/tables").status_code == 200


def test_without_keys_a_local_page_may_call(client: httpx.Client) -> None:
    assert client.get("/v1/tables", headers={"Origin": "http://localhost:3000"}).status_code == 200


@pytest.mark.parametrize("host", ["0.0.0.0", "::"])
def test_without_keys_a_wider_address_is_refused(data: Path, host: str) -> None:
    environment = {**os.environ, "MABS_DATA_DIR": str(data)}
    code = f"from assistant.cli.serve import run_serve; run_serve(host={host!r}, port=0)"
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True)
    assert done.returncode != 0
    assert "Without an API key" in done.stderr
    assert "mabs keys create" in done.stderr


def test_with_keys_each_role_may_do_its_own(start: Any, data: Path) -> None:
    _, ask_token = make_key(data, "ask")
    _, admin_token = make_key(data, "admin")
    server = start(data, serve_host="0.0.0.0")
    assert server.client.get("/v1/tables").status_code == 401
    assert server.client.get("/v1/tables").headers["www-authenticate"] == "Bearer"
    assert server.client.get("/metrics").status_code == 401
    assert server.client.get("/healthz").status_code == 200
    assert server.client.get("/readyz").status_code == 200
    asking, admin = server.with_key(ask_token), server.with_key(admin_token)
    assert asking.post("/v1/ask", json=QUESTION).status_code == 200
    assert asking.get("/v1/feedback/export").status_code == 403
    assert asking.get("/v1/ingest").status_code == 403
    assert admin.get("/v1/feedback/export").status_code == 200
    assert admin.get("/v1/ingest").json() == {"jobs": []}
    by_header = httpx.get(f"{server.url}/v1/tables", headers={"X-API-Key": ask_token}, trust_env=False)
    assert by_header.status_code == 200
    proxied = asking.get("/v1/tables", headers={"X-Forwarded-For": "203.0.113.9", "Host": "kb.example"})
    assert proxied.status_code == 200
    asking.close()
    admin.close()


@pytest.mark.parametrize("token", ["x", "mabs_1_2", "mabs_000000000000_" + "x" * 43, "ümlaut", "x" * 5000])
def test_a_wrong_key_opens_nothing(start: Any, data: Path, token: str) -> None:
    make_key(data)
    server = start(data)
    header = [(b"Authorization", b"Bearer " + token.encode())]
    assert httpx.get(f"{server.url}/v1/tables", headers=header, trust_env=False).status_code == 401


def test_keys_are_made_expire_and_are_revoked_while_the_server_runs(start: Any, data: Path) -> None:
    server = start(data)
    assert server.client.get("/v1/tables").status_code == 200
    _, expired = make_key(data, days=-1)  # before the other one: who knows that one knows both
    identifier, token = make_key(data)
    server.wait_for(lambda: server.client.get("/v1/tables").status_code == 401, 5)
    asking, late = server.with_key(token), server.with_key(expired)
    server.wait_for(lambda: asking.get("/v1/tables").status_code == 200, 5)
    refused = late.get("/v1/tables")
    assert refused.status_code == 401
    assert "expired" in refused.json()["detail"]
    revoke(data, identifier)
    server.wait_for(lambda: asking.get("/v1/tables").status_code == 401, 5)
    assert server.client.get("/v1/tables").status_code == 401
    asking.close()
    late.close()


def test_conversations_are_their_owners(start: Any, data: Path) -> None:
    tokens = [make_key(data)[1], make_key(data)[1], make_key(data, "admin")[1]]
    server = start(data)
    mine, other, admin = (server.with_key(token) for token in tokens)
    told = mine.post("/v1/ask", json=QUESTION).json()
    path = f"/v1/conversations/{told['conversation_id']}"
    follow_up = {**QUESTION, "conversation_id": told["conversation_id"]}
    assert other.get(path).status_code == 404
    assert other.get("/v1/conversations").json()["conversations"] == []
    assert other.post("/v1/ask", json=follow_up).status_code == 404
    assert other.post("/v1/feedback", json={"answer_id": told["id"], "rating": "up"}).status_code == 404
    assert other.delete(path).status_code == 404
    assert admin.get(path).json()["messages"] == 1
    assert mine.post("/v1/ask", json=follow_up).status_code == 200
    for opened in (mine, other, admin):
        opened.close()


def test_a_minute_has_its_limit_over_all_processes(start: Any, data: Path) -> None:
    _, token = make_key(data)
    servers = [start(data, requests_per_minute="40") for _ in range(2)]
    clients = [server.with_key(token) for server in servers]
    while time.time() % 60 > 45:  # the test must not run over the turn of a minute
        time.sleep(0.5)
    statuses = [clients[n % 2].get("/v1/tables").status_code for n in range(70)]
    assert statuses.count(200) == 40
    assert statuses.count(429) == 30
    refused = clients[0].get("/v1/tables")
    assert refused.json()["type"] == "urn:mabs:problem:too-many-requests"
    assert 1 <= int(refused.headers["retry-after"]) <= 60
    for opened in clients:
        opened.close()


def test_too_many_in_flight_are_turned_away(start: Any, data: Path) -> None:
    server = start(data, requests_in_flight="2", request_seconds="300")
    log = "\n".join(f"line {n}: nothing of note, all is well with the server" for n in range(1500))
    with concurrent.futures.ThreadPoolExecutor(12) as pool:
        answers = list(pool.map(lambda _: server.client.post("/v1/ask", json={"question": log}), range(12)))
    statuses = {answer.status_code for answer in answers}
    assert 429 in statuses
    assert statuses <= {200, 429}
    assert all(answer.headers["retry-after"] for answer in answers if answer.status_code == 429)
    assert server.client.get("/v1/tables").status_code == 200


def test_many_wrong_keys_are_slowed_down(start: Any, data: Path) -> None:
    make_key(data)
    server = start(data)
    while time.time() % 60 > 40:
        time.sleep(0.5)
    wrong = server.with_key("mabs_000000000000_" + "x" * 43)
    statuses = [wrong.get("/v1/tables").status_code for _ in range(35)]
    wrong.close()
    assert statuses[0] == 401
    assert statuses[-1] == 429


def connect(server: Any) -> socket.socket:
    url = httpx.URL(server.url)
    raw = socket.create_connection((url.host, url.port or 80))
    raw.settimeout(30)
    return raw


def test_clients_that_stop_sending_are_cut_off(start: Any, data: Path) -> None:
    server = start(data, stall_seconds="1")
    with connect(server) as silent, connect(server) as half, connect(server) as slow:
        half.sendall(b"GET /healthz HTTP/1.1\r\nHost: localhost\r\n")
        slow.sendall(
            b"POST /v1/ask HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            b'Content-Length: 100\r\n\r\n{"quest'
        )
        assert b" 408 " in slow.recv(4000).split(b"\r\n")[0]
        for cut in (silent, half):
            assert _is_cut(cut)
    assert server.client.get("/healthz").status_code == 200


def test_clients_that_stop_reading_are_cut_off(start: Any, data: Path) -> None:
    server = start(data, stall_seconds="1", requests_per_minute="1000000")
    head = b"GET /v1/tables/prerequisites HTTP/1.1\r\nHost: localhost\r\n\r\n"
    url = httpx.URL(server.url)
    with socket.socket() as lazy:
        lazy.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        lazy.connect((url.host, url.port))
        lazy.setblocking(False)
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:  # asks on and on, and never reads an answer
            try:
                lazy.send(head * 50)
            except BlockingIOError:
                time.sleep(0.05)
            except OSError:
                break
        else:
            pytest.fail("the connection was never cut")
    assert server.client.get("/healthz").status_code == 200


def test_a_page_of_an_allowed_origin_may_call(start: Any, data: Path) -> None:
    server = start(data, cors_origins="https://helpdesk.example,https://other.example")
    headers = {"Origin": "https://helpdesk.example", "Access-Control-Request-Method": "POST"}
    asked = server.client.options("/v1/ask", headers=headers)
    assert asked.headers["access-control-allow-origin"] == "https://helpdesk.example"
    answer = server.client.get("/v1/tables", headers={"Origin": "https://helpdesk.example"})
    assert answer.headers["access-control-allow-origin"] == "https://helpdesk.example"
    assert server.client.get("/v1/tables", headers={"Origin": "https://evil.example"}).status_code == 403


@pytest.mark.parametrize(
    ("host", "name"),
    [
        ("localhost", "localhost"),
        ("LOCALHOST:80", "localhost"),
        ("[::1]:80", "[::1]"),
        ("::1", "::1"),
        ("", ""),
        ("evil.example:localhost", "evil.example"),
    ],
)
def test_the_name_of_a_host_is_without_its_port(host: str, name: str) -> None:
    assert host_name(host) == name


@pytest.mark.parametrize(("address", "own"), [("127.0.0.1", True), ("127.9.9.9", True), ("::1", True)])
def test_loopback_addresses_are_this_machines(address: str, own: bool) -> None:
    assert is_loopback(address) == own


@pytest.mark.parametrize("address", ["0.0.0.0", "::", "10.0.0.1", "192.168.1.1", "evil", "127.0.0.1.evil"])
def test_other_addresses_are_not(address: str) -> None:
    assert not is_loopback(address)


def _is_cut(raw: socket.socket) -> bool:
    try:
        return raw.recv(1000) == b""
    except ConnectionResetError:
        return True


def test_it_speaks_tls_with_a_certificate(start: Any, data: Path, tmp_path: Path) -> None:
    openssl = shutil.which("openssl")
    if openssl is None:
        needed = "openssl is needed to make a certificate: install the package `openssl`."
        if os.environ.get("MABS_REQUIRE_TOOLS"):
            pytest.fail(needed)
        pytest.skip(needed)
    certificate, key = tmp_path / "certificate.pem", tmp_path / "key.pem"
    subprocess.run(
        [
            *(openssl, "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"),
            *("-subj", "/CN=localhost", "-addext", "subjectAltName=IP:127.0.0.1"),
            *("-keyout", str(key), "-out", str(certificate)),
        ],
        check=True,
        capture_output=True,
    )
    server = start(data, tls_certificate=str(certificate), tls_key=str(key))
    assert server.url.startswith("https://")
    answer = server.client.get("/v1/tables")
    assert answer.status_code == 200
    assert answer.headers["strict-transport-security"]
