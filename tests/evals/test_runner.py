from __future__ import annotations

import json
import re
import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from assistant.answer import Answer
from assistant.settings import Settings, load_settings
from evals.cases import KEPT_BACK, Case
from evals.report import write_reports
from evals.results import read_results, read_timings
from evals.runner import PROGRESS, run
from evals.sets import load_set
from evals.summary import summarize
from evals.systems import System, system_factory
from ingest.errors import InputError, SettingsFault

CONFIG = {"set": "example", "system": "oracle"}
MakeOracle = Callable[[Sequence[Case]], Any]


class Flaky:
    """Fails at one question; counts who asked."""

    def __init__(self, inner: System, bad: str = "", interrupt: str = "") -> None:
        self._inner, self._bad, self._interrupt = inner, bad, interrupt
        self.asked: list[str] = []

    def converse(self, turns: Sequence[str]) -> Answer:
        self.asked.append(turns[-1])
        if turns[-1] == self._interrupt:
            raise KeyboardInterrupt
        if turns[-1] == self._bad:
            raise ZeroDivisionError("on purpose")
        return self._inner.converse(turns)

    def close(self) -> None:
        self._inner.close()


def test_results_stand_in_the_order_of_the_cases_and_are_read_back(
    tmp_path: Path, cases: list[Case], oracle: MakeOracle
) -> None:
    results = run(cases, lambda: oracle(cases), tmp_path, CONFIG, workers=3)
    assert [result.id for result in results] == [case.id for case in cases]
    assert all(result.passed for result in results)
    assert read_results(tmp_path) == results
    assert [timing.id for timing in read_timings(tmp_path)] == [case.id for case in cases]


def test_two_runs_give_the_same_results_byte_for_byte_with_any_number_of_workers(
    tmp_path: Path, cases: list[Case], oracle: MakeOracle
) -> None:
    for name, workers in (("one", 1), ("two", 4)):
        run(cases, lambda: oracle(cases), tmp_path / name, CONFIG, workers=workers)
    one, two = ((tmp_path / name / "results.jsonl").read_bytes() for name in ("one", "two"))
    assert one == two


def test_timings_stand_apart_from_results(tmp_path: Path, cases: list[Case], oracle: MakeOracle) -> None:
    results = run(cases, lambda: oracle(cases), tmp_path, CONFIG)
    assert all(result.answer["timings"] == {} for result in results)
    assert all(timing.stages == {"total": 1.5} for timing in read_timings(tmp_path))


def test_a_case_that_fails_is_told_and_does_not_stop_the_others(
    tmp_path: Path, cases: list[Case], oracle: MakeOracle
) -> None:
    results = run(cases, lambda: Flaky(oracle(cases), bad="which size?"), tmp_path, CONFIG)
    failed = [result for result in results if not result.passed]
    assert [(result.id, result.error, result.behaviour) for result in failed] == [
        ("size", "ZeroDivisionError: on purpose", "error")
    ]
    assert failed[0].scores["cited"] == 0.0


def test_an_interrupted_run_goes_on_where_it_stopped(
    tmp_path: Path, cases: list[Case], oracle: MakeOracle
) -> None:
    with pytest.raises(KeyboardInterrupt):
        run(cases, lambda: Flaky(oracle(cases), interrupt="will it rain"), tmp_path, CONFIG)
    with (tmp_path / PROGRESS).open("a", encoding="utf-8") as file:
        file.write('{"result": {"id": "cut o')  # as a killed process leaves it
    again = Flaky(oracle(cases))
    results = run(cases, lambda: again, tmp_path, CONFIG)
    assert len(results) == len(cases)
    assert "will it rain" in again.asked
    assert 0 < len(again.asked) < len(cases)
    assert not (tmp_path / PROGRESS).exists()


def test_what_failed_is_tried_again_when_a_run_goes_on(
    tmp_path: Path, cases: list[Case], oracle: MakeOracle
) -> None:
    broken = Flaky(oracle(cases), bad=cases[0].turns[-1], interrupt="which .NET?")
    with pytest.raises(KeyboardInterrupt):
        run(cases, lambda: broken, tmp_path, CONFIG)
    assert all(result.passed for result in run(cases, lambda: oracle(cases), tmp_path, CONFIG))


def test_the_beginning_of_another_run_is_not_taken_up(
    tmp_path: Path, cases: list[Case], oracle: MakeOracle
) -> None:
    with pytest.raises(KeyboardInterrupt):
        run(cases, lambda: Flaky(oracle(cases), interrupt="will it rain"), tmp_path, CONFIG)
    with pytest.raises(InputError, match="another configuration"):
        run(cases, lambda: oracle(cases), tmp_path, {**CONFIG, "set": "other"})


def test_a_finished_folder_is_run_afresh(tmp_path: Path, cases: list[Case], oracle: MakeOracle) -> None:
    run(cases, lambda: oracle(cases), tmp_path, CONFIG)
    again = Flaky(oracle(cases))
    run(cases, lambda: again, tmp_path, {**CONFIG, "set": "other"})
    assert len(again.asked) == len(cases)
    assert json.loads((tmp_path / "config.json").read_text("utf-8"))["set"] == "other"


def test_the_observer_hears_of_every_case(tmp_path: Path, cases: list[Case], oracle: MakeOracle) -> None:
    told: list[tuple[int, int]] = []
    bad = Flaky(oracle(cases), bad="which size?")
    run(cases, lambda: bad, tmp_path, CONFIG, observe=lambda done, failed: told.append((done, failed)))
    assert [done for done, _ in told] == list(range(1, len(cases) + 1))
    assert told[-1] == (len(cases), 1)


def test_of_kept_back_cases_scores_are_written_and_no_words(
    tmp_path: Path, cases: list[Case], oracle: MakeOracle
) -> None:
    words = "kept answer zanzibar"
    secret = [
        replace(case, tags=[KEPT_BACK], turns=["secret question"], model_answer=words)
        for case in cases
        if case.id in {"a2", "poem"}
    ]
    secret[1] = replace(secret[1], id="failing", turns=["secret fault"], required=[["quagga"]])
    system = Flaky(oracle(secret), bad="secret fault")
    results = run(secret, lambda: system, tmp_path, CONFIG)
    write_reports(tmp_path, summarize(results, [], CONFIG), results, [])
    assert [(result.passed, result.error) for result in results] == [(True, ""), (False, "ZeroDivisionError")]
    written = "".join(path.read_text("utf-8") for path in tmp_path.iterdir())
    assert not re.search("secret|zanzibar|on purpose|quagga", written)
    assert "1 of 2" in written


def test_each_thread_has_a_system_of_its_own_and_all_are_closed(
    tmp_path: Path, cases: list[Case], oracle: MakeOracle
) -> None:
    made: list[Any] = []
    users: dict[int, set[int]] = {}

    class Watched:
        def __init__(self) -> None:
            self.inner = oracle(cases)

        def converse(self, turns: Sequence[str]) -> Answer:
            users.setdefault(id(self), set()).add(threading.get_ident())
            answer: Answer = self.inner.converse(turns)
            return answer

        def close(self) -> None:
            self.inner.close()

    def factory() -> System:
        made.append(Watched())
        system: System = made[-1]
        return system

    run(cases, factory, tmp_path, CONFIG, workers=4)
    assert all(len(threads) == 1 for threads in users.values())
    assert all(system.inner.closed for system in made)


def test_processes_give_the_results_of_threads(shipped_data_dir: Path, tmp_path: Path) -> None:
    asked = load_set("guide.dev")[:6]
    factory = system_factory("local", partial(Settings, data_dir=shipped_data_dir))
    for name, processes in (("threads", False), ("processes", True)):
        run(asked, factory, tmp_path / name, CONFIG, workers=2, processes=processes)
    threads, apart = ((tmp_path / name / "results.jsonl").read_bytes() for name in ("threads", "processes"))
    assert threads == apart
    assert all(timing.memory_mb > 0 for timing in read_timings(tmp_path / "processes"))


def test_a_process_that_cannot_make_its_system_fails_with_its_reason(
    tmp_path: Path, cases: list[Case], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MABS_CONFIG", str(tmp_path / "nowhere.toml"))
    with pytest.raises(SettingsFault, match=r"not there: .*nowhere\.toml"):
        run(cases, system_factory("local", load_settings), tmp_path, CONFIG, workers=2, processes=True)


def test_a_system_that_cannot_be_made_fails_at_once(tmp_path: Path, cases: list[Case]) -> None:
    def factory() -> System:
        raise InputError("no index")

    with pytest.raises(InputError, match="no index"):
        run(cases, factory, tmp_path, CONFIG)
