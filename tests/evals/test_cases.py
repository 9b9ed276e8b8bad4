from __future__ import annotations

import json
from pathlib import Path

import pytest

from evals.cases import (
    Case,
    ExpectedVerdict,
    case_schema,
    case_to_dict,
    datasets_dir,
    load_cases,
    select,
    write_cases,
)
from ingest.errors import InputError

_WHOLE = {
    "id": "x",
    "kind": "calc",
    "turns": ["how much?"],
    "expect": "answer",
    "required": [["5 ?%", "five"]],
    "verdict": {"table": "limits", "inputs": {"data_tb": 0.5}, "outcome": "5 %"},
}


def _file(folder: Path, *lines: object) -> Path:
    path = folder / "some.dev.jsonl"
    path.write_text("\n".join(one if isinstance(one, str) else json.dumps(one) for one in lines), "utf-8")
    return path


def test_a_case_comes_back_as_it_was_written(tmp_path: Path) -> None:
    cases = load_cases(_file(tmp_path, _WHOLE))
    write_cases(cases, tmp_path / "again.jsonl")
    assert load_cases(tmp_path / "again.jsonl") == cases
    assert json.loads((tmp_path / "again.jsonl").read_text("utf-8")) == _WHOLE


def test_blank_lines_and_a_byte_order_mark_are_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "marked.jsonl"
    path.write_text("\ufeff" + json.dumps(_WHOLE) + "\n\n", encoding="utf-8")
    assert [case.id for case in load_cases(path)] == ["x"]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{", "not JSON"),
        ({**_WHOLE, "expect": "guess"}, "expect"),
        ({**_WHOLE, "turns": []}, "turns"),
        ({**_WHOLE, "turns": ["  "]}, "turns.0: Value error, must not be blank"),
        ({**_WHOLE, "required": [["("]]}, "not a regular expression"),
        ({**_WHOLE, "required": [[]]}, "required.0"),
        ({**_WHOLE, "forbiden": []}, "forbiden"),
        ({key: value for key, value in _WHOLE.items() if key != "kind"}, "kind"),
        ({**_WHOLE, "verdict": {"table": "limits"}}, "verdict"),
        (_WHOLE, "stands at some.dev.jsonl, line 1 already"),
    ],
)
def test_a_line_that_cannot_be_used_is_named_with_what_is_wrong(
    tmp_path: Path, line: object, said: str
) -> None:
    with pytest.raises(InputError, match=r"some\.dev\.jsonl, line 2") as caught:
        load_cases(_file(tmp_path, _WHOLE, line))
    assert said in str(caught.value)


def test_a_file_that_is_not_there_is_an_input_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"none.jsonl can't be read: No such file or directory\. Give"):
        load_cases(tmp_path / "none.jsonl")


def test_the_published_schema_is_the_one_that_validates() -> None:
    published = json.loads((datasets_dir() / "case.schema.json").read_text("utf-8"))
    assert published == case_schema()


def test_select_by_kind_tags_and_limit() -> None:
    cases = [
        Case(id=str(n), kind="a" if n % 2 else "b", turns=["q"], expect="any", tags=["t"] if n > 2 else [])
        for n in range(6)
    ]
    assert [case.id for case in select(cases, kinds=["a"])] == ["1", "3", "5"]
    assert [case.id for case in select(cases, kinds=["a"], tags=["t"])] == ["3", "5"]
    assert [case.id for case in select(cases, limit=2)] == ["0", "1"]


def test_a_case_without_a_cluster_or_a_section_stands_alone() -> None:
    alone = Case(id="lone", kind="k", turns=["q"], expect="any", gold=["Section"])
    outside = Case(id="far", kind="k", turns=["q"], expect="abstain", cluster="not in the guide")
    inside = Case(id="near", kind="k", turns=["q"], expect="answer", cluster="Section", gold=["Section"])
    assert [case.cluster_or_id for case in (alone, outside, inside)] == ["lone", "far", "Section"]


@pytest.mark.parametrize(
    ("table", "inputs", "rule"),
    [
        ("connectivity", {"connectivity": "connected", "operation": "all"}, "connectivity connected all"),
        ("limits", {"calculation": "scratch", "data_tb": 5}, "limits scratch"),
        ("prerequisites", {"item": "dotnet", "value": "4.8"}, "prerequisites dotnet"),
    ],
)
def test_a_case_that_a_table_settles_hangs_on_the_rule(
    table: str, inputs: dict[str, str | int | float | bool], rule: str
) -> None:
    verdict = ExpectedVerdict(table, inputs, "pass")
    case = Case(id="x", kind="k", turns=["q"], expect="answer", gold=["S"], cluster="S", verdict=verdict)
    assert case.cluster_or_id == rule


def test_defaults_are_left_out_of_a_line() -> None:
    assert set(case_to_dict(Case(id="x", kind="k", turns=["q"], expect="any"))) == {
        "id",
        "kind",
        "turns",
        "expect",
    }
