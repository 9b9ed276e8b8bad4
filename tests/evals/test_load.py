"""The load benchmark: fresh questions in their mix, what wrk measures, and what counts as reached."""

from __future__ import annotations

import os
import shutil
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import islice
from threading import Thread
from typing import ClassVar

import pytest

from assistant.understanding.server.machine_names import without_machine_names
from evals.load import CODE_QUESTIONS, GUIDE_QUESTIONS, TABLE_QUESTIONS, fresh_questions, run_load
from evals.load_benchmark import Measured, compared, growth
from ingest.errors import InputError

PLAIN = Measured("plain", 60.0, 500.0, 900.0, 800.0, 30.0, 0)


def kind_of(question: str) -> str:
    """Which of the three kinds of question it was made from."""
    kinds = {"table": TABLE_QUESTIONS, "code": CODE_QUESTIONS, "guide": GUIDE_QUESTIONS}
    heads = {kind: [text.split("{")[0] for text in texts] for kind, texts in kinds.items()}
    ends = {kind: [text.split("}")[-1] for text in texts] for kind, texts in kinds.items()}
    return next(
        kind
        for kind in kinds
        for head, end in zip(heads[kind], ends[kind], strict=True)
        if question.startswith(head) and question.partition(" (for ")[0].endswith(end)
    )


def test_no_question_comes_twice_and_the_mix_is_kept() -> None:
    questions = list(islice(fresh_questions(1), 5000))
    assert len(set(questions)) == 5000
    shares = {kind: count / 5000 for kind, count in Counter(map(kind_of, questions)).items()}
    assert shares == {
        "table": pytest.approx(0.4, abs=0.03),
        "code": pytest.approx(0.3, abs=0.03),
        "guide": pytest.approx(0.3, abs=0.03),
    }


def test_questions_differ_without_the_names_of_machines_too() -> None:
    questions = {without_machine_names(question) for question in islice(fresh_questions(1), 5000)}
    assert len(questions) == 5000


def test_a_seed_gives_the_same_questions_and_another_gives_others() -> None:
    first, again, other = (list(islice(fresh_questions(seed), 50)) for seed in (1, 1, 2))
    assert first == again
    assert not set(first) & set(other)


@pytest.mark.parametrize("url", ["http://example.com:80", "https://127.0.0.1:1", "http://10.0.0.1:1"])
def test_other_machines_are_not_loaded(url: str) -> None:
    with pytest.raises(InputError, match="not on this machine"):
        run_load(url, "/", iter(["q"]), 1, 1, 1)


class Answering(BaseHTTPRequestHandler):
    """Answers everything but every tenth question."""

    protocol_version = "HTTP/1.1"
    asked: ClassVar[Counter[bytes]] = Counter()

    def do_POST(self) -> None:  # the base class names it so
        self.asked[self.rfile.read(int(self.headers["content-length"]))] += 1
        self.send_response(503 if self.asked.total() % 10 == 0 else 200)
        self.send_header("content-length", "2")
        self.end_headers()
        self.wfile.write(b"{}")

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the base class names it so
        """Says nothing."""


@pytest.fixture
def url() -> Iterator[str]:
    if not shutil.which("wrk"):
        if os.environ.get("MABS_REQUIRE_TOOLS"):
            pytest.fail("wrk is needed: install the package `wrk`.")
        pytest.skip("wrk is needed: install the package `wrk`.")
    server = ThreadingHTTPServer(("127.0.0.1", 0), Answering)
    thread = Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def test_what_is_sent_is_measured_and_failures_are_counted(url: str) -> None:
    result = run_load(url, "/v1/ask", fresh_questions(3), 2, 1, 100_000)
    assert set(Answering.asked.values()) == {1}
    assert result.requests <= Answering.asked.total() <= result.requests + 2
    assert result.failed == pytest.approx(result.requests / 10, abs=2)
    assert 0 < result.p50_ms <= result.p99_ms
    assert result.per_second == pytest.approx((result.requests - result.failed) / result.seconds)


def test_every_target_is_held_against_the_plain_server() -> None:
    good = replace(PLAIN, name="ours", per_second=300.0, p99_ms=200.0, memory_mb=390.0)
    assert [held for _, held in compared(good, PLAIN)] == [True, True, True]
    worse = replace(good, per_second=299.0, p99_ms=226.0, memory_mb=401.0)
    lines = compared(worse, PLAIN)
    assert [held for _, held in lines] == [False, False, False]
    assert lines[0][0] == "ours: requests/s 4.98 times (target 5): NO"


def test_memory_is_flat_when_its_settled_part_doesnt_grow() -> None:
    assert growth([100.0] * 30 + [300.0] * 70) == 0
    assert growth([300.0] * 50 + [330.0] * 50) == pytest.approx(0.1)
