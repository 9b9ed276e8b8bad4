"""Expressions that are tried only where a text has a word of theirs find what they find without."""

from __future__ import annotations

import gc
import re

import pytest

from assistant.decisions.patterns import LEARNT_AFTER, Gated, compiled, words_of
from assistant.settling import settled
from assistant.understanding.read import read_question
from evals.cases import datasets_dir, load_cases

LONG = r"\b(?:is|are|was)\s+(?:the\s+)?(?:cancel(?:led)?|suspend\w+)\b|\bdead\b(?!\s+link)"


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        (LONG, {"cancel", "suspend", "dead"}),
        (r"colou?r", {"colo"}),
        (r"(?:one|two)+ disks?", {" disk"}),
        (r"(?:one|two)*", {""}),
        (r"\d+", {""}),
        (r"(?:abc|\d+)", {""}),
        (r"(?=never)[nm]", {""}),
        (r"(?:left|leftover)", {"left"}),
    ],
)
def test_any_match_holds_one_of_the_words(pattern: str, words: set[str]) -> None:
    assert set(words_of(re.compile(pattern, re.IGNORECASE))) == words


def test_case_does_not_matter_before_and_after_the_words_are_known() -> None:
    gated = compiled(LONG)
    for _ in range(LEARNT_AFTER + 2):
        assert gated.search("It WAS Cancelled.")
        assert gated.search("ſuspended? It is ſuspended.")  # an s to Python, whatever its case
        assert not gated.search("It was here.")
        assert [match[0] for match in gated.finditer("dead or DEAD")] == ["dead", "DEAD"]
        assert gated.sub("-", "dead dead alive", count=1) == "- dead alive"
        assert gated.fullmatch("dead")


def test_every_rule_finds_the_same_in_the_questions() -> None:
    questions = [case.turns[-1] for case in load_cases(datasets_dir() / "guide.dev.jsonl")]
    for question in questions[:20]:  # compiles the rules
        settled(read_question(question))
    rules = [one for one in gc.get_objects() if type(one) is Gated]
    assert len(rules) > 100
    gated = [one for one in rules if words_of(one.compiled) != ("",)]
    assert len(gated) > len(rules) / 2
    for rule in gated:
        for question in questions:
            assert bool(rule.search(question)) == bool(rule.compiled.search(question)), rule.pattern
