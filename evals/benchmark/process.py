"""A command run in a process of its own, with its wall time and the most memory that it held."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import psutil

from ingest.errors import InputError

_EVERY_SECONDS = 0.005
OURS = ("-c", "from assistant.cli import main; main()")


@dataclass(frozen=True, slots=True)
class Ran:
    """What a process wrote, how long it took from start to end, and its peak resident memory in MB."""

    output: str
    seconds: float
    peak_mb: float


def run(arguments: Sequence[str], environment: Mapping[str, str], given: str = "") -> Ran:
    """Runs Python with `arguments`. InputError with the end of its complaints when it fails."""
    started = time.perf_counter()
    with tempfile.TemporaryFile("w+", encoding="utf-8") as errors:
        process = psutil.Popen(
            [sys.executable, *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=errors,
            encoding="utf-8",
            env={**environment},
        )
        peaks = [0.0]
        watcher = threading.Thread(target=_watch, args=(process, peaks))
        watcher.start()
        output, _ = process.communicate(given)
        seconds = time.perf_counter() - started
        watcher.join()
        errors.seek(0)
        complaint = errors.read()[-600:]
    if process.returncode not in (0, 3):
        raise InputError(f"{' '.join(arguments)[:80]} failed: {complaint}", "Install the extra `bench`.")
    return Ran(output, seconds, peaks[0])


def mabs(*arguments: str) -> tuple[str, ...]:
    """Python's arguments for the `mabs` command."""
    return (*OURS, *arguments)


def _watch(process: psutil.Popen, peaks: list[float]) -> None:
    while process.poll() is None:
        try:
            memory = process.memory_info()
        except psutil.Error:  # it has just ended
            return
        peaks[0] = max(peaks[0], getattr(memory, "peak_wset", memory.rss) / 1e6)
        time.sleep(_EVERY_SECONDS)
