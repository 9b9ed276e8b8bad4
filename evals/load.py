"""Loads a server on this machine with wrk: connections that send a new question when they have an answer."""

from __future__ import annotations

import ipaddress
import json
import random
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, product
from pathlib import Path
from urllib.parse import urlsplit

from ingest.errors import InputError

TABLE_QUESTIONS = (
    "The subscription of {host} expired {n} days ago, it is connected. Does the disk backup still run?",
    "subscription is active but {host} lost connectivity for {n} days, can we restore from disk?",
    "how much scratch space does {host} need for {n} TB in the vault",
    "how many disks can {host} have, it is an A{size}",
    "can I protect SQL Server 2016 at database level with {host}",
    "is Exchange Server 2013 on {host} supported",
    "{host} is deprovisioned and connected: backup to Azure?",
    "which .NET version does {host} require",
)
CODE_QUESTIONS = (
    "what does error 0x186D2 on {host} mean",
    "2026-10-02 23:{n} CBEngine on {host} FAIL error ID 100050 job {n}",
    "ID 3002 on the replica of {host}",
    "the agent on {host} reports (ID: 100047)",
    "error code 50005, server {host}",
    "VSS error 0x800423F4 during the backup of {host}",
)
GUIDE_QUESTIONS = (
    "how do I download the installer for {host}",
    "where does {host} keep the passphrase",
    "how do I add storage for backups to {host}",
    "how do I register {host} with the vault",
    "what happens after the connectivity of {host} comes back",
    "how do I install the protection agent on {host}",
    "how do I update {host}",
    "which drive of {host} should hold the cache",
)
MIX = (*[TABLE_QUESTIONS] * 4, *[CODE_QUESTIONS] * 3, *[GUIDE_QUESTIONS] * 3)
"""Of ten questions four are for tables, three have codes and three are for the guide."""

_SYLLABLES, _LENGTH = ("ba", "de", "ka", "le", "mi", "no", "ra", "su", "to", "vi"), 5
"""Of these and so many the names of people are made, 100,000 of them."""

TIMEOUT_SECONDS = 60
_SCRIPT = """
local bodies, at = {}, 0
local headers = {["Content-Type"] = "application/json"}
function init(arguments)
  for line in io.lines(arguments[1]) do bodies[#bodies + 1] = line end
end
function request()
  at = at % #bodies + 1
  return wrk.format("POST", nil, headers, bodies[at])
end
function done(summary, latency)
  local e = summary.errors
  io.write(string.format(
    '{"requests": %d, "microseconds": %d, "failed": %d, "p50": %d, "p99": %d}\\n',
    summary.requests, summary.duration, e.connect + e.read + e.write + e.status + e.timeout,
    latency:percentile(50), latency:percentile(99)))
end
"""


@dataclass(frozen=True, slots=True)
class LoadResult:
    """What a run measured. `failed`: no connection, no answer, or a status that is no success."""

    seconds: float
    requests: int
    failed: int
    p50_ms: float
    p99_ms: float

    @property
    def per_second(self) -> float:
        """Successful answers a second."""
        return (self.requests - self.failed) / self.seconds if self.seconds else 0.0


def fresh_questions(seed: int) -> Iterator[str]:
    """Questions in the mix, each about another machine and for another person.

    None comes twice, not even to one who takes out the machines' names: so nobody's cache helps.
    """
    source = random.Random(seed)
    people = ["".join(name).capitalize() for name in product(_SYLLABLES, repeat=_LENGTH)]
    for person in source.sample(people, len(people)):
        question = source.choice(source.choice(MIX))
        host = f"srv-{source.randrange(16**6):06x}"
        told = question.format(host=host, n=source.randrange(16, 60), size=source.randrange(1, 8))
        yield f"{told} (for {person})"


def run_load(
    url: str, path: str, questions: Iterator[str], connections: int, seconds: float, most: int
) -> LoadResult:
    """Sends up to `most` questions (after that, the same again) for so long.

    InputError for a URL that leads off this machine, or when wrk isn't installed.
    """
    address = urlsplit(url)
    if address.scheme != "http" or not _is_here(address.hostname or ""):
        raise InputError(f"{url} is not on this machine.", "Load is for one's own servers only.")
    if not shutil.which("wrk"):
        raise InputError("wrk is not installed.", "Install the package `wrk`.")
    with tempfile.TemporaryDirectory(prefix="mabs-wrk-") as folder:
        script, bodies = Path(folder) / "load.lua", Path(folder) / "bodies.jsonl"
        script.write_text(_SCRIPT, encoding="utf-8")
        with bodies.open("w", encoding="utf-8") as lines:
            lines.writelines(json.dumps({"question": one}) + "\n" for one in islice(questions, most))
        command = [
            *("wrk", f"-c{connections}", "-t1", f"-d{max(1, round(seconds))}s"),
            *(f"--timeout={TIMEOUT_SECONDS}s", f"--script={script}", url + path, "--", str(bodies)),
        ]
        return _result(command)


def _is_here(host: str) -> bool:
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _result(command: Sequence[str]) -> LoadResult:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    lines = done.stdout.splitlines()
    if done.returncode or not lines:
        raise InputError(f"wrk failed: {done.stderr.strip() or done.stdout.strip()}.")
    told = json.loads(lines[-1])
    return LoadResult(
        seconds=told["microseconds"] / 1e6,
        requests=told["requests"],
        failed=told["failed"],
        p50_ms=told["p50"] / 1000,
        p99_ms=told["p99"] / 1000,
    )
