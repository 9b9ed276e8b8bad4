"""The `mabs` command. Each command imports what it needs when it runs, so that `--help` stays quick."""

from __future__ import annotations

from assistant.cli.app import main

__all__ = ["main"]
