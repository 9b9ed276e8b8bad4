"""`mabs eval` from outside, with questions that tables settle, which need no index."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from mutants import MUTANTS, BrokenSystem
from typer.testing import CliRunner, Result

from assistant.cli.evals import eval_app
from assistant.settings import load_settings
from evals.cases import load_cases
from evals.report import write_reports
from evals.runner import run
from evals.summary import summarize
from evals.systems import LocalSystem
from ingest.errors import SettingsFault

REPORTS = {
    "config.json",
    "results.jsonl",
    "timings.jsonl",
    "summary.json",
    "report.md",
    "junit.xml",
    "report.html",
}


@pytest.fixture
def cases(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Twelve questions on the connectivity table, as a file."""
    monkeypatch.setenv("MABS_DATA_DIR", str(tmp_path / "data"))
    rows = []
    for state in ("Active", "Expired", "Deprovisioned"):
        for name, words in (("backup_disk", "back up to disk"), ("restore_disk", "restore from disk")):
            for place, link in (
                ("connected", "we are connected"),
                ("lost_over_15_days", "offline for 20 days"),
            ):
                runs = {"Active": place == "connected" or "restore" in name, "Expired": "restore" in name}
                rows.append(
                    {
                        "id": f"{place}-{state}-{name}".lower(),
                        "kind": "table",
                        "turns": [f"{link}, subscription is {state}: can we {words}?"],
                        "expect": "answer",
                        "gold": ["Network connectivity"],
                        "cluster": f"{place} {state}",
                        "verdict": {
                            "table": "connectivity",
                            "inputs": {"connectivity": place, "subscription": state, "operation": name},
                            "outcome": "allowed" if runs.get(state) else "stopped",
                        },
                    }
                )
    path = tmp_path / "cases.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def _mabs(*arguments: object) -> Result:
    return CliRunner().invoke(eval_app, [str(argument) for argument in arguments], catch_exceptions=False)


def test_a_run_writes_its_folder_and_its_gate_is_open_to_itself(cases: Path, tmp_path: Path) -> None:
    for name in ("one", "two"):
        done = _mabs("run", "--cases", cases, "-o", tmp_path / name)
        assert done.exit_code == 0
        assert "12 of 12 cases passed" in done.output
    assert {path.name for path in (tmp_path / "one").iterdir()} == REPORTS
    one, two = ((tmp_path / name / "results.jsonl").read_bytes() for name in ("one", "two"))
    assert one == two
    opened = _mabs("gate", tmp_path / "one", "--baseline", tmp_path / "two" / "summary.json")
    assert (opened.exit_code, "gate is open" in opened.output) == (0, True)
    assert "| content | 12 | +0.0000" in _mabs("compare", tmp_path / "one", tmp_path / "two").output


def test_a_run_becomes_the_baseline_that_later_runs_are_held_against(cases: Path, tmp_path: Path) -> None:
    _mabs("run", "--cases", cases, "-o", tmp_path / "one")
    kept = tmp_path / "kept" / "summary.json"
    assert _mabs("baseline", tmp_path / "one", "-o", kept).exit_code == 0
    again = _mabs("run", "--cases", cases, "-o", tmp_path / "two", "--baseline", kept)
    assert "| content | 12 | +0.0000" in again.output
    assert "gate is open" in again.output
    assert "| cited | 12 | +0.0000" in _mabs("compare", tmp_path / "two", "--baseline", kept).output


def test_the_gate_closes_on_the_real_assistant_with_a_table_swapped(cases: Path, tmp_path: Path) -> None:
    _mabs("run", "--cases", cases, "-o", tmp_path / "good")
    broken = BrokenSystem(LocalSystem(load_settings()), MUTANTS["swaps two verdicts of a table"].break_answer)
    results = run(load_cases(cases), lambda: broken, tmp_path / "bad", {})
    write_reports(tmp_path / "bad", summarize(results, [], {"system": "local", "set": "broken"}), results, [])
    closed = _mabs("gate", tmp_path / "bad", "--baseline", tmp_path / "good" / "summary.json")
    assert closed.exit_code == 1
    assert "connected-active-backup_disk: contradicts its decision table" in closed.output
    assert "content: worse by" in closed.output


def test_cases_are_chosen_by_kind_and_limit(cases: Path, tmp_path: Path) -> None:
    assert (
        "3 of 3"
        in _mabs("run", "--cases", cases, "--kind", "table", "--limit", 3, "-o", tmp_path / "x").output
    )


def test_cases_go_out_and_come_back(cases: Path, tmp_path: Path) -> None:
    out, back = tmp_path / "out.jsonl", tmp_path / "back.jsonl"
    assert _mabs("export", "--cases", cases, "-f", "ragas", "-o", out).exit_code == 0
    assert "12 cases" in _mabs("import", out, "-f", "ragas", "-o", back).output
    assert [case.turns for case in load_cases(back)] == [case.turns for case in load_cases(cases)]


def test_paraphrases_are_generated_the_same_for_a_seed(tmp_path: Path) -> None:
    for name in ("one", "two"):
        _mabs("generate", "--per-cell", 1, "--seed", 5, "-o", tmp_path / f"{name}.jsonl")
    assert (tmp_path / "one.jsonl").read_bytes() == (tmp_path / "two.jsonl").read_bytes()
    assert len(load_cases(tmp_path / "one.jsonl")) > 80


def test_codes_are_measured_on_the_development_texts() -> None:
    assert "precision 0.9" in _mabs("codes").output or "precision 1.0" in _mabs("codes").output


def test_without_feedback_there_is_nothing_to_add(cases: Path, tmp_path: Path) -> None:
    done = _mabs("add", tmp_path / "added.jsonl")
    assert "0 new drafts" in done.output


def test_a_run_is_judged_by_the_language_model_of_the_settings(
    cases: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _mabs("run", "--cases", cases, "--limit", 2, "-o", tmp_path / "run")
    monkeypatch.setenv("MABS_LANGUAGE_MODEL", "llama_index.core.llms:MockLLM")
    monkeypatch.setenv("MABS_LANGUAGE_MODEL_OPTIONS", '{"max_tokens": 2}')
    done = _mabs("judge", tmp_path / "run")
    assert "Judged by MockLLM" in done.output
    assert "| faithful | 0 | 0 | 2 | grounded | - |" in done.output
    assert "## Judges" in (tmp_path / "run" / "report.md").read_text("utf-8")
    assert "<h2>Judges</h2>" in (tmp_path / "run" / "report.html").read_text("utf-8")


def test_without_a_language_model_nothing_is_judged(cases: Path, tmp_path: Path) -> None:
    _mabs("run", "--cases", cases, "--limit", 1, "-o", tmp_path / "run")
    with pytest.raises(SettingsFault, match="MABS_LANGUAGE_MODEL"):
        _mabs("judge", tmp_path / "run")
