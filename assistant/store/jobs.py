"""Background jobs: what was asked for, how far it is, how it ended. Any process may look on or cancel."""

from __future__ import annotations

import json
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Literal, cast

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from assistant.store.database import Database
from assistant.store.faults import NotFound
from assistant.store.models import JobRow

State = Literal["queued", "running", "done", "failed", "cancelled"]
OPEN_STATES = ("queued", "running")
"""Those of a job that is still to come to an end."""

SILENT_AFTER = timedelta(seconds=90)
"""A job that shows no sign of life for so long has died with its process."""


@dataclass(frozen=True, slots=True)
class Job:
    """A job. `progress` is {stage, done, total}, `result` what it came to, `problem` why it failed."""

    id: str
    state: State
    request: dict[str, Any]
    progress: dict[str, Any]
    result: dict[str, Any]
    problem: str
    cancel: bool
    created: datetime
    finished: datetime | None


class JobStore:
    """The jobs of a database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def create(self, request: Mapping[str, Any]) -> str:
        """Notes a job to be done and returns its id."""
        now = datetime.now(UTC)
        row = JobRow(
            id=uuid.uuid4().hex,
            state="queued",
            request=json.dumps(request),
            progress="{}",
            result="{}",
            problem="",
            cancel=False,
            created=now,
            beat=now,
        )
        with self._database.writing() as session:
            session.add(row)
        return row.id

    def get(self, identifier: str) -> Job:
        """A job. NotFound when there is none of that id."""
        with self._database.reading() as session:
            return _job(_find(session, identifier))

    def history(self, limit: int = 50) -> list[Job]:
        """The latest jobs, newest first."""
        query = select(JobRow).order_by(JobRow.created.desc(), JobRow.id).limit(limit)
        with self._database.reading() as session:
            return [_job(row) for row in session.scalars(query)]

    def advance(self, identifier: str, progress: Mapping[str, Any]) -> bool:
        """Notes how far a job is, as a sign of life; False when it is to stop."""
        with self._database.writing() as session:
            row = _find(session, identifier)
            if row.state not in OPEN_STATES:
                return False
            row.state, row.progress, row.beat = "running", json.dumps(progress), datetime.now(UTC)
            return not row.cancel

    def finish(
        self, identifier: str, state: State, result: Mapping[str, Any] | None = None, problem: str = ""
    ) -> None:
        """Ends a job, unless it has ended already."""
        now = datetime.now(UTC)
        values = {"state": state, "result": json.dumps(result or {}), "problem": problem, "finished": now}
        query = update(JobRow).where(JobRow.id == identifier, JobRow.state.in_(OPEN_STATES))
        with self._database.writing() as session:
            session.execute(query.values(**values))

    def cancel(self, identifier: str) -> Job:
        """Asks a job to stop; one that waits is stopped at once. Ended ones stay as they are."""
        with self._database.writing() as session:
            row = _find(session, identifier)
            if row.state in OPEN_STATES:
                row.cancel = True
            if row.state == "queued":
                row.state, row.finished = "cancelled", datetime.now(UTC)
            return _job(row)

    def bury(self) -> int:
        """Ends the jobs whose process has died; returns how many."""
        now = datetime.now(UTC)
        query = update(JobRow).where(JobRow.state.in_(OPEN_STATES), JobRow.beat < now - SILENT_AFTER)
        ended = {"state": "failed", "problem": "The process that ran it has died.", "finished": now}
        with self._database.writing() as session:
            identifiers = session.scalars(query.values(**ended).returning(JobRow.id))
            return len(identifiers.all())


def _find(session: Session, identifier: str) -> JobRow:
    row = session.get(JobRow, identifier)
    if row is None:
        raise NotFound(f"There is no job {identifier}.")
    return row


def _job(row: JobRow) -> Job:
    return Job(
        id=row.id,
        state=cast(State, row.state),
        request=json.loads(row.request),
        progress=json.loads(row.progress),
        result=json.loads(row.result),
        problem=row.problem,
        cancel=row.cancel,
        created=row.created,
        finished=row.finished,
    )
