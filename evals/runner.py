"""Runs cases against a system: in threads or processes, resumable, one failing case doesn't stop it."""

from __future__ import annotations

import json
import multiprocessing
import signal
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor, as_completed
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from assistant.answer import Answer
from evals.cases import Case, read_json_lines
from evals.results import (
    RESULTS,
    TIMINGS,
    Result,
    Timing,
    case_fields,
    failed_result,
    fields_of,
    result_from_dict,
    withheld,
    write_lines,
)
from evals.scoring import score
from evals.speed import memory_mb
from evals.systems import System, SystemFactory
from ingest.errors import InputError, StorageFault, reason_of

CONFIG = "config.json"
PROGRESS = "progress.jsonl"


Observer = Callable[[int, int], None]
"""Is told after each case how many are done and how many of them failed."""


def run(
    cases: Sequence[Case],
    factory: SystemFactory,
    folder: Path,
    config: Mapping[str, Any],
    workers: int = 1,
    observe: Observer = lambda _done, _failed: None,
    *,
    processes: bool = False,
) -> list[Result]:
    """Answers and scores `cases`, writes results and timings into `folder`, returns the results in order.

    Workers are threads, or `processes`, which a system that computes in Python needs to use more than one
    core; `factory` must be one that can be pickled then. A run that was cut short in the same folder goes on
    where it stopped; what failed is tried again. Of kept back cases no word is written.

    Raises InputError when the folder holds the beginning of a run of another configuration.
    """
    done = _open_folder(folder, config)
    todo = [case for case in cases if case.id not in done]
    finished = dict(done)
    failed = sum(not result.passed for result, _ in done.values())
    with (
        _appending(folder / PROGRESS) as append,
        (_processes if processes else _threads)(factory, workers) as (pool, answered),
    ):
        futures = [pool.submit(answered, case) for case in todo]
        try:
            for future in as_completed(futures):
                result, timing = future.result()
                append({"result": fields_of(result), "timing": fields_of(timing)})
                finished[result.id] = (result, timing)
                failed += not result.passed
                observe(len(finished), failed)
        except BaseException:  # also on Ctrl-C: what has not begun must not hold up the end
            pool.shutdown(wait=False, cancel_futures=True)
            raise
    ordered = [finished[case.id] for case in cases]
    write_lines([result for result, _ in ordered], folder / RESULTS)
    write_lines([timing for _, timing in ordered], folder / TIMINGS)
    (folder / PROGRESS).unlink()
    return [result for result, _ in ordered]


def evaluate(case: Case, answer: Answer) -> Result:
    """The result of a case from its answer, without timings, which would differ from run to run."""
    scores = score(case, answer)
    return Result(
        **case_fields(case),
        scores=scores.values,
        behaviour=scores.behaviour,
        failures=scores.failures,
        words=scores.words,
        answer=json.loads(json.dumps(replace(answer, timings={}).to_dict(), default=str)),
    )


def _one(case: Case, system: System) -> tuple[Result, Timing]:
    result, timing = _asked(case, system)
    return (withheld(result) if case.kept_back else result), timing


def _asked(case: Case, mine: System) -> tuple[Result, Timing]:
    start = time.perf_counter()
    try:
        answer = mine.converse(case.turns)
        timing = _timing(case, start, answer.timings)
        return evaluate(case, answer), timing
    except Exception as error:  # noqa: BLE001  # whatever the system under test raises is its result
        return failed_result(case, f"{type(error).__name__}: {error}"), _timing(case, start, {})


def _timing(case: Case, start: float, stages: Mapping[str, float]) -> Timing:
    return Timing(case.id, round((time.perf_counter() - start) * 1000, 3), memory_mb(), dict(stages))


_Answered = Callable[[Case], tuple[Result, Timing]]


@contextmanager
def _threads(factory: SystemFactory, workers: int) -> Iterator[tuple[Executor, _Answered]]:
    with _systems(factory) as system, ThreadPoolExecutor(workers) as pool:
        yield pool, lambda case: _one(case, system())


@contextmanager
def _processes(factory: SystemFactory, workers: int) -> Iterator[tuple[Executor, _Answered]]:
    started = multiprocessing.get_context("spawn")  # forked, the threads of the model would be missing
    with ProcessPoolExecutor(workers, started, _begin, (factory,)) as pool:
        yield pool, _one_here


def _begin(factory: SystemFactory) -> None:
    """Makes a process ready. The system is made at its first case, so that a fault reaches who runs it."""
    global _here  # a process of a pool has no other place for what it holds
    _here = cache(factory)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C ends the run from the process that holds the pool


_here: SystemFactory


def _one_here(case: Case) -> tuple[Result, Timing]:
    return _one(case, _here())


@contextmanager
def _systems(factory: SystemFactory) -> Iterator[Callable[[], System]]:
    """A system for each thread, made when the thread first asks; the first at once, so that faults show."""
    made = [factory()]
    spare = list(made)
    local = threading.local()
    lock = threading.Lock()

    def mine() -> System:
        if not hasattr(local, "system"):
            with lock:
                local.system = spare.pop() if spare else factory()
                if local.system not in made:
                    made.append(local.system)
        system: System = local.system
        return system

    try:
        yield mine
    finally:
        for system in made:
            system.close()


def _open_folder(folder: Path, config: Mapping[str, Any]) -> dict[str, tuple[Result, Timing]]:
    """Makes the folder ready and returns what an interrupted run of the same configuration left."""
    text = json.dumps(config, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        known = (folder / CONFIG).read_text("utf-8") if (folder / CONFIG).is_file() else text
        begun = (folder / PROGRESS).is_file()
        if begun and known != text:
            raise InputError(
                f"{folder} holds the beginning of a run with another configuration.",
                "Give another --output, or delete the folder.",
            )
        (folder / CONFIG).write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise StorageFault(f"The run can't be written to {folder}: {reason_of(error)}.") from error
    return _finished(folder / PROGRESS) if begun else {}


def _finished(path: Path) -> dict[str, tuple[Result, Timing]]:
    """The cases of a progress file that were answered. A last line that was cut off is dropped."""
    text = path.read_text("utf-8")
    whole = text[: text.rfind("\n") + 1]
    path.write_text(whole, encoding="utf-8", newline="\n")
    found = {}
    for where, data in read_json_lines(path):
        result = result_from_dict(where, data["result"])
        if not result.error:
            found[result.id] = (result, Timing(**data["timing"]))
    return found


@contextmanager
def _appending(path: Path) -> Iterator[Callable[[Mapping[str, Any]], None]]:
    with path.open("a", encoding="utf-8", newline="\n") as file:

        def append(data: Mapping[str, Any]) -> None:
            file.write(json.dumps(data, ensure_ascii=False) + "\n")
            file.flush()

        yield append
