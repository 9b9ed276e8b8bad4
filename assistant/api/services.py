"""What the routers work with, and how they get at it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, TypeVar

from fastapi import Depends, Request

from assistant.api.access import Caller, KeyRing
from assistant.api.engine import Engine
from assistant.api.limits import Limits
from assistant.api.metrics import Metrics
from assistant.api.pool import WorkPool
from assistant.api.problems import ApiError
from assistant.api.stores import StoreGate, Stores
from assistant.api.telemetry import Tracing
from assistant.settings import Settings

T = TypeVar("T")


@dataclass(frozen=True)
class Services:
    """Everything of one server process. `aside` is for what has to be quick while `pool` is busy."""

    settings: Settings
    engine: Engine
    gate: StoreGate
    keys: KeyRing
    limits: Limits
    pool: WorkPool
    aside: WorkPool
    metrics: Metrics
    tracing: Tracing

    async def run(self, work: Callable[[], T]) -> T:
        """Does `work` in a thread."""
        return await self.pool.run(work)

    async def store(self, work: Callable[[Stores], T]) -> T:
        """Does `work` on the stores, in a thread. StorageFault while the database is down."""
        return await self.pool.run(lambda: self.gate.use(work))


async def _services(request: Request) -> Services:
    services: Services = request.app.state.services
    return services


async def _caller(request: Request) -> Caller:
    caller: Caller = request.state.caller
    return caller


async def _admin(request: Request) -> Caller:
    caller: Caller = request.state.caller
    if caller.role != "admin":
        raise ApiError(
            "forbidden",
            "This needs an API key with the role admin.",
            "Make one with `mabs keys create NAME --role admin`.",
        )
    return caller


Use = Annotated[Services, Depends(_services)]
Who = Annotated[Caller, Depends(_caller)]
Admin = Annotated[Caller, Depends(_admin)]
