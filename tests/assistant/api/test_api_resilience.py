"""What happens when something breaks (database, encoder, process) and when the index is replaced."""

from __future__ import annotations

import concurrent.futures
import json
import signal
import threading
from pathlib import Path
from typing import Any

import httpx
import pytest

from assistant.api.builder import Builder
from assistant.store import ConversationStore, sqlite_url
from ingest.index.generations import INDEX_DIR, LIVE_FILE
from ingest.pipeline import Request, ingest

TABLE = {"question": "Our subscription expired, the server is connected. Does the disk backup still run?"}
GUIDE = {"question": "how much RAM does the MABS virtual machine need"}
CODE = "/v1/errors/0x186D2"


def test_two_processes_give_one_conversation(start: Any, data: Path, store_url: str) -> None:
    servers = [start(data, store_url=store_url) for _ in range(2)]
    told = servers[0].client.post("/v1/ask", json={"question": "how many disks can an A2 have"}).json()
    follow_up = {"question": "and an A3?", "conversation_id": told["conversation_id"]}
    second = servers[1].client.post("/v1/ask", json=follow_up).json()
    assert "8" in second["text"]
    path = f"/v1/conversations/{told['conversation_id']}"
    both = [server.client.get(path).json() for server in servers]
    assert both[0] == both[1]
    assert [turn["id"] for turn in both[0]["turns"]] == [told["id"], second["id"]]


def test_questions_at_once_in_one_conversation_are_all_kept(start: Any, data: Path) -> None:
    servers = [start(data) for _ in range(2)]
    identifier = servers[0].client.post("/v1/conversations", json={}).json()["id"]

    def ask(number: int) -> int:
        body = {"question": f"how many disks can an A{number % 4 + 1} have", "conversation_id": identifier}
        status: int = servers[number % 2].client.post("/v1/ask", json=body).status_code
        return status

    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        statuses = list(pool.map(ask, range(24)))
    assert statuses == [200] * 24
    whole = servers[0].client.get(f"/v1/conversations/{identifier}").json()
    assert whole["messages"] == 24
    assert len({turn["id"] for turn in whole["turns"]}) == 24


def test_with_several_workers_all_is_one(start: Any, data: Path) -> None:
    server = start(data, serve_workers="2")
    told = server.client.post("/v1/ask", json={"question": "how many disks can an A2 have"}).json()
    for _ in range(6):  # every request by a new connection, so that both workers have their turn
        body = {"question": "and an A3?", "conversation_id": told["conversation_id"]}
        answer = httpx.post(f"{server.url}/v1/ask", json=body, timeout=60, trust_env=False).json()
        assert "8" in answer["text"]
    counted = [
        line for line in server.client.get("/metrics").text.splitlines() if "mabs_answers_total{" in line
    ]
    assert sum(float(line.split()[-1]) for line in counted) == 7
    assert server.stop() == 0


def test_without_a_database_questions_are_answered_and_it_is_told(
    start: Any, data: Path, postgres: Any
) -> None:
    server = start(data, store_url=postgres.new_database())
    told = server.client.post("/v1/ask", json=TABLE).json()
    assert told["history"] == "kept"
    postgres.stop()
    try:
        for question in (TABLE, GUIDE, {**TABLE, "conversation_id": told["conversation_id"]}):
            answer = server.client.post("/v1/ask", json=question)
            assert answer.status_code == 200, answer.text
            assert answer.json()["history"] == "unavailable"
            assert answer.json()["notices"]
        assert server.client.get(CODE).status_code == 200
        assert server.log.count("The conversation store can't be used") == 1
        refused = server.client.get("/v1/conversations")
        assert refused.status_code == 503
        assert refused.json()["type"] == "urn:mabs:problem:store-unavailable"
        ready = server.client.get("/readyz")
        assert ready.status_code == 503
        assert ready.json()["parts"] == {
            "index": "",
            "encoder": "",
            "store": "The database doesn't answer.",
        }
    finally:
        postgres.start()
    server.wait_for(lambda: server.client.get("/readyz").status_code == 200, 15)
    assert "the store can be used again" in server.log
    back = server.client.post("/v1/ask", json={**TABLE, "conversation_id": told["conversation_id"]}).json()
    assert back["history"] == "kept"
    assert server.client.get(f"/v1/conversations/{told['conversation_id']}").json()["messages"] == 2


def test_a_server_starts_and_answers_without_its_database(start: Any, data: Path) -> None:
    (data / "conversations.sqlite").mkdir()
    server = start(data)
    answer = server.client.post("/v1/ask", json=GUIDE).json()
    assert answer["history"] == "unavailable"
    assert answer["status"] == "answered"
    assert server.client.get("/v1/tables").status_code == 200
    assert server.client.get("/readyz").json()["parts"]["store"]
    assert server.client.get("/v1/ingest").status_code == 403


def test_without_the_encoder_tables_codes_and_words_still_answer(start: Any, data: Path) -> None:
    (weights,) = (data / "models").rglob("model.onnx")
    weights.unlink()
    weights.write_bytes(b"cut short")
    server = start(data)
    assert server.client.post("/v1/ask", json=TABLE).json()["status"] == "answered"
    assert server.client.get(CODE).status_code == 200
    ready = server.client.get("/readyz")
    assert ready.status_code == 503
    assert ready.json()["parts"]["encoder"].startswith("The encoder can't be run.")
    assert (ready.json()["parts"]["index"], ready.json()["parts"]["store"]) == ("", "")
    assert str(data) not in ready.text
    by_words = server.client.post("/v1/ask", json=GUIDE).json()
    assert by_words["status"] == "partial"
    assert by_words["notices"]
    assert "A2" in by_words["text"]
    assert by_words["citations"]
    assert by_words["history"] == "kept"
    found = server.client.get("/v1/search", params={"q": "scratch space"}).json()
    assert found["mode"] == "words"
    assert found["passages"]
    assert server.client.get("/v1/status").status_code == 200


def test_after_an_upgrade_words_answer_until_the_index_is_rebuilt(start: Any, data: Path) -> None:
    live = data / INDEX_DIR / LIVE_FILE
    live.write_text(json.dumps({**json.loads(live.read_text()), "schema": 0}))
    server = start(data)
    assert server.client.post("/v1/ask", json=TABLE).json()["status"] == "answered"
    assert server.client.get(CODE).status_code == 200
    by_words = server.client.post("/v1/ask", json=GUIDE).json()
    assert (by_words["status"], "A2" in by_words["text"]) == ("partial", True)
    assert by_words["notices"]
    told = f"Another encoder or release built the index. {Builder().told}"
    ready = server.client.get("/readyz")
    assert ready.status_code == 503
    assert ready.json()["parts"] == {"index": told, "encoder": "", "store": ""}
    status = server.client.get("/v1/status").json()
    assert status["parts"] == ready.json()["parts"]
    assert "guide" in [collection["name"] for collection in status["index"]["collections"]]
    server.wait_for(lambda: server.client.get("/readyz").status_code == 200, 400)
    assert server.client.post("/v1/ask", json=GUIDE).json()["status"] == "answered"
    assert server.stop() in (0, -signal.SIGTERM)


def test_without_keeping_text_nothing_is_kept(start: Any, data: Path) -> None:
    server = start(data, store_text="false")
    answer = server.client.post("/v1/ask", json=TABLE).json()
    assert (answer["id"], answer["conversation_id"], answer["history"]) == (None, None, "off")
    assert server.client.get("/v1/conversations").json()["conversations"] == []
    assert server.client.post("/v1/conversations", json={}).status_code == 409


def test_what_is_older_than_the_retention_is_purged(start: Any, data: Path) -> None:
    from datetime import UTC, datetime, timedelta

    from sqlalchemy import text

    store = ConversationStore(sqlite_url(data))
    old, _ = store.begin("old", {"text": ""}, {})
    new, _ = store.begin("new", {"text": ""}, {})
    with store.database.writing() as session:
        values = {"at": datetime.now(UTC) - timedelta(days=40), "id": old}
        session.execute(text("UPDATE conversations SET updated = :at WHERE id = :id"), values)
    start(data, retention_days="30").wait_for(lambda: [row.id for row in store.conversations()] == [new], 30)
    store.close()


def test_a_new_index_is_noticed_and_no_request_fails(start: Any, data: Path, tmp_path: Path) -> None:
    server = start(data, requests_per_minute="1000000")
    document = tmp_path / "notes" / "pumps.md"
    document.parent.mkdir()
    document.write_text("# Pumps\n\nThe blue quokka pump is serviced every 17 days by the night shift.\n")
    question = {"question": "how often is the blue quokka pump serviced"}
    statuses: list[int] = []
    over = threading.Event()

    def keep_asking() -> None:
        with httpx.Client(base_url=server.url, timeout=60, trust_env=False) as own:
            while not over.is_set():
                statuses.append(own.post("/v1/ask", json=question).status_code)

    threads = [threading.Thread(target=keep_asking) for _ in range(3)]
    for thread in threads:
        thread.start()
    try:
        ingest(data, Request(name="notes", paths=(document.parent,), wait_seconds=300))

        def knows() -> bool:
            return "17 days" in server.client.post("/v1/ask", json=question).json()["text"]

        server.wait_for(knows, 20)
    finally:
        over.set()
        for thread in threads:
            thread.join()
    assert set(statuses) == {200}
    names = [c["name"] for c in server.client.get("/v1/status").json()["index"]["collections"]]
    assert {"guide", "notes"} <= set(names)


def kill_under_load(server: Any, data: Path) -> tuple[list[str], list[str]]:
    """Asks and judges from several threads until the server dies; returns what was acknowledged."""
    answers: list[str] = []
    feedback: list[str] = []

    def work() -> None:
        with httpx.Client(base_url=server.url, timeout=60, trust_env=False) as own:
            try:
                while True:
                    told = own.post("/v1/ask", json=TABLE)
                    if told.status_code != 200:
                        continue
                    answers.append(told.json()["id"])
                    body = {"answer_id": answers[-1], "rating": "up", "comment": answers[-1]}
                    if own.post("/v1/feedback", json=body).status_code == 201:
                        feedback.append(body["comment"])
            except httpx.TransportError:
                return

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    server.wait_for(lambda: len(feedback) >= 10)
    server.kill()
    for thread in threads:
        thread.join()
    return answers, feedback


def lost(data: Path, answers: list[str], feedback: list[str]) -> set[str]:
    """What was acknowledged and isn't there."""
    store = ConversationStore(sqlite_url(data))
    kept = {message.id for row in store.conversations(limit=100_000) for message in store.messages(row.id)}
    judged = {row.comment for row in store.feedback()}
    store.close()
    return (set(answers) - kept) | (set(feedback) - judged)


def test_a_kill_loses_nothing_that_was_acknowledged(start: Any, data: Path) -> None:
    for _ in range(2):
        answers, feedback = kill_under_load(start(data, requests_per_minute="1000000"), data)
        assert len(answers) >= 10
        assert lost(data, answers, feedback) == set()


@pytest.mark.slow
def test_fifty_kills_lose_nothing_that_was_acknowledged(start: Any, data: Path) -> None:
    for _ in range(50):
        answers, feedback = kill_under_load(start(data, requests_per_minute="1000000"), data)
        assert lost(data, answers, feedback) == set()


def test_what_is_in_flight_is_finished_when_the_server_stops(start: Any, data: Path) -> None:
    server = start(data, drain_seconds="120", request_seconds="120")
    log = "\n".join(f"line {n}: all is well with the agent and the replica" for n in range(2_000))
    with concurrent.futures.ThreadPoolExecutor(1) as pool:
        slow = pool.submit(lambda: server.client.post("/v1/ask", json={"question": log}))
        server.wait_for(lambda: "mabs_requests_in_flight 2.0" in _metrics(server))
        server.process.send_signal(signal.SIGTERM)
        assert slow.result(60).status_code == 200
    assert server.process.wait(60) in (0, -signal.SIGTERM)
    assert "Traceback" not in server.log


def _metrics(server: Any) -> str:
    text: str = httpx.get(f"{server.url}/metrics", timeout=60, trust_env=False).text
    return text


def test_what_takes_too_long_is_given_up(start: Any, data: Path) -> None:
    server = start(data, request_seconds="0.05")
    log = "\n".join(f"line {n}: error (ID: {n}) of the agent and the replica" for n in range(4_000))
    overdue = server.client.post("/v1/ask", json={"question": log})
    assert overdue.status_code == 503
    assert overdue.json()["type"] == "urn:mabs:problem:overdue"
    assert overdue.headers["retry-after"]


def test_traces_are_written_when_the_environment_asks(start: Any, data: Path) -> None:
    server = start(data, OTEL_TRACES_EXPORTER="console", OTEL_BSP_SCHEDULE_DELAY="100")
    parent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"
    server.client.get("/v1/tables", headers={"traceparent": parent})
    server.wait_for(lambda: '"http.route": "/v1/tables"' in server.log)
    assert "0af7651916cd43dd8448eb211c80319c" in server.log


def test_the_log_is_json_by_the_line(start: Any, data: Path) -> None:
    server = start(data)
    server.client.get("/v1/tables")
    server.wait_for(lambda: '"route": "/v1/tables"' in server.log)
    for line in server.log.splitlines()[1:]:
        assert {"time", "level", "logger", "message"} <= set(json.loads(line))
