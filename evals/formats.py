"""Cases to and from the formats of ragas, promptfoo and OpenAI evals, and from files of checklists.

What a format can't carry is not bent to fit: it is counted and told (`Exported.left_out`), or refused.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from evals.cases import Case, case_from_dict, read_json_lines
from evals.checklist import read_checklists
from ingest.errors import InputError, reason_of

DRAFT = "imported; the reviewer fills in what is expected"


@dataclass(frozen=True, slots=True)
class Exported:
    """The text of an export, and what it leaves out, in words."""

    text: str
    left_out: tuple[str, ...]


def export_cases(cases: Sequence[Case], name: str) -> Exported:
    """The cases in the format `name`. Raises InputError for a format that we don't write."""
    write = _format(name).write
    if write is None:
        raise InputError(f"{name!r} is read only.", "Formats that can be written: ragas, promptfoo, openai.")
    return write(cases)


def import_cases(path: Path, name: str) -> list[Case]:
    """Cases from a file of the format `name`. Raises InputError naming the place that can't be used."""
    return _format(name).read(path)


def _to_ragas(cases: Sequence[Case]) -> Exported:
    """Samples of an EvaluationDataset as JSON lines.

    A dataset holds samples of one type, so conversations are left out unless there is nothing else; then each
    is a multi-turn sample of what the person said.
    """
    single = [case for case in cases if len(case.turns) == 1]
    lines = [json.dumps(_ragas_sample(case), ensure_ascii=False) + "\n" for case in single or cases]
    skipped = len(cases) - len(single) if single else 0
    told = (f"{skipped} conversations",) if skipped else ()
    return Exported(
        "".join(lines), told + _unsaid(cases, "required", "forbidden", "verdict", "gold", "expect")
    )


def _ragas_sample(case: Case) -> dict[str, Any]:
    said: Any = case.turns[0]
    if len(case.turns) > 1:
        said = [{"content": turn, "type": "human"} for turn in case.turns]
    return {"user_input": said} | ({"reference": case.model_answer} if case.model_answer else {})


def _from_ragas(path: Path) -> list[Case]:
    cases: list[Case] = []
    for where, data in read_json_lines(path):
        if not isinstance(data, dict) or "user_input" not in data:
            raise InputError(f"{where}: a ragas sample has a user_input.")
        said = data["user_input"]
        turns = [said] if isinstance(said, str) else _human_turns(said, where)
        cases.append(_draft(where, len(cases) + 1, "ragas", turns, str(data.get("reference") or "")))
    return cases


def _human_turns(messages: Any, where: str) -> list[str]:
    try:
        return [message["content"] for message in messages if message["type"] == "human"]
    except (TypeError, KeyError) as error:
        raise InputError(f"{where}: user_input is neither a text nor a list of messages.") from error


def _to_promptfoo(cases: Sequence[Case]) -> Exported:
    """Tests with assertions in JavaScript, which has our flags; conversations are left out.

    Python and JavaScript read the regular expressions of the cases alike (no named groups, no inline flags).
    """
    tests = []
    for case in cases:
        if len(case.turns) > 1:
            continue
        asserts = [_javascript(forms, wanted=True) for forms in case.required]
        asserts += [_javascript([form], wanted=False) for form in case.forbidden]
        meta = {"id": case.id, "kind": case.kind, "cluster": case.cluster}
        tests.append(
            {"description": case.id, "vars": {"question": case.turns[0]}, "assert": asserts, "metadata": meta}
        )
    text = yaml.safe_dump(tests, allow_unicode=True, sort_keys=False, width=1000)
    conversations = sum(len(case.turns) > 1 for case in cases)
    told = (f"{conversations} conversations",) if conversations else ()
    return Exported(text, told + _unsaid(cases, "verdict", "gold", "expect"))


def _javascript(forms: Sequence[str], *, wanted: bool) -> dict[str, str]:
    joined = "|".join(f"(?:{form})" for form in forms)
    return {
        "type": "javascript",
        "value": f"{'' if wanted else '!'}new RegExp({json.dumps(joined)}, 'is').test(output)",
    }


_TEST = re.compile(r"(?P<negated>!?)new RegExp\((?P<pattern>\".*\"), 'is'\)\.test\(output\)")


def _from_promptfoo(path: Path) -> list[Case]:
    try:
        data = yaml.safe_load(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise InputError(f"{path} is not a promptfoo file: {reason_of(error)}.") from error
    tests = data.get("tests") if isinstance(data, dict) else data
    if not isinstance(tests, list):
        raise InputError(f"{path.name} has no list of tests.")
    return [
        _promptfoo_case(test, f"{path.name}, test {number}", number) for number, test in enumerate(tests, 1)
    ]


def _promptfoo_case(test: Any, where: str, number: int) -> Case:
    if not isinstance(test, dict) or not isinstance(test.get("vars"), dict) or not test["vars"]:
        raise InputError(f"{where} has no vars.")
    variables = test["vars"]
    question = variables.get("question") if len(variables) > 1 else next(iter(variables.values()))
    if not isinstance(question, str):
        raise InputError(f"{where}: which of its vars is the question?", "Name it `question`.")
    required: list[list[str]] = []
    forbidden: list[str] = []
    for check in test.get("assert") or []:
        pattern, negated = _assertion(check, where)
        if negated:
            forbidden.append(pattern)
        else:
            required.append([pattern])
    draft = _draft(where, number, "promptfoo", [question], "", name=str(test.get("description") or ""))
    return case_from_dict(
        {"id": draft.id, "kind": draft.kind, "turns": [question], "expect": "any", "why": DRAFT}
        | {"required": required, "forbidden": forbidden},
        where,
    )


def _assertion(check: Any, where: str) -> tuple[str, bool]:
    """(regular expression, whether it must not match) of an assertion that says so; InputError for others."""
    kind = str(check.get("type", "")) if isinstance(check, dict) else ""
    bare = kind.removeprefix("not-")
    value = check.get("value") if kind else None
    if bare in {"contains", "icontains"} and isinstance(value, str):
        return re.escape(value), bare != kind
    if bare == "regex" and isinstance(value, str):
        return value, bare != kind
    ours = _TEST.fullmatch(value) if kind == "javascript" and isinstance(value, str) else None
    if ours:
        return json.loads(ours["pattern"]), bool(ours["negated"])
    raise InputError(
        f"{where}: an assertion of the type {kind!r} has no honest counterpart here.",
        "contains, icontains, regex and their negations can be imported.",
    )


def _to_openai(cases: Sequence[Case]) -> Exported:
    """Samples of `input` messages and `ideal`, for model-graded evals; conversations are left out."""
    usable = [case for case in cases if len(case.turns) == 1 and case.model_answer]
    lines = [
        json.dumps(
            {"input": [{"role": "user", "content": case.turns[0]}], "ideal": case.model_answer},
            ensure_ascii=False,
        )
        + "\n"
        for case in usable
    ]
    skipped = len(cases) - len(usable)
    told = (f"{skipped} conversations or cases without a model answer",) if skipped else ()
    return Exported(
        "".join(lines), told + _unsaid(cases, "required", "forbidden", "verdict", "gold", "expect")
    )


def _from_openai(path: Path) -> list[Case]:
    cases: list[Case] = []
    for where, data in read_json_lines(path):
        messages = data.get("input") if isinstance(data, dict) else None
        if isinstance(messages, str):
            messages = [{"role": "user", "content": messages}]
        if not isinstance(messages, list) or not all(isinstance(one, dict) for one in messages):
            raise InputError(f"{where}: a sample has an input of messages.")
        turns = [str(one.get("content", "")) for one in messages if one.get("role") == "user"]
        ideal = data.get("ideal", "")
        answer = ideal[0] if isinstance(ideal, list) and ideal else ideal
        cases.append(_draft(where, len(cases) + 1, "openai", turns, str(answer or "")))
    return cases


def _draft(where: str, number: int, source: str, turns: list[str], answer: str, name: str = "") -> Case:
    """A case that expects nothing yet, since the other format doesn't say what we need to know."""
    identifier = name or f"{source}-{number:03d}"
    data = {"id": identifier, "kind": f"imported {source}", "turns": turns, "expect": "any", "why": DRAFT}
    return case_from_dict({**data, "model_answer": answer}, where)


def _unsaid(cases: Sequence[Case], *names: str) -> tuple[str, ...]:
    """Which fields of how many cases the format has no place for."""
    counts = {name: sum(bool(getattr(case, name)) for case in cases) for name in names}
    return tuple(f"`{name}` of {count} cases" for name, count in counts.items() if count)


@dataclass(frozen=True, slots=True)
class _Format:
    write: Callable[[Sequence[Case]], Exported] | None
    read: Callable[[Path], list[Case]]


FORMATS: Mapping[str, _Format] = {
    "ragas": _Format(_to_ragas, _from_ragas),
    "promptfoo": _Format(_to_promptfoo, _from_promptfoo),
    "openai": _Format(_to_openai, _from_openai),
    "checklist": _Format(None, read_checklists),
}


def _format(name: str) -> _Format:
    if name not in FORMATS:
        raise InputError(f"{name!r} is no format.", f"Formats: {', '.join(FORMATS)}.")
    return FORMATS[name]
