"""The documentation names what there is, and what it names is there."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command

from assistant.cli.app import app
from assistant.cli.commands import COMMANDS
from assistant.cli.reference import command_names, documents, settings_table, with_settings
from assistant.settings import NO_SETTINGS, PREFIX, Settings

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])


@pytest.mark.parametrize("path", documents(ROOT), ids=lambda path: path.name)
def test_generated_parts_are_up_to_date(path: Path) -> None:
    assert path.read_text("utf-8") == documents(ROOT)[path], "run `make docs`"


def test_every_setting_has_its_row_with_a_meaning() -> None:
    rows = [line.split(" | ") for line in settings_table().splitlines()[2:]]

    assert [row[0] for row in rows] == [f"| `{PREFIX}{name.upper()}`" for name in Settings.model_fields]
    assert all(row[3].rstrip(" |") for row in rows)


def test_a_readme_without_marks_is_refused() -> None:
    with pytest.raises(ValueError, match="settings"):
        with_settings("# Nothing here")


@pytest.mark.parametrize("words", [words for words in command_names() if words], ids=" ".join)
def test_every_command_is_in_the_readme_and_the_reference(words: tuple[str, ...]) -> None:
    assert re.search(rf"`mabs {words[0]}\b", README)
    assert f"## mabs {' '.join(words)}\n" in (ROOT / "docs/cli.md").read_text("utf-8")


def test_every_option_says_what_it_does() -> None:
    silent = []
    commands: list[tuple[tuple[str, ...], Any]] = [((), get_command(app))]
    while commands:
        words, command = commands.pop()
        silent += [(*words, param.name) for param in command.params if not getattr(param, "help", "")]
        commands += [((*words, name), child) for name, child in getattr(command, "commands", {}).items()]

    assert silent == []


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_of_the_chat_is_in_the_readme(command: str) -> None:
    assert f"`{command}" in README


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", page.read_text("utf-8")):
        if "://" not in target:
            assert (page.parent / target).exists(), target


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_paths_that_are_named_exist(page: Path) -> None:
    named = re.findall(r"`((?:assistant|ingest|evals|kb|tests|docs)/[\w./-]*)`", page.read_text("utf-8"))

    assert [path for path in named if not (ROOT / path).exists()] == []


def test_variables_that_are_named_are_settings() -> None:
    known = {PREFIX + name.upper() for name in Settings.model_fields} | NO_SETTINGS
    named = {name for page in PAGES for name in re.findall(r"MABS_[A-Z_]+[A-Z]", page.read_text("utf-8"))}

    assert named <= known


def test_targets_of_make_that_are_named_exist() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    named = {name for page in PAGES for name in re.findall(r"`make ([a-z-]+)", page.read_text("utf-8"))}

    assert [name for name in named if not re.search(rf"^[a-z -]*\b{name}\b[a-z -]*:", makefile, re.M)] == []


def test_the_changelog_tells_of_this_version() -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]

    assert f"## [{version}]" in (ROOT / "CHANGELOG.md").read_text("utf-8")


def test_the_torch_of_the_readme_is_the_one_of_the_constraints() -> None:
    pinned = re.search(r"^torch==(\S+)$", (ROOT / "constraints.txt").read_text("utf-8"), re.M)

    assert pinned
    assert f"torch=={pinned[1]} " in README
