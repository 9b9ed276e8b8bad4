"""The OpenAPI document: complete, with examples; and what the server answers is what the document says."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import httpx
import pytest

from assistant.api.app import create_app
from assistant.settings import Settings
from assistant.store import Database, KeyStore, sqlite_url

SECONDS = int(os.environ.get("SCHEMATHESIS_SECONDS", "30"))


@pytest.fixture(scope="module")
def document() -> dict[str, Any]:
    return create_app(Settings()).openapi()  # type: ignore[call-arg]  # every field has a default


def operations(document: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    return [
        (f"{method} {path}", operation)
        for path, methods in document["paths"].items()
        for method, operation in methods.items()
    ]


def test_every_operation_is_described_and_can_fail_in_one_shape_only(document: dict[str, Any]) -> None:
    for name, operation in operations(document):
        assert operation["summary"], name
        assert operation["description"], name
        for status, response in operation["responses"].items():
            if int(status) < 400:
                continue
            (media_type, content) = next(iter(response["content"].items()))
            assert media_type == "application/problem+json", name
            assert content["schema"] == {"$ref": "#/components/schemas/Problem"}, name
            assert content["examples"], name


def test_operations_have_names_of_their_own(document: dict[str, Any]) -> None:
    names = [operation["operationId"] for _, operation in operations(document)]
    assert len(names) == len(set(names))


def test_the_frameworks_own_error_is_gone(document: dict[str, Any]) -> None:
    assert "HTTPValidationError" not in str(document)


def test_the_document_is_served_without_scripts_from_elsewhere(client: httpx.Client) -> None:
    assert client.get("/openapi.json").json()["openapi"].startswith("3.1")
    assert client.get("/docs").status_code == 404
    assert client.get("/redoc").status_code == 404


def test_every_operation_is_in_the_api_page(document: dict[str, Any]) -> None:
    page = (Path(__file__).parents[3] / "docs" / "api.md").read_text("utf-8")
    missing = [path for path in document["paths"] if path not in page]
    assert missing == []


@pytest.mark.parametrize("role", ["nobody", "admin"])
def test_no_generated_request_breaks_the_server_or_the_document(
    start: Any, data: Path, tmp_path: Path, role: str
) -> None:
    """Schemathesis, for a bounded time: no 5xx, no status, media type or body outside of the document."""
    key: list[str] = []
    if role == "admin":
        database = Database(sqlite_url(data))
        key = ["--header", f"X-API-Key: {KeyStore(database).create('test', 'admin')[1]}"]
        database.close()
    server = start(data, requests_per_minute="1000000")
    command = [
        *(sys.executable, "-m", "schemathesis.cli", "run", f"{server.url}/openapi.json", *key),
        "--checks=not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance",
        "--phases=examples,coverage,fuzzing",
        f"--max-time={SECONDS}",
        "--max-examples=30",
        "--seed=1",
        "--workers=1",
        "--no-color",
        "--generation-database=none",
        "--exclude-path=/metrics",
        "--exclude-path=/v1/ingest",  # every upload that is taken would start a process
    ]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=SECONDS * 4 + 300)
    assert done.returncode == 0, done.stdout[-6000:] + done.stderr[-2000:]
    assert '"trace"' not in server.log
