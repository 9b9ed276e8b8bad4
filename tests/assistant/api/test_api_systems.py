"""A running server is evaluated like the library in this process: the same answers, the same scores."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from assistant.settings import Settings
from assistant.store import Database, KeyStore, sqlite_url
from evals.cases import load_cases
from evals.runner import run
from evals.systems import KEY_VARIABLE, HttpSystem, LocalSystem, system_factory
from evals.versions import run_config

CASES = Path(__file__).parents[3] / "evals" / "datasets" / "guide.dev.jsonl"
TURNS = (
    ["Our subscription expired, the server is connected. Does the disk backup still run?"],
    ["how do I update the server"],
    ["our stack has been cut off for a month, can I still restore?"],
    ["how many disks can an A2 have", "and an A3?"],
)


@pytest.mark.parametrize("turns", TURNS)
def test_a_deployment_answers_as_the_library_does(server: Any, indexed: Path, turns: list[str]) -> None:
    local, remote = LocalSystem(Settings(data_dir=indexed)), HttpSystem(server.url)  # type: ignore[call-arg]
    expected, answer = local.converse(turns), remote.converse(turns)
    local.close()
    remote.close()
    assert answer.passages == expected.passages
    assert replace(answer, timings={}, trace={}) == replace(expected, timings={}, trace={})
    assert answer.trace["consulted"] == expected.trace["consulted"]


def test_a_deployment_is_evaluated_in_one_go(server: Any, tmp_path: Path) -> None:
    cases = load_cases(CASES)[:12]
    factory = system_factory(server.url, lambda: pytest.fail("not needed"))
    results = run(cases, factory, tmp_path, run_config(cases, "guide.dev", server.url), 2, lambda *_: None)
    assert [result.error for result in results] == [""] * 12
    assert any("recall@5" in result.scores for result in results)


def test_a_deployment_with_keys_is_sent_the_key(
    start: Any, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = Database(sqlite_url(data))
    monkeypatch.setenv(KEY_VARIABLE, KeyStore(database).create("evals", "ask")[1])
    database.close()
    system = HttpSystem(start(data).url)
    assert system.converse(["how many disks can an A2 have"]).status == "answered"
    system.close()
