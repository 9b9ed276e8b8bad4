"""Before anything is read of a request: who calls, whether they may, how often, and how large the body is."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assistant.api.access import Caller, KeyRing, check_local, missing_key, token_of
from assistant.api.limits import Limits
from assistant.api.pool import WorkPool
from assistant.api.problems import ApiError, problem_response
from assistant.settings import Settings

OPEN_PATHS = frozenset(("/healthz", "/readyz", "/openapi.json"))
UPLOADS = "/v1/ingest"
MAX_PATH = 4096
RELOAD_PATIENCE = 0.5


class Guard:
    """Lets a request through to the routers, with its caller in its state, or answers it with a problem."""

    def __init__(
        self, app: ASGIApp, settings: Settings, keys: KeyRing, limits: Limits, pool: WorkPool
    ) -> None:
        self._app = app
        self._settings = settings
        self._keys = keys
        self._limits = limits
        self._pool = pool
        self._taking: dict[str, asyncio.Future[None]] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes the request on when it may pass."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        entered = ""
        try:
            headers = dict(scope["headers"])
            _check_size(scope, headers, self._body_limit(scope))
            caller = await self._caller(scope, headers)
            scope["state"]["caller"] = caller
            if scope["path"] not in OPEN_PATHS:
                scope["state"]["key"] = caller.key
                who = caller.key or "local"
                await self._count(who)
                self._limits.enter(who)
                entered = who
            body = _Body(receive, self._body_limit(scope), self._settings.stall_seconds)
            await self._app(scope, body, send)
        except ApiError as error:
            await problem_response(error, scope)(scope, receive, send)
        finally:
            if entered:
                self._limits.leave(entered)

    async def _caller(self, scope: Scope, headers: Mapping[bytes, bytes]) -> Caller:
        if self._keys.is_stale:
            await self._reload()
        token = token_of(headers)
        if self._keys.keyless:
            client, server = (_address(scope.get(end)) for end in ("client", "server"))
            check_local(headers, client, server, self._settings.cors_origins)
            return Caller()
        if not token:
            if scope["path"] in OPEN_PATHS or (scope["path"] == "/metrics" and self._settings.open_metrics):
                return Caller()
            raise missing_key()
        if known := self._keys.remembered(token):
            return known
        address = _address(scope.get("client"))
        self._limits.check_failures(address)
        try:
            return await self._pool.run(lambda: self._keys.verify(token))
        except ApiError:
            self._limits.failed(address)
            raise

    async def _reload(self) -> None:
        """Reads the keys again. Known ones are relied on when that takes long, as while the database dies."""
        reading = asyncio.ensure_future(self._pool.run(self._keys.reload))
        patience = None if self._keys.unknown else RELOAD_PATIENCE
        with suppress(TimeoutError):
            await asyncio.wait_for(asyncio.shield(reading), patience)

    async def _count(self, who: str) -> None:
        """Counts the request; the share may be used up by others in between, therefore the loop.

        Of a burst one request takes a share and the others wait for it: if each took one, nothing would be
        left to other processes.
        """
        while not self._limits.count(who):
            if who not in self._taking:
                self._taking[who] = asyncio.ensure_future(self._take(who))
            await asyncio.shield(self._taking[who])

    async def _take(self, who: str) -> None:
        try:
            self._limits.add(who, await self._pool.run(lambda: self._limits.take(who)))
        finally:
            del self._taking[who]

    def _body_limit(self, scope: Scope) -> int:
        if scope["path"].rstrip("/") == UPLOADS:
            return self._settings.max_upload_mb * 1_000_000
        return self._settings.max_body_kb * 1000


class _Body:
    """The body of a request, held to its limit and to the clock while it arrives."""

    def __init__(self, receive: Receive, limit: int, seconds: float) -> None:
        self._receive: Callable[[], Awaitable[Message]] = receive
        self._left = limit
        self._limit = limit
        self._seconds = seconds
        self._complete = False

    async def __call__(self) -> Message:
        """The next message. ApiError for too much or too slow a body."""
        if self._complete:
            return await self._receive()
        try:
            async with asyncio.timeout(self._seconds):
                message = await self._receive()
        except TimeoutError as error:
            raise ApiError("stalled", headers={"connection": "close"}) from error
        if message["type"] == "http.request":
            self._left -= len(message.get("body", b""))
            self._complete = not message.get("more_body", False)
        if self._left < 0:
            raise _too_large(self._limit)
        return message


def _check_size(scope: Scope, headers: Mapping[bytes, bytes], limit: int) -> None:
    if len(scope.get("raw_path", b"")) + len(scope.get("query_string", b"")) > MAX_PATH:
        raise ApiError("too-large", f"An address may have {MAX_PATH:,} characters.")
    length = headers.get(b"content-length", b"0")
    if not length.isdigit():
        raise ApiError("malformed", "Content-Length is no number.")
    if int(length) > limit:
        raise _too_large(limit)


def _too_large(limit: int) -> ApiError:
    return ApiError("too-large", f"The body may have {limit:,} bytes.", headers={"connection": "close"})


def _address(end: object) -> str:
    return str(end[0]) if isinstance(end, tuple | list) and end else ""
