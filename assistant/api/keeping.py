"""What a server process does beside answering: keeps the index current and the store tidy."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import UTC, datetime, timedelta

from assistant.api.services import Services
from assistant.api.stores import Stores
from ingest.errors import MabsError

log = logging.getLogger("mabs.api")
TICK_SECONDS = 1.0
TIDY_SECONDS = 60.0
OPEN_SECONDS = 15.0
"""So long a start waits for an index that is there; one that has to be built is not waited for."""

SESSION_DAYS = 30


class Keeper:
    """Two endless tasks, each with a thread of its own, so that a slow one holds up nothing."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self._executor = ThreadPoolExecutor(2, thread_name_prefix="keeper")
        self._tasks: list[asyncio.Task[None]] = []

    async def start(self) -> None:
        """Opens the index, then keeps it and the store."""
        opened = asyncio.get_running_loop().run_in_executor(self._executor, self._keep_engine)
        with suppress(TimeoutError):
            await asyncio.wait_for(asyncio.shield(opened), OPEN_SECONDS)
        self._tasks = [
            asyncio.create_task(self._forever(self._keep_engine, TICK_SECONDS, opened)),
            asyncio.create_task(self._forever(self._tidy, TIDY_SECONDS)),
        ]

    async def stop(self) -> None:
        """Ends the tasks. What a thread is at isn't waited for: nothing is harmed by its end."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        self._executor.shutdown(wait=False, cancel_futures=True)

    async def _forever(
        self, work: Callable[[], None], seconds: float, after: asyncio.Future[None] | None = None
    ) -> None:
        if after is not None:
            await after
        while True:
            await asyncio.get_running_loop().run_in_executor(self._executor, work)
            await asyncio.sleep(seconds)

    def _keep_engine(self) -> None:
        try:
            self._services.engine.keep()
            age = self._services.engine.index_age(datetime.now(UTC))
            if age is not None:
                self._services.metrics.index_age.set(age)
        except Exception:  # the loop has to live on, whatever one turn of it meets
            log.exception("keeping the index failed")

    def _tidy(self) -> None:
        try:
            self._services.gate.use(self._tidy_store)
        except MabsError as fault:
            log.warning("the store can't be tidied: %s", fault)

    def _tidy_store(self, stores: Stores) -> None:
        days = self._services.settings.retention_days
        if days and (purged := stores.conversations.purge(timedelta(days=days))):
            log.info("%s conversations were older than %s days and are gone", purged, days)
        stores.sessions.purge(timedelta(days=days or SESSION_DAYS))
        stores.quotas.forget(int(time.time() // 60) - 2)
        if dead := stores.jobs.bury():
            log.warning("%s jobs had died with their process", dead)
