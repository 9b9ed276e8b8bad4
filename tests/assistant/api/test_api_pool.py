"""Work is done by a bounded number of threads; the event loop goes on meanwhile, and keys are read beside."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest

from assistant.api.app import create_app
from assistant.api.limits import FAILURES_A_MINUTE, Limits
from assistant.api.pool import LEAST_QUEUE, WorkPool
from assistant.api.problems import ApiError
from assistant.api.stores import StoreGate
from assistant.settings import Settings
from assistant.store import sqlite_url


@pytest.fixture
def released() -> Iterator[threading.Event]:
    event = threading.Event()
    yield event
    event.set()


def test_the_loop_goes_on_while_every_thread_is_busy(released: threading.Event) -> None:
    async def scenario() -> list[str]:
        pool = WorkPool(1, seconds=60)
        told: list[str] = []

        def work() -> None:
            released.wait()
            told.append("worked")

        running = asyncio.create_task(pool.run(work))
        await asyncio.sleep(0.05)
        told.append("went on")
        released.set()
        await running
        pool.close()
        return told

    assert asyncio.run(scenario()) == ["went on", "worked"]


def test_what_takes_too_long_is_given_up_and_keeps_its_thread(released: threading.Event) -> None:
    async def scenario() -> None:
        pool = WorkPool(1, seconds=0.05)
        with pytest.raises(ApiError) as overdue:
            await pool.run(released.wait)
        assert overdue.value.kind == "overdue"
        started: list[int] = []
        with pytest.raises(ApiError):
            await pool.run(lambda: started.append(1))
        assert started == []
        released.set()
        pool.close()

    asyncio.run(scenario())


def test_too_many_that_wait_are_turned_away(released: threading.Event) -> None:
    async def scenario() -> None:
        pool = WorkPool(1, seconds=60)
        waiting = [asyncio.create_task(pool.run(released.wait)) for _ in range(LEAST_QUEUE)]
        await asyncio.sleep(0)
        with pytest.raises(ApiError) as refused:
            await pool.run(released.wait)
        assert refused.value.kind == "overloaded"
        released.set()
        await asyncio.gather(*waiting)
        await asyncio.sleep(0.01)
        assert await pool.run(lambda: 5) == 5
        pool.close()

    asyncio.run(scenario())


def test_what_work_raises_comes_back() -> None:
    async def scenario() -> None:
        pool = WorkPool(1, seconds=60)
        with pytest.raises(ZeroDivisionError):
            await pool.run(lambda: 1 / 0)
        pool.close()

    asyncio.run(scenario())


def test_a_busy_server_still_tells_that_it_lives(tmp_path: Path, released: threading.Event) -> None:
    """All its threads are at work; what needs none of them is answered, keys are read beside."""
    settings = Settings(data_dir=tmp_path, serve_threads=1)  # type: ignore[call-arg]  # the rest has defaults
    app = create_app(settings)

    async def scenario() -> list[int]:
        busy = asyncio.create_task(app.state.services.run(released.wait))
        await asyncio.sleep(0)
        transport = httpx.ASGITransport(app, client=("127.0.0.1", 1))
        async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as client:
            paths = ("/healthz", "/v1/models", "/v1/tables", "/metrics", "/nothing")
            statuses = [(await client.get(path)).status_code for path in paths]
        assert not busy.done()
        released.set()
        await busy
        app.state.services.pool.close()
        app.state.services.aside.close()
        app.state.services.gate.close()
        return statuses

    assert asyncio.run(scenario()) == [200, 200, 200, 200, 404]


def test_a_burst_takes_one_share_and_leaves_the_rest_to_other_processes(tmp_path: Path) -> None:
    settings = Settings(data_dir=tmp_path, requests_per_minute=600)  # type: ignore[call-arg]  # defaults
    app = create_app(settings)
    takes: list[str] = []
    limits: Limits = app.state.services.limits
    original = limits.take

    def take(who: str) -> int:
        takes.append(who)
        return original(who)

    limits.take = take  # type: ignore[method-assign]

    async def scenario() -> list[int]:
        transport = httpx.ASGITransport(app, client=("127.0.0.1", 1))
        async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as client:
            answers = await asyncio.gather(*(client.get("/v1/tables") for _ in range(30)))
        for part in (app.state.services.pool, app.state.services.aside, app.state.services.gate):
            part.close()
        return [answer.status_code for answer in answers]

    assert asyncio.run(scenario()) == [200] * 30
    assert takes == ["local"]


class Clock:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.now = 600.0

    def __call__(self) -> float:
        return self.now


def ask_many(limits: Limits, count: int, who: str = "k") -> int:
    """How many of `count` requests pass."""
    passed = 0
    for _ in range(count):
        try:
            while not limits.count(who):
                limits.add(who, limits.take(who))
        except ApiError:
            continue
        passed += 1
    return passed


@pytest.fixture
def gate(tmp_path: Path) -> Iterator[StoreGate]:
    opened = StoreGate(sqlite_url(tmp_path))
    yield opened
    opened.close()


@pytest.mark.parametrize("limit", [1, 7, 20, 45, 600])
def test_the_limit_holds_over_processes_and_minutes(gate: StoreGate, limit: int) -> None:
    clock = Clock()
    processes = [Limits(gate, limit, 5, clock) for _ in range(3)]
    for minute in range(3):
        clock.now = 600.0 + minute * 60
        passed = sum(ask_many(process, limit) for process in processes)
        assert passed <= limit
        assert passed >= limit - 3 * max(1, limit // 20)
    assert ask_many(processes[0], limit, "other") == limit


def test_without_a_store_each_process_counts_for_itself(tmp_path: Path) -> None:
    (tmp_path / "conversations.sqlite").mkdir()
    limits = Limits(StoreGate(sqlite_url(tmp_path)), 40, 5, Clock())
    assert ask_many(limits, 100) == 40


def test_a_refusal_says_when_the_minute_is_over(gate: StoreGate) -> None:
    clock = Clock()
    limits = Limits(gate, 1, 5, clock)
    clock.now = 645.0
    assert ask_many(limits, 1) == 1
    with pytest.raises(ApiError) as refused:
        _until_refused(limits, lambda: limits.take("k"))
    assert refused.value.headers == {"retry-after": "15"}


def test_an_address_that_tries_wrong_keys_is_told_so(gate: StoreGate) -> None:
    limits = Limits(gate, 40, 5, Clock())
    for _ in range(FAILURES_A_MINUTE):
        limits.check_failures("192.0.2.1")
        limits.failed("192.0.2.1")
    limits.check_failures("192.0.2.2")
    with pytest.raises(ApiError, match="30 wrong API keys"):
        limits.check_failures("192.0.2.1")


def _until_refused(limits: Limits, take: Callable[[], int]) -> None:
    while not limits.count("k"):
        limits.add("k", take())


def test_in_flight_is_counted_by_caller(gate: StoreGate) -> None:
    limits = Limits(gate, 100, 2)
    limits.enter("a")
    limits.enter("a")
    limits.enter("b")
    with pytest.raises(ApiError):
        limits.enter("a")
    limits.leave("a")
    limits.enter("a")
