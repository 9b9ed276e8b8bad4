"""`mabs backup`: one command that copies the data folder consistently, also while servers run."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

from assistant.backup import back_up
from assistant.settings import load_settings


def run_backup(destination: Path, *, as_json: bool = False) -> None:
    """Copies everything into the folder `destination` and says what was copied."""
    done = back_up(load_settings(), destination)
    if as_json:
        _say(json.dumps({**asdict(done), "folder": str(done.folder)}, ensure_ascii=False, indent=2))
        return
    parts = ", ".join(done.parts) or "nothing"
    _say(f"{done.files} files, {done.bytes / 1e6:.1f} MB in {done.folder}: {parts}.")
    if done.left_out:
        _say(done.left_out)
    _say(f"To use it: MABS_DATA_DIR={done.folder}")


def _say(text: str) -> None:
    print(text)  # noqa: T201  # this module is the terminal's voice
