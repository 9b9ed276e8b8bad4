from __future__ import annotations

import json
from pathlib import Path

import pytest

from evals.cases import datasets_dir
from evals.code_reading import (
    CodeCase,
    code_report_lines,
    evaluate_codes,
    load_code_cases,
    load_code_set,
)
from ingest.errors import InputError

_CASES = [
    CodeCase("one", "error 3002 at 0x186D2", ["3002", "100050"], []),
    CodeCase("two", "in 2019", [], ["2019"]),
]


def test_a_perfect_reader_has_no_faults() -> None:
    report = evaluate_codes(_CASES, lambda text: ["ID 3002", "0x186D2"] if "error" in text else [])
    assert (report.precision.estimate, report.recall.estimate, report.faults) == (1.0, 1.0, ())


def test_false_and_missed_codes_are_told_by_case() -> None:
    report = evaluate_codes(_CASES, lambda text: ["3002"] if "error" in text else ["2019"])
    assert report.precision.estimate == 0.5
    assert report.recall.estimate == 0.5
    assert report.faults == (
        "one: taken for codes [], missed ['100050']",
        "two: taken for codes ['2019'], missed []",
    )
    assert code_report_lines(report)[0].startswith("precision 0.5000")


@pytest.mark.parametrize(
    ("name", "least"),
    [(f"codes{number}.dev", 190) for number in ("", *range(2, 16), 18)]
    + [(f"codes{number}.{split}", 140) for number in (17, 19) for split in ("dev", "test")]
    + [("codes16.test", 340)],
)
def test_the_labelled_texts_are_valid(name: str, least: int) -> None:
    assert len(load_code_set(name)) >= least


def test_a_set_is_named_by_its_split_or_whole_or_is_a_file() -> None:
    assert load_code_set("dev") == load_code_set("codes.dev")
    assert load_code_set(str(datasets_dir() / "codes.dev.jsonl")) == load_code_set("dev")


def test_a_line_of_another_shape_is_named(tmp_path: Path) -> None:
    path = tmp_path / "codes.x.jsonl"
    path.write_text(json.dumps({"id": "a", "text": "t", "codes": "3"}), encoding="utf-8")
    with pytest.raises(InputError, match=r"codes\.x\.jsonl, line 1: codes"):
        load_code_cases(path)
