"""What only a process of its own can show: imports, no need of a network, a full disk, kills."""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Generator, Sequence
from contextlib import closing
from pathlib import Path

import pytest

from ingest.index.generations import Generations
from ingest.index.reader import IndexReader
from ingest.pipeline import Request, ingest

SMALL_KB = """
import sys
from pathlib import Path
import kb
data, root, mine = map(Path, sys.argv[1:4])
kb.guide_dir, kb.notes_dir = (lambda: root / "guide"), (lambda: root / "notes")
kb.errors_dir, kb.version = (lambda: root / "errors"), (lambda: "small")
"""

NO_NETWORK = """
import socket
def refuse(*args, **options):
    raise AssertionError("a socket was asked for")
socket.create_connection = socket.getaddrinfo = refuse
class Refusing(socket.socket):
    def __init__(self, family=socket.AF_INET, *args, **options):
        refuse()
socket.socket = Refusing
"""

HEAVY = (
    "print(sorted({'torch', 'llama_index', 'chromadb', 'onnxruntime', 'transformers'} & set(sys.modules)))\n"
)


AS_ANYBODY = ("setpriv", "--bounding-set=-dac_override,-dac_read_search", "--inh-caps=-all")
"""Runs what follows without the capability by which root passes over permissions; only root can drop it."""


def run(code: str, *arguments: Path, through: Sequence[str] = ()) -> subprocess.CompletedProcess[str]:
    before = through if os.name != "nt" and os.geteuid() == 0 else ()
    command = [*before, sys.executable, "-W", "error", "-c", code, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    folder = tmp_path / "mine"
    folder.mkdir()
    write_revision(folder, 0)
    return folder


def write_revision(folder: Path, revision: int) -> None:
    for name in "abcdef":
        text = f"# File {name}\n\nThis is file{name} in revision{revision}.\n"
        (folder / f"{name}.md").write_text(text, encoding="utf-8")


@pytest.mark.parametrize("module", ["encoder", "analysis", "index.reader", "pipeline", "export", "plan"])
def test_importing_a_module_of_ingest_loads_nothing_heavy(module: str) -> None:
    done = run(f"import sys, ingest.{module}\n{HEAVY}")
    assert done.stdout == "[]\n", done.stderr


def test_searching_loads_only_the_onnx_session(data_dir: Path, small_kb: Path, mine: Path) -> None:
    ingest(data_dir, Request("mine", (mine,)))
    code = """
from ingest.encoder import Encoder
from ingest.index.reader import IndexReader
from ingest.pipeline import EncoderChoice, ensure_index
assert ensure_index(data) is None
assert not {"onnxruntime", "ingest.readers"} & set(sys.modules)
encoder = Encoder(EncoderChoice().folder(data))
with IndexReader.open(data, encoder.fingerprint) as reader:
    hits = reader.nearest(encoder.encode_one("memory"), 3)
    assert hits and reader.lexical("memory", 3) and reader.chunks([hits[0].chunk_id]) and reader.status()
"""
    patch = f"kb.version = lambda: {Generations(data_dir).live().kb_version!r}\n"
    done = run(SMALL_KB + patch + code + HEAVY, data_dir, small_kb, mine)
    assert done.stdout == "['onnxruntime']\n", done.stderr


def test_an_unchanged_ingest_loads_nothing_heavy(data_dir: Path, small_kb: Path, mine: Path) -> None:
    ingest(data_dir, Request("mine", (mine,)))
    code = """
from ingest.pipeline import Request, ingest
assert ingest(data, Request("mine", (mine,))).unchanged == 6
"""
    done = run(SMALL_KB + code + HEAVY, data_dir, small_kb, mine)
    assert done.stdout == "[]\n", done.stderr


def test_everything_works_without_a_network(data_dir: Path, small_kb: Path, mine: Path) -> None:
    """Read, encode, store, search in both ways. `tests/test_offline.py` shows the export."""
    code = """
from ingest.encoder import Encoder
from ingest.index.reader import IndexReader
from ingest.pipeline import EncoderChoice, Request, ingest
report = ingest(data, Request("mine", (mine,)))
assert report.added == 8, report
encoder = Encoder(EncoderChoice().folder(data))
for exact_limit in (0, 1000):
    with IndexReader.open(data, encoder.fingerprint, exact_limit) as reader:
        assert reader.nearest(encoder.encode_one("how much memory"), 3)
        assert reader.check() == []
print("done")
"""
    done = run(NO_NETWORK + SMALL_KB + code, data_dir, small_kb, mine)
    assert (done.stdout, done.stderr) == ("done\n", "")


@pytest.mark.skipif(os.name == "nt", reason="needs a limit on file sizes")
@pytest.mark.parametrize("limit", [0, 20_000, 60_000, 120_000])
def test_a_full_disk_is_a_storage_fault_and_the_index_stays(
    data_dir: Path, small_kb: Path, mine: Path, limit: int
) -> None:
    """A limit on the size of any file stands for the full disk: writes fail at the same places."""
    first = ingest(data_dir, Request("mine", (mine,), grace_seconds=0))
    write_revision(mine, 1)
    code = f"""
import resource
from ingest.errors import StorageFault
from ingest.pipeline import Request
import chromadb
import ingest.llama
resource.setrlimit(resource.RLIMIT_FSIZE, ({limit}, {limit}))
try:
    ingest.pipeline.ingest(data, Request("mine", (mine,)))
except StorageFault as fault:
    print("fault")
"""
    done = run(SMALL_KB + "import ingest.pipeline\n" + code, data_dir, small_kb, mine)
    assert done.stdout == "fault\n", done.stderr
    assert Generations(data_dir).live().generation == first.generation
    assert revisions(data_dir) == {0}
    assert ingest(data_dir, Request("mine", (mine,), grace_seconds=0)).changed == 6
    assert revisions(data_dir) == {1}


@pytest.mark.skipif(os.name == "nt", reason="Windows lets its owner write into a folder marked read-only")
@pytest.mark.skipif(not shutil.which("setpriv"), reason="needs util-linux")
def test_a_read_only_folder_is_a_storage_fault_and_the_index_stays(
    data_dir: Path, small_kb: Path, mine: Path
) -> None:
    """Without its capability to pass over permissions, root is refused like anybody else."""
    first = ingest(data_dir, Request("mine", (mine,), grace_seconds=0))
    write_revision(mine, 1)
    code = """
import ingest.pipeline
from ingest.errors import StorageFault
from ingest.pipeline import Request
try:
    ingest.pipeline.ingest(data, Request("mine", (mine,)))
except StorageFault as fault:
    print(fault)
"""
    folders = [data_dir, *(path for path in data_dir.rglob("*") if path.is_dir())]
    for folder in folders:
        folder.chmod(0o500)
    try:
        done = run(SMALL_KB + code, data_dir, small_kb, mine, through=AS_ANYBODY)
    finally:
        for folder in folders:
            folder.chmod(0o700)
    assert "can't be written" in done.stdout, done.stderr
    assert "Permission denied" in done.stdout
    assert Generations(data_dir).live().generation == first.generation
    assert revisions(data_dir) == {0}
    assert ingest(data_dir, Request("mine", (mine,), grace_seconds=0)).changed == 6
    assert revisions(data_dir) == {1}


def revisions(data_dir: Path) -> set[int]:
    """Which revisions the live index answers with; all six files must be there, and the index sound."""
    with IndexReader.open(data_dir) as reader:
        assert reader.check() == []
        hits = reader.lexical("file", 20, ["mine"])
        texts = [stored.chunk.text for stored in reader.chunks([hit.chunk_id for hit in hits]).values()]
    assert sorted(text.split()[2] for text in texts) == [f"file{name}" for name in "abcdef"]
    return {int(text.rstrip(".").partition("revision")[2]) for text in texts}


KILLED = """
import json, time
import chromadb, ingest.llama, ingest.readers
from ingest.pipeline import Request
import ingest.pipeline
print("ready", flush=True)
sys.stdin.readline()
started = time.monotonic()
ingest.pipeline.ingest(data, Request("mine", (mine,), grace_seconds=0))
print(json.dumps(time.monotonic() - started), flush=True)
"""


def starts(*arguments: Path) -> Generator[subprocess.Popen[str]]:
    """Processes that have imported everything and wait for a line to ingest; the next one warms up."""
    command = [sys.executable, "-c", SMALL_KB + KILLED, *map(str, arguments)]

    def start() -> subprocess.Popen[str]:
        return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    waiting = start()
    try:
        while True:
            process, waiting = waiting, start()
            assert process.stdout
            assert process.stdout.readline() == "ready\n"
            yield process
    finally:
        waiting.kill()
        waiting.communicate()


@pytest.mark.parametrize("kills", [5, pytest.param(50, marks=pytest.mark.slow)])
def test_a_kill_at_any_moment_leaves_the_old_or_the_new_index(
    data_dir: Path, small_kb: Path, mine: Path, kills: int
) -> None:
    ingest(data_dir, Request("mine", (mine,), grace_seconds=0))
    chance = random.Random(kills)
    live, took = 0, 0.0
    survived: list[bool] = []
    with closing(starts(data_dir, small_kb, mine)) as processes:
        for revision in range(1, kills + 2):
            write_revision(mine, revision)
            with next(processes) as process:
                assert process.stdin
                assert process.stdout
                process.stdin.write("go\n")
                process.stdin.flush()
                if revision == 1:  # the first one may finish, to learn how long it takes
                    took = json.loads(process.stdout.readline())
                else:
                    time.sleep(chance.uniform(0, 1.1 * took))
                process.kill()
            [found] = revisions(data_dir)
            assert found in (live, revision)
            survived.append(found == revision)
            live = found
    assert survived[0], "the one that was not killed"
    assert not all(survived), "no kill came before the end"
    if live <= kills:
        ingest(data_dir, Request("mine", (mine,), grace_seconds=0))
    assert revisions(data_dir) == {kills + 1}
    root = Generations(data_dir).root
    assert sorted(path.name for path in root.iterdir() if path.is_dir()) == [
        Generations(data_dir).live().generation
    ]


def test_two_ingests_at_once_end_well(data_dir: Path, small_kb: Path, mine: Path) -> None:
    code = """
from ingest.pipeline import Request, ingest
ingest(data, Request(sys.argv[4], (mine,), wait_seconds=120))
"""
    names = ["one", "two", "three"]
    command = [sys.executable, "-c", SMALL_KB + code, str(data_dir), str(small_kb), str(mine)]
    processes = [subprocess.Popen([*command, name]) for name in names]
    assert [process.wait(300) for process in processes] == [0, 0, 0]
    with IndexReader.open(data_dir) as reader:
        assert reader.check() == []
        found = {info.name: info.documents for info in reader.status().collections}
    assert found == {"guide": 2, "one": 6, "two": 6, "three": 6}
