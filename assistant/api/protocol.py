"""Uvicorn's HTTP protocol with what it lacks: clients that stop sending or reading are cut off."""

from __future__ import annotations

import asyncio
import json
import threading
from typing import Any, ClassVar

from uvicorn.protocols.http.httptools_impl import STATUS_LINE, HttpToolsProtocol

from assistant.api.problems import KINDS, MEDIA_TYPE, TYPE

stopping = threading.Event()
"""Set when the server begins to stop: endless streams end themselves."""


class GuardedProtocol(HttpToolsProtocol):
    """Cuts connections whose head doesn't arrive, or that take no bytes, for `stall_seconds`."""

    stall_seconds: ClassVar[float] = 20.0

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._head_timer: asyncio.TimerHandle | None = None
        self._write_timer: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """The head of the first request has to arrive in time."""
        super().connection_made(transport)
        self._await_head()

    def connection_lost(self, exc: Exception | None) -> None:
        """Nothing is waited for any more."""
        self._cancel("_head_timer")
        self._cancel("_write_timer")
        super().connection_lost(exc)

    def on_message_begin(self) -> None:
        """The head of a further request has to arrive in time."""
        super().on_message_begin()
        if self._head_timer is None:
            self._await_head()

    def on_headers_complete(self) -> None:
        """It has."""
        self._cancel("_head_timer")
        super().on_headers_complete()

    def pause_writing(self) -> None:
        """The client reads no more: it has some time to go on."""
        super().pause_writing()
        if self._write_timer is None:
            self._write_timer = self.loop.call_later(self.stall_seconds, self.transport.abort)

    def resume_writing(self) -> None:
        """It has gone on."""
        self._cancel("_write_timer")
        super().resume_writing()

    def shutdown(self) -> None:
        """The server is stopping."""
        stopping.set()
        super().shutdown()

    def send_400_response(self, msg: str) -> None:
        """Even what is no HTTP is answered with problem details."""
        kind = KINDS["malformed"]
        body = json.dumps(
            {"type": TYPE + "malformed", "title": kind.title, "status": kind.status, "detail": msg}
        ).encode()
        head = [
            STATUS_LINE[kind.status],
            b"content-type: " + MEDIA_TYPE.encode() + b"\r\n",
            b"content-length: " + str(len(body)).encode() + b"\r\n",
            b"connection: close\r\n\r\n",
        ]
        self.transport.write(b"".join([*head, body]))
        self.transport.close()

    def _await_head(self) -> None:
        self._head_timer = self.loop.call_later(self.stall_seconds, self.transport.abort)

    def _cancel(self, name: str) -> None:
        timer: asyncio.TimerHandle | None = getattr(self, name)
        if timer is not None:
            timer.cancel()
            setattr(self, name, None)
