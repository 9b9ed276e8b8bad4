"""`table`, `decide` and `preflight`: the tables asked directly."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from assistant.cli.app import app
from assistant.cli.tables import run_decide, run_preflight, run_table
from assistant.decisions.tables import TABLES
from ingest.errors import InputError

READY = {"pass", "fail", "warn", "unknown"}


@pytest.mark.parametrize("name", list(TABLES))
def test_every_table_is_printed_whole_with_its_inputs_and_sources(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    run_table(name, as_json=False)

    printed = capsys.readouterr().out
    assert TABLES[name].title in printed
    for row in TABLES[name].rows:
        assert all(cell in printed for cell in row)
    for item in TABLES[name].inputs:
        assert f"  {item.name}: " in printed
    assert "Source:" in printed


@pytest.mark.parametrize("name", list(TABLES))
def test_every_table_is_plain_data_too(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    run_table(name, as_json=True)

    assert json.loads(capsys.readouterr().out)["name"] == name


def test_without_a_name_all_tables_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    run_table("", as_json=False)
    assert [line.split()[0] for line in capsys.readouterr().out.splitlines()] == list(TABLES)

    run_table("", as_json=True)
    assert len(json.loads(capsys.readouterr().out)) == len(TABLES)


def test_a_table_wider_than_the_terminal_is_folded_row_by_row(monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    terminal = Terminal()
    monkeypatch.setattr(sys, "stdout", terminal)
    monkeypatch.setenv("COLUMNS", "60")
    run_table("prerequisites", as_json=False)

    text = " ".join(terminal.getvalue().split())
    assert max(map(len, terminal.getvalue().splitlines())) < 60
    for row in TABLES["prerequisites"].rows:
        assert all(" ".join(cell.split()) in text for cell in row)


def test_a_decision_tells_verdict_working_and_source(capsys: pytest.CaptureFixture[str]) -> None:
    run_decide("scratch", ["data=8 TB"], as_json=False)

    printed = capsys.readouterr().out
    assert "400 GB" in printed
    assert "Working: " in printed
    assert "Source:\n  Install Azure Backup Server on Azure Stack > " in printed


def test_what_is_missing_is_asked_with_what_each_choice_means(capsys: pytest.CaptureFixture[str]) -> None:
    run_decide("connectivity", ["connectivity=lost", "duration=20 days"], as_json=False)

    printed = capsys.readouterr().out
    for state in ("Active", "Expired", "Deprovisioned"):
        assert f"  - {state}: " in printed


def test_a_decision_as_data(capsys: pytest.CaptureFixture[str]) -> None:
    run_decide("connectivity", ["connectivity=connected", "subscription=expired"], as_json=True)

    assert json.loads(capsys.readouterr().out)["outcome"]


@pytest.mark.parametrize("pair", ["novalue", "=x", "nosuch=1"])
def test_an_input_the_table_does_not_have_is_refused(pair: str) -> None:
    with pytest.raises(InputError):
        run_decide("connectivity", [pair], as_json=False)


def test_preflight_reads_a_file_and_flags_go_before_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    facts = tmp_path / "facts.json"
    facts.write_text(json.dumps({"domain_joined": True}), "utf-8-sig")

    assert run_preflight(str(facts), [], as_json=True) == 3
    before = json.loads(capsys.readouterr().out)
    assert run_preflight(str(facts), ["domain_joined=no"], as_json=True) == 1
    after = json.loads(capsys.readouterr().out)

    assert {item["status"] for item in before["items"]} <= READY
    assert before["items"] != after["items"]


def test_preflight_reads_standard_input() -> None:
    done = CliRunner().invoke(app, ["preflight", "-", "domain_joined=no"], input='{"cores": 4}')

    assert done.exit_code == 1
    assert "FAIL" in done.stdout


@pytest.mark.parametrize("text", ["", "[1]", "{", '{"nosuch": 1}'])
def test_facts_that_cannot_be_read_are_refused(tmp_path: Path, text: str) -> None:
    facts = tmp_path / "facts.json"
    facts.write_text(text)

    with pytest.raises(InputError):
        run_preflight(str(facts), [], as_json=False)


@pytest.mark.parametrize("flag", ["cores=two", "domain_joined=perhaps", "nosuch=1", "cores"])
def test_a_fact_that_makes_no_sense_is_refused(flag: str) -> None:
    with pytest.raises(InputError):
        run_preflight("", [flag], as_json=False)
