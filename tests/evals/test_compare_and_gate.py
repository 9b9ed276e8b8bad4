from __future__ import annotations

import copy
import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from evals.compare import compare_runs, comparison_lines, results_of_summary
from evals.gate import baseline_path, gate, load_summary, write_baseline
from evals.results import Result
from evals.summary import summarize
from ingest.errors import InputError


def _broken(result: Result, **scores: float) -> Result:
    return replace(result, scores={**result.scores, **scores}, failures=("broken on purpose",))


def _summary(results: list[Result]) -> dict[str, Any]:
    return json.loads(json.dumps(summarize(results, [], {}))) if results else {}


def _widened(results: list[Result], copies: int = 6) -> list[Result]:
    return [
        replace(result, id=f"{result.id}-{number}", cluster=f"{result.cluster}-{number}", must_pass=False)
        for number in range(copies)
        for result in results
    ]


def test_a_run_equals_itself(results: list[Result]) -> None:
    comparison = compare_runs(results, results)
    assert comparison.changes == ()
    assert all(one.p_value == 1.0 for one in comparison.metrics.values())


def test_what_changed_is_told_case_by_case_broken_ones_first(results: list[Result]) -> None:
    before = [_broken(results[0], passed=0.0, content=0.0), *results[1:]]
    after = [
        results[0],
        _broken(results[1], passed=0.0, content=0.0),
        _broken(results[2], grounded=0.0),
        *results[3:],
    ]
    changes = compare_runs(before, after).changes
    assert [(change.id, change.what) for change in changes] == [
        (results[1].id, "broken"),
        (results[0].id, "fixed"),
        (results[2].id, "other"),
    ]
    assert changes[0].after == {"passed": 0.0, "content": 0.0}
    text = "\n".join(comparison_lines(compare_runs(before, after)))
    assert "broken (1):" in text
    assert "broken on purpose" in text


def test_cases_of_one_run_only_are_counted(results: list[Result]) -> None:
    comparison = compare_runs(results[:-2], results[1:])
    assert comparison.only_before == (results[0].id,)
    assert comparison.only_after == tuple(sorted(result.id for result in results[-2:]))


def test_runs_without_a_common_case_cannot_be_compared(results: list[Result]) -> None:
    with pytest.raises(InputError, match="no case in common"):
        compare_runs(results[:2], results[2:])


def test_the_gate_is_open_for_the_baseline_itself(results: list[Result]) -> None:
    summary = _summary(results)
    assert gate(summary, summary) == []


def test_a_case_that_a_table_settles_must_not_fail_once_it_passed(results: list[Result]) -> None:
    worse = [_broken(results[0], passed=0.0, content=0.0), *results[1:]]
    assert results[0].must_pass
    faults = gate(_summary(worse), _summary(results))
    assert faults == [f"{results[0].id}: settled by a table or code, passed in the baseline and fails now"]
    assert gate(_summary(worse), _summary(worse)) == []


def test_contradicting_a_table_closes_the_gate_whatever_the_baseline_did(results: list[Result]) -> None:
    wrong = [_broken(results[0], not_contradicting=0.0, passed=0.0, content=0.0), *results[1:]]
    assert gate(_summary(wrong), _summary(wrong)) == [f"{results[0].id}: contradicts its decision table"]


@pytest.mark.parametrize("metric", ["content", "cited", "within_length"])
def test_being_worse_beyond_chance_closes_the_gate(results: list[Result], metric: str) -> None:
    many = _widened(results)
    worse = [
        _broken(one, **{metric: 0.0}) if n % 3 == 0 and metric in one.scores else one
        for n, one in enumerate(many)
    ]
    faults = gate(_summary(worse), _summary(many))
    assert [fault.partition(":")[0] for fault in faults] == [metric]


def test_a_single_loss_among_many_is_within_chance(results: list[Result]) -> None:
    many = _widened(results)
    worse = [_broken(many[5], content=0.0), *many[:5], *many[6:]]
    assert gate(_summary(worse), _summary(many)) == []


def test_leaving_cases_out_closes_the_gate(results: list[Result]) -> None:
    faults = gate(_summary(results[:-1]), _summary(results))
    assert faults == [f"1 cases of the baseline were not run, among them {results[-1].id}"]


def test_new_cases_do_not_matter_to_the_gate(results: list[Result]) -> None:
    assert gate(_summary(results), _summary(results[:-1])) == []


@pytest.mark.parametrize("text", ["{", "[]", '{"format": 0, "outcomes": {}}', '{"format": 1}'])
def test_what_is_no_summary_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "summary.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match="summary"):
        load_summary(path)


def test_a_baseline_holds_a_run_like_its_summary_and_is_the_same_twice(
    tmp_path: Path, results: list[Result]
) -> None:
    worse = _summary([_broken(results[0], passed=0.0, content=0.0), *results[1:]])
    for name in ("one", "two"):
        write_baseline({**_summary(results), "speed": name}, tmp_path / name / "summary.json")
    one, two = ((tmp_path / name / "summary.json").read_bytes() for name in ("one", "two"))
    assert one == two
    kept = load_summary(tmp_path / "one" / "summary.json")
    assert gate(worse, kept) == gate(worse, _summary(results)) != []


def test_a_run_is_compared_with_a_baseline_on_what_that_keeps(results: list[Result]) -> None:
    after = [_broken(results[0], passed=0.0, content=0.0, grounded=0.0), *results[1:]]
    comparison = compare_runs(results_of_summary(_summary(results)), after)
    assert [(change.id, change.what) for change in comparison.changes] == [(results[0].id, "broken")]
    assert comparison.changes[0].after == {"passed": 0.0, "content": 0.0}
    assert "grounded" not in comparison.metrics


def test_the_committed_baseline_can_be_read_and_is_of_the_development_split() -> None:
    assert load_summary(baseline_path())["config"]["set"] == "dev"


def test_two_summaries_of_one_run_differ_in_speed_alone(results: list[Result]) -> None:
    one, two = summarize(results, [], {}, {"memory_mb": 1.0}), summarize(results, [], {}, {"memory_mb": 2.0})
    assert one != two
    assert _without_speed(one) == _without_speed(two)


def _without_speed(summary: Mapping[str, Any]) -> dict[str, Any]:
    kept = copy.deepcopy(dict(summary))
    del kept["speed"]
    return kept
