"""Evaluates which numbers of a text are taken for error codes: precision and recall, with intervals."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import ConfigDict, TypeAdapter
from pydantic.dataclasses import dataclass as validated

from evals.cases import Words, datasets_dir, read_validated
from evals.metrics.codes import normal
from evals.statistics.intervals import Interval, wilson

Reader = Callable[[str], Sequence[str]]
"""The codes that are read out of a text."""


@validated(frozen=True, slots=True, config=ConfigDict(extra="forbid"))
class CodeCase:
    """A text with the codes that stand in it and the numbers in it that are none."""

    id: Words
    text: Words
    codes: list[str]
    not_codes: list[str]


@dataclass(frozen=True, slots=True)
class CodeReport:
    """Share of found codes that are codes, share of codes that are found, and what went wrong by case."""

    precision: Interval
    recall: Interval
    faults: tuple[str, ...]


def load_code_cases(path: Path) -> list[CodeCase]:
    """The cases of a file. Raises InputError naming file and line."""
    return [case for _, case in read_validated(path, TypeAdapter(CodeCase))]


def load_code_set(name: str) -> list[CodeCase]:
    """The cases of a shipped set, "dev" or "codes17.test", or of a file."""
    shipped = (datasets_dir() / f"{stem}.jsonl" for stem in (f"codes.{name}", name))
    return load_code_cases(next((path for path in shipped if path.is_file()), Path(name)))


def evaluate_codes(cases: Sequence[CodeCase], read: Reader) -> CodeReport:
    """Reads every text. A number found that isn't expected is wrong, also where `not_codes` lacks it.

    The labels are of numbers: a name found, "FileFaultFault", counts only where they hold it.
    """
    right = found_all = expected_all = 0
    faults = []
    for case in cases:
        expected = {normal(code) for code in case.codes}
        found = {code for code in map(normal, read(case.text)) if code.isdecimal() or code in expected}
        right += len(found & expected)
        found_all += len(found)
        expected_all += len(expected)
        wrong, missed = sorted(found - expected), sorted(expected - found)
        if wrong or missed:
            faults.append(f"{case.id}: taken for codes {wrong}, missed {missed}")
    return CodeReport(wilson(right, found_all), wilson(right, expected_all), tuple(faults))


def code_report_lines(report: CodeReport) -> list[str]:
    """The report as lines of text."""
    shares = {"precision": report.precision, "recall": report.recall}
    lines = [f"{name} {one.estimate:.4f} ({one.low:.4f} to {one.high:.4f})" for name, one in shares.items()]
    return [*lines, *report.faults]
