"""The scripts of the documentation work as they stand there."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

EXAMPLES = Path(__file__).parents[3] / "docs" / "examples"


def environment(url: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if "proxy" not in name.lower()}
    return {**kept, "MABS_URL": url}


@pytest.fixture
def shell() -> str:
    if not (shutil.which("curl") and shutil.which("sh")):
        needed = "curl and a POSIX shell are needed: install the package `curl`."
        if os.environ.get("MABS_REQUIRE_TOOLS"):
            pytest.fail(needed)
        pytest.skip(needed)
    return "sh"


@pytest.mark.parametrize(
    "question",
    [
        "how much scratch space for 8 TB?",
        'it says "failed"\n\tC:\\temp\\log.txt (ID: 3002)',
        "größer als 8 TB? $HOME `id`",
    ],
)
def test_curl_asks(shell: str, server: Any, question: str) -> None:
    done = subprocess.run(
        [shell, EXAMPLES / "ask.sh", question],
        env=environment(server.url),
        capture_output=True,
        encoding="utf-8",
        timeout=120,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert json.loads(done.stdout)["question"] == question


def test_curl_tells_a_failure(shell: str, server: Any) -> None:
    done = subprocess.run(
        [shell, EXAMPLES / "ask.sh", " "], env=environment(server.url), capture_output=True, text=True
    )
    assert done.returncode != 0
    assert json.loads(done.stdout)["status"] == 422


def test_the_openai_client_asks(server: Any) -> None:
    done = subprocess.run(
        [sys.executable, EXAMPLES / "openai_client.py"],
        env=environment(server.url),
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    first, second = done.stdout.split("\n\n", 1)
    assert "4" in first
    assert "8" in second
