"""How long work shows that it moves: bar or spinner on a terminal, lines in a pipe, on standard error."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import TYPE_CHECKING, Self

from assistant.cli.terminal import complain, is_dumb
from ingest.report import Stage

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID
    from rich.status import Status

SPINNER_AFTER_SECONDS = 0.3
_TITLES: dict[Stage, str] = {
    "model": "Preparing the encoder (once)",
    "compare": "Comparing files",
    "read": "Reading documents",
    "embed": "Encoding passages",
    "store": "Storing vectors",
}


class TerminalProgress:
    """A `Progress` for people, and the spinner of an answer. Nothing is imported before it is needed."""

    def __init__(self) -> None:
        self._bar: Progress | None = None
        self._tasks: dict[Stage, TaskID] = {}
        self._spinner: Status | None = None
        self._lock = threading.Lock()
        self._last: Stage | None = None
        self._drawing = sys.stderr.isatty() and not is_dumb()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def __call__(self, stage: Stage, done: int, total: int) -> None:
        """Shows `done` of `total` of a stage."""
        if self._drawing:
            with self._lock:
                self._stop_spinner()
                self._draw(stage, done, total)
        elif stage != self._last:
            self._last = stage
            complain(f"{_TITLES[stage]} ...")

    @contextmanager
    def busy(self) -> Iterator[None]:
        """Shows a spinner while the block runs, once it takes longer than a blink; a bar takes its place."""
        if not self._drawing:
            yield
            return
        timer = threading.Timer(SPINNER_AFTER_SECONDS, self._start_spinner)
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()
            timer.join()
            self.stop()

    def stop(self) -> None:
        """Takes bar and spinner off the screen."""
        with self._lock:
            self._stop_spinner()
            if self._bar is not None:
                self._bar.stop()
                self._bar = None
                self._tasks.clear()

    def _start_spinner(self) -> None:
        from rich.console import Console

        with self._lock:
            if self._bar is None:
                self._spinner = Console(stderr=True).status("Looking it up ...")
                self._spinner.start()

    def _stop_spinner(self) -> None:
        if self._spinner is not None:
            self._spinner.stop()
            self._spinner = None

    def _draw(self, stage: Stage, done: int, total: int) -> None:
        if self._bar is None:
            self._bar = _new_bar()
            self._bar.start()
        if stage not in self._tasks:
            self._tasks[stage] = self._bar.add_task(_TITLES[stage], total=total or None)
        self._bar.update(self._tasks[stage], completed=done, total=total or None)


def _new_bar() -> Progress:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
    from rich.progress import TaskProgressColumn as Rate

    console = Console(stderr=True)
    columns = [TextColumn("{task.description}"), BarColumn(None), MofNCompleteColumn()]
    if console.width >= 70:
        columns += [Rate(show_speed=True), TimeRemainingColumn()]
    return Progress(*columns, console=console, transient=True)
