"""`mabs ingest`: says what it will do, does it, and tells what it did."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Mabs = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def environment(shipped_data_dir: Path, tmp_path: Path) -> dict[str, str]:
    """The shipped data in a copy of the test's own."""
    folder = tmp_path / "copy"
    shutil.copytree(shipped_data_dir, folder)
    (tmp_path / "empty.toml").touch()
    kept = {name: value for name, value in os.environ.items() if not name.startswith("MABS_")}
    return {**kept, "MABS_DATA_DIR": str(folder), "MABS_CONFIG": str(tmp_path / "empty.toml")}


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    """Two documents of ours, and one file that can't be read."""
    folder = tmp_path / "papers"
    folder.mkdir()
    (folder / "windows.md").write_text(
        "# Backup window\n\nThe backup window opens at 22:40 on weekdays.\n", "utf-8"
    )
    (folder / "tapes.md").write_text("# Tapes\n\nTapes leave the house on Thursdays.\n", "utf-8")
    (folder / "broken.pdf").write_bytes(b"%PDF-1.4 nothing follows")
    return folder


def test_a_folder_goes_in_is_searched_kept_up_to_date_and_removed(mabs: Mabs, papers: Path) -> None:
    planned = mabs("ingest", str(papers), "-c", "house", "--dry-run")
    assert "house: 3 added" in planned.stdout
    assert "tapes.md" in planned.stdout
    assert "house" not in mabs("status").stdout

    done = mabs("ingest", str(papers), "-c", "house")
    assert done.returncode == 0
    assert "2 added" in done.stdout
    assert "skipped" in done.stdout
    assert "broken.pdf" in done.stdout
    assert "Reading documents ..." in done.stderr
    assert "22:40" in mabs("ask", "-c", "house", "when does the backup window open on weekdays?").stdout

    (papers / "tapes.md").unlink()
    again = json.loads(mabs("ingest", str(papers), "-c", "house", "--json").stdout)
    assert (again["removed"], again["unchanged"], again["embedded"]) == (1, 1, 0)

    strict = mabs("ingest", str(papers), "-c", "house", "--strict")
    assert strict.returncode == 2

    removed = mabs("ingest", "--remove", "-c", "house")
    assert removed.returncode == 0
    assert "house" not in mabs("status").stdout


def test_an_up_to_date_index_is_left_alone(mabs: Mabs) -> None:
    report = json.loads(mabs("ingest", "--json").stdout)

    assert (report["published"], report["embedded"], report["added"]) == (False, 0, 0)


@pytest.mark.parametrize(
    "arguments", [["nosuch-folder", "--strict"], ["-c", "guide", "."], ["-c", "Not A Name", "."]]
)
def test_unusable_requests_exit_with_2_and_say_why(mabs: Mabs, arguments: list[str]) -> None:
    done = mabs("ingest", *arguments)

    assert done.returncode == 2
    assert "nosuch-folder" in done.stdout or done.stderr.startswith("mabs: ")


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such modes there")
def test_what_is_built_is_private_to_its_owner(mabs: Mabs, environment: dict[str, str], papers: Path) -> None:
    mabs("ingest", str(papers), "-c", "house")

    built = [path for path in (Path(environment["MABS_DATA_DIR"]) / "index").rglob("*") if path.is_file()]
    assert built
    assert [path for path in built if path.stat().st_mode & 0o077] == []


def test_the_largest_document_is_a_setting(mabs: Mabs, tmp_path: Path) -> None:
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "large.txt").write_text("words " * 200_000, "utf-8")

    done = mabs("ingest", str(tmp_path / "notes"), "-c", "large", "--json", MABS_MAX_DOCUMENT_MB="1")
    told = json.loads(done.stdout)

    assert [note["text"].partition(".")[0] for note in told["skipped"]] == ["The file has 1"]
    assert "MABS_MAX_DOCUMENT_MB" in told["skipped"][0]["text"]
