"""What kind of terminal there is: who types, how wide it is, and whether it knows escape codes."""

from __future__ import annotations

import os
import sys

NARROWEST = 20


def interactive() -> bool:
    """Whether a person sits at both ends; if not, input is read as a pipe and output written as one."""
    return sys.stdin is not None and sys.stdin.isatty() and sys.stdout.isatty()


def is_dumb() -> bool:
    """Whether the terminal says that it knows no escape codes."""
    return os.environ.get("TERM", "").lower() in {"dumb", "unknown"}


def width() -> int | None:
    """Columns of the terminal that standard output goes to; None for a pipe or a file."""
    if not sys.stdout.isatty():
        return None
    import shutil

    return max(NARROWEST, shutil.get_terminal_size().columns - 1)


def folded(text: str, first: str = "", rest: str | None = None) -> str:
    """`text` folded to the terminal with a hanging indent; in a pipe one line, only indented."""
    columns = width()
    if columns is None:
        return first + text
    import textwrap

    if not text.strip():
        return first.rstrip()
    indent = " " * len(first) if rest is None else rest
    return textwrap.fill(
        text, columns, initial_indent=first, subsequent_indent=indent, break_on_hyphens=False
    )


def say(text: str = "") -> None:
    """Prints a line for the person (or program) that reads standard output."""
    print(text, flush=True)  # noqa: T201  # the one place that prints what a person reads


def complain(text: str) -> None:
    """Prints a line on standard error."""
    print(text, file=sys.stderr, flush=True)  # noqa: T201
