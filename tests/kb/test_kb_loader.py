"""The loader finds the shipped files and tells one state of the knowledge from another."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import kb


def test_folders_lie_in_the_package_and_hold_markdown() -> None:
    assert kb.root() == Path(kb.__file__).parent
    for folder in (kb.guide_dir(), kb.notes_dir()):
        assert folder.parent == kb.root()
        assert list(folder.glob("*.md"))
    assert kb.errors_dir().parent == kb.root()


def test_version_is_that_of_the_package_folder() -> None:
    assert kb.version() == kb.version(kb.root())
    assert len(kb.version()) == 16
    assert int(kb.version(), 16) >= 0


@pytest.fixture
def knowledge(tmp_path: Path) -> Path:
    """A small knowledge folder."""
    (tmp_path / "guide").mkdir()
    (tmp_path / "guide" / "a.md").write_bytes(b"one\ntwo\n")
    (tmp_path / "b.yaml").write_bytes(b"x: 1\n")
    return tmp_path


def test_version_ignores_line_ends_and_files_that_are_no_knowledge(knowledge: Path) -> None:
    before = kb.version(knowledge)
    (knowledge / "guide" / "a.md").write_bytes(b"one\r\ntwo\r\n")
    (knowledge / "__init__.py").write_text("x = 1")
    assert kb.version(knowledge) == before


def test_version_changes_with_content_name_and_number_of_files(knowledge: Path) -> None:
    seen = {kb.version(knowledge)}
    (knowledge / "guide" / "a.md").write_bytes(b"one\nthree\n")
    seen.add(kb.version(knowledge))
    (knowledge / "b.yaml").rename(knowledge / "c.yaml")
    seen.add(kb.version(knowledge))
    (knowledge / "d.json").write_text("{}")
    seen.add(kb.version(knowledge))
    (knowledge / "d.json").unlink()
    (knowledge / "guide" / "a.md").unlink()
    seen.add(kb.version(knowledge))
    assert len(seen) == 5


def test_import_needs_the_standard_library_only() -> None:
    code = (
        "import sys; before = set(sys.modules); import kb;"
        "roots = {name.partition('.')[0] for name in set(sys.modules) - before};"
        "print(sorted(roots - {'kb'} - sys.stdlib_module_names))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
