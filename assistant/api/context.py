"""Around every request: its id, a line in the log, numbers, a span, safe headers, the last net for errors."""

from __future__ import annotations

import itertools
import logging
import re
import secrets
import time
from collections.abc import Callable

from starlette.datastructures import MutableHeaders
from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assistant.api.logs import request_id
from assistant.api.metrics import Metrics
from assistant.api.problems import problem_of, problem_response
from assistant.api.telemetry import Tracing
from assistant.masking import mask_personal

log = logging.getLogger("mabs.api.access")
_GIVEN_ID = re.compile(r"[\w.:/+=-]{1,100}", re.ASCII)
_PROCESS = secrets.token_hex(4)
_numbers = itertools.count(secrets.randbelow(1 << 24))
METHODS = frozenset(("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"))
"""Those that are told apart in the numbers: a client may send any word."""

QUIET = frozenset(("/healthz", "/readyz", "/metrics"))
HEADERS = {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "interest-cohort=()",
}
HSTS = "max-age=31536000"


class RequestContext:
    """The outermost layer of the application."""

    def __init__(self, app: ASGIApp, metrics: Metrics, tracing: Tracing) -> None:
        self._app = app
        self._metrics = metrics
        self._tracing = tracing

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes a request on; what comes back carries its id and the headers."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = dict(scope["headers"])
        identifier = _identifier(headers.get(b"x-request-id", b""))
        scope.setdefault("state", {})["request_id"] = identifier
        token = request_id.set(identifier)
        started = time.perf_counter()
        status = 0

        async def sending(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                _add_headers(scope, message, identifier)
            try:
                await send(message)
            except RuntimeError as error:  # what uvloop says of a closed connection; ASGI's word is OSError
                if "closed" not in str(error):
                    raise
                raise ConnectionAbortedError(str(error)) from error

        self._metrics.in_flight.inc()
        try:
            with self._tracing.request(scope["method"], headers) as span:
                await self._guarded(scope, receive, sending, lambda: status)
                span.set_attribute("http.route", _route(scope))
                span.set_attribute("http.response.status_code", status)
                span.set_attribute("mabs.request_id", identifier)
        finally:
            self._metrics.in_flight.dec()
            self._note(scope, status, time.perf_counter() - started)
            request_id.reset(token)

    async def _guarded(self, scope: Scope, receive: Receive, send: Send, status: Callable[[], int]) -> None:
        """The last net: nothing gets through to the server's own plain-text error page."""
        try:
            await self._app(scope, receive, send)
        except (ConnectionAbortedError, ClientDisconnect):
            log.info("the client has gone")
        except Exception as error:  # whatever it is: the client gets a problem, the log gets the trace
            log.exception("unexpected error")
            if not status():  # else the response has begun
                await problem_response(problem_of(error), scope)(scope, receive, send)

    def _note(self, scope: Scope, status: int, seconds: float) -> None:
        route = _route(scope)
        method = scope["method"] if scope["method"] in METHODS else "OTHER"
        self._metrics.requests.labels(method, route, str(status)).inc()
        self._metrics.seconds.labels(route).observe(seconds)
        if route in QUIET and status < 400:
            return
        extra = {
            "method": method,
            "route": route,
            "status": status,
            "ms": round(seconds * 1000, 1),
            "key": scope["state"].get("key", ""),
        }
        log.info("request", extra=extra)


def _identifier(given: bytes) -> str:
    """The id that the client sent when it is a harmless one, else a new one."""
    text = given.decode("latin-1")
    return (
        text
        if _GIVEN_ID.fullmatch(text) and mask_personal(text) == text
        else f"{_PROCESS}{next(_numbers):08x}"
    )


def _route(scope: Scope) -> str:
    """The route's pattern: a path may hold what somebody pasted."""
    route = scope.get("route")
    return str(getattr(route, "path", "")) or "unmatched"


def _add_headers(scope: Scope, message: Message, identifier: str) -> None:
    headers = MutableHeaders(scope=message)
    headers["x-request-id"] = identifier
    for name, value in HEADERS.items():
        headers.setdefault(name, value)
    if scope.get("scheme") == "https":
        headers.setdefault("strict-transport-security", HSTS)
    if "cache-control" not in headers:
        headers["cache-control"] = "no-store"
