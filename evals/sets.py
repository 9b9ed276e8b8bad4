"""Which files of cases a name stands for: `dev`, `test`, `all`, `guide`, `guide.dev`, `paraphrases.dev`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from evals.cases import KEPT_BACK, SPLITS, Case, datasets_dir, load_cases
from evals.grammar import load_grammar
from evals.paraphrases import compose
from ingest.errors import InputError

_GRAMMARS = "paraphrases*.*.yaml"
# Files that hold a labelled text a line instead of a case.
_OTHER_FORMATS = re.compile(r"codes\d*|passages|retrieval|symptoms2")


def load_set(name: str, folder: Path | None = None) -> list[Case]:
    """The cases that `name` stands for, files in alphabetical order.

    A split (`dev`, `test`, `all`), a dataset (`guide`: both splits of it), one file (`guide.dev`), or a
    paraphrase grammar (`paraphrases.dev`: composed with the fixed seed). Cases of the test split carry
    the tag `kept back`. Raises InputError for another name and for an id that two files share.
    """
    base = datasets_dir() if folder is None else folder
    grammar = base / f"{name}.yaml"
    if _is_grammar(grammar) and grammar.is_file():
        return _marked(compose(load_grammar(grammar)), grammar)
    paths = [path for path in case_files(base) if _matches(path, name)]
    if not paths:
        raise InputError(f"There is no set of cases called {name!r}.", f"Sets: {', '.join(set_names(base))}.")
    return load_files(paths)


def _is_grammar(path: Path) -> bool:
    """`paraphrases.dev`, and those that followed it: `paraphrases2.dev`."""
    return path.match(_GRAMMARS)


def load_files(paths: Sequence[Path]) -> list[Case]:
    """The cases of several files. Raises InputError for an id that two of them share."""
    cases = [case for path in paths for case in _marked(load_cases(path), path)]
    check_ids(cases)
    return cases


def _marked(cases: list[Case], path: Path) -> list[Case]:
    if path.stem.rpartition(".")[2] != "test":
        return cases
    return [replace(case, tags=[*case.tags, KEPT_BACK]) for case in cases]


def check_ids(cases: list[Case]) -> None:
    """Raises InputError when two cases share an id."""
    seen: set[str] = set()
    for case in cases:
        if case.id in seen:
            raise InputError(f"The id {case.id!r} stands in two files of cases.")
        seen.add(case.id)


def set_names(folder: Path | None = None) -> list[str]:
    """Every name that `load_set` knows."""
    base = datasets_dir() if folder is None else folder
    stems = [path.stem for path in case_files(base)]
    grammars = [path.stem for path in sorted(base.glob(_GRAMMARS))]
    datasets = {stem.partition(".")[0] for stem in stems}
    return [*SPLITS, "all", *sorted(datasets), *stems, *grammars]


def case_files(base: Path) -> list[Path]:
    """The files of cases in a folder, both splits, in alphabetical order."""
    return [
        path
        for path in sorted(base.glob("*.*.jsonl"))
        if path.stem.rpartition(".")[2] in SPLITS
        and not _OTHER_FORMATS.fullmatch(path.stem.partition(".")[0])
    ]


def _matches(path: Path, name: str) -> bool:
    dataset, _, split = path.stem.rpartition(".")
    return name in ("all", split, dataset, path.stem)
