"""A bounded pool of threads for everything that is not waiting: the event loop itself never works."""

from __future__ import annotations

import asyncio
import contextvars
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from assistant.api.problems import ApiError

T = TypeVar("T")
LEAST_QUEUE, QUEUE_FACTOR = 64, 16
"""So many requests may wait for a thread before more are turned away: that many, or so many a thread."""


class WorkPool:
    """Threads that answer; what takes too long is given up, though its thread stays busy until it is done."""

    def __init__(self, threads: int, seconds: float, name: str = "work") -> None:
        self._executor = ThreadPoolExecutor(threads, thread_name_prefix=name)
        self._places = threading.BoundedSemaphore(max(LEAST_QUEUE, threads * QUEUE_FACTOR))
        self._seconds = seconds

    async def run(self, work: Callable[[], T]) -> T:
        """What `work` returns or raises. ApiError when too many wait already, or when it takes too long."""
        if not self._places.acquire(blocking=False):
            raise ApiError("overloaded", headers={"retry-after": "1"})
        future = self._executor.submit(contextvars.copy_context().run, work)
        future.add_done_callback(lambda _: self._places.release())
        try:
            async with asyncio.timeout(self._seconds):
                return await asyncio.wrap_future(future)
        except TimeoutError as error:
            raise ApiError("overdue", f"It took more than {self._seconds:g} seconds.") from error

    def close(self) -> None:
        """Lets running work end and takes no more."""
        self._executor.shutdown(wait=True, cancel_futures=True)
