"""What ships in evals/datasets is valid, large enough, and its test half is nowhere in the product."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from evals.cases import SPLITS, datasets_dir
from evals.grammar import load_grammar
from evals.metrics.facts import forbidden_statements, missing_facts
from evals.retrieval import load_retrieval_cases
from evals.sets import load_set

ROOT = datasets_dir().parents[1]
ROOMS = ("kb", "ingest", "assistant", "evals")
_TEXTS = {".py", ".md", ".yaml", ".json", ".jsonl", ".j2", ".js", ".css", ".toml"}
RUN = 10


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9][a-z0-9.'-]*", text.lower())


def _runs(text: str) -> set[str]:
    words = _words(text)
    return {" ".join(words[i : i + RUN]) for i in range(len(words) - RUN + 1)}


def _product_runs() -> set[str]:
    """Runs of words of everything that ships, apart from the kept-back files and from quoted messages.

    Error entries and troubleshooting quote the product's own messages, and so do questions about them.
    """
    found: set[str] = set()
    for room in ROOMS:
        for path in sorted((ROOT / room).rglob("*")):
            quotes = {"errors", "troubleshooting"} & set(path.relative_to(ROOT).parts)
            shipped = path.suffix in _TEXTS and ".test." not in path.name and path.is_file()
            if shipped and not quotes and path.parent != datasets_dir():
                found |= _runs(path.read_text("utf-8"))
    return found


def test_all_cases_are_valid_with_distinct_ids() -> None:
    assert load_set("all")


def test_there_are_six_hundred_cases_or_more_besides_the_composed_ones() -> None:
    assert len(load_set("all")) >= 600


@pytest.mark.parametrize("split", ["tune", "test"])
def test_the_retrieval_questions_are_valid(split: str) -> None:
    assert len(load_retrieval_cases(datasets_dir() / f"retrieval.{split}.jsonl")) >= 100


def test_no_question_kept_for_the_test_occurs_in_the_product() -> None:
    product = _product_runs()
    questions = {case.id: case.turns for case in load_set("test")}
    questions |= {
        case.id: [case.question] for case in load_retrieval_cases(datasets_dir() / "retrieval.test.jsonl")
    }
    leaked = [name for name, turns in questions.items() if any(_runs(turn) & product for turn in turns)]
    assert leaked == []


def test_no_frame_kept_for_the_test_occurs_in_the_product() -> None:
    grammar = load_grammar(datasets_dir() / "paraphrases.test.yaml")
    product = _product_runs()
    frames = [frame.text for frame in grammar.connectivity.frames]
    frames += [text for texts in grammar.matrix.frames.values() for text in texts]
    assert [number for number, frame in enumerate(frames) if _runs(frame) & product] == []


def test_the_two_halves_share_no_question() -> None:
    dev, test = (
        {" ".join(_words(t)) for case in load_set(split) for t in case.turns[-1:]} for split in SPLITS
    )
    assert {question for question in dev & test if len(question.split()) > 6} == set()


@pytest.mark.parametrize("name", ["more.dev"])
def test_the_reviewers_own_answer_holds_the_facts_that_are_asked_for(name: str) -> None:
    wrong = [
        case.id
        for case in load_set(name)
        if missing_facts(case, case.model_answer) or forbidden_statements(case, case.model_answer)
    ]
    assert wrong == []


def test_every_gold_section_is_one_of_the_guide() -> None:
    sections: set[str] = {"Install Azure Backup Server on Azure Stack"}
    for topic in (ROOT / "kb" / "guide").glob("*.md"):
        head = topic.read_text("utf-8").split("---")[1]
        for path in re.findall(r"^\s+- (.+)$", head, re.MULTILINE):
            sections.update(part.strip(" \"'") for part in path.split(" > "))
    unknown = {gold for case in load_set("more.dev") for gold in case.gold} - sections
    assert unknown == set()


def test_shipped_files_of_cases_end_lines_the_same_way_everywhere() -> None:
    files: list[Path] = sorted(datasets_dir().glob("*.jsonl"))
    assert [path.name for path in files if b"\r" in path.read_bytes()] == []
