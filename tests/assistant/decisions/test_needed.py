"""A reader is asked only where a text has the words of all expressions that it needs."""

from __future__ import annotations

import pytest

from assistant.decisions.needed import Needed, any_of
from assistant.decisions.patterns import compiled
from assistant.decisions.standing import VOCABULARY
from assistant.specialists.calculators.question import Calculation, Question
from assistant.understanding import operations
from assistant.understanding.read import read_question
from evals.cases import datasets_dir, load_cases


@pytest.mark.parametrize(
    ("text", "may_stand"),
    [("a Scratch of 5 TB", True), ("a scratch", False), ("5 TB", False), ("", False)],
)
def test_all_of_them_have_to_stand(text: str, *, may_stand: bool) -> None:
    needed = Needed(r"\bscratch\b", r"\b(?:gb|tb)\b")
    for _ in range(VOCABULARY.learnt_after):
        assert needed.may_stand("scratch of 1 GB")
    assert needed.may_stand(text) is may_stand


def test_where_nothing_is_needed_any_text_will_do() -> None:
    assert Needed().may_stand("")


@pytest.mark.parametrize(("text", "may_stand"), [("2 disks", True), ("one vault", True), ("a link", False)])
def test_of_several_any_will_do_though_they_have_groups_of_one_name(text: str, *, may_stand: bool) -> None:
    needed = Needed(any_of(compiled(r"(?P<n>\d) disks?"), compiled(r"(?P<n>one|two) vaults?")))
    for _ in range(VOCABULARY.learnt_after):
        assert needed.may_stand("3 disks")
    assert needed.may_stand(text) is may_stand


def test_what_names_no_operation_has_none() -> None:
    questions = [case.turns[-1] for case in load_cases(datasets_dir() / "decisions2.dev.jsonl")]
    for _ in range(VOCABULARY.learnt_after):
        operations.NAMED.may_stand("")
    lacking = [text for text in questions if not operations.NAMED.may_stand(text)]
    assert lacking
    assert not any(operations.find_operations.__wrapped__(text) for text in lacking)


def test_no_calculator_reads_what_lacks_its_words() -> None:
    kinds = Calculation.__subclasses__()
    for kind in kinds:
        for _ in range(VOCABULARY.learnt_after):
            kind.NEEDS.may_stand("")
    lacking = 0
    for case in load_cases(datasets_dir() / "decisions2.dev.jsonl"):
        question = Question.of(read_question(case.turns[-1]), "")
        for kind in kinds:
            if not kind.NEEDS.may_stand(question.text):
                lacking += 1
                assert kind.read(question, None) is None, (kind.NAME, question.text)
    assert lacking
