"""Ten thousand hostile bodies: none breaks the server, none gets an answer of another shape."""

from __future__ import annotations

import json
import random
from typing import Any

import pytest

PATHS = (
    *("/v1/ask", "/v1/chat/completions", "/v1/conversations", "/v1/feedback", "/v1/preflight"),
    *("/v1/tables/connectivity/decide", "/v1/troubleshooting/sessions", "/v1/ingest"),
)
FIELDS = (
    *("question", "messages", "title", "inputs", "rating", "answer_id", "cores", "role", "content"),
    *("tree", "problem", "collections", "style", "conversation_id", "model", "stream", "metadata", "n"),
)
TEXTS = (
    *(
        "",
        " ",
        "\x00",
        "\ud800",
        "\u202e",
        "é" * 50,
        "A" * 5000,
        "'; DROP TABLE messages; --",
        "../../etc/passwd",
    ),
    *(
        "{{7*7}}",
        "<script>alert(1)</script>",
        "%00",
        "%s%s%n",
        "\\",
        '"',
        "0x186D2",
        "NaN",
        "1e999",
        "a" * 32,
    ),
    *(
        "0" * 32,
        "(" * 500,
        "a@" * 500,
        "passphrase: x" * 50,
        "1.1.1.1" * 100,
        "\r\n\r\nGET / HTTP/1.1",
        "🦘" * 100,
    ),
)
NUMBERS = (0, -1, 1.5, 10**30, -(10**30), 1e308, True, False, None)


def value(source: random.Random, depth: int = 0) -> Any:
    """Any JSON value."""
    kind = source.random()
    if depth > 3 or kind < 0.5:
        return source.choice(TEXTS)
    if kind < 0.65:
        return source.choice(NUMBERS)
    if kind < 0.8:
        return [value(source, depth + 1) for _ in range(source.randrange(4))]
    return {source.choice((*FIELDS, *TEXTS)): value(source, depth + 1) for _ in range(source.randrange(5))}


def body(source: random.Random) -> bytes:
    """A body: mostly JSON of the right shape with wrong contents, sometimes broken."""
    fields = {source.choice(FIELDS): value(source) for _ in range(source.randrange(1, 5))}
    text = json.dumps(fields if source.random() < 0.9 else value(source)).encode()
    kind = source.random()
    if kind < 0.1:
        return text[: source.randrange(len(text) + 1)]
    if kind < 0.2:
        place = source.randrange(len(text) + 1)
        return text[:place] + source.randbytes(source.randrange(1, 20)) + text[place:]
    if kind < 0.25:
        return source.choice((b"[" * 50_000, b'{"a":' * 20_000, b"\xff\xfe\x00", b"", b"null", b"-" * 999))
    return text


def throw(server: Any, count: int, seed: int) -> None:
    source = random.Random(seed)
    types = ("application/json", "text/plain", "multipart/form-data", "application/x-www-form-urlencoded", "")
    for number in range(count):
        content = body(source)
        headers = {"Content-Type": "application/json" if source.random() < 0.9 else source.choice(types)}
        path = source.choice(PATHS)
        response = server.client.post(path, content=content, headers=headers)
        told = f"{seed}/{number}: {path} {content[:300]!r} -> {response.status_code} {response.text[:300]}"
        assert response.status_code < 500, told
        if response.status_code >= 400:
            assert response.headers["content-type"] == "application/problem+json", told
            assert response.json()["status"] == response.status_code, told
    assert server.client.get("/healthz").status_code == 200
    assert '"trace"' not in server.log


def test_three_hundred_hostile_bodies_break_nothing(server: Any) -> None:
    throw(server, 300, seed=1)


@pytest.mark.slow
def test_ten_thousand_hostile_bodies_break_nothing(server: Any) -> None:
    throw(server, 10_000, seed=2)
