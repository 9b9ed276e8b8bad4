"""The real `mabs` process, with settings and data of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

Mabs = Callable[..., "subprocess.CompletedProcess[str]"]
SECONDS = 120


def program() -> str:
    """The installed command, beside the Python that runs the tests."""
    return str(Path(sys.executable).with_name("mabs.exe" if sys.platform == "win32" else "mabs"))


def clean_environment(data_dir: Path, config: Path) -> dict[str, str]:
    """The environment without settings of the person who runs the tests, or of her terminal."""
    dropped = ("MABS_", "NO_COLOR", "FORCE_COLOR", "COLUMNS", "LINES", "TERM")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(dropped)}
    config.touch()
    return {**kept, "MABS_DATA_DIR": str(data_dir), "MABS_CONFIG": str(config)}


def runner(environment: Mapping[str, str], folder: Path) -> Mabs:
    """A function that runs `mabs` with arguments and gives what it wrote."""

    def run(*arguments: str, given: str = "", **more: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [program(), *arguments],
            input=given,
            capture_output=True,
            encoding="utf-8",
            errors="surrogateescape",
            timeout=SECONDS,
            cwd=folder,
            env={**environment, **more},
            check=False,
        )

    return run


@pytest.fixture
def mabs_program() -> str:
    """The installed command."""
    return program()


@pytest.fixture
def empty_environment(tmp_path: Path) -> dict[str, str]:
    """An environment whose data folder doesn't exist yet."""
    return clean_environment(tmp_path / "no data yet", tmp_path / "empty.toml")


@pytest.fixture
def bare_mabs(empty_environment: dict[str, str], tmp_path: Path) -> Mabs:
    """`mabs` without an index: for what tables settle."""
    return runner(empty_environment, tmp_path)


@pytest.fixture
def environment(shipped_data_dir: Path, tmp_path: Path) -> dict[str, str]:
    """An environment with the shipped index, and conversations of its own."""
    found = clean_environment(shipped_data_dir, tmp_path / "empty.toml")
    return {**found, "MABS_STORE_URL": f"sqlite:///{(tmp_path / 'conversations.db').as_posix()}"}


@pytest.fixture
def mabs(environment: dict[str, str], tmp_path: Path) -> Mabs:
    """`mabs` with the shipped index."""
    return runner(environment, tmp_path)
