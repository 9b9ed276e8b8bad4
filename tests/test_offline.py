"""Nothing reaches for the network: the encoder's export, the index and answers, with every socket refused."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

GUARD = """
import socket, sys
from pathlib import Path

attempts = []

def refused(self, address, *rest):
    if self.family == getattr(socket, "AF_UNIX", None):
        return connect(self, address)
    attempts.append(address)
    raise OSError("there is no network")

def unresolved(host, *rest, **more):
    attempts.append(host)
    raise socket.gaierror("there is no network")

connect = socket.socket.connect
socket.socket.connect = refused
socket.socket.connect_ex = refused
socket.getaddrinfo = unresolved
socket.gethostbyname = unresolved
"""

RUN = (
    GUARD
    + """
from assistant.assistant import Assistant
from assistant.settings import Settings
from ingest.encoder import Encoder
from ingest.export import ensure_model
from ingest.pipeline import EncoderChoice, Request, ensure_index, ingest

data, papers = Path(sys.argv[1]), Path(sys.argv[2])
ensure_model(data)
ensure_index(data, EncoderChoice())
report = ingest(data, Request(name="house", paths=(papers,)))
assert report.added == 1, report
with Assistant(Settings(data_dir=data)) as assistant:
    assert assistant.ask("how long does the download of all files take at 10 Mbps?").citations
    assert "22:40" in assistant.ask("when does the backup window open?", collections=["house"]).text
assert attempts == [], attempts
print("done")
"""
)


def test_export_ingest_and_ask_work_without_a_network(tmp_path: Path) -> None:
    papers = tmp_path / "papers"
    papers.mkdir()
    (papers / "window.md").write_text(
        "# Backup window\n\nThe backup window opens at 22:40 on weekdays.\n", "utf-8"
    )
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("MABS_", "HF_"))}

    done = subprocess.run(
        [sys.executable, "-c", RUN, str(tmp_path / "data"), str(papers)],
        capture_output=True,
        encoding="utf-8",
        env={**clean, "HOME": str(tmp_path), "MABS_CONFIG": ""},
        check=False,
    )

    assert done.returncode == 0, done.stderr
    assert done.stdout.endswith("done\n")


def test_the_guard_sees_an_attempt(tmp_path: Path) -> None:
    attempt = GUARD + "\nimport urllib.request\nurllib.request.urlopen('http://127.0.0.1:9/')"

    done = subprocess.run([sys.executable, "-c", attempt], capture_output=True, encoding="utf-8", check=False)

    assert "there is no network" in done.stderr
