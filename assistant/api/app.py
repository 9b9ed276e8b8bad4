"""The application: services, layers, routers, and the OpenAPI document."""

from __future__ import annotations

import logging
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from fastapi.routing import APIRoute
from starlette.exceptions import HTTPException
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import Response

from assistant.api.access import KeyRing
from assistant.api.context import RequestContext
from assistant.api.engine import Engine
from assistant.api.examples import add_problem_schema
from assistant.api.guard import Guard
from assistant.api.keeping import Keeper
from assistant.api.limits import Limits
from assistant.api.logs import set_up_logging
from assistant.api.metrics import Metrics
from assistant.api.pool import WorkPool
from assistant.api.problems import (
    KINDS,
    ApiError,
    problem_for_status,
    problem_of,
    problem_response,
    validation_problem,
)
from assistant.api.protocol import GuardedProtocol
from assistant.api.routers import (
    ask,
    conversations,
    errors,
    feedback,
    ingest,
    openai,
    status,
    tables,
    troubleshooting,
)
from assistant.api.services import Services
from assistant.api.stores import StoreGate
from assistant.api.supervisor import end_with_supervisor
from assistant.api.telemetry import Tracing
from assistant.decisions.types import DecisionInputError
from assistant.settings import Settings, load_settings
from assistant.store import store_url
from ingest.errors import MabsError
from ingest.state import package_version

log = logging.getLogger("mabs.api")
ROUTERS = (ask, openai, conversations, feedback, errors, tables, troubleshooting, ingest, status)
DESCRIPTION = """Answers questions about Azure Backup Server on Azure Stack, with sources.

Every error is a problem after RFC 9457. Every response has an `X-Request-ID`."""
ASIDE_THREADS = 2
SWITCH_SECONDS = 0.0005
"""So long the event loop waits for a busy thread at most, instead of ten times that."""

CORS_HEADERS = ("authorization", "content-type", "x-api-key", "x-request-id")


def create() -> FastAPI:
    """The application with the settings of the process: what the server processes of `mabs serve` run."""
    set_up_logging()
    sys.setswitchinterval(SWITCH_SECONDS)
    settings = load_settings()
    GuardedProtocol.stall_seconds = settings.stall_seconds
    end_with_supervisor()
    return create_app(settings)


def create_app(settings: Settings) -> FastAPI:
    """The application. Nothing is opened before it starts."""
    services = _services(settings)
    app = FastAPI(
        title="MABS assistant",
        version=package_version(),
        description=DESCRIPTION,
        docs_url=None,  # the page that shows the document loads scripts from the internet
        redoc_url=None,
        redirect_slashes=False,
        lifespan=_lifespan,
        generate_unique_id_function=_operation_id,
    )
    app.state.services = services
    for module in ROUTERS:
        app.include_router(module.router)
    _add_error_handlers(app)
    app.add_middleware(
        Guard, settings=settings, keys=services.keys, limits=services.limits, pool=services.aside
    )
    if settings.cors_origins:
        app.add_middleware(
            CORSMiddleware,
            allow_origins=list(settings.cors_origins),
            allow_methods=["GET", "POST", "PATCH", "DELETE"],
            allow_headers=list(CORS_HEADERS),
            expose_headers=["x-request-id", "retry-after"],
        )
    app.add_middleware(RequestContext, metrics=services.metrics, tracing=services.tracing)
    _describe(app)
    return app


def _services(settings: Settings) -> Services:
    gate = StoreGate(store_url(settings))
    return Services(
        settings=settings,
        engine=Engine(settings),
        gate=gate,
        keys=KeyRing(gate),
        limits=Limits(gate, settings.requests_per_minute, settings.requests_in_flight),
        pool=WorkPool(settings.serve_threads, settings.request_seconds),
        aside=WorkPool(ASIDE_THREADS, settings.request_seconds, "aside"),
        metrics=Metrics(),
        tracing=Tracing(),
    )


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    services: Services = app.state.services
    keeper = Keeper(services)
    await keeper.start()
    yield
    await keeper.stop()
    services.pool.close()
    services.aside.close()
    services.engine.close()
    services.gate.close()
    services.tracing.close()


def _add_error_handlers(app: FastAPI) -> None:
    async def ours(request: Request, error: Exception) -> Response:
        problem = problem_of(error)
        if isinstance(error, MabsError) and KINDS[problem.kind].status >= 500 and problem is not error:
            log.warning("%s: %s", type(error).__name__, error.message)
        services: Services = request.app.state.services
        if problem.kind == "search-unavailable" and services.engine.building:
            problem.detail = f"{services.engine.building} {problem.detail}"
        return problem_response(problem, request.scope)

    async def invalid(request: Request, error: Exception) -> Response:
        assert isinstance(error, RequestValidationError)
        return problem_response(validation_problem(error.errors()), request.scope)

    async def http(request: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException)
        if isinstance(error.__cause__, ApiError):  # the framework wraps what reading the body raises
            return problem_response(error.__cause__, request.scope)
        problem = problem_for_status(error.status_code, str(error.detail or ""), error.headers)
        return problem_response(problem, request.scope)

    app.add_exception_handler(MabsError, ours)
    app.add_exception_handler(DecisionInputError, ours)
    app.add_exception_handler(RequestValidationError, invalid)
    app.add_exception_handler(HTTPException, http)


def _operation_id(route: APIRoute) -> str:
    return route.name


def _describe(app: FastAPI) -> None:
    """The OpenAPI document with our problems and both ways to send a key."""
    plain = app.openapi

    def openapi() -> dict[str, Any]:
        if app.openapi_schema is None:
            document = plain()
            add_problem_schema(document)
            document["components"]["securitySchemes"] = {
                "bearer": {"type": "http", "scheme": "bearer"},
                "key": {"type": "apiKey", "in": "header", "name": "X-API-Key"},
            }
            document["security"] = [{}, {"bearer": []}, {"key": []}]
            app.openapi_schema = document
        return app.openapi_schema

    app.openapi = openapi  # type: ignore[method-assign]
