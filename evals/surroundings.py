"""Fits the model of `assistant.codes.surroundings`: `python -m evals.surroundings [--write]`.

It learns from the labelled texts that may be tuned on and from those of the tests. Prints how well the model
alone tells the numbers of each set when it was fitted without that set; with `--write` the weights are put in
place.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.codes.finder import OFFER_LIMIT, Finder
from assistant.codes.fitting import fits_in
from assistant.codes.reference import load_reference
from assistant.codes.surroundings import WEIGHTS, Surroundings, SurroundingsModel, number_places
from evals.calibrate_codes import read_cases
from evals.cases import datasets_dir
from evals.metrics.codes import normal

TEST_TEXTS = Path("tests/assistant/codes/code_cases.yaml")
STRENGTH = 0.5
"""Inverse of the penalty on weights."""

TEST_WEIGHT = 8.0
"""What the tests want counts so many times."""

LEAST_SEEN = 10
FOLDS = 5


@dataclass(frozen=True, slots=True)
class Example:
    """What stands around a number, whether it is a code as labelled, and how much it counts in the fit."""

    surroundings: frozenset[str]
    is_code: bool
    weight: float = 1.0


def read_examples(path: Path) -> list[Example]:
    """The numbers of a set of labelled texts."""
    reference = load_reference()
    fits = fits_in(reference)
    weight = TEST_WEIGHT if path.suffix == ".yaml" else 1.0
    examples = []
    for case in read_cases(path):
        if len(case.text) > OFFER_LIMIT:
            continue
        finder = Finder(case.text, reference.has, fits)
        finder.find_cued()
        expected = {normal(code) for code in case.codes}
        around = Surroundings(finder.scene, finder.sure_places())
        examples += [
            Example(around.of(place), normal(case.text[slice(*place)]) in expected, weight)
            for place in number_places(case.text)
        ]
    return examples


def fit(examples: Sequence[Example], least_seen: int = LEAST_SEEN) -> SurroundingsModel:
    """The model fitted on examples; what fewer than `least_seen` have has no weight."""
    import numpy as np
    from sklearn.feature_extraction import DictVectorizer  # type: ignore[import-untyped]
    from sklearn.linear_model import LogisticRegression  # type: ignore[import-untyped]

    seen = Counter(name for one in examples for name in one.surroundings)
    table = DictVectorizer()
    rows = table.fit_transform(
        [{name: 1.0 for name in sorted(one.surroundings) if seen[name] >= least_seen} for one in examples]
    )
    rows.indices, rows.indptr = rows.indices.astype(np.int32), rows.indptr.astype(np.int32)
    model = LogisticRegression(C=STRENGTH, solver="liblinear", random_state=0)
    model.fit(rows, [one.is_code for one in examples], sample_weight=[one.weight for one in examples])
    weights = dict(zip(table.feature_names_, model.coef_[0].tolist(), strict=True))
    return SurroundingsModel(float(model.intercept_[0]), weights)


def report(sets: Mapping[str, Sequence[Example]]) -> list[str]:
    """What the model alone tells of sets that it was fitted without, as lines of Markdown."""
    lines = ["| set | numbers | codes | false | missed |", "|---|---|---|---|---|"]
    names = list(sets)
    for fold in range(FOLDS):
        left = names[fold::FOLDS]
        model = fit([one for name, examples in sets.items() if name not in left for one in examples])
        for name in left:
            told = [(model.log_odds(one.surroundings) > 0, one.is_code) for one in sets[name]]
            codes = sum(code for _, code in told)
            false, missed = told.count((True, False)), told.count((False, True))
            lines.append(f"| {name} | {len(told)} | {codes} | {false} | {missed} |")
    return lines


def main(arguments: Sequence[str] = ()) -> None:
    """Fits, prints the report, and writes the weights when asked to."""
    paths = [*sorted(datasets_dir().glob("codes*.dev.jsonl")), TEST_TEXTS]
    sets = {path.stem: read_examples(path) for path in paths}
    sys.stdout.write("\n".join(report(sets)) + "\n")
    if "--write" in arguments:
        model = fit([one for examples in sets.values() for one in examples])
        WEIGHTS.write_text(model.to_json() + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
