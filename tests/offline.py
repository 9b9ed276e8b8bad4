"""A guard for a process of its own: sockets are refused, and every attempt to open one is noted."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

GUARD = """
import socket, sys
from pathlib import Path

attempts = []

def refused(self, address, *rest):
    if self.family == getattr(socket, "AF_UNIX", None):
        return connect(self, address)
    attempts.append(address)
    raise OSError("there is no network")

def unresolved(host, *rest, **more):
    attempts.append(host)
    raise socket.gaierror("there is no network")

connect = socket.socket.connect
socket.socket.connect = refused
socket.socket.connect_ex = refused
socket.getaddrinfo = unresolved
socket.gethostbyname = unresolved
"""


def run_offline(code: str, home: Path, *arguments: Path) -> str:
    """What `code` printed, run behind the guard, without settings or caches of whoever runs the tests."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("MABS_", "HF_"))}
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", GUARD + code, *map(str, arguments)],
        capture_output=True,
        encoding="utf-8",
        env={**clean, "HOME": str(home), "MABS_CONFIG": ""},
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout
