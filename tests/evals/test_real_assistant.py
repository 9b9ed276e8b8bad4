"""The real assistant on the development split: the gate holds, broken ones are caught, runs repeat."""

from __future__ import annotations

import functools
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from mutants import MUTANTS

from assistant.answer import Answer
from evals.cases import Case, write_cases
from evals.compare import compare_runs
from evals.gate import baseline_path, gate, load_summary
from evals.results import RESULTS, Result, to_line
from evals.runner import evaluate
from evals.summary import summarize
from ingest.pipeline import SHIPPED, Request, ingest

Broken = Callable[[str], list[Result]]
SHARE = slice(None, None, 3)
"""The cases that the broken assistants are asked: a third is plenty to catch them."""

AGAIN = slice(None, None, 15)
"""The cases that are asked once more over a rebuilt index."""


@pytest.fixture(scope="module")
def whole(dev_results: list[Result]) -> list[Result]:
    """How the assistant fares that isn't broken."""
    return dev_results[SHARE]


@pytest.fixture(scope="module")
def broken(dev_cases: list[Case], dev_answers: list[Answer], whole: list[Result]) -> Broken:
    """How a mutant by its name fares, scored once. An answer that it leaves as it was keeps its score."""
    cases, answers = dev_cases[SHARE], dev_answers[SHARE]

    @functools.cache
    def run(name: str) -> list[Result]:
        worse = [MUTANTS[name].break_answer(answer) for answer in answers]
        return [
            evaluate(case, now) if now != before else result
            for case, before, now, result in zip(cases, answers, worse, whole, strict=True)
        ]

    return run


def _summary(results: Sequence[Result]) -> dict[str, Any]:
    summary: dict[str, Any] = json.loads(json.dumps(summarize(results, [], {})))
    return summary


@pytest.fixture(scope="module")
def whole_summary(whole: list[Result]) -> dict[str, Any]:
    """The figures of the assistant that isn't broken."""
    return _summary(whole)


def test_the_gate_is_open(dev_results: list[Result]) -> None:
    """When it closes on purpose, `make baseline` writes the figures anew."""
    assert gate(_summary(dev_results), load_summary(baseline_path())) == []


@pytest.mark.parametrize("name", list(MUTANTS))
def test_each_broken_assistant_is_caught_by_its_metric(
    name: str, broken: Broken, whole: list[Result]
) -> None:
    comparison = compare_runs(whole, broken(name))
    caught = comparison.metrics[MUTANTS[name].metric]
    assert caught.difference.high < 0
    assert caught.p_value < 0.05


@pytest.mark.parametrize("name", list(MUTANTS))
def test_the_gate_closes_on_each_broken_assistant(
    name: str, broken: Broken, whole_summary: dict[str, Any]
) -> None:
    assert gate(_summary(broken(name)), whole_summary)


@pytest.mark.parametrize(
    ("name", "unmoved"),
    [
        ("swaps two verdicts of a table", "cited"),
        ("cites the wrong section", "content"),
        ("off by a factor in the calculators", "behaviour"),
        ("pastes whole passages", "cited"),
        ("drops citations", "content"),
    ],
)
def test_a_metric_meant_for_something_else_stays(
    name: str, unmoved: str, broken: Broken, whole: list[Result]
) -> None:
    comparison = compare_runs(whole, broken(name))
    assert comparison.metrics[unmoved].difference.estimate == 0


def test_a_rebuilt_index_and_another_process_give_the_same_results_byte_for_byte(
    tmp_path: Path, shipped_data_dir: Path, dev_cases: list[Case], dev_results: list[Result]
) -> None:
    """Another hash seed too: nothing may depend on the order of a set."""
    shutil.copytree(shipped_data_dir, tmp_path / "data")
    ingest(tmp_path / "data", Request(name=SHIPPED, rebuild=True))
    write_cases(dev_cases[AGAIN], tmp_path / "cases.jsonl")
    command = "import sys; from assistant.cli import main; main()"
    asked = ["eval", "run", "--cases", str(tmp_path / "cases.jsonl"), "-o", str(tmp_path / "run")]
    done = subprocess.run(
        [sys.executable, "-c", command, *asked, "--workers", "2"],
        env={**os.environ, "MABS_DATA_DIR": str(tmp_path / "data"), "PYTHONHASHSEED": "4242"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    expected = "".join(to_line(result) for result in dev_results[AGAIN])
    assert (tmp_path / "run" / RESULTS).read_text("utf-8") == expected
