"""Assistants broken on purpose are caught, each by the metric that is meant for it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import pytest
from mutants import MUTANTS, BrokenSystem

from assistant.answer import Answer, Passage
from evals.cases import Case, ExpectedVerdict
from evals.compare import compare_runs
from evals.results import Result
from evals.runner import evaluate
from evals.systems import System

MakeOracle = Callable[[Sequence[Case]], Any]


def _many(cases: Sequence[Case], copies: int = 12) -> list[Case]:
    """The cases several times over, in as many clusters."""
    return [_renamed(case, number) for number in range(copies) for case in cases]


def _renamed(case: Case, number: int) -> Case:
    turns = [*case.turns[:-1], f"{case.turns[-1]} {number}"]
    verdict = _of_another_rule(case.verdict, number) if case.verdict else None
    cluster = f"{case.cluster} {number}"
    return replace(case, id=f"{case.id}-{number}", cluster=cluster, turns=turns, verdict=verdict)


def _of_another_rule(verdict: ExpectedVerdict, number: int) -> ExpectedVerdict:
    key = "calculation" if "calculation" in verdict.inputs else "subscription"
    return replace(verdict, inputs={**verdict.inputs, key: f"{verdict.inputs[key]} {number}"})


def _run(system: System, cases: Sequence[Case]) -> list[Result]:
    return [evaluate(case, system.converse(case.turns)) for case in cases]


@pytest.mark.parametrize("name", list(MUTANTS))
def test_each_is_caught_by_its_metric(name: str, cases: list[Case], oracle: MakeOracle) -> None:
    many = _many(cases)
    mutant = MUTANTS[name]
    comparison = compare_runs(
        _run(oracle(many), many), _run(BrokenSystem(oracle(many), mutant.break_answer), many)
    )
    caught = comparison.metrics[mutant.metric]
    assert caught.difference.high < 0
    assert caught.p_value < 0.01


@pytest.mark.parametrize(
    ("name", "unmoved"),
    [
        ("drops citations", "content"),
        ("cites the wrong section", "content"),
        ("pastes whole passages", "required"),
        ("swaps two verdicts of a table", "cited"),
        ("always answers", "verdict"),
    ],
)
def test_a_metric_for_something_else_does_not_move(
    name: str, unmoved: str, cases: list[Case], oracle: MakeOracle
) -> None:
    many = _many(cases)
    broken = BrokenSystem(oracle(many), MUTANTS[name].break_answer)
    comparison = compare_runs(_run(oracle(many), many), _run(broken, many))
    assert comparison.metrics[unmoved].difference.estimate == 0


def test_the_oracle_is_right_throughout(cases: list[Case], oracle: MakeOracle) -> None:
    assert [result.failures for result in _run(oracle(cases), cases)] == [()] * len(cases)


def test_an_unbroken_answer_is_left_as_it_is() -> None:
    answer = Answer("q", "It depends.", "answered", passages=())
    for name in (
        "always answers",
        "swaps two verdicts of a table",
        "off by a factor in the calculators",
        "pastes whole passages",
    ):
        assert MUTANTS[name].break_answer(answer) == answer


def test_closing_a_broken_system_closes_the_one_inside(cases: list[Case], oracle: MakeOracle) -> None:
    inner = oracle(cases)
    BrokenSystem(inner, lambda answer: answer).close()
    assert inner.closed


def test_pasting_adds_the_passages_words() -> None:
    passage = Passage("c", "d", "s", "guide", "the whole passage", 0.1, 1, 1, 0.4)
    answer = Answer("q", "Short.", "answered", passages=(passage,))
    assert MUTANTS["pastes whole passages"].break_answer(answer).text == "Short.\n\nthe whole passage"
