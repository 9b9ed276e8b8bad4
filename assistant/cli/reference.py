"""Writes the reference parts of the documentation from the code: `python -m assistant.cli.reference`.

`docs/cli.md` is the help of every command; README's table of settings stands between two marks.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from pydantic.fields import FieldInfo
from typer.core import TyperGroup
from typer.main import get_command
from typer.testing import CliRunner

from assistant.cli.app import app
from assistant.cli.terminal import complain
from assistant.settings import PREFIX, Settings

BEGIN = "<!-- settings: written by `make docs` -->"
END = "<!-- end of settings -->"
_COLUMNS = "80"
_HEAD = """# Commands

The help of every command, written by `make docs`. Exit codes are told in the [README](../README.md#commands).
"""


def documents(root: Path) -> dict[Path, str]:
    """What the generated files under `root` ought to hold. ValueError when README's marks are missing."""
    readme = root / "README.md"
    return {
        readme: with_settings(readme.read_text("utf-8")),
        root / "docs" / "cli.md": commands_page(),
    }


def with_settings(readme: str) -> str:
    """The README with its table of settings brought up to date. ValueError when the marks are missing."""
    before, begin, rest = readme.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError(f"README.md has no {BEGIN} ... {END}")
    return f"{before}{BEGIN}\n{settings_table()}\n{END}{after}"


def settings_table() -> str:
    """Every setting with its environment variable, its key in the TOML file, default and meaning."""
    rows = ["| Environment variable | Key in `mabs.toml` | Default | Meaning |", "| --- | --- | --- | --- |"]
    for name, field in Settings.model_fields.items():
        meaning = (field.description or "").replace("|", "\\|")
        rows.append(f"| `{PREFIX}{name.upper()}` | `{name}` | {_default(field)} | {meaning} |")
    return "\n".join(rows)


def commands_page() -> str:
    """`docs/cli.md`: the help of `mabs` and of all its commands, at 80 columns."""
    runner = CliRunner(env={"COLUMNS": _COLUMNS, "TERM": "dumb"})
    parts = [_HEAD]
    for words in command_names():
        shown = runner.invoke(app, [*words, "--help"], prog_name="mabs").stdout
        parts.append(f"## {' '.join(['mabs', *words])}\n\n```text\n{shown.strip()}\n```\n")
    return "\n".join(parts)


def command_names() -> Iterator[tuple[str, ...]]:
    """The words that call each command: (), ("ask",), ..., ("keys", "create"), ..."""
    yield from _below(get_command(app), ())


def _below(command: object, words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    yield words
    if isinstance(command, TyperGroup):
        for name, child in command.commands.items():
            yield from _below(child, (*words, name))


def _default(field: FieldInfo) -> str:
    if field.default_factory is not None:
        return "the platform's data folder"
    if field.default in ("", (), {}):
        return "none"
    return f"`{str(field.default).lower() if isinstance(field.default, bool) else field.default}`"


def main() -> None:
    """Writes the generated files of the project in the current folder."""
    for path, text in documents(Path.cwd()).items():
        path.write_text(text, encoding="utf-8", newline="\n")
        complain(f"written: {os.fspath(path.relative_to(Path.cwd()))}")


if __name__ == "__main__":
    main()
