"""An assistant that knows the right answers: the runner, the mutants and the reports are tested with it."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from filelock import FileLock

from assistant.answer import Answer, Citation, Passage, Status, Verdict
from assistant.serialize import answer_from_dict
from assistant.settings import Settings
from evals.cases import Case
from evals.results import Result
from evals.runner import evaluate
from evals.sets import load_set
from evals.systems import LocalSystem

_STATUS: dict[str, Status] = {
    "answer": "answered",
    "any": "answered",
    "clarify": "clarify",
    "abstain": "abstained",
}
_TABLE_WORDS = {"allowed": "Allowed", "stopped": "Stopped"}
DOCUMENT = "Install Azure Backup Server on Azure Stack"


def right_answer(case: Case) -> Answer:
    """What the reviewer calls right, cited from a gold section, with passages around it."""
    cited = bool(case.gold)
    text = f"{case.model_answer.rstrip('.')}{' [1]' if cited else ''}."
    section = f"Guide > {case.gold[0]}" if cited else ""
    citation = Citation(1, DOCUMENT, section, "2019-01-31", "guide.md", case.model_answer)
    expected = case.verdict
    verdicts: tuple[Verdict, ...] = ()
    if expected:
        inputs = {name: str(value) for name, value in expected.inputs.items()}
        outcome = _TABLE_WORDS.get(expected.outcome, expected.outcome)
        verdicts = (Verdict(expected.table, inputs, outcome, "a-rule"),)
    return Answer(
        case.turns[-1],
        text,
        _STATUS[case.expect],
        citations=(citation,) if cited else (),
        verdicts=verdicts,
        confidence=0.9 if cited else 0.2,
        passages=tuple(_passage(section, number) for number in range(4)) if cited else (),
        timings={"total": 1.5},
    )


def _passage(section: str, number: int) -> Passage:
    name = section if number == 1 else f"Guide > Other {number}"
    words = " ".join(f"word{number}x{position}" for position in range(80))
    return Passage(f"c{number}", DOCUMENT, name, "guide", words, 0.03, number + 1, None, 0.5)


class Oracle:
    """A system that answers known cases rightly."""

    def __init__(self, cases: Sequence[Case]) -> None:
        self._answers = {tuple(case.turns): right_answer(case) for case in cases}
        self.closed = False

    def converse(self, turns: Sequence[str]) -> Answer:
        return self._answers[tuple(turns)]

    def close(self) -> None:
        self.closed = True


def _example_cases() -> list[Case]:
    """Twelve cases of all behaviours, in six clusters."""
    network, storage = "Network connectivity", "Storing backup data on local disk and in Azure"
    rows = [
        ("stopped", ["server connected, sub expired: backup to disk?"], "answer", ["stopped"], network),
        ("allowed", ["server connected, sub expired: restore from disk?"], "answer", ["allowed"], network),
        ("ports", ["which port does the fax use"], "abstain", [], ""),
        ("poem", ["write a poem"], "abstain", [], ""),
        ("weather", ["will it rain"], "abstain", [], ""),
        ("state", ["offline for a month, can we restore?"], "clarify", ["state"], network),
        ("a2", ["disks of an A2?"], "answer", ["4|four"], storage),
        ("a3", ["disks of an A2?", "and A3"], "answer", ["8|eight"], storage),
        ("scratch", ["scratch for 8 TB?"], "answer", ["400 GB"], "Install the software package"),
        ("scratch2", ["scratch for 4 TB?"], "answer", ["200 GB"], "Install the software package"),
        ("size", ["which size?"], "answer", ["A2"], "Determining size of virtual machine"),
        ("net", ["which .NET?"], "answer", ["3.5 SP1"], ".NET Framework"),
    ]
    verdicts = {
        "stopped": _connectivity("backup_disk", "stopped"),
        "allowed": _connectivity("restore_disk", "allowed"),
        "scratch": {"table": "limits", "inputs": {"calculation": "scratch"}, "outcome": "400 GB"},
        "scratch2": {"table": "limits", "inputs": {"calculation": "scratch"}, "outcome": "200 GB"},
    }
    answers = {
        "stopped": "No. Back up to disk is stopped.",
        "allowed": "Yes. Restore from disk is allowed.",
        "state": "It depends on the subscription's state.",
    }
    return [
        Case(
            id=name,
            kind="table" if name in verdicts else "guide",
            turns=turns,
            expect=expect,  # type: ignore[arg-type]  # rows are typed as text
            required=[[fact] for fact in facts],
            gold=[gold] if gold else [],
            cluster=gold or name,
            model_answer=answers.get(name, f"It is {facts[0].partition('|')[0]}." if facts else "Not said."),
            verdict=verdicts.get(name),  # type: ignore[arg-type]  # pydantic reads the mapping
        )
        for name, turns, expect, facts, gold in rows
    ]


def _connectivity(operation: str, outcome: str) -> dict[str, object]:
    inputs = {"connectivity": "connected", "subscription": "expired", "operation": operation}
    return {"table": "connectivity", "inputs": inputs, "outcome": outcome}


@pytest.fixture
def cases() -> list[Case]:
    """Twelve cases of all behaviours."""
    return _example_cases()


@pytest.fixture
def oracle() -> Callable[[Sequence[Case]], Oracle]:
    """Makes a system that answers the given cases rightly."""
    return Oracle


@pytest.fixture
def results(cases: list[Case]) -> list[Result]:
    """The cases, answered rightly."""
    return [evaluate(case, right_answer(case)) for case in cases]


@pytest.fixture
def right() -> Callable[[Case], Answer]:
    """The right answer to a case."""
    return right_answer


@pytest.fixture(scope="session")
def dev_cases() -> list[Case]:
    """The development split."""
    return load_set("dev")


@pytest.fixture(scope="session")
def dev_answers(shipped_data_dir: Path, dev_cases: list[Case]) -> list[Answer]:
    """What the real assistant answers to the development split, asked once a session."""
    kept = shipped_data_dir.parent / "dev-answers.jsonl"
    with FileLock(kept.with_suffix(".lock")):
        if not kept.is_file():
            system = LocalSystem(Settings(data_dir=shipped_data_dir))  # type: ignore[call-arg]
            lines = [json.dumps(system.converse(case.turns).to_dict(), default=str) for case in dev_cases]
            system.close()
            kept.write_text("\n".join(lines), encoding="utf-8")
    return [answer_from_dict(json.loads(line)) for line in kept.read_text("utf-8").splitlines()]


@pytest.fixture(scope="session")
def dev_results(dev_cases: list[Case], dev_answers: list[Answer]) -> list[Result]:
    """Those answers, scored."""
    return [evaluate(case, answer) for case, answer in zip(dev_cases, dev_answers, strict=True)]


@pytest.fixture
def labelled_text(tmp_path: Path) -> Path:
    """A set of one labelled text: "fails: 43, then 3106 on 12 hosts", whose 12 is no code."""
    path = tmp_path / "some.dev.jsonl"
    case = {
        "id": "a",
        "text": "fails: 43, then 3106 on 12 hosts",
        "codes": ["43", "3106"],
        "not_codes": ["12"],
    }
    path.write_text(json.dumps(case) + "\n", "utf-8")
    return path
