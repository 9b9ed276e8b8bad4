"""Fits the two models of `assistant.codes.finding.weighing`: `python -m evals.fit_weighing [--write]`.

The model of what stands around a number learns from all labelled texts that may be tuned on and from those
of the tests. The model of a number among the others has to see rules and first model as they are with texts
that neither knows: so it learns from the sets that no rule was made with, each read by a first model that
was fitted without it. Prints how well both together tell each of those sets when fitted without it; with
`--write` the weights are put in place.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from assistant.codes.entry_fit import fits_in
from assistant.codes.finding import weighing
from assistant.codes.finding.finder import Finder
from assistant.codes.finding.linear_model import LinearModel
from assistant.codes.finding.weighing import Number
from assistant.codes.reference import load_reference
from evals.cases import datasets_dir
from evals.code_reading import CodeCase, load_code_cases
from evals.metrics.codes import normal

TEST_TEXTS = Path("tests/assistant/codes/code_cases.yaml")
UNSEEN_FROM = 33
"""The labelled sets from this number on came after the rules: no rule was made with one of them in view."""

AROUND_STRENGTH, AMONG_STRENGTH = 0.15, 0.05
"""Inverse of the penalty on weights."""

TEST_WEIGHT = 12.0
"""What the tests want counts so many times."""

LEAST_SEEN = 10
FOLDS = 4


@dataclass(frozen=True, slots=True)
class Example:
    """A text, its numbers as the rules leave them, and which of these are codes as labelled."""

    text: str
    numbers: Sequence[Number]
    are_codes: Sequence[bool]
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Row:
    """What is to be said of a number, whether it is a code as labelled, and how much it counts in the fit."""

    values: Mapping[str, float]
    is_code: bool
    weight: float = 1.0


def read_examples(path: Path) -> list[Example]:
    """The texts of a set that numbers are weighed in."""
    weight = TEST_WEIGHT if path.suffix == ".yaml" else 1.0
    examples = []
    for case in _cases(path):
        expected = {normal(code) for code in case.codes}
        numbers = _numbers(case.text)
        are_codes = [normal(case.text[slice(*number.place)]) in expected for number in numbers]
        examples.append(Example(case.text, numbers, are_codes, weight))
    return examples


def _numbers(text: str) -> list[Number]:
    reference = load_reference()
    finder = Finder(text, reference.has, fits_in(reference))
    if not finder.weighs:
        return []
    finder.find_by_rules()
    return finder.numbers()


def _cases(path: Path) -> Sequence[CodeCase]:
    """The texts of a set, or of the tests: of those only the codes are told."""
    if path.suffix != ".yaml":
        return load_code_cases(path)
    cases = yaml.safe_load(path.read_text("utf-8"))
    told = [CodeCase(f"code {n}", one["text"], one["values"], []) for n, one in enumerate(cases["codes"])]
    return [*told, *(CodeCase(f"none {n}", text, [], []) for n, text in enumerate(cases["none"]))]


def fit_around(examples: Iterable[Example]) -> LinearModel:
    """The model of what stands around a number."""
    rows = [
        Row(dict.fromkeys(number.around, 1.0), is_code, one.weight)
        for one in examples
        for number, is_code in zip(one.numbers, one.are_codes, strict=True)
    ]
    return fit(rows, AROUND_STRENGTH)


def rows_among(examples: Iterable[Example], around: LinearModel) -> list[Row]:
    """The numbers of texts as the second model sees them when the first is `around`."""
    rows = []
    for one in examples:
        odds = [weighing.odds_around(number, around) for number in one.numbers]
        told = weighing.among(one.text, one.numbers, odds)
        rows += [Row(values, is_code) for values, is_code in zip(told, one.are_codes, strict=True)]
    return rows


def fit(rows: Sequence[Row], strength: float, least_seen: int = LEAST_SEEN) -> LinearModel:
    """A logistic model; what fewer than `least_seen` rows have has no weight."""
    import numpy as np
    from sklearn.feature_extraction import DictVectorizer  # type: ignore[import-untyped]
    from sklearn.linear_model import LogisticRegression  # type: ignore[import-untyped]

    seen = Counter(name for row in rows for name in row.values)
    table = DictVectorizer()
    values = table.fit_transform(
        [{name: row.values[name] for name in sorted(row.values) if seen[name] >= least_seen} for row in rows]
    )
    values.indices, values.indptr = values.indices.astype(np.int32), values.indptr.astype(np.int32)
    model = LogisticRegression(C=strength, solver="liblinear", random_state=0)
    model.fit(values, [row.is_code for row in rows], sample_weight=[row.weight for row in rows])
    weights = dict(zip(table.feature_names_, model.coef_[0].tolist(), strict=True))
    return LinearModel(float(model.intercept_[0]), weights)


def rows_unseen(sets: Mapping[str, Sequence[Example]], unseen: Sequence[str]) -> dict[str, list[Row]]:
    """The rows of each set in `unseen`, by a first model that was fitted without it."""
    rows: dict[str, list[Row]] = {}
    for fold in range(min(FOLDS, len(unseen))):
        left = unseen[fold::FOLDS]
        around = fit_around(one for name, examples in sets.items() if name not in left for one in examples)
        rows |= {name: rows_among(sets[name], around) for name in left}
    return rows


def report(rows: Mapping[str, Sequence[Row]]) -> list[str]:
    """What both models tell of sets that they were fitted without, as lines of Markdown."""
    lines = ["| set | numbers | codes | false | missed |", "|---|---|---|---|---|"]
    for name, left in rows.items():
        among = fit([row for other, rest in rows.items() if other != name for row in rest], AMONG_STRENGTH)
        told = [(among.log_odds(row.values) >= weighing.LEAST, row.is_code) for row in left]
        codes = sum(row.is_code for row in left)
        false, missed = told.count((True, False)), told.count((False, True))
        lines.append(f"| {name} | {len(told)} | {codes} | {false} | {missed} |")
    return lines


def main(arguments: Sequence[str] = ()) -> None:
    """Fits, prints the report, and writes the weights when asked to."""
    paths = [*sorted(datasets_dir().glob("codes*.dev.jsonl")), TEST_TEXTS]
    sets = {path.stem: read_examples(path) for path in paths}
    unseen = [name for name in sets if _number(name) >= UNSEEN_FROM]
    rows = rows_unseen(sets, unseen)
    sys.stdout.write("\n".join(report(rows)) + "\n")
    if "--write" in arguments:
        around = fit_around(one for examples in sets.values() for one in examples)
        among = fit([row for one in rows.values() for row in one], AMONG_STRENGTH)
        for path, model in ((weighing.AROUND_WEIGHTS, around), (weighing.AMONG_WEIGHTS, among)):
            path.write_text(model.to_json() + "\n", encoding="utf-8", newline="\n")


def _number(name: str) -> int:
    digits = name.partition(".")[0].removeprefix("codes")
    return int(digits) if digits.isdecimal() else 0


if __name__ == "__main__":
    main(sys.argv[1:])
