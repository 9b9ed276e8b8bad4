"""Guided troubleshooting sessions: their state as plain data, changed by one process at a time."""

from __future__ import annotations

import json
import uuid
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import delete, update
from sqlalchemy.orm import Session

from assistant.masking import masked_data
from assistant.store.database import Database
from assistant.store.faults import HistoryMoved, NotFound
from assistant.store.models import SessionRow


class SessionStore:
    """The troubleshooting sessions of a database. `owner` None sees all of them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def create(self, state: Mapping[str, Any], owner: str = "") -> str:
        """Keeps a new session, secrets masked, and returns its id."""
        now = datetime.now(UTC)
        row = SessionRow(
            id=uuid.uuid4().hex, owner=owner, state=_json(state), version=1, created=now, updated=now
        )
        with self._database.writing() as session:
            session.add(row)
        return row.id

    def get(self, identifier: str, owner: str | None = None) -> tuple[dict[str, Any], int]:
        """A session's state and its version. NotFound when there is none of that id."""
        with self._database.reading() as session:
            row = _find(session, identifier, owner)
            return json.loads(row.state), row.version

    def put(self, identifier: str, state: Mapping[str, Any], version: int) -> None:
        """Replaces the state that had that version; HistoryMoved when somebody was quicker."""
        query = (
            update(SessionRow)
            .where(SessionRow.id == identifier, SessionRow.version == version)
            .values(state=_json(state), version=version + 1, updated=datetime.now(UTC))
            .returning(SessionRow.id)
        )
        with self._database.writing() as session:
            if session.scalar(query) is None:
                raise HistoryMoved("Another reply came to this session in the meantime.")

    def delete(self, identifier: str, owner: str | None = None) -> None:
        """Forgets a session."""
        with self._database.writing() as session:
            session.delete(_find(session, identifier, owner))

    def purge(self, older_than: timedelta) -> None:
        """Forgets the sessions that nobody has replied to for so long."""
        limit = datetime.now(UTC) - older_than
        with self._database.writing() as session:
            session.execute(delete(SessionRow).where(SessionRow.updated < limit))


def _find(session: Session, identifier: str, owner: str | None) -> SessionRow:
    row = session.get(SessionRow, identifier)
    if row is None or (owner is not None and row.owner != owner):
        raise NotFound(f"There is no troubleshooting session {identifier}.")
    return row


def _json(state: Mapping[str, Any]) -> str:
    return json.dumps(masked_data(dict(state)), ensure_ascii=False)
