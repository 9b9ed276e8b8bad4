from __future__ import annotations

import pytest

from assistant.answer import Answer, Missing, Status
from evals.cases import Case, Expect
from evals.metrics.behaviour import behaved, behaviour_of


@pytest.mark.parametrize(
    ("status", "shown"),
    [("answered", "answer"), ("partial", "answer"), ("clarify", "clarify"), ("abstained", "abstain")],
)
def test_the_status_is_the_behaviour(status: Status, shown: str) -> None:
    assert behaviour_of(Answer("q", "t", status)) == shown


@pytest.mark.parametrize(
    ("expect", "right"),
    [
        ("answer", {"answered", "partial", "clarify"}),
        ("clarify", {"clarify"}),
        ("abstain", {"abstained"}),
        ("any", {"answered", "partial", "clarify", "abstained"}),
    ],
)
def test_which_statuses_meet_an_expectation(expect: Expect, right: set[Status]) -> None:
    case = Case(id="x", kind="k", turns=["q"], expect=expect)
    statuses: list[Status] = ["answered", "partial", "clarify", "abstained"]
    assert {status for status in statuses if behaved(case, Answer("q", "t", status))} == right


def test_naming_what_is_missing_is_asking_back() -> None:
    case = Case(id="x", kind="k", turns=["q"], expect="clarify")
    assert behaved(case, Answer("q", "t", "partial", missing=(Missing("state", "Which?"),)))
