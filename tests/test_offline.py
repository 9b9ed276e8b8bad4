"""Nothing reaches for the network: the encoder's export, the index and answers, with every socket refused."""

from __future__ import annotations

import shutil
from pathlib import Path

from offline import run_offline

RUN = """
from assistant.assistant import Assistant
from assistant.settings import Settings
from ingest.pipeline import Request, ensure_index, ingest

data, papers = Path(sys.argv[1]), Path(sys.argv[2])
assert ensure_index(data) is None
report = ingest(data, Request(name="house", paths=(papers,)))
assert report.added == 1, report
with Assistant(Settings(data_dir=data)) as assistant:
    assert assistant.ask("how long does the download of all files take at 10 Mbps?").citations
    assert "22:40" in assistant.ask("when does the backup window open?", collections=["house"]).text
print(attempts)
"""


def test_export_and_index_were_made_without_a_network(shipped_data_dir: Path) -> None:
    """The session's own, from an empty folder: `tests/conftest.py` makes them behind the guard."""
    assert {path.name: path.read_text("utf-8") for path in shipped_data_dir.parent.glob("*.attempts")} == {
        "model.attempts": "[]\n",
        "index.attempts": "[]\n",
    }


def test_ingest_and_ask_work_without_a_network(shipped_data_dir: Path, tmp_path: Path) -> None:
    shutil.copytree(shipped_data_dir, tmp_path / "data", ignore=shutil.ignore_patterns("*.lock"))
    papers = tmp_path / "papers"
    papers.mkdir()
    (papers / "window.md").write_text(
        "# Backup window\n\nThe backup window opens at 22:40 on weekdays.\n", "utf-8"
    )

    assert run_offline(RUN, tmp_path, tmp_path / "data", papers) == "[]\n"


def test_the_guard_sees_an_attempt(tmp_path: Path) -> None:
    attempt = """
import urllib.request
try:
    urllib.request.urlopen("http://127.0.0.1:9/")
except OSError as error:
    print(error, attempts)
"""
    told = run_offline(attempt, tmp_path)

    assert "there is no network" in told
    assert "127.0.0.1" in told
