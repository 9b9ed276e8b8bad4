"""`/v1/status`, `/healthz`, `/readyz` and `/metrics`."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from fastapi import APIRouter
from fastapi.responses import Response
from pydantic import BaseModel, Field

from assistant.api.examples import example, problems
from assistant.api.metrics import Metrics
from assistant.api.problems import ApiError
from assistant.api.services import Services, Use, Who
from ingest.errors import IndexFault, ModelFault, StorageFault
from ingest.state import package_version

router = APIRouter(tags=["status"])


class CollectionOut(BaseModel):
    """A collection; `roots` are told to admins only."""

    name: str
    shipped: bool
    documents: int
    passages: int
    skipped: int
    roots: list[str]


class IndexOut(BaseModel):
    """The live index."""

    generation: str
    built_at: str
    bytes: int
    encoder: dict[str, Any]
    knowledge_version: str
    collections: list[CollectionOut]


class StoreOut(BaseModel):
    """Where conversations are kept."""

    kind: str
    reachable: bool
    text_kept: bool


class StatusOut(BaseModel):
    """What is installed, indexed and kept."""

    version: str
    index: IndexOut | None = Field(description="Null while there is none that can be read.")
    store: StoreOut
    parts: dict[str, str] = Field(description="As in `/readyz`: what is wrong with each; empty: it works.")


class HealthOut(BaseModel):
    """The process lives."""

    status: str = "ok"


class ReadyOut(BaseModel):
    """Every part, with what is wrong with it; empty: it works."""

    status: str
    parts: dict[str, str]


@router.get("/healthz", responses=problems(path="/healthz"), summary="Is the process alive")
async def healthz() -> HealthOut:
    """Answers as long as the process lives. Needs no key."""
    return HealthOut()


@router.get(
    "/readyz",
    responses={
        200: example({"status": "ready", "parts": {"index": "", "encoder": "", "store": ""}}),
        **problems("not-ready", path="/readyz"),
    },
    summary="Is everything there",
)
async def readyz(services: Use) -> ReadyOut:
    """503 when a part is missing, and which. Questions may still be answered then. Needs no key."""
    parts = await services.aside.run(lambda: _parts(services))
    missing = [name for name, fault in parts.items() if fault]
    if missing:
        raise ApiError("not-ready", f"Missing: {', '.join(missing)}.", extra={"parts": parts})
    return ReadyOut(status="ready", parts=parts)


@router.get(
    "/metrics",
    response_class=Response,
    responses={
        200: {
            "content": {"text/plain": {"schema": {"type": "string"}, "example": "mabs_requests_total 1.0\n"}}
        },
        **problems(path="/metrics"),
    },
    summary="Numbers for Prometheus",
)
async def get_metrics(services: Use) -> Response:
    """Requests, times, answer statuses, retrieval scores, age of the index."""
    return Response(await services.aside.run(services.metrics.text), media_type=Metrics.content_type)


@router.get(
    "/v1/status",
    responses=problems("overdue", path="/v1/status"),
    summary="What is indexed",
)
async def get_status(services: Use, caller: Who) -> StatusOut:
    """Version, live index with its collections, the store, and what is missing."""
    return await services.run(lambda: _status(services, caller.role == "admin"))


def _parts(services: Services) -> dict[str, str]:
    parts = services.engine.parts()
    try:
        services.gate.probe()
        return {**parts, "store": ""}
    except StorageFault:
        return {**parts, "store": "The database doesn't answer."}


def _status(services: Services, admin: bool) -> StatusOut:
    parts = _parts(services)
    kind, reachable = "unknown", not parts["store"]
    with suppress(StorageFault):
        kind = services.gate.use(lambda stores: stores.database.kind)
    store = StoreOut(kind=kind, reachable=reachable, text_kept=services.settings.store_text)
    return StatusOut(version=package_version(), index=_index(services, admin), store=store, parts=parts)


def _index(services: Services, admin: bool) -> IndexOut | None:
    try:
        status = services.engine.use_reader(lambda reader: reader.status())
    except (IndexFault, ModelFault):
        return None
    return IndexOut(
        generation=status.generation,
        built_at=status.built_at,
        bytes=status.bytes,
        encoder=dict(status.encoder),
        knowledge_version=status.kb_version,
        collections=[
            CollectionOut(
                name=c.name,
                shipped=c.shipped,
                documents=c.documents,
                passages=c.chunks,
                skipped=c.skipped,
                roots=list(c.roots) if admin and not c.shipped else [],
            )
            for c in status.collections
        ],
    )
