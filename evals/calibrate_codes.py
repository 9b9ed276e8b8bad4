"""Fits the weights of `assistant.codes.weighing`.

`python -m evals.calibrate_codes tests/assistant/codes/code_cases.yaml`: a logistic model over the signs
beside each bare number of the labelled development texts, and of those named. Prints the weights, and which
numbers would be misread by a fit that the number's own set was left out of. The other codes of a text are
signs too: so each number is seen once with those found before, and once with all that are right.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import yaml
from numpy.typing import NDArray

from assistant.codes import weighing
from assistant.codes.finder import Finder
from assistant.codes.fitting import fits_in
from assistant.codes.found import TOLD_LONGEST
from assistant.codes.reference import load_reference
from assistant.codes.signs import evidence
from evals.cases import datasets_dir
from evals.code_reading import CodeCase, load_code_cases
from evals.metrics.codes import normal

STRENGTH = 1.5
"""Inverse of the penalty on weights."""


@dataclass(frozen=True, slots=True)
class Example:
    """A bare number with the signs beside it, in one of the two views; `is_code` as labelled. `weight`: how
    often it counts."""

    case: str
    said: str
    signs: frozenset[str]
    is_code: bool
    weight: float = 1


def read_examples(path: Path) -> list[Example]:
    """The bare numbers of a set that the weights decide on."""
    reference = load_reference()
    fits = fits_in(reference)
    weight = 2 if path.suffix == ".yaml" else 1  # what the tests want counts double
    examples = []
    for case in read_cases(path):
        finder = Finder(case.text, reference.has, fits)
        finder.find_cued()
        expected = {normal(code) for code in case.codes}
        found = {normal(case.text[slice(*place)]) for place in finder.sure_places()}
        places = finder.bare_places() if len(case.text) <= TOLD_LONGEST else []
        right = [place for place in places if case.text[slice(*place)] in expected]
        scene = finder.scene
        for start, end in places:
            number = case.text[start:end]
            if number in found:
                continue
            right_others = [place for place in right if place != (start, end)]
            before = finder.sure_places()
            for sure in (before, [*before, *right_others]):
                signs = evidence(scene, (start, end), sure)
                said = f"{case.text[max(0, start - 50) : start]}[{number}]{case.text[end : end + 40]}"
                examples.append(Example(case.id, said, frozenset(signs), number in expected, weight))
    return examples


def read_cases(path: Path) -> Sequence[CodeCase]:
    """The texts of a set, or of the tests: of those only the codes are told."""
    if path.suffix != ".yaml":
        return load_code_cases(path)
    cases = yaml.safe_load(path.read_text("utf-8"))
    told = [CodeCase(f"code {n}", one["text"], one["values"], []) for n, one in enumerate(cases["codes"])]
    return [*told, *(CodeCase(f"none {n}", text, [], []) for n, text in enumerate(cases["none"]))]


def fit(examples: Sequence[Example]) -> dict[str, float]:
    """The weight of each sign, and that of being a number at all."""
    from sklearn.linear_model import LogisticRegression  # type: ignore[import-untyped]

    names = sorted({sign for one in examples for sign in one.signs})
    values: NDArray[np.float64] = np.array([[float(name in one.signs) for name in names] for one in examples])
    model = LogisticRegression(C=STRENGTH, max_iter=3000)
    model.fit(
        values,
        np.array([one.is_code for one in examples]),
        sample_weight=np.array([one.weight for one in examples]),
    )
    weights = {name: round(float(weight), 1) for name, weight in zip(names, model.coef_[0], strict=True)}
    return {weighing.NUMBER: round(float(model.intercept_[0]), 1), **weights}


def report(sets: Mapping[str, Sequence[Example]]) -> list[str]:
    """The weights, and what each set left out of the fit would be read wrongly."""
    lines = []
    for name, examples in sets.items():
        weights = fit([one for other, rest in sets.items() if other != name for one in rest])
        wrong = [one for one in examples if (weighing.score(one.signs, weights) > 0) != one.is_code]
        false = sum(not one.is_code for one in wrong)
        lines.append(f"{name}: {len(examples)} views, {false} false, {len(wrong) - false} missed")
        lines += [f"  {weighing.score(one.signs, weights):+.1f} {one.case} {one.said!r}" for one in wrong]
    weights = fit([one for examples in sets.values() for one in examples])
    return [*lines, "", *(f"    {name!r}: {weight}," for name, weight in sorted(weights.items()))]


def main(write: Callable[[str], object] = sys.stdout.write) -> None:
    """Fits on the development sets and those named, and prints the report."""
    paths = [*sorted(datasets_dir().glob("codes*.dev.jsonl")), *map(Path, sys.argv[1:])]
    write("\n".join(report({path.stem: read_examples(path) for path in paths})) + "\n")


if __name__ == "__main__":
    main()
