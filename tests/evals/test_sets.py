from __future__ import annotations

import json
from pathlib import Path

import pytest

from evals.sets import load_files, load_set, set_names
from ingest.errors import InputError


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("guide.dev", "guide.test", "errors.dev"):
        case = {"id": f"{name}-1", "kind": "k", "turns": ["q"], "expect": "any"}
        (tmp_path / f"{name}.jsonl").write_text(json.dumps(case) + "\n", encoding="utf-8")
    (tmp_path / "retrieval.test.jsonl").write_text("{}", encoding="utf-8")
    (tmp_path / "codes.dev.jsonl").write_text("{}", encoding="utf-8")
    (tmp_path / "notes.jsonl").write_text("{}", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("name", "files"),
    [
        ("dev", ["errors.dev", "guide.dev"]),
        ("test", ["guide.test"]),
        ("all", ["errors.dev", "guide.dev", "guide.test"]),
        ("guide", ["guide.dev", "guide.test"]),
        ("guide.test", ["guide.test"]),
    ],
)
def test_a_name_stands_for_splits_datasets_and_files(folder: Path, name: str, files: list[str]) -> None:
    assert [case.id for case in load_set(name, folder)] == [f"{file}-1" for file in files]


def test_cases_of_the_test_split_are_kept_back_however_they_are_named(folder: Path) -> None:
    kept = {case.id: case.kept_back for case in [*load_set("all", folder), *load_set("test", folder)]}
    assert kept == {"errors.dev-1": False, "guide.dev-1": False, "guide.test-1": True}
    assert [case.kept_back for case in load_files([folder / "guide.test.jsonl"])] == [True]


def test_composed_questions_of_the_test_grammar_are_kept_back() -> None:
    assert all(case.kept_back for case in load_set("paraphrases.test"))
    assert not any(case.kept_back for case in load_set("paraphrases.dev"))


def test_later_grammars_are_sets_too() -> None:
    assert {"paraphrases2.dev", "paraphrases3.dev"} <= set(set_names())
    assert load_set("paraphrases3.dev")


def test_every_name_that_is_offered_can_be_loaded(folder: Path) -> None:
    for name in set_names(folder):
        assert load_set(name, folder)


def test_an_unknown_name_is_answered_with_the_names_there_are(folder: Path) -> None:
    with pytest.raises(InputError, match=r"dev, test, all, errors, guide"):
        load_set("nothing", folder)


def test_an_id_in_two_files_is_refused(folder: Path) -> None:
    (folder / "other.dev.jsonl").write_text((folder / "guide.dev.jsonl").read_text("utf-8"), encoding="utf-8")
    with pytest.raises(InputError, match="two files"):
        load_set("dev", folder)
