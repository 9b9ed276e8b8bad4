"""How an ingest shows that it moves: a bar on a terminal, plain lines in a pipe, both on standard error."""

from __future__ import annotations

import sys
from types import TracebackType
from typing import Self

from ingest.report import Stage

_TITLES: dict[Stage, str] = {
    "model": "Preparing the encoder (once)",
    "compare": "Comparing files",
    "read": "Reading documents",
    "embed": "Encoding passages",
    "store": "Storing vectors",
}


class TerminalProgress:
    """A `Progress` for people. Nothing is imported or printed before the first call."""

    def __init__(self) -> None:
        self._bar: object | None = None
        self._tasks: dict[Stage, object] = {}
        self._last: Stage | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def __call__(self, stage: Stage, done: int, total: int) -> None:
        """Shows `done` of `total` of a stage."""
        if sys.stderr.isatty():
            self._draw(stage, done, total)
        elif stage != self._last:
            self._last = stage
            print(f"{_TITLES[stage]} ...", file=sys.stderr, flush=True)  # noqa: T201

    def stop(self) -> None:
        """Takes the bar off the screen."""
        from rich.progress import Progress

        if isinstance(self._bar, Progress):
            self._bar.stop()
            self._bar = None
            self._tasks.clear()

    def _draw(self, stage: Stage, done: int, total: int) -> None:
        from rich.console import Console
        from rich.progress import (
            BarColumn,
            MofNCompleteColumn,
            Progress,
            TaskID,
            TaskProgressColumn,
            TextColumn,
            TimeRemainingColumn,
        )

        if not isinstance(self._bar, Progress):
            self._bar = Progress(
                TextColumn("{task.description}"),
                BarColumn(),
                MofNCompleteColumn(),
                TaskProgressColumn(show_speed=True),
                TimeRemainingColumn(),
                console=Console(stderr=True),
                transient=True,
            )
            self._bar.start()
        bar = self._bar
        task = self._tasks.get(stage)
        if task is None:
            task = self._tasks[stage] = bar.add_task(_TITLES[stage], total=total or None)
        assert isinstance(task, int)
        bar.update(TaskID(task), completed=done, total=total or None)
