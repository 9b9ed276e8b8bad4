"""`mabs troubleshoot` in a pipe: lists, draws, walks."""

from __future__ import annotations

import io

import pytest

from assistant.cli.troubleshoot import run_troubleshoot
from ingest.errors import InputError


def run(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], name: str | None, typed: str = ""
) -> str:
    monkeypatch.setattr("sys.stdin", io.StringIO(typed))
    run_troubleshoot(name, mermaid=False, list_=False)
    return capsys.readouterr().out


def test_without_a_name_the_trees_are_listed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    out = run(monkeypatch, capsys, None)
    assert "replica-inconsistent  Replica is inconsistent" in out


def test_a_tree_is_drawn(capsys: pytest.CaptureFixture[str]) -> None:
    run_troubleshoot("setup", mermaid=True, list_=False)
    assert capsys.readouterr().out.startswith("flowchart TD\n")


def test_a_drawing_needs_a_name() -> None:
    with pytest.raises(InputError, match="needs the name"):
        run_troubleshoot(None, mermaid=True, list_=False)


def test_a_pipe_is_echoed_and_ends_with_a_ticket(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    out = run(
        monkeypatch, capsys, "registration", "TRUE\n\nvault credentials\n5 days ago\nyes\nnot read any more\n"
    )
    assert "> TRUE" in out
    assert "Solved by: Register with a new credentials file." in out
    assert "not read any more" not in out


def test_the_end_of_input_stops_the_session(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "Stopped before the end." in run(monkeypatch, capsys, "registration", "TRUE\n")


def test_a_description_names_a_tree_too(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "What kind of data is it?" in run(monkeypatch, capsys, "replica is inconsistent again")


def test_an_unknown_name_is_refused_with_the_trees_there_are() -> None:
    with pytest.raises(InputError, match="Trees: "):
        run_troubleshoot("coffee", mermaid=False, list_=False)
