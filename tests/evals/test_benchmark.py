"""The benchmark: its ratios, its processes, and the starter it compares with."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from evals.benchmark.__main__ import ASKED_BEFORE, warm_questions
from evals.benchmark.figures import Figure, table
from evals.benchmark.process import mabs, run
from ingest.errors import InputError
from ingest.pipeline import EncoderChoice


def test_a_ratio_tells_how_many_times_less_ours_takes() -> None:
    figure = Figure("cold", 0.5, 3.0, "s", 5)

    assert figure.ratio == 6
    assert figure.reached
    assert not Figure("cold", 1.0, 3.0, "s", 5).reached


def test_the_table_shows_what_is_missed() -> None:
    lines = table([Figure("cold", 1.0, 3.0, "s", 5), Figure("help", 1.0, 0.8, "s", 0.5, "other")], ["Note."])

    assert lines[2] == "| cold | 1 s | starter: 3 s | 3.00 | 5 | NO |"
    assert lines[3] == "| help | 1 s | other: 0.8 s | 0.80 | 0.5 | yes |"
    assert lines[-1] == "Note."


def test_a_process_is_timed_and_its_memory_watched() -> None:
    code = "import sys, time; held = bytearray(200_000_000); time.sleep(0.5); print(sys.stdin.read())"

    done = run(("-c", code), os.environ, "hello")

    assert done.output.strip() == "hello"
    assert done.seconds > 0.5
    assert done.peak_mb > 190


def test_a_process_that_fails_says_why() -> None:
    with pytest.raises(InputError, match="no such thing"):
        run(("-c", "raise SystemExit('no such thing')"), os.environ)


def test_mabs_is_run_as_a_process_of_its_own() -> None:
    assert run(mabs("--version"), os.environ).output.strip()


def test_each_question_is_timed_once_and_by_what_answered_it(shipped_data_dir: Path) -> None:
    questions = {
        "before": ["where do I find the firewall names"],
        "asked": [
            "is SQL Server 2014 protected?",
            "who may install it, and where is the vault made?",
            "how big must the scratch space be for 8 TB?",
            f"is SQL Server 2016 protected? {'We should like to know. ' * 5}",
        ],
    }
    environment = {**os.environ, "MABS_DATA_DIR": str(shipped_data_dir)}
    model = str(EncoderChoice().folder(shipped_data_dir))

    told = json.loads(run(("-m", "evals.benchmark.warm", model), environment, json.dumps(questions)).output)

    assert len(told["settled"]) == len(told["encoder"]) == len(told["full"]) == 2
    assert len(told["answers"]) <= 1


def test_a_process_is_warmed_up_by_many_questions_of_which_none_is_measured() -> None:
    asked, before = warm_questions()

    assert len(before) == ASKED_BEFORE
    assert len(asked) > 300
    assert not {*asked} & {*before}


def test_the_starter_builds_and_retrieves(tmp_path: Path) -> None:
    pytest.importorskip("llama_index.embeddings.huggingface", reason="the extra `bench` is not installed")
    pytest.importorskip("llama_index.vector_stores.chroma", reason="the extra `bench` is not installed")
    documents = tmp_path / "documents"
    documents.mkdir()
    (documents / "a.md").write_text("# Ovens\n\nBread bakes at 220 degrees.\n", "utf-8")
    store = str(tmp_path / "store")
    offline = {**os.environ, "HF_HUB_OFFLINE": "1"}
    starter = ("-m", "evals.benchmark.starter")

    built = run((*starter, "build", store, str(documents)), offline)
    counted = json.loads(run((*starter, "count", str(documents)), offline).output)
    found = json.loads(run((*starter, "warm", store), offline, "how hot is bread?").output)

    assert 0 < json.loads(built.output)["seconds"] < built.seconds
    assert 5 < counted["tokens"] < 100
    assert len(found["times"]) == 1
