"""A bounded pool of threads for everything that is not waiting: the event loop itself never works."""

from __future__ import annotations

import asyncio
import contextvars
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from assistant.api.problems import ApiError

T = TypeVar("T")
QUEUE_FACTOR = 16
"""So many requests a thread may wait for one before more are turned away."""


class WorkPool:
    """Threads that answer; what takes too long is given up, though its thread stays busy until it is done."""

    def __init__(self, threads: int, seconds: float, name: str = "work") -> None:
        self._executor = ThreadPoolExecutor(threads, thread_name_prefix=name)
        self._limit = threads * QUEUE_FACTOR
        self._seconds = seconds
        self._open = 0

    async def run(self, work: Callable[[], T]) -> T:
        """What `work` returns or raises. ApiError when too many wait already, or when it takes too long."""
        if self._open >= self._limit:
            raise ApiError("overloaded", headers={"retry-after": "1"})
        self._open += 1
        context = contextvars.copy_context()
        future = self._executor.submit(context.run, work)
        future.add_done_callback(self._ended(asyncio.get_running_loop()))
        try:
            return await asyncio.wait_for(asyncio.wrap_future(future), self._seconds)
        except TimeoutError as error:
            raise ApiError("overdue", f"It took more than {self._seconds:g} seconds.") from error

    def close(self) -> None:
        """Lets running work end and takes no more."""
        self._executor.shutdown(wait=True, cancel_futures=True)

    def _ended(self, loop: asyncio.AbstractEventLoop) -> Callable[[object], None]:
        def count() -> None:
            self._open -= 1

        def ended(_future: object) -> None:
            if not loop.is_closed():
                loop.call_soon_threadsafe(count)

        return ended
