from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from evals.cases import Case
from evals.checklist import read_checklists
from ingest.errors import InputError

ARTICLE = "articles/backup/backup-azure-mabs-troubleshoot.md"
LINE: dict[str, Any] = {
    "id": "x-1",
    "kind": "guide",
    "turns": ["which two?"],
    "must": [["a", "b"], ["c"]],
    "must_not": ["d"],
    "abstain": False,
    "gold_section": "Next steps",
}


def _read(folder: Path, **changes: Any) -> Case:
    path = folder / "questions.jsonl"
    path.write_text(json.dumps({**LINE, **changes}) + "\n", encoding="utf-8")
    return read_checklists(path)[0]


def test_every_field_finds_its_place(tmp_path: Path) -> None:
    case = _read(
        tmp_path, gold_alt=["Before you start"], tier="core", tag="far", why="two of them", origin="a thread"
    )
    assert case == Case(
        id="x-1",
        kind="guide",
        turns=["which two?"],
        expect="answer",
        tags=["core", "far"],
        required=[["a", "b"], ["c"]],
        forbidden=["d"],
        gold=["Next steps", "Before you start"],
        cluster="Next steps",
        why="two of them (a thread)",
    )


@pytest.mark.parametrize(
    ("abstain", "mode", "expect"),
    [
        (False, None, "answer"),
        (True, None, "abstain"),
        (True, "required", "abstain"),
        (True, "either", "any"),
        (False, "either", "any"),
        (False, "forbidden", "answer"),
    ],
)
def test_the_mode_decides_what_is_expected(
    tmp_path: Path, abstain: bool, mode: str | None, expect: str
) -> None:
    assert _read(tmp_path, abstain=abstain, abstain_mode=mode).expect == expect


def test_kinds_go_by_our_names_and_keep_theirs_as_a_tag(tmp_path: Path) -> None:
    case = _read(tmp_path, kind="oos")
    assert (case.kind, case.tags) == ("abstention", ["oos"])


def test_without_a_gold_section_the_case_stands_alone(tmp_path: Path) -> None:
    case = _read(tmp_path, gold_section=None)
    assert (case.gold, case.cluster_or_id) == ([], "x-1")


def test_a_case_of_an_article_hangs_on_the_code_it_asks_about(tmp_path: Path) -> None:
    case = _read(tmp_path, gold_section=ARTICLE, turns=["error ID 33122, what now"])
    assert case.cluster_or_id == "33122"
    assert _read(tmp_path, gold_section=ARTICLE).cluster_or_id == "x-1"


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"must": "a"}, "line 1: must"),
        ({"must": [["("]]}, "line 1: required.0.0: .*regular expression"),
        ({"must": [[]]}, "line 1: required.0"),
        ({"turns": []}, "line 1: turns"),
        ({"abstain_mode": "maybe"}, "line 1: abstain_mode"),
        ({"extra": 1}, "line 1: extra"),
    ],
)
def test_what_is_wrong_is_told_by_line_and_field(tmp_path: Path, changes: dict[str, Any], said: str) -> None:
    with pytest.raises(InputError, match=said):
        _read(tmp_path, **changes)
