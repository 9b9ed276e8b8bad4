"""Questions that tables settle need no index, so these tests run the whole command quickly."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from assistant.assistant import Assistant
from assistant.cli.batch import run_batch
from ingest.errors import IndexDamaged, InputError

QUESTIONS = [
    {"id": "b", "question": "subscription expired, server connected: can we back up to disk?"},
    {
        "id": 17,
        "turns": ["subscription expired, server connected: backup to disk?", "and restore from disk?"],
    },
    {"id": "a", "question": " "},
    {"id": "c", "question": "is SQL Server 2014 protected?"},
]


@pytest.fixture
def questions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("MABS_DATA_DIR", str(tmp_path / "data"))
    path = tmp_path / "questions.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in QUESTIONS), encoding="utf-8")
    return path


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def test_ids_and_order_are_kept_and_a_bad_row_stops_nothing(
    questions: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output = tmp_path / "answers.jsonl"
    run_batch(questions, output)
    rows = _rows(output)
    assert [row["id"] for row in rows] == ["b", 17, "a", "c"]
    assert [row["status"] for row in rows] == ["answered", "answered", "error", "answered"]
    assert rows[0]["verdicts"][0]["outcome"] == "Stopped"
    assert rows[1]["verdicts"][0]["outcome"] == "Allowed"
    assert "empty question" in rows[2]["error"]
    assert "1 of them without an answer" in capsys.readouterr().err
    assert not output.with_name("answers.jsonl.part").exists()


def test_an_unexpected_error_befalls_its_row_alone(
    questions: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask = Assistant.ask

    def fragile(self: Assistant, question: str, *args: Any, **more: Any) -> Any:
        if "SQL" in question:
            raise RuntimeError("on purpose")
        return ask(self, question, *args, **more)

    monkeypatch.setattr(Assistant, "ask", fragile)
    run_batch(questions, tmp_path / "answers.jsonl")
    assert [row["error"] for row in _rows(tmp_path / "answers.jsonl")][::3] == [
        "",
        "RuntimeError: on purpose",
    ]


def test_an_interrupted_batch_goes_on_where_it_stopped(
    questions: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    ask = Assistant.ask

    def watched(self: Assistant, question: str, *args: Any, **more: Any) -> Any:
        asked.append(question)
        if "SQL" in question and len(asked) < 5:
            raise KeyboardInterrupt
        return ask(self, question, *args, **more)

    monkeypatch.setattr(Assistant, "ask", watched)
    output = tmp_path / "answers.jsonl"
    with pytest.raises(KeyboardInterrupt):
        run_batch(questions, output)
    assert not output.exists()
    part = output.with_name("answers.jsonl.part")
    part.write_text(part.read_text("utf-8") + '{"id": "cut', encoding="utf-8")
    run_batch(questions, output)
    assert asked[4:] == ["is SQL Server 2014 protected?"]
    assert [row["id"] for row in _rows(output)] == ["b", 17, "a", "c"]


def test_what_is_left_of_other_questions_is_not_taken_up(questions: Path, tmp_path: Path) -> None:
    output = tmp_path / "answers.jsonl"
    output.with_name("answers.jsonl.part").write_text('{"batch": "other"}\n{"id": "old"}\n', encoding="utf-8")
    run_batch(questions, output)
    assert [row["id"] for row in _rows(output)] == ["b", 17, "a", "c"]


def test_a_fault_that_would_befall_every_row_ends_the_batch(
    questions: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(self: Assistant, question: str, *args: Any, **more: Any) -> Any:
        raise IndexDamaged("broken")

    monkeypatch.setattr(Assistant, "ask", broken)
    with pytest.raises(IndexDamaged):
        run_batch(questions, tmp_path / "answers.jsonl")


def test_an_unusable_output_is_refused_before_anything_is_asked(questions: Path, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="suffix"):
        run_batch(questions, tmp_path / "answers.doc")
    assert list(tmp_path.iterdir()) == [questions]
