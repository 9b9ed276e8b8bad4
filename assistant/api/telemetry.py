"""OpenTelemetry traces, one span a request: off unless the standard environment variables ask for them."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from opentelemetry.sdk.trace.export import SpanExporter

log = logging.getLogger("mabs.api")
NAMES = ("OTEL_TRACES_EXPORTER", "OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT")


class Span(Protocol):
    """What the server tells of a request."""

    def set_attribute(self, key: str, value: Any) -> None:
        """Adds a fact."""


class _NoSpan:
    def set_attribute(self, key: str, value: Any) -> None:
        """Tells nobody."""


_NO_SPAN = _NoSpan()


class Tracing:
    """Makes spans, or nothing at all when tracing is off."""

    def __init__(self) -> None:
        self._tracer: Any = None
        self._provider: Any = None
        if not is_wanted():
            return
        exporter = _exporter()
        if exporter is None:
            return
        from opentelemetry.sdk.resources import Resource
        from opentelemetry.sdk.trace import TracerProvider
        from opentelemetry.sdk.trace.export import BatchSpanProcessor

        name = os.environ.get("OTEL_SERVICE_NAME", "mabs-assistant")
        self._provider = TracerProvider(resource=Resource.create({"service.name": name}))
        self._provider.add_span_processor(BatchSpanProcessor(exporter))
        self._tracer = self._provider.get_tracer("mabs.api")

    @contextmanager
    def request(self, method: str, headers: dict[bytes, bytes]) -> Iterator[Span]:
        """A span around one request, below the caller's where it sends `traceparent`."""
        if self._tracer is None:
            yield _NO_SPAN
            return
        from opentelemetry.trace import SpanKind
        from opentelemetry.trace.propagation.tracecontext import TraceContextTextMapPropagator

        carrier = {name.decode("latin-1"): value.decode("latin-1") for name, value in headers.items()}
        parent = TraceContextTextMapPropagator().extract(carrier)
        with self._tracer.start_as_current_span(method, context=parent, kind=SpanKind.SERVER) as span:
            yield span

    def close(self) -> None:
        """Sends what is left."""
        if self._provider is not None:
            self._provider.shutdown()


def is_wanted() -> bool:
    """Whether the environment asks for traces."""
    if os.environ.get("OTEL_SDK_DISABLED", "").lower() == "true":
        return False
    if os.environ.get(NAMES[0], "").lower() == "none":
        return False
    return any(os.environ.get(name) for name in NAMES)


def _exporter() -> SpanExporter | None:
    """The exporter that the environment names: the console's, or OTLP's over gRPC or HTTP."""
    if os.environ.get(NAMES[0], "").lower() == "console":
        import sys

        from opentelemetry.sdk.trace.export import ConsoleSpanExporter

        return ConsoleSpanExporter(out=sys.stderr)
    protocol = os.environ.get("OTEL_EXPORTER_OTLP_PROTOCOL", "grpc")
    try:
        if protocol.startswith("http"):
            http = import_module("opentelemetry.exporter.otlp.proto.http.trace_exporter")
            exporter: SpanExporter = http.OTLPSpanExporter()
            return exporter
        from opentelemetry.exporter.otlp.proto.grpc.trace_exporter import OTLPSpanExporter

        return OTLPSpanExporter()
    except ImportError:
        log.warning("no traces: install opentelemetry-exporter-otlp-proto-%s", protocol.split("/")[0])
        return None
