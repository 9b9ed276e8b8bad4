"""Builds the shipped index in a process of its own: torch and LlamaIndex stay out of the server.

The server runs `python -m assistant.api.builder` once; it does nothing where the index is current.
"""

from __future__ import annotations

import logging
import os
import subprocess
import sys
import time

from assistant.api.logs import set_up_logging
from assistant.api.metrics import DIRECTORY
from assistant.settings import encoder_choice, load_settings
from ingest.errors import MabsError
from ingest.pipeline import ensure_index

log = logging.getLogger("mabs.api")
RETRY_SECONDS = 60.0


class Builder:
    """The process that builds, started once and again after a failure."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._is_done = False
        self._has_failed = False
        self._start_at = 0.0

    @property
    def told(self) -> str:
        """How far the build is, for everybody's eyes; empty when nothing is left to be built."""
        if self._is_done:
            return ""
        if self._has_failed:
            return "Building the index has failed and is tried again every minute; the log tells why."
        return "The index is being brought up to date, which can take a minute or two."

    def again(self) -> None:
        """The index has gone, or was never there: it is built once more."""
        self._is_done = False

    def tick(self) -> None:
        """Starts the process, or looks how it is doing. Returns at once."""
        if self._is_done or time.monotonic() < self._start_at:
            return
        if self._process is None:
            self._process = start_process("assistant.api.builder")
            return
        code = self._process.poll()
        if code is None:
            return
        self._process = None
        self._is_done, self._has_failed = code == 0, code != 0
        if code:
            self._start_at = time.monotonic() + RETRY_SECONDS
            log.warning("the shipped index could not be brought up to date; once more in a minute")

    def stop(self) -> None:
        """Ends the process, if it runs. A build that is cut off leaves the live index as it is."""
        if self._process is not None:
            self._process.terminate()
            self._process.wait()


def start_process(module: str, *arguments: str) -> subprocess.Popen[bytes]:
    """Runs a module of ours beside the server; its log goes where the server's goes."""
    return subprocess.Popen(
        [sys.executable, "-m", module, *arguments],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        env={name: value for name, value in os.environ.items() if name != DIRECTORY},
    )


def main() -> int:
    """Brings the shipped index up to date; 1 when it can't."""
    set_up_logging()
    settings = load_settings()
    try:
        report = ensure_index(settings.data_dir, encoder_choice(settings))
    except MabsError as fault:
        log.warning("the shipped index can't be built: %s", fault)
        return 1
    if report is not None:
        log.info("the shipped index was built: %s passages in %s seconds", report.chunks, report.seconds)
    return 0


if __name__ == "__main__":
    sys.exit(main())
