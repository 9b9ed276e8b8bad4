"""`mabs backup`: one command that copies the data folder consistently, also while servers run."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

from assistant.backup import back_up
from assistant.cli.terminal import say, say_json
from assistant.settings import load_settings


def run_backup(destination: Path, *, as_json: bool = False) -> None:
    """Copies everything into the folder `destination` and says what was copied."""
    done = back_up(load_settings(), destination)
    if as_json:
        say_json({**asdict(done), "folder": str(done.folder)})
        return
    parts = ", ".join(done.parts) or "nothing"
    say(f"{done.files} files, {done.bytes / 1e6:.1f} MB in {done.folder}: {parts}.")
    if done.left_out:
        say(done.left_out)
    say(f"To use it: MABS_DATA_DIR={done.folder}")
