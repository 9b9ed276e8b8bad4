"""Real servers: `mabs serve` in processes of its own, on a free port of the loopback, over a real index."""

from __future__ import annotations

import os
import re
import shutil
import signal
import ssl
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest

from ingest.export import MODELS_DIR
from ingest.index.generations import INDEX_DIR

_SERVING = re.compile(r"mabs: serving on (\S+)")
START_SECONDS = 120
_LINK = getattr(os, "link", shutil.copy2)


class Server:
    """A running `mabs serve`. `log` is what it wrote so far."""

    def __init__(self, folder: Path, data_dir: Path, settings: dict[str, str]) -> None:
        self._log = folder / f"server-{time.monotonic_ns()}.log"
        names = {f"MABS_{name.upper()}": value for name, value in settings.items()}
        environment = {
            **_clean_environment(),
            "MABS_DATA_DIR": str(data_dir),
            "MABS_SERVE_PORT": "0",
            **names,
        }
        environment |= {name: value for name, value in settings.items() if name.startswith("OTEL_")}
        for name in settings:
            if name.startswith("OTEL_"):
                environment.pop(f"MABS_{name}")
        code = "from assistant.cli.serve import run_serve; run_serve()"
        with self._log.open("wb") as log:
            self.process = subprocess.Popen([sys.executable, "-c", code], stderr=log, env=environment)
        self.url = self._announced()
        trusted: ssl.SSLContext | bool = True
        if certificate := settings.get("tls_certificate"):
            trusted = ssl.create_default_context(cafile=certificate)
        self.client = httpx.Client(base_url=self.url, timeout=60, trust_env=False, verify=trusted)
        self._wait_until_answering()

    @property
    def log(self) -> str:
        """Everything written so far."""
        return self._log.read_text("utf-8", "replace")

    def with_key(self, token: str) -> httpx.Client:
        """A client that sends an API key."""
        headers = {"Authorization": f"Bearer {token}"}
        return httpx.Client(base_url=self.url, timeout=60, trust_env=False, headers=headers)

    def wait_for(self, condition: Callable[[], bool], seconds: float = 60) -> None:
        """Waits until `condition` holds; fails with the log when it never does."""
        deadline = time.monotonic() + seconds
        while not condition():
            if time.monotonic() > deadline:
                pytest.fail(f"it never came to that\n{self.log[-4000:]}")
            time.sleep(0.05)

    def kill(self) -> None:
        """Ends it without warning."""
        self.process.kill()
        self.process.wait()

    def stop(self) -> int:
        """Asks it to end, as a service manager does, and returns its exit code."""
        self.client.close()
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        try:
            return self.process.wait(60)
        except subprocess.TimeoutExpired:
            self.kill()
            raise

    def _announced(self) -> str:
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline and self.process.poll() is None:
            if match := _SERVING.search(self.log):
                return match[1]
            time.sleep(0.02)
        self.process.kill()
        self.process.wait()
        pytest.fail(f"the server did not start\n{self.log}")

    def _wait_until_answering(self) -> None:
        def answers() -> bool:
            try:
                return self.client.get("/healthz").status_code == 200
            except httpx.TransportError:
                return False

        self.wait_for(answers, START_SECONDS)


def _clean_environment() -> dict[str, str]:
    """Without settings of whoever runs the tests."""
    return {name: value for name, value in os.environ.items() if not name.startswith(("MABS_", "OTEL_"))}


Start = Callable[..., Server]


@pytest.fixture(scope="session")
def indexed(shipped_data_dir: Path) -> Path:
    """A data folder with the shipped index, to be copied."""
    return shipped_data_dir


def copy_data(indexed: Path, target: Path) -> Path:
    """A data folder of one's own; the model's files are shared."""
    shutil.copytree(indexed / MODELS_DIR, target / MODELS_DIR, copy_function=_LINK)
    ignored = shutil.ignore_patterns("*.lock")
    shutil.copytree(indexed / INDEX_DIR, target / INDEX_DIR, ignore=ignored)
    return target


@pytest.fixture
def data(indexed: Path, tmp_path: Path) -> Path:
    """A data folder of the test's own, with model and index."""
    return copy_data(indexed, tmp_path / "data")


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Starts servers: `start(data, setting="value")`. They end with the test."""
    running: list[Server] = []

    def run(data_dir: Path, **settings: str) -> Server:
        server = Server(tmp_path, data_dir, settings)
        running.append(server)
        return server

    yield run
    for server in running:
        if server.process.poll() is None:
            server.kill()
        server.client.close()


@pytest.fixture(scope="module")
def server(indexed: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One server without keys for all tests of a module."""
    folder = tmp_path_factory.mktemp("server")
    running = Server(folder, copy_data(indexed, folder / "data"), {"requests_per_minute": "100000"})
    yield running
    running.stop()


@pytest.fixture
def client(server: Server) -> httpx.Client:
    """A client of the module's server."""
    return server.client
