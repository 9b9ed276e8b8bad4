"""Server-sent events."""

from __future__ import annotations

import json
import re
from collections.abc import AsyncIterator, Iterator
from typing import Any

from fastapi.responses import StreamingResponse

MEDIA_TYPE = "text/event-stream"
HEADERS = {"cache-control": "no-store", "x-accel-buffering": "no"}
_PIECES = re.compile(r"\S+\s*|\s+")
WORDS = 8


class EventStream(StreamingResponse):
    """A response of events. Clients that stop reading are cut off by the protocol."""

    media_type = MEDIA_TYPE

    def __init__(self, events: AsyncIterator[bytes], status_code: int = 200) -> None:
        super().__init__(events, status_code, HEADERS, MEDIA_TYPE)


def event(name: str, data: Any) -> bytes:
    """One named event with JSON data."""
    return f"event: {name}\ndata: {json.dumps(data, ensure_ascii=True)}\n\n".encode()


def data(value: Any) -> bytes:
    """One event without a name, as OpenAI's protocol has them."""
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=True)
    return f"data: {text}\n\n".encode()


def pieces(text: str) -> Iterator[str]:
    """A text in pieces of a few words, which together are the text."""
    words = _PIECES.findall(text)
    for start in range(0, len(words), WORDS):
        yield "".join(words[start : start + WORDS])


def wants_events(accept: str) -> bool:
    """Whether an Accept header asks for events."""
    return any(part.split(";")[0].strip().lower() == MEDIA_TYPE for part in accept.split(","))
