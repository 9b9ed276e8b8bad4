from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import yaml

from evals.cases import Case
from evals.formats import FORMATS, export_cases, import_cases
from ingest.errors import InputError


@pytest.fixture
def single(cases: list[Case]) -> list[Case]:
    """The cases of one question each."""
    return [case for case in cases if len(case.turns) == 1]


def _written(folder: Path, text: str, suffix: str = "jsonl") -> Path:
    path = folder / f"other.{suffix}"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("name", [name for name, one in FORMATS.items() if one.write])
def test_questions_survive_the_way_out_and_back(tmp_path: Path, single: list[Case], name: str) -> None:
    back = import_cases(_written(tmp_path, export_cases(single, name).text), name)
    assert [case.turns for case in back] == [case.turns for case in single]


@pytest.mark.parametrize("name", ["ragas", "openai"])
def test_model_answers_survive_too(tmp_path: Path, single: list[Case], name: str) -> None:
    back = import_cases(_written(tmp_path, export_cases(single, name).text), name)
    assert [case.model_answer for case in back] == [case.model_answer for case in single]


def test_promptfoo_keeps_the_facts(tmp_path: Path) -> None:
    case = Case(
        id="x",
        kind="k",
        turns=["q"],
        expect="answer",
        required=[["16", 'six"teen'], ["A4"]],
        forbidden=[r"^\W*no\b"],
    )
    back = import_cases(_written(tmp_path, export_cases([case], "promptfoo").text, "yaml"), "promptfoo")[0]
    assert len(back.required) == 2
    assert re.search(back.required[0][0], 'six"teen')
    assert back.forbidden == [r"(?:^\W*no\b)"]


def test_an_imported_case_expects_nothing_until_it_is_reviewed(tmp_path: Path) -> None:
    case = import_cases(_written(tmp_path, '{"user_input": "hello?", "reference": "Hi."}'), "ragas")[0]
    assert (case.expect, case.required, case.model_answer) == ("any", [], "Hi.")
    assert "fills in" in case.why


def test_a_ragas_conversation_keeps_what_the_person_said(tmp_path: Path) -> None:
    messages = [
        {"content": "a", "type": "human"},
        {"content": "b", "type": "ai"},
        {"content": "c", "type": "human"},
    ]
    path = _written(tmp_path, json.dumps({"user_input": messages}))
    assert import_cases(path, "ragas")[0].turns == ["a", "c"]


def test_ragas_gets_samples_of_one_type_as_its_datasets_want(tmp_path: Path, cases: list[Case]) -> None:
    told = export_cases(cases, "ragas")
    assert told.left_out[0] == "1 conversations"
    assert all(isinstance(json.loads(line)["user_input"], str) for line in told.text.splitlines())
    talk = export_cases([case for case in cases if len(case.turns) > 1], "ragas")
    assert [message["type"] for message in json.loads(talk.text)["user_input"]] == ["human", "human"]


def test_promptfoos_own_assertions_are_read(tmp_path: Path) -> None:
    checks = [
        {"type": "icontains", "value": "a.b"},
        {"type": "not-contains", "value": "never"},
        {"type": "regex", "value": r"\d+ GB"},
    ]
    text = yaml.safe_dump({"tests": [{"vars": {"question": "q"}, "assert": checks}]})
    case = import_cases(_written(tmp_path, text, "yaml"), "promptfoo")[0]
    assert case.required == [[r"a\.b"], [r"\d+ GB"]]
    assert case.forbidden == ["never"]


def test_what_a_format_cannot_carry_is_told(cases: list[Case]) -> None:
    assert "1 conversations" in export_cases(cases, "promptfoo").left_out
    assert "`verdict` of 4 cases" in export_cases(cases, "ragas").left_out
    assert export_cases(cases, "openai").left_out[0].startswith("1 conversations")


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("ragas", '{"question": "x"}', "line 1: a ragas sample"),
        ("ragas", '{"user_input": [1]}', "neither a text nor"),
        ("promptfoo", "a: [", "not a promptfoo file"),
        ("promptfoo", "tests: 3", "no list of tests"),
        ("promptfoo", "- {vars: {}}", "test 1 has no vars"),
        ("promptfoo", "- {vars: {a: x, b: y}}", "which of its vars"),
        (
            "promptfoo",
            "- {vars: {question: x}, assert: [{type: llm-rubric, value: y}]}",
            "no honest counterpart",
        ),
        ("openai", '{"ideal": "x"}', "input of messages"),
    ],
)
def test_what_cannot_be_mapped_is_refused_by_its_place(
    tmp_path: Path, name: str, text: str, said: str
) -> None:
    with pytest.raises(InputError, match=said):
        import_cases(_written(tmp_path, text), name)


def test_a_format_that_is_only_read_is_not_written(cases: list[Case]) -> None:
    with pytest.raises(InputError, match="read only"):
        export_cases(cases, "checklist")


def test_another_format_is_refused(cases: list[Case]) -> None:
    with pytest.raises(InputError, match="ragas, promptfoo, openai"):
        export_cases(cases, "deepeval")
