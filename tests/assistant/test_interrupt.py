"""Ctrl-C while native modules are imported for the first search: cancelled, and nothing is left half done."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROUNDS = 4
SECONDS = 60
_STORM = """
import signal, sys, threading, time
from pathlib import Path
from assistant.assistant import Assistant
from assistant.settings import Settings

NATIVE = {
    "numpy._core._multiarray_umath", "tokenizers.tokenizers", "onnxruntime.capi.onnxruntime_pybind11_state"
}
asking = False
storms = []

def interrupt(*_):
    global asking
    if asking:
        asking = False
        raise KeyboardInterrupt

def blow():
    for _ in range(60):
        time.sleep(0.002)
        signal.raise_signal(signal.SIGINT)

def watch(event, details):
    if event == "import" and details[0] in NATIVE:
        NATIVE.remove(details[0])
        storms.append(threading.Thread(target=blow))
        storms[-1].start()

signal.signal(signal.SIGINT, interrupt)
sys.addaudithook(watch)
cancelled = 0
with Assistant(Settings(data_dir=Path(sys.argv[1]))) as assistant:
    while not storms or any(storm.is_alive() for storm in storms):
        try:
            asking = True
            assistant.ask("why does the extraction need free space on the disk?")
        except KeyboardInterrupt:
            cancelled += 1
        asking = False
    answer = assistant.ask("why does the extraction need free space on the disk?")
print(answer.status, len(storms), cancelled)
"""


@pytest.mark.parametrize("_round", range(ROUNDS))
def test_ctrl_c_during_native_imports_cancels_and_leaves_all_whole(
    _round: int, shipped_data_dir: Path
) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _STORM, str(shipped_data_dir)],
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )

    assert done.returncode == 0, done.stderr
    status, storms, cancelled = done.stdout.split()
    assert (status, storms) == ("answered", "3")
    assert int(cancelled) > 0
