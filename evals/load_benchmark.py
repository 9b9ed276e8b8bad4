"""Measures the server under load, beside a plain FastAPI and LlamaIndex server on the same weights.

    python -m evals.load_benchmark                    # both servers, 32 connections, 20 seconds each
    python -m evals.load_benchmark --workers 1 2 4    # how throughput grows
    python -m evals.load_benchmark --soak 10          # minutes of load; memory has to stay flat

Both get the same questions, of which none comes twice. Ours is measured with one worker and with one for
each core; the targets are for the last, as the plain server takes all cores too. Needs wrk, and for the
plain server the extra `bench`. Talks to this machine only. Exit code 1 when a target is missed.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

import httpx
import psutil

from assistant.settings import encoder_choice, load_settings
from evals.load import LoadResult, fresh_questions, run_load
from ingest.errors import StorageFault
from ingest.pipeline import ensure_index

QUESTIONS_A_SECOND = 2000
"""So many are made ready for a second of load: more than any server here answers."""

SOAK_QUESTIONS = 100_000
WARM_SECONDS = 5.0
WARM_SEED, SEED = 1, 2
START_SECONDS = 300.0
FLAT = 0.05
SETTLING = 0.3
"""The first part of a soak, in which caches fill and allocators find their size."""


@dataclass(frozen=True, slots=True)
class Measured:
    """One server under load, all its processes together: resident memory after it, processor time a request.

    The latter depends least on what else the machine is doing.
    """

    name: str
    per_second: float
    p50_ms: float
    p99_ms: float
    memory_mb: float
    cpu_ms: float
    failed: int

    def line(self) -> str:
        """As a row of the report."""
        return (
            f"{self.name:28} {self.per_second:8.1f} requests/s   p50 {self.p50_ms:7.1f} ms   "
            f"p99 {self.p99_ms:7.1f} ms   {self.memory_mb:6.0f} MB   {self.cpu_ms:5.1f} ms of processor time"
            f"   {self.failed} failed"
        )


@contextmanager
def our_server(workers: int) -> Iterator[tuple[psutil.Process, str]]:
    """`mabs serve` over the installed index, with conversations in a folder of its own."""
    with tempfile.TemporaryDirectory(prefix="mabs-load-") as folder:
        environment = {
            **os.environ,
            "MABS_DATA_DIR": str(load_settings().data_dir),
            "MABS_STORE_URL": f"sqlite:///{Path(folder).as_posix()}/store.sqlite",
            "MABS_SERVE_PORT": str(_free_port()),
            "MABS_SERVE_WORKERS": str(workers),
            "MABS_REQUESTS_PER_MINUTE": "1000000",
            "MABS_REQUESTS_IN_FLIGHT": "1000",
        }
        code = "from assistant.cli.serve import run_serve; run_serve()"
        with _running([sys.executable, "-c", code], environment, "/readyz") as running:
            yield running


@contextmanager
def plain_server() -> Iterator[tuple[psutil.Process, str]]:
    """The server to compare with."""
    port = _free_port()
    command = [
        *(sys.executable, "-m", "uvicorn", "evals.load_baseline:create", "--factory"),
        *("--port", str(port), "--log-level", "warning"),
    ]
    with _running(command, {**os.environ, "MABS_SERVE_PORT": str(port)}, "/openapi.json") as running:
        yield running


def measure(
    name: str, process: psutil.Process, url: str, path: str, connections: int, seconds: float
) -> Measured:
    """Warms up, then loads."""
    run_load(url, path, fresh_questions(WARM_SEED), connections, WARM_SECONDS, _enough(WARM_SECONDS))
    busy = cpu_seconds(process)
    result = run_load(url, path, fresh_questions(SEED), connections, seconds, _enough(seconds))
    return Measured(
        name=name,
        per_second=result.per_second,
        p50_ms=result.p50_ms,
        p99_ms=result.p99_ms,
        memory_mb=memory_mb(process),
        cpu_ms=(cpu_seconds(process) - busy) * 1000 / max(1, result.requests),
        failed=result.failed,
    )


def _enough(seconds: float) -> int:
    return int(seconds * QUESTIONS_A_SECOND)


def compared(ours: Measured, plain: Measured) -> list[tuple[str, bool]]:
    """What one of ours reaches beside the plain server, a line a target."""
    found = (
        ("requests/s", ours.per_second / plain.per_second, ours.per_second >= 5 * plain.per_second, 5.0),
        ("p99", ours.p99_ms / plain.p99_ms, ours.p99_ms < plain.p99_ms / 4, 0.25),
        ("memory", ours.memory_mb / plain.memory_mb, ours.memory_mb < plain.memory_mb / 2, 0.5),
    )
    return [
        (f"{ours.name}: {what} {ratio:.2f} times (target {target:g}): {'yes' if held else 'NO'}", held)
        for what, ratio, held, target in found
    ]


def memory_mb(process: psutil.Process) -> float:
    """Resident memory of a process and its children, in MB.

    What several of them share, such as a mapped file, counts once, where the system tells it (Linux).
    """
    return sum(map(_resident, _family(process))) / 1e6


def _resident(process: psutil.Process) -> int:
    held = process.memory_full_info()
    return int(getattr(held, "pss", held.rss))


def cpu_seconds(process: psutil.Process) -> float:
    """Processor time that a process and its children have used."""
    return sum(times.user + times.system for times in (one.cpu_times() for one in _family(process)))


def _family(process: psutil.Process) -> list[psutil.Process]:
    return [process, *process.children(recursive=True)]


def soak(minutes: float, connections: int) -> tuple[LoadResult, list[float]]:
    """Loads for so long; returns the result and the memory, sampled every few seconds."""
    samples: list[float] = []
    over = threading.Event()
    with our_server(1) as (process, url):

        def sample() -> None:
            while not over.wait(max(1.0, minutes * 60 / 120)):
                samples.append(memory_mb(process))

        thread = threading.Thread(target=sample)
        thread.start()
        try:
            questions = fresh_questions(SEED)
            result = run_load(url, "/v1/ask", questions, connections, minutes * 60, SOAK_QUESTIONS)
        finally:
            over.set()
            thread.join()
    return result, samples


def growth(samples: Sequence[float]) -> float:
    """How much larger the last tenth of the settled samples is than their first tenth, as a share."""
    settled = samples[int(len(samples) * SETTLING) :]
    part = max(1, len(settled) // 10)
    first, last = sum(settled[:part]) / part, sum(settled[-part:]) / part
    return last / first - 1


@contextmanager
def _running(
    command: list[str], environment: dict[str, str], ready: str
) -> Iterator[tuple[psutil.Process, str]]:
    url = f"http://127.0.0.1:{environment['MABS_SERVE_PORT']}"
    process = subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL)
    try:
        _wait_until(url + ready, process)
        yield psutil.Process(process.pid), url
    finally:
        process.terminate()
        process.wait(60)


def _wait_until(url: str, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        try:
            if httpx.get(url, trust_env=False, timeout=5).status_code == 200:
                return
        except httpx.TransportError:
            pass
        time.sleep(0.2)
    raise StorageFault(f"The server at {url} did not become ready.", "Run `mabs doctor`.")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=re.split(r"\n\n", __doc__ or "")[0])
    parser.add_argument("--seconds", type=float, default=20.0)
    parser.add_argument("--connections", type=int, default=32)
    parser.add_argument("--workers", type=int, nargs="+", default=sorted({1, os.cpu_count() or 1}))
    parser.add_argument("--no-baseline", action="store_true")
    parser.add_argument("--soak", type=float, default=0.0, metavar="MINUTES")
    parser.add_argument("--json", type=Path, metavar="FILE")
    return parser.parse_args()


def main() -> int:
    """Runs what was asked for; 1 when a target is missed, or a soak finds memory growing."""
    given = _arguments()
    settings = load_settings()  # a server would build an outdated index while it is measured
    ensure_index(settings.data_dir, encoder_choice(settings))
    told, held = _soaked(given) if given.soak else _measured(given)
    for line in told:
        print(line)  # noqa: T201  # the report
    return int(not held)


def _soaked(given: argparse.Namespace) -> tuple[list[str], bool]:
    result, samples = soak(given.soak, given.connections)
    grown = growth(samples)
    line = (
        f"{given.soak:g} minutes, {result.requests} requests, {result.failed} failed,"
        f" memory {samples[0]:.0f} to {samples[-1]:.0f} MB, {grown:+.1%} once settled"
    )
    return [line], grown <= FLAT and not result.failed


def _measured(given: argparse.Namespace) -> tuple[list[str], bool]:
    rows, verdicts = [], []
    for workers in given.workers:
        with our_server(workers) as (process, url):
            name = f"mabs serve, {workers} worker{'s' * (workers > 1)}"
            rows.append(measure(name, process, url, "/v1/ask", given.connections, given.seconds))
    if not given.no_baseline:
        with plain_server() as (process, url):
            plain = measure("FastAPI and LlamaIndex", process, url, "/ask", given.connections, given.seconds)
        verdicts = compared(rows[-1], plain)
        rows.append(plain)
    if given.json:
        given.json.write_text(json.dumps([asdict(row) for row in rows], indent=2) + "\n", encoding="utf-8")
    return [*(row.line() for row in rows), *(line for line, _ in verdicts)], all(ok for _, ok in verdicts)


if __name__ == "__main__":
    sys.exit(main())
