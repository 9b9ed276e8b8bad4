"""The terminal: who types, how wide it is, whether it knows escape codes, and what is written to it."""

from __future__ import annotations

import json
import os
import sys
from typing import Any

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
    print(text, flush=True)  # noqa: T201  # here, and in `complain`, is all that a command prints


def say_json(value: Any) -> None:
    """Prints plain data as JSON: what every `--json` does."""
    say(json.dumps(value, ensure_ascii=False, indent=2))


def complain(text: str, end: str = "\n") -> None:
    """Prints a line on standard error, beside the output, so that that can be piped."""
    print(text, end=end, file=sys.stderr, flush=True)  # noqa: T201
