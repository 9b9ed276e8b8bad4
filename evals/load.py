"""A load generator for this machine: connections that send the next request when they have an answer."""

from __future__ import annotations

import asyncio
import ipaddress
import json
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from ingest.errors import InputError

TABLE_QUESTIONS = (
    "Our subscription expired, the server is connected. Does the disk backup still run?",
    "subscription is active but we lost connectivity for 20 days, can we restore from disk?",
    "how much scratch space do we need for {n} TB in the vault",
    "how many disks can an A{size} have",
    "can I protect SQL Server 2016 at database level",
    "is Exchange Server 2013 supported",
    "deprovisioned and connected: backup to Azure?",
    "which .NET version is required",
)
CODE_QUESTIONS = (
    "what does error 0x186D2 mean",
    "2026-10-02 23:1{size} CBEngine FAIL error ID 100050 job {n}",
    "ID 3002 on the replica",
    "the agent reports (ID: 100047)",
    "error code 50005",
    "VSS error 0x800423F4 during the backup",
)
GUIDE_QUESTIONS = (
    "how do I download the installer for {n} servers",
    "where do I keep the passphrase",
    "how do I add storage for backups",
    "how do I register the server with the vault",
    "what happens after connectivity comes back",
    "how do I install the protection agent on {n} machines",
    "how do I update the server",
    "which drive should hold the cache",
)


@dataclass(frozen=True, slots=True)
class LoadResult:
    """What a run measured: latencies in milliseconds, statuses by number (0: the connection failed)."""

    seconds: float
    latencies: tuple[float, ...]
    statuses: dict[int, int]

    @property
    def per_second(self) -> float:
        """Answers with status 200 a second."""
        return self.statuses.get(200, 0) / self.seconds if self.seconds else 0.0

    def percentile(self, share: float) -> float:
        """The latency that so large a share of the requests did not exceed."""
        ordered = sorted(self.latencies)
        return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else 0.0


def mixed_questions(count: int) -> list[str]:
    """`count` questions, always the same: of ten, four for tables, three with codes, three for the guide."""
    kinds = (TABLE_QUESTIONS,) * 4 + (CODE_QUESTIONS,) * 3 + (GUIDE_QUESTIONS,) * 3
    questions = []
    for number in range(count):
        kind = kinds[number * 7 % 10]
        question = kind[number // 10 % len(kind)]
        questions.append(question.format(n=number % 40 + 1, size=number % 4 + 1))
    return questions


def run_load(url: str, path: str, questions: Sequence[str], connections: int, seconds: float) -> LoadResult:
    """Sends the questions, over and over, for so long. InputError for a URL that leads off this machine."""
    address = urlsplit(url)
    host = address.hostname or ""
    if address.scheme != "http" or not (host == "localhost" or ipaddress.ip_address(host).is_loopback):
        raise InputError(f"{url} is not on this machine.", "Load is for one's own servers only.")
    bodies = [json.dumps({"question": question}).encode() for question in questions]
    head = f"POST {path} HTTP/1.1\r\nHost: {address.netloc}\r\nContent-Type: application/json\r\n"
    requests = [head.encode() + b"Content-Length: %d\r\n\r\n" % len(body) + body for body in bodies]
    return asyncio.run(_load(host, address.port or 80, requests, connections, seconds))


async def _load(
    host: str, port: int, requests: Sequence[bytes], connections: int, seconds: float
) -> LoadResult:
    latencies: list[float] = []
    statuses: Counter[int] = Counter()
    started = time.perf_counter()
    workers = [
        _connection(host, port, requests, n * 37, started + seconds, latencies, statuses)
        for n in range(connections)
    ]
    await asyncio.gather(*workers)
    return LoadResult(time.perf_counter() - started, tuple(latencies), dict(statuses))


async def _connection(
    host: str,
    port: int,
    requests: Sequence[bytes],
    first: int,
    until: float,
    latencies: list[float],
    statuses: Counter[int],
) -> None:
    number = first
    while time.perf_counter() < until:
        try:
            reader, writer = await asyncio.open_connection(host, port)
            try:
                while time.perf_counter() < until:
                    begun = time.perf_counter()
                    writer.write(requests[number % len(requests)])
                    statuses[await _status(reader)] += 1
                    latencies.append((time.perf_counter() - begun) * 1000)
                    number += 1
            finally:
                writer.close()
        except (OSError, asyncio.IncompleteReadError, ValueError):
            statuses[0] += 1
            await asyncio.sleep(0.1)


async def _status(reader: asyncio.StreamReader) -> int:
    """Reads one response whole and returns its status."""
    head = await reader.readuntil(b"\r\n\r\n")
    lines = head.lower().split(b"\r\n")
    lengths = [int(line.split(b":")[1]) for line in lines if line.startswith(b"content-length:")]
    await reader.readexactly(lengths[0] if lengths else 0)
    return int(lines[0].split()[1])
