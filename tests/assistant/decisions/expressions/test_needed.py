"""A reader is asked only where a text has the words of all expressions that it needs."""

from __future__ import annotations

import pytest

from assistant.decisions.expressions.needed import Needed, any_of
from assistant.decisions.expressions.standing import VOCABULARY
from assistant.specialists import review
from assistant.specialists.calculators.calculator_question import Calculation, Question
from assistant.understanding.read import read_question
from assistant.understanding.server.machine_facts import may_tell_several
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


def test_one_of_several_has_to_stand() -> None:
    needed = Needed(any_of(r"\b(?P<what>scratch)\b", r"\b(?P<what>pool)\b"), r"\b(?:gb|tb)\b")
    for _ in range(VOCABULARY.learnt_after):
        assert needed.may_stand("scratch of 1 GB")
    assert needed.may_stand("a pool of 1 TB")
    assert not needed.may_stand("a disk of 1 TB")


def test_a_review_is_made_of_what_may_tell_several_things(monkeypatch: pytest.MonkeyPatch) -> None:
    cases = load_cases(datasets_dir() / "decisions2.dev.jsonl")
    readings = [read_question(case.turns[-1]) for case in cases]
    left_out = [reading for reading in readings if not may_tell_several(reading.plain)]
    assert left_out
    monkeypatch.setattr(review, "may_tell_several", lambda _text: True)
    assert not any(map(review.consult, left_out))


def test_where_nothing_is_needed_any_text_will_do() -> None:
    assert Needed().may_stand("")


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
