"""How far a long command is, on standard error: one rewritten line on a terminal, every tenth elsewhere."""

from __future__ import annotations

import sys
import time

from assistant.cli.terminal import complain


class Countdown:
    """Tells how many of `total` are done, with the time that is left at the pace so far.

    `begun` of them were done before (a resumed run); they don't count for the pace.
    """

    def __init__(self, total: int, begun: int = 0) -> None:
        self._total = total
        self._begun = begun
        self._start = time.monotonic()
        self._terminal = sys.stderr.isatty()

    def tell(self, done: int, note: str = "") -> None:
        """Shows that `done` are done; `note` stands behind the count."""
        left = (time.monotonic() - self._start) / max(1, done - self._begun) * (self._total - done)
        text = f"{done}/{self._total}{f', {note}' if note else ''}, {left:.0f} s left"
        if self._terminal:
            end = "\n" if done == self._total else ""
            complain(f"\r\033[K{text}", end)
        elif done * 10 // self._total != (done - 1) * 10 // self._total:
            complain(text)
