"""How much memory this process holds, and how long a fresh process takes to its first answer."""

from __future__ import annotations

import subprocess
import sys
import time

import psutil

_FIRST = (
    "import sys; sys.argv = ['mabs', 'ask', '--json', sys.argv[1]]; from assistant.cli import main; main()"
)


def memory_mb() -> float:
    """Resident memory of this process in MB."""
    return round(psutil.Process().memory_info().rss / 1e6, 1)


def cold_start_ms(question: str) -> float | None:
    """Milliseconds from nothing to the answer of `question` in a new process; None when that fails."""
    start = time.perf_counter()
    done = subprocess.run([sys.executable, "-c", _FIRST, question], capture_output=True, check=False)
    elapsed = (time.perf_counter() - start) * 1000
    return round(elapsed, 1) if done.returncode in (0, 3) else None
