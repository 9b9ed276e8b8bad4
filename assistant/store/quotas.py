"""Counts requests by the minute over all server processes, in blocks, so that few requests cost a write."""

from __future__ import annotations

from sqlalchemy import delete, select
from sqlalchemy.exc import IntegrityError

from assistant.store.database import Database
from assistant.store.models import QuotaRow
from ingest.errors import StorageFault

_TRIES = 3


class QuotaStore:
    """The quotas of a database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def take(self, who: str, minute: int, wanted: int, limit: int) -> int:
        """Takes up to `wanted` requests of that minute; returns how many were left to be had."""
        for _ in range(_TRIES):
            try:
                return self._take(who, minute, wanted, limit)
            except StorageFault as error:
                if not isinstance(error.__cause__, IntegrityError):  # the first two of a minute at once
                    raise
        return 0

    def forget(self, before: int) -> None:
        """Removes the counts of the minutes before that one."""
        with self._database.writing() as session:
            session.execute(delete(QuotaRow).where(QuotaRow.minute < before))

    def _take(self, who: str, minute: int, wanted: int, limit: int) -> int:
        query = select(QuotaRow).where(QuotaRow.who == who, QuotaRow.minute == minute).with_for_update()
        with self._database.writing() as session:
            row = session.scalar(query)
            if row is None:
                row = QuotaRow(who=who, minute=minute, used=0)
                session.add(row)
            taken = max(0, min(wanted, limit - row.used))
            row.used += taken
            return taken
