"""What the session shares: an assistant over the shipped index, and a PostgreSQL of the tests' own."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from assistant.assistant import Assistant
from assistant.settings import Settings
from assistant.store import sqlite_url

NEEDED = "PostgreSQL's server is needed: install the package `postgresql` (Debian, Ubuntu)."


def binaries() -> Path | None:
    """The folder with initdb and postgres: on the path, or where Debian puts them."""
    if found := shutil.which("initdb"):
        return Path(found).resolve().parent
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name))
    return folders[-1] if folders else None


class Postgres:
    """A cluster that can be stopped and started again. PostgreSQL refuses to run as root."""

    def __init__(self, programs: Path) -> None:
        self._programs = programs
        self._folder = Path(tempfile.mkdtemp(prefix="mabs-pg-"))
        self._run_as: dict[str, Any] = {}
        if sys.platform != "win32" and os.geteuid() == 0:
            shutil.chown(self._folder, "postgres", "postgres")
            self._run_as = {"user": "postgres", "group": "postgres", "extra_groups": []}
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self._port = probe.getsockname()[1]
        self._run("initdb", "-D", str(self._data), "-A", "trust", "-U", "mabs", "-E", "UTF8", "--no-sync")
        self.start()

    @property
    def _data(self) -> Path:
        return self._folder / "data"

    def start(self) -> None:
        """Starts the server and waits until it answers."""
        options = f"-p {self._port} -c listen_addresses=127.0.0.1 -c fsync=off -k {self._folder}"
        self._run(
            "pg_ctl", "-D", str(self._data), "-w", "-l", str(self._folder / "log"), "-o", options, "start"
        )

    def stop(self) -> None:
        """Stops it at once."""
        self._run("pg_ctl", "-D", str(self._data), "-w", "-m", "immediate", "stop")

    def new_database(self) -> str:
        """The URL of a database of its own."""
        name = f"t{uuid.uuid4().hex}"
        self._run("createdb", "-h", "127.0.0.1", "-p", str(self._port), "-U", "mabs", name)
        return f"postgresql+psycopg://mabs@127.0.0.1:{self._port}/{name}"

    def remove(self) -> None:
        """Stops it and removes its folder."""
        self.stop()
        shutil.rmtree(self._folder, ignore_errors=True)

    def _run(self, program: str, *arguments: str) -> None:
        subprocess.run(
            [self._programs / program, *arguments],
            check=True,
            cwd=self._folder,
            stdout=subprocess.DEVNULL,
            **self._run_as,
        )


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """The cluster. Skips where PostgreSQL isn't installed, unless tools are required."""
    programs = binaries()
    if programs is None:
        if os.environ.get("MABS_REQUIRE_TOOLS"):
            pytest.fail(NEEDED)
        pytest.skip(NEEDED)
    cluster = Postgres(programs)
    try:
        yield cluster
    finally:
        cluster.remove()


@pytest.fixture(params=["sqlite", "postgresql"])
def store_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The URL of an empty database, of each kind that is supported."""
    if request.param == "sqlite":
        return sqlite_url(tmp_path)
    cluster: Postgres = request.getfixturevalue("postgres")
    return cluster.new_database()


@pytest.fixture(scope="session")
def shipped_assistant(shipped_data_dir: Path) -> Iterator[Assistant]:
    """An assistant over the shipped index. It keeps no state but its caches: all tests share it."""
    with Assistant(Settings(data_dir=shipped_data_dir)) as assistant:  # type: ignore[call-arg]  # defaults
        yield assistant
