"""Several server processes share the connections, and one that dies leaves none unanswered."""

from __future__ import annotations

import socket
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from pathlib import Path
from typing import Any

import httpx
import psutil
import pytest

from assistant.api.listening import listen
from ingest.errors import SettingsFault

linux_only = pytest.mark.skipif(sys.platform != "linux", reason="only Linux spreads connections")


@linux_only
def test_connections_that_arrive_at_once_are_spread(start: Any, data: Path) -> None:
    server = start(data, serve_workers="2")
    with _connections(server.url, 32) as mine:
        server.wait_for(lambda: sum(_held(server, mine).values()) == 32, 10)
        assert min(_held(server, mine).values()) >= 4  # fewer: once in 50,000 throws of 32 coins
        assert len(_held(server, mine)) == 2


@linux_only
def test_another_process_takes_the_place_of_a_dead_one(start: Any, data: Path) -> None:
    server = start(data, serve_workers="2")
    with _connections(server.url, 32) as mine:
        server.wait_for(lambda: len(_held(server, mine)) == 2, 10)
        (dead, _), *_ = _held(server, mine).items()
    psutil.Process(dead).kill()
    for _ in range(12):
        assert httpx.get(f"{server.url}/healthz", timeout=60, trust_env=False).status_code == 200
    assert server.stop() == 0


def test_a_server_that_is_killed_leaves_no_process(start: Any, data: Path) -> None:
    server = start(data, serve_workers="2")
    children = psutil.Process(server.process.pid).children(recursive=True)
    assert len(children) >= 2
    server.kill()
    gone, alive = psutil.wait_procs(children, timeout=60)
    assert (len(gone), alive) == (len(children), [])


@pytest.mark.parametrize("number", [1, 2])
def test_nobody_shares_the_port_of_another_server(number: int) -> None:
    with ExitStack() as stack:
        taken = [stack.enter_context(one) for one in listen("127.0.0.1", 0, 2)]
        port = taken[0].getsockname()[1]
        assert {one.getsockname()[1] for one in taken} == {port}
        with pytest.raises(SettingsFault, match=f"127.0.0.1:{port} can't be listened on"):
            listen("127.0.0.1", port, number)


def test_an_address_that_nobody_has_is_told() -> None:
    with pytest.raises(SettingsFault, match="can't be listened on"):
        listen("no.such.host.invalid", 0)


@contextmanager
def _connections(url: str, number: int) -> Iterator[set[int]]:
    """So many open connections, by their ports on this side."""
    address = httpx.URL(url)
    with ExitStack() as stack:
        opened = [
            stack.enter_context(closing(socket.create_connection((address.host, address.port))))
            for _ in range(number)
        ]
        yield {one.getsockname()[1] for one in opened}


def _held(server: Any, ports: set[int]) -> Counter[int]:
    """How many of the connections each process has taken."""
    held: Counter[int] = Counter()
    for process in psutil.Process(server.process.pid).children(recursive=True):
        with suppress(psutil.NoSuchProcess):  # one that built an index has ended
            found = [one for one in process.net_connections() if one.raddr and one.raddr.port in ports]
            held[process.pid] = len(found)
    return +held
