"""What Prometheus reads: requests, times, statuses of answers, scores of the search, age of the index."""

from __future__ import annotations

import os

from prometheus_client import (
    CONTENT_TYPE_LATEST,
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    generate_latest,
)
from prometheus_client.multiprocess import MultiProcessCollector

from assistant.answer import Answer

DIRECTORY = "PROMETHEUS_MULTIPROC_DIR"
"""Where the processes of a server with several workers share their numbers; `mabs serve` sets it."""

_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30)
_SCORES = (0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)


class Metrics:
    """The numbers of one server process; of all of them, when they share a directory."""

    content_type = CONTENT_TYPE_LATEST

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        labels = ["method", "route", "status"]
        self.requests = Counter(
            "mabs_requests", "Requests by route and status.", labels, registry=self._registry
        )
        self.seconds = Histogram(
            "mabs_request_seconds", "Time of requests.", ["route"], buckets=_SECONDS, registry=self._registry
        )
        self.answers = Counter("mabs_answers", "Answers by status.", ["status"], registry=self._registry)
        self.similarity = Histogram(
            "mabs_retrieval_similarity",
            "Cosine of the best passage of a search.",
            buckets=_SCORES,
            registry=self._registry,
        )
        self.in_flight = Gauge(
            "mabs_requests_in_flight",
            "Requests being worked on.",
            registry=self._registry,
            multiprocess_mode="livesum",
        )
        self.index_age = Gauge(
            "mabs_index_age_seconds",
            "Seconds since the live index was built.",
            registry=self._registry,
            multiprocess_mode="mostrecent",
        )

    def answered(self, answer: Answer) -> None:
        """Counts an answer."""
        self.answers.labels(answer.status).inc()
        scores = [passage.similarity for passage in answer.passages if passage.similarity is not None]
        if scores:
            self.similarity.observe(max(scores))

    def text(self) -> bytes:
        """Everything in Prometheus' format."""
        if os.environ.get(DIRECTORY):
            registry = CollectorRegistry()
            MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
            return generate_latest(registry)
        return generate_latest(self._registry)
