"""The heading path while a document is read from top to bottom."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Outline:
    """Headings that are open at the current place. The first of level 1 is the title."""

    base: tuple[str, ...] = ()
    title: str = ""
    takes_title: bool = True
    _open: list[tuple[float, str]] = field(default_factory=list)

    @property
    def path(self) -> tuple[str, ...]:
        """Open headings, outermost first."""
        return (*self.base, *(text for _, text in self._open))

    def heading(self, level: int, text: str) -> None:
        """Open a heading of `level` 1 to 6; it closes those as deep or deeper."""
        self._close(level)
        if level == 1 and self.takes_title and not self.title:
            self.title = text
        elif text:
            self._open.append((level, text))

    def tab(self, label: str) -> None:
        """Open a tab below the current heading; a tab that is open is closed."""
        self.end_tabs()
        level = (self._open[-1][0] if self._open else 0) + 0.5
        self._open.append((level, label))

    def end_tabs(self) -> None:
        """Close the open tab with what stands below it; nothing happens outside tabs."""
        tab = next((level for level, _ in self._open if level % 1), None)
        if tab is not None:
            self._close(tab)

    def _close(self, level: float) -> None:
        while self._open and self._open[-1][0] >= level:
            self._open.pop()
