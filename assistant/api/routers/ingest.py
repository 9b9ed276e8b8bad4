"""`/v1/ingest`: documents into the index as a background job. For admins."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import datetime
from typing import Annotated, Any

from fastapi import APIRouter, File, Form, Query, UploadFile
from pydantic import BaseModel

from assistant.api.builder import start_process
from assistant.api.examples import example, problems
from assistant.api.problems import ApiError
from assistant.api.protocol import stopping
from assistant.api.routers.ask import ANSWER
from assistant.api.schemas import Collection, Id, PathId
from assistant.api.services import Admin, Services, Use
from assistant.api.sse import EventStream, event
from assistant.api.uploads import Upload, allowed_folder, save_uploads
from assistant.store import Job
from assistant.store.jobs import OPEN_STATES, State
from ingest.pipeline import SHIPPED

router = APIRouter(tags=["ingest"])
_PATH = "/v1/ingest"
_JOB = _PATH + "/{job_id}"
POLL_SECONDS = 0.5
MAX_FILES = 500
ONE = problems("not-found", "store-unavailable", "overdue", path=f"{_PATH}/{ANSWER['id']}")


class JobOut(BaseModel):
    """A job. `progress` is {stage, done, total}; `result` is the ingest's report once it is done."""

    id: Id
    state: State
    collection: str
    progress: dict[str, Any]
    result: dict[str, Any]
    problem: str
    created: datetime
    finished: datetime | None


class JobList(BaseModel):
    """The latest jobs, newest first."""

    jobs: list[JobOut]


@router.post(
    _PATH,
    status_code=202,
    responses=problems("store-unavailable", "conflict", "overdue", path=_PATH),
    summary="Ingest documents",
)
async def post_ingest(
    services: Use,
    caller: Admin,
    collection: Annotated[Collection, Form()] = "documents",
    folder: Annotated[
        str, Form(max_length=1000, description="A folder of the server that settings allow.")
    ] = "",
    files: Annotated[list[UploadFile] | None, File(max_length=MAX_FILES)] = None,
) -> JobOut:
    """Takes uploaded documents, or a folder of the server, into a collection. Returns the job at once."""
    if bool(folder) == bool(files):
        raise ApiError("unusable-input", "Either files or a folder of the server are needed.")
    if collection == SHIPPED:
        raise ApiError("unusable-input", f"The collection {SHIPPED!r} is the shipped one.")
    uploads = [Upload(file.filename or "", file.file) for file in files or ()]
    source = await services.run(
        lambda: (
            save_uploads(services.settings, collection, uploads)
            if uploads
            else allowed_folder(services.settings, folder)
        )
    )
    request = {"collection": collection, "folder": str(source)}
    identifier = await services.store(lambda stores: stores.jobs.create(request))
    await services.run(lambda: start_process("assistant.api.ingest_worker", identifier))
    return await _job(services, identifier)


@router.get(
    _PATH,
    responses={200: example({"jobs": []}), **problems("store-unavailable", "overdue", path=_PATH)},
    summary="List the jobs",
)
async def get_jobs(services: Use, caller: Admin, limit: Annotated[int, Query(ge=1, le=500)] = 50) -> JobList:
    """What was ingested, is being, and failed."""
    jobs = await services.store(lambda stores: stores.jobs.history(limit))
    return JobList(jobs=[_out(job) for job in jobs])


@router.get(_JOB, responses=ONE, summary="Show a job")
async def get_job(job_id: PathId, services: Use, caller: Admin) -> JobOut:
    """How far a job is."""
    return await _job(services, job_id)


@router.post(_JOB + "/cancel", responses=ONE, summary="Cancel a job")
async def cancel_job(job_id: PathId, services: Use, caller: Admin) -> JobOut:
    """Stops a job within seconds; the live index stays as it was."""
    return _out(await services.store(lambda stores: stores.jobs.cancel(job_id)))


@router.get(
    _JOB + "/events",
    response_class=EventStream,
    responses={
        200: {
            "description": "`progress` whenever it moves, then `end`, each with the job.",
            "content": {"text/event-stream": {"schema": {"type": "string"}, "example": "event: progress\n"}},
        },
        **ONE,
    },
    summary="Follow a job",
)
async def get_events(job_id: PathId, services: Use, caller: Admin) -> EventStream:
    """The progress of a job as events."""
    first = await _job(services, job_id)
    return EventStream(_events(services, first))


async def _events(services: Services, job: JobOut) -> AsyncIterator[bytes]:
    told = ""
    while not stopping.is_set():
        data = job.model_dump(mode="json")
        if job.state not in OPEN_STATES:
            yield event("end", data)
            return
        if (now := str(data)) != told:
            told = now
            yield event("progress", data)
        await asyncio.sleep(POLL_SECONDS)
        job = await _job(services, job.id)


async def _job(services: Services, identifier: str) -> JobOut:
    return _out(await services.store(lambda stores: stores.jobs.get(identifier)))


def _out(job: Job) -> JobOut:
    return JobOut(
        id=job.id,
        state=job.state,
        collection=job.request.get("collection", ""),
        progress=job.progress,
        result=job.result,
        problem=job.problem,
        created=job.created,
        finished=job.finished,
    )
