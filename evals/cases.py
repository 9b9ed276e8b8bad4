"""Evaluation cases: what is asked, and what a right answer must do. Loaded and validated from JSON lines.

`datasets/case.schema.json` publishes the format; it is generated from `Case` and a test holds the two equal.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Annotated, Any, Literal, TypeVar

from pydantic import AfterValidator, ConfigDict, Field, TypeAdapter, ValidationError
from pydantic.dataclasses import dataclass

from ingest.errors import InputError, reason_of

T = TypeVar("T")
Expect = Literal["answer", "clarify", "abstain", "any"]
SPLITS = ("dev", "test")
KEPT_BACK = "kept back"
"""Tag of the test split's cases: runs write their scores and never their words."""


def _regex(text: str) -> str:
    try:
        re.compile(text)
    except re.error as error:
        raise ValueError(f"not a regular expression: {error}") from error
    return text


def _not_blank(text: str) -> str:
    if not text.strip():
        raise ValueError("must not be blank")
    return text


Regex = Annotated[str, Field(min_length=1), AfterValidator(_regex)]
Words = Annotated[str, Field(min_length=1), AfterValidator(_not_blank)]
_CONFIG = ConfigDict(extra="forbid")


@dataclass(frozen=True, slots=True, config=_CONFIG)
class ExpectedVerdict:
    """What a decision table or calculator says to the case, as data.

    `inputs` are by name; several values stand in one string, joined with ", ". `outcome` is one word for all
    of them, or "<what> <outcome>; <what> <outcome>".
    """

    table: Words
    inputs: dict[str, str | int | float | bool]
    outcome: Words

    @property
    def rule(self) -> str:
        """The deciding rule: the table with all inputs, or with the one that names calculation or item."""
        named = [self.inputs[key] for key in ("calculation", "item") if key in self.inputs]
        return " ".join([self.table, *map(str, named or self.inputs.values())])


@dataclass(frozen=True, slots=True, config=_CONFIG)
class Case:
    """One question (or conversation, of which the last turn's answer counts) and what is expected of it."""

    id: Annotated[Words, Field(description="Unique among all cases of a run.")]
    kind: Annotated[Words, Field(description="The kind of question; results are told by kind.")]
    turns: Annotated[
        list[Words], Field(min_length=1, description="The messages of one conversation, in order.")
    ]
    expect: Annotated[Expect, Field(description="What the last answer must do; `any` when it may do either.")]
    tags: Annotated[list[str], Field(description="Marks to select by.")] = Field(default_factory=list)
    required: Annotated[
        list[Annotated[list[Regex], Field(min_length=1)]],
        Field(description="Facts. Of each inner list, one regular expression must match the answer."),
    ] = Field(default_factory=list)
    forbidden: Annotated[
        list[Regex], Field(description="Dangerous wrong statements: none of these may match the answer.")
    ] = Field(default_factory=list)
    gold: Annotated[
        list[str],
        Field(description="Innermost headings of source sections, or paths of sources; any will do."),
    ] = Field(default_factory=list)
    cluster: Annotated[
        str, Field(description="The section or code that the case hangs on; cases of one cluster correlate.")
    ] = ""
    why: Annotated[str, Field(description="A line for the reviewer.")] = ""
    model_answer: Annotated[str, Field(description="The reviewer's right answer in a line.")] = ""
    verdict: Annotated[
        ExpectedVerdict | None, Field(description="What the governing table says, as data.")
    ] = None
    codes: Annotated[
        list[str], Field(description="Error codes that the answer must be about, the first one foremost.")
    ] = Field(default_factory=list)

    @property
    def must_pass(self) -> bool:
        """Whether tables or codes settle the case, so that the gate holds it."""
        return self.verdict is not None or bool(self.codes)

    @property
    def kept_back(self) -> bool:
        """Whether the case is of the test split, whose words a run must not show."""
        return KEPT_BACK in self.tags

    @property
    def cluster_or_id(self) -> str:
        """The cluster for the statistics.

        A case that a table settles hangs on the table's rule. A case without a cluster stands alone,
        and so does one that hangs on no section or code: questions outside the guide have nothing in common,
        whatever they are filed under.
        """
        if self.verdict:
            return self.verdict.rule
        hangs = bool(self.gold or self.codes)
        return self.cluster if hangs and self.cluster else self.id


_ADAPTER: TypeAdapter[Case] = TypeAdapter(Case)


def case_schema() -> dict[str, Any]:
    """The JSON schema of one line of a case file."""
    schema = _ADAPTER.json_schema()
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    schema["title"] = "Evaluation case"
    return schema


def case_from_dict(data: Any, where: str) -> Case:
    """Validates plain data. Raises InputError that names `where` and each field that is wrong."""
    try:
        return _ADAPTER.validate_python(data)
    except ValidationError as error:
        faults = [
            f"{'.'.join(str(part) for part in fault['loc']) or 'the line'}: {fault['msg']}"
            for fault in error.errors()[:3]
        ]
        raise InputError(
            f"{where}: {'; '.join(faults)}.", "evals/datasets/case.schema.json is the format."
        ) from error


def case_to_dict(case: Case) -> dict[str, Any]:
    """Plain data for a JSON line: the fields that differ from their defaults."""
    data: dict[str, Any] = _ADAPTER.dump_python(case, exclude_defaults=True)
    return data


def case_line(case: Case) -> str:
    """The case as a line of a file of cases, with its line end."""
    return json.dumps(case_to_dict(case), ensure_ascii=False) + "\n"


def read_json_lines(path: Path) -> Iterator[tuple[str, Any]]:
    """Yields ("file, line N", value) for each non-blank line. Raises InputError naming file and line."""
    try:
        text = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(
            f"{path} can't be read: {reason_of(error)}.", "Give a UTF-8 file of JSON lines."
        ) from error
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            where = f"{path.name}, line {number}"
            try:
                yield where, json.loads(line)
            except ValueError as error:
                raise InputError(f"{where} is not JSON: {error}.") from error


def read_validated(path: Path, adapter: TypeAdapter[T]) -> Iterator[tuple[str, T]]:
    """As `read_json_lines`, each value of the adapter's type. Raises InputError naming line and field."""
    for where, data in read_json_lines(path):
        try:
            yield where, adapter.validate_python(data)
        except ValidationError as error:
            raise InputError(f"{where}: {first_fault(error)}.") from error


def first_fault(error: ValidationError) -> str:
    """Which part is wrong, and how, of the first fault that was found."""
    fault = error.errors()[0]
    return f"{'.'.join(map(str, fault['loc']))}: {fault['msg']}"


def load_cases(path: Path) -> list[Case]:
    """The cases of one file in order. Raises InputError naming file and line, also for a doubled id."""
    seen: dict[str, str] = {}
    cases = []
    for where, data in read_json_lines(path):
        case = case_from_dict(data, where)
        if case.id in seen:
            raise InputError(f"{where}: the id {case.id!r} stands at {seen[case.id]} already.")
        seen[case.id] = where
        cases.append(case)
    return cases


def write_cases(cases: Iterable[Case], path: Path) -> None:
    """Writes cases as JSON lines, in order."""
    path.write_text("".join(map(case_line, cases)), encoding="utf-8", newline="\n")


def datasets_dir() -> Path:
    """Folder of the shipped cases."""
    return Path(str(files("evals"))) / "datasets"


def select(
    cases: Iterable[Case], kinds: Sequence[str] = (), tags: Sequence[str] = (), limit: int = 0
) -> list[Case]:
    """The cases of any of `kinds` that carry all `tags`; empty selects all; `limit` 0 is no limit."""
    chosen = [
        case for case in cases if (not kinds or case.kind in kinds) and all(tag in case.tags for tag in tags)
    ]
    return chosen[:limit] if limit else chosen
