from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.report import write_reports
from evals.report.charts import HEIGHT, WIDTH, calibration_chart, confidence_chart, histogram, latency_chart
from evals.report.html import html_report
from evals.report.junit import junit_xml
from evals.report.markdown import markdown_report
from evals.results import Result, Timing
from evals.summary import summarize

_CONFIG = {"system": "local", "set": "example"}
NASTY = "</script><img src=x onerror=alert(1)> & \x00\x0b ]]> é"


@pytest.fixture
def nasty(results: list[Result]) -> list[Result]:
    """The results with one failed case that holds everything that could break a page."""
    bad = replace(
        results[0],
        turns=(NASTY,),
        failures=(NASTY,),
        answer={**results[0].answer, "text": NASTY},
        scores={**results[0].scores, "passed": 0.0},
    )
    return [bad, *results[1:]]


def _timings(results: list[Result]) -> list[Timing]:
    return [Timing(result.id, 1.5 * number + 0.4) for number, result in enumerate(results)]


def _summary(results: list[Result]) -> dict[str, Any]:
    return summarize(results, _timings(results), _CONFIG, {"memory_mb": 250.0, "cold_start_ms": 900.0})


def test_all_files_are_written_the_same_twice(tmp_path: Path, results: list[Result]) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        write_reports(tmp_path / name, _summary(results), results, _timings(results))
    names = {path.name for path in (tmp_path / "one").iterdir()}
    assert names == {"summary.json", "report.md", "junit.xml", "report.html"}
    assert all(
        (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes() for name in names
    )


def test_the_summary_counts_rates_intervals_and_behaviours(results: list[Result]) -> None:
    summary = json.loads(json.dumps(_summary(results)))
    assert (summary["cases"], summary["passed"]) == (12, 12)
    assert summary["metrics"]["passed"]["wilson"] == [pytest.approx(0.7575, abs=1e-4), 1.0]
    assert summary["behaviours"]["abstain"] == {"abstain": 3, "answer": 0, "clarify": 0}
    assert summary["must_pass"] == {"cases": 4, "failed": [], "contradicting": []}
    assert set(summary["outcomes"]) == {result.id for result in results}
    assert summary["speed"]["milliseconds"].keys() == {"p50", "p95", "p99"}


def test_junit_has_a_suite_for_each_kind_and_tells_failures(nasty: list[Result]) -> None:
    root = ET.fromstring(junit_xml(nasty, _timings(nasty)))
    assert root.attrib == {"name": "mabs eval", "tests": "12", "failures": "1", "errors": "0"}
    assert [suite.get("name") for suite in root] == ["guide", "table"]
    failures = root.findall(".//failure")
    assert len(failures) == 1
    assert "onerror" in str(failures[0].get("message"))


@given(st.text())
def test_junit_is_xml_whatever_the_answers_hold(text: str) -> None:
    result = Result(
        "a", text, (), "c", "any", False, (text,), "", {"passed": 0.0}, "answer", (text,), 1, {"text": text}
    )
    ET.fromstring(junit_xml([result], []))


def test_markdown_names_metrics_kinds_and_failures(nasty: list[Result]) -> None:
    text = markdown_report(_summary(nasty), nasty)
    assert "11 of 12 cases passed" in text
    assert "| cited | 1.000 | 9 | 0.701 to 1.000 |" in text
    assert "## Failures (1)" in text


class _Page(HTMLParser):
    """Collects what a page would load from elsewhere, and its elements."""

    def __init__(self) -> None:
        super().__init__()
        self.loads: list[str] = []
        self.tags: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.loads += [value or "" for name, value in attrs if name in {"src", "href", "action", "data"}]


def test_the_page_loads_nothing_and_escapes_everything(nasty: list[Result]) -> None:
    text = html_report(_summary(nasty), nasty, _timings(nasty))
    page = _Page()
    page.feed(text)
    assert page.loads == ["data:,"]
    assert "img" not in page.tags
    assert not re.search(
        r"https?://|@import|url\(", re.sub(r"<script type=.*?</script>", "", text, flags=re.DOTALL)
    )


def test_the_page_carries_every_case_as_data(nasty: list[Result]) -> None:
    text = html_report(_summary(nasty), nasty, _timings(nasty))
    match = re.search(r'<script type="application/json" id="data">(.*?)</script>', text, re.DOTALL)
    assert match is not None
    data = json.loads(match[1])
    assert [case["id"] for case in data] == [result.id for result in nasty]
    assert data[0]["text"] == NASTY


def test_a_run_without_retrieval_or_answers_still_makes_a_page(results: list[Result]) -> None:
    bare = [
        replace(r, answer={}, error="down", behaviour="error", scores={"passed": 0.0, "content": 0.0})
        for r in results
    ]
    assert "0 of 12" in html_report(summarize(bare, [], _CONFIG), bare, [])


@given(st.lists(st.floats(0.01, 1e6), min_size=1, max_size=40))
def test_charts_stay_on_their_canvas_and_count_every_value(values: list[float]) -> None:
    for chart in (latency_chart(values), histogram(values, 8)):
        for mark in chart.marks:
            assert 0 <= mark.x <= mark.x + mark.width <= WIDTH
            assert 0 <= mark.y <= mark.y + mark.height <= HEIGHT
        assert sum(int(mark.title.rsplit(": ", 1)[1]) for mark in chart.marks) == len(values)


def test_right_and_wrong_answers_are_told_apart_by_confidence(nasty: list[Result]) -> None:
    wrong = replace(nasty[0], scores={**nasty[0].scores, "content": 0.0})
    kinds = [mark.kind for mark in confidence_chart([wrong, *nasty[1:]]).marks]
    assert sorted(set(kinds)) == ["right", "wrong"]


def test_the_calibration_curve_has_a_point_for_each_bin() -> None:
    bins = [{"confidence": 0.5, "right": 0.25, "count": 4}, {"confidence": 0.9, "right": 1.0, "count": 8}]
    assert [mark.title for mark in calibration_chart(bins).marks] == [
        "confidence 0.50: 25% right of 4",
        "confidence 0.90: 100% right of 8",
    ]
