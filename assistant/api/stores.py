"""The stores of one database behind a breaker: while the database is down, nobody waits for it."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from typing import TypeVar

from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError

from assistant.store import (
    ConversationStore,
    Database,
    JobStore,
    KeyStore,
    QuotaStore,
    SessionStore,
)
from ingest.errors import StorageFault

log = logging.getLogger("mabs.api")
T = TypeVar("T")
RETRY_SECONDS = 2.0


class Stores:
    """Everything that one database keeps."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.conversations = ConversationStore(database)
        self.keys = KeyStore(database)
        self.jobs = JobStore(database)
        self.sessions = SessionStore(database)
        self.quotas = QuotaStore(database)


class StoreGate:
    """Opens the database when it is first needed, and again when it was down. Threads may share it."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._lock = threading.Lock()
        self._stores: Stores | None = None
        self._fault: StorageFault | None = None
        self._retry_at = 0.0

    @property
    def fault(self) -> StorageFault | None:
        """Why the database can't be used; None when it can, as far as is known."""
        return self._fault

    def use(self, work: Callable[[Stores], T]) -> T:
        """What `work` makes of the stores. StorageFault, at once while the database is known to be down."""
        stores = self._opened()
        try:
            result = work(stores)
        except StorageFault as fault:
            if _is_outage(fault):
                self._note(fault)
            raise
        if self._fault is not None:
            self._fault = None
            log.info("the store can be used again")
        return result

    def probe(self) -> None:
        """Looks whether the database answers, for `/readyz` and to notice that it is back."""
        self.use(lambda stores: stores.database.ping())

    def close(self) -> None:
        """Gives the connections back."""
        with self._lock:
            if self._stores:
                self._stores.database.close()
                self._stores = None

    def _opened(self) -> Stores:
        with self._lock:
            if self._fault and time.monotonic() < self._retry_at:
                raise StorageFault(self._fault.message, self._fault.remedy)
            if self._stores is None:
                try:
                    self._stores = Stores(Database(self._url))
                except StorageFault as fault:
                    self._note(fault)
                    raise
            return self._stores

    def _note(self, fault: StorageFault) -> None:
        if self._fault is None:
            log.warning("%s", fault)
        self._fault, self._retry_at = fault, time.monotonic() + RETRY_SECONDS


def _is_outage(fault: StorageFault) -> bool:
    """Whether it is the database, and not one statement, that failed."""
    cause = fault.__cause__
    if isinstance(cause, DBAPIError):
        return isinstance(cause, OperationalError | InterfaceError) or cause.connection_invalidated
    return True
