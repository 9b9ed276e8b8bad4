"""How a server comes by its index and its vectors: built beside, opened when there, never in the way."""

from __future__ import annotations

import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from assistant.answer import Answer
from assistant.api.builder import Builder
from assistant.api.encoding import REMEMBERED, ServerEncoder
from assistant.api.engine import WARM_UP, Engine
from assistant.assistant import Assistant
from assistant.conversation import Conversation
from assistant.settings import Settings
from ingest.encoder import Encoder
from ingest.errors import IndexMissing
from ingest.export import ensure_model

TEXTS = ["how much RAM does it need", "where is the passphrase", "x", "", "größer als 8 TB? " * 200]


@pytest.fixture(scope="module")
def server_encoder(model_data_dir: Path) -> ServerEncoder:
    return ServerEncoder(ensure_model(model_data_dir))


def test_a_server_encodes_as_the_index_was_encoded(server_encoder: ServerEncoder, encoder: Encoder) -> None:
    assert server_encoder.fingerprint == encoder.fingerprint
    for text in TEXTS:
        for _ in range(2):
            assert np.allclose(server_encoder.encode([text]), encoder.encode([text]), atol=1e-5)
    assert np.allclose(server_encoder.encode(TEXTS), encoder.encode(TEXTS), atol=1e-5)


def test_threads_get_the_vectors_of_their_own_texts(server_encoder: ServerEncoder, encoder: Encoder) -> None:
    texts = [f"question number {n % 7}" for n in range(60)]
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda text: server_encoder.encode_one(text), texts))
    for text, vector in zip(texts, found, strict=True):
        assert np.allclose(vector, encoder.encode_one(text), atol=1e-5)


def test_only_so_many_vectors_are_remembered_and_no_text(
    server_encoder: ServerEncoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("assistant.api.encoding.REMEMBERED", 5)
    for number in range(20):
        server_encoder.encode([f"a secret of number {number}"])
    assert len(server_encoder._known) == 5
    assert all(len(mark) == 32 for mark in server_encoder._known)
    assert REMEMBERED > 5


def test_a_remembered_vector_can_not_be_changed(server_encoder: ServerEncoder) -> None:
    with pytest.raises(ValueError, match="read-only"):
        server_encoder.encode(["how much RAM"])[0][0] = 5.0


def test_before_the_index_is_open_tables_answer_and_searches_say_so(tmp_path: Path) -> None:
    engine = Engine(Settings(data_dir=tmp_path))  # type: ignore[call-arg]  # the rest has defaults
    answer, _ = engine.ask("expired and connected: disk backup?", Conversation())
    assert answer.verdicts[0].table == "connectivity"
    with pytest.raises(IndexMissing):
        engine.search("scratch", None, 3)
    assert engine.parts()["index"].startswith("There is no index yet, or it isn't open yet.")
    engine.close()


def test_how_far_a_build_is_can_be_told(monkeypatch: pytest.MonkeyPatch) -> None:
    exits = iter(["raise SystemExit(1)", "pass"])

    def start_process(_module: str) -> subprocess.Popen[bytes]:
        return subprocess.Popen([sys.executable, "-c", next(exits)])

    monkeypatch.setattr("assistant.api.builder.start_process", start_process)
    monkeypatch.setattr("assistant.api.builder.RETRY_SECONDS", 0.0)
    builder = Builder()
    told = [builder.told]
    for _ in range(2):
        builder.tick()
        assert builder._process is not None
        builder._process.wait()
        builder.tick()
        told.append(builder.told)
    assert "being brought up to date" in told[0]
    assert "failed" in told[1]
    assert told[2] == ""
    builder.again()
    assert builder.told == told[0]


def test_what_the_first_question_would_wait_for_is_done_before(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    original = Assistant.ask

    def ask(assistant: Assistant, question: str) -> Answer:
        asked.append(question)
        return original(assistant, question)

    monkeypatch.setattr(Assistant, "ask", ask)
    engine = Engine(Settings(data_dir=data))  # type: ignore[call-arg]  # the rest has defaults
    for _ in range(2):
        engine.keep()
    assert tuple(asked) == WARM_UP
    engine.close()


def test_an_index_taken_away_is_built_again_and_told_of_once(
    data: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    started: list[str] = []

    def start_process(module: str) -> subprocess.Popen[bytes]:
        started.append(module)
        return subprocess.Popen([sys.executable, "-c", "pass"])

    monkeypatch.setattr("assistant.api.builder.start_process", start_process)
    engine = Engine(Settings(data_dir=data))  # type: ignore[call-arg]  # the rest has defaults
    while engine.index_age(datetime.now(UTC)) is None or engine._builder.told:
        engine.keep()
    shutil.rmtree(data / "index")
    caplog.clear()
    for _ in range(3):
        engine.keep()
    assert len([record for record in caplog.records if record.levelname == "WARNING"]) == 1
    assert len(started) == 2
    answer, _ = engine.ask("how much RAM does the MABS virtual machine need", Conversation())
    assert answer.status == "answered"
    engine.close()


def test_a_server_without_an_index_builds_it_beside(start: Any, data_dir: Path) -> None:
    server = start(data_dir)
    assert server.client.get("/v1/tables").status_code == 200
    server.wait_for(lambda: server.client.get("/readyz").status_code == 200, 400)
    answer = server.client.post("/v1/ask", json={"question": "how much RAM does the MABS machine need"})
    assert "A2" in answer.json()["text"]
    assert server.stop() in (0, -15)
