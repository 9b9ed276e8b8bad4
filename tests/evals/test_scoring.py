from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from assistant.answer import Answer, Citation
from evals.cases import Case, ExpectedVerdict
from evals.scoring import METRICS, score

MakeRight = Callable[[Case], Answer]


def _named(cases: list[Case], name: str) -> Case:
    return next(case for case in cases if case.id == name)


def test_a_right_answer_scores_one_throughout(cases: list[Case], right: MakeRight) -> None:
    for case in cases:
        scores = score(case, right(case))
        assert scores.failures == ()
        assert all(
            scores.values[name] == 1
            for name in scores.values
            if not name.startswith(("recall", "mrr", "ndcg"))
        )


def test_every_score_has_a_meaning(cases: list[Case], right: MakeRight) -> None:
    told = {name for case in cases for name in score(case, right(case)).values}
    assert told <= set(METRICS)


def test_right_words_with_the_wrong_citation_do_not_pass(cases: list[Case], right: MakeRight) -> None:
    case = _named(cases, "a2")
    wrong = Citation(1, "Guide", "Elsewhere", "2019-01-31", "x", case.model_answer)
    scores = score(case, replace(right(case), citations=(wrong,), verdicts=()))
    assert (scores.values["content"], scores.values["cited"], scores.values["passed"]) == (1, 0, 0)


def test_abstaining_from_what_is_known_fails_for_its_behaviour(cases: list[Case], right: MakeRight) -> None:
    case = _named(cases, "a2")
    scores = score(case, replace(right(case), status="abstained"))
    assert scores.values["behaviour"] == 0
    assert "behaviour: expected answer, did abstain" in scores.failures


def test_contradicting_a_table_spoils_the_content_even_with_all_facts(
    cases: list[Case], right: MakeRight
) -> None:
    case = _named(cases, "stopped")
    text = "Back up to disk is allowed [1]. Nothing is stopped."
    scores = score(case, replace(right(case), text=text))
    assert scores.values["required"] == 1
    assert (scores.values["not_contradicting"], scores.values["content"]) == (0, 0)


def test_without_required_facts_the_verdict_itself_is_the_content() -> None:
    verdict = ExpectedVerdict("connectivity", {"operation": "backup_disk"}, "stopped")
    case = Case(id="x", kind="k", turns=["q"], expect="answer", verdict=verdict)
    assert score(case, Answer("q", "Ask someone.", "answered")).values["content"] == 0
    assert score(case, Answer("q", "Back up to disk is stopped.", "answered")).values["content"] == 1


def test_metrics_that_do_not_apply_are_left_out() -> None:
    scores = score(Case(id="x", kind="k", turns=["q"], expect="any"), Answer("q", "t", "answered"))
    assert not {"required", "cited", "verdict", "code_first", "mrr"} & set(scores.values)
