"""The result of one case, and the files of a run that hold results: JSON lines, timings kept apart."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from evals.cases import Case, read_json_lines
from ingest.errors import InputError

RESULTS = "results.jsonl"
TIMINGS = "timings.jsonl"


@dataclass(frozen=True, slots=True)
class Result:
    """One case as answered and scored. `error` says why there is no answer; then `answer` is empty."""

    id: str
    kind: str
    tags: tuple[str, ...]
    cluster: str
    expect: str
    must_pass: bool
    turns: tuple[str, ...]
    model_answer: str
    scores: Mapping[str, float]
    behaviour: str
    failures: tuple[str, ...]
    words: int
    answer: Mapping[str, Any] = field(default_factory=dict)
    error: str = ""

    @property
    def passed(self) -> bool:
        """Whether the case passed as a whole."""
        return self.scores.get("passed", 0.0) == 1.0


@dataclass(frozen=True, slots=True)
class Timing:
    """How long a case took, in milliseconds over all its turns, and the memory of who asked, in MB after it.

    Apart from results, which must not vary.
    """

    id: str
    milliseconds: float
    memory_mb: float = 0.0
    stages: Mapping[str, float] = field(default_factory=dict)


def failed_result(case: Case, error: str) -> Result:
    """The result of a case that the system couldn't answer: it counts as wrong in everything."""
    scores = {"passed": 0.0, "content": 0.0, "behaviour": 0.0}
    if case.gold:
        scores["cited"] = 0.0
    if case.verdict:
        scores["verdict"] = 0.0
    return Result(
        **case_fields(case), scores=scores, behaviour="error", failures=(error,), words=0, error=error
    )


def withheld(result: Result) -> Result:
    """The result of a kept back case: its scores without a word of question, answer or reasons."""
    kept = {name: result.answer[name] for name in ("status", "confidence") if name in result.answer}
    return replace(
        result,
        turns=("(kept back)",),
        model_answer="",
        failures=tuple(dict.fromkeys(failure.partition(":")[0] for failure in result.failures)),
        answer=kept,
        error=result.error.partition(":")[0],
    )


def case_fields(case: Case) -> dict[str, Any]:
    """The fields of a result that come from its case."""
    return {
        "id": case.id,
        "kind": case.kind,
        "tags": tuple(case.tags),
        "cluster": case.cluster_or_id,
        "expect": case.expect,
        "must_pass": case.must_pass,
        "turns": tuple(case.turns),
        "model_answer": case.model_answer,
    }


def fields_of(record: Result | Timing) -> dict[str, Any]:
    """The fields of a record by name, as they are: `dataclasses.asdict` would copy whole answers."""
    return {one.name: getattr(record, one.name) for one in fields(record)}


def to_line(record: Result | Timing) -> str:
    """One JSON line with its line end; keys in the order of the fields."""
    return json.dumps(fields_of(record), ensure_ascii=False) + "\n"


def write_lines(records: Iterable[Result | Timing], path: Path) -> None:
    """Writes records in order, replacing the file."""
    path.write_text("".join(to_line(record) for record in records), encoding="utf-8", newline="\n")


def read_results(folder: Path) -> list[Result]:
    """The results of a run folder. Raises InputError when it holds none or they are damaged."""
    return [result_from_dict(where, data) for where, data in read_json_lines(_existing(folder / RESULTS))]


def read_timings(folder: Path) -> list[Timing]:
    """The timings of a run folder; none when the file is not there."""
    path = folder / TIMINGS
    if not path.is_file():
        return []
    return [Timing(**data) for _, data in read_json_lines(path)]


def _existing(path: Path) -> Path:
    if not path.is_file():
        raise InputError(f"{path.parent} is not the folder of a run: it has no {path.name}.")
    return path


def result_from_dict(where: str, data: Any) -> Result:
    """A result from plain data. Raises InputError that names `where` when it is none."""
    try:
        lists = {name: tuple(data[name]) for name in ("tags", "turns", "failures")}
        return Result(**{**data, **lists})
    except (TypeError, KeyError) as error:
        raise InputError(f"{where} is not a result: {error}.") from error
