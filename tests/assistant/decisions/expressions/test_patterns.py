"""Expressions that are tried only where a text has a word of theirs find what they find without."""

from __future__ import annotations

import gc
import re

from assistant.decisions.expressions.patterns import Gated, compiled
from assistant.decisions.expressions.standing import VOCABULARY
from assistant.table_answers import settled
from assistant.understanding.read import read_question
from evals.cases import datasets_dir, load_cases

DEAD = r"\b(?:is|are|was)\s+(?:the\s+)?(?:cancel(?:led)?|suspend\w+)\b|\bdead\b(?!\s+link)"


def test_what_is_found_is_the_same_whatever_the_case() -> None:
    gated = compiled(DEAD)
    for _ in range(VOCABULARY.learnt_after + 2):
        assert gated.search("It WAS Cancelled.")
        assert gated.search("It is \u017fuspended.")  # an s to Python, whatever its case
        assert gated.search("It \u0130S cancelled.")  # and an i
        assert not gated.search("It was here.")
        assert [match[0] for match in gated.finditer("dead or DEAD")] == ["dead", "DEAD"]
        assert gated.sub("-", "dead dead alive", count=1) == "- dead alive"
        assert gated.subn("-", "dead dead alive") == ("- - alive", 2)
        assert gated.fullmatch("dead")
        assert gated.match("dead end")
        assert gated.findall("dead, dead") == ["dead", "dead"]
        assert gated.split("a dead b") == ["a ", " b"]
        assert gated.pattern == DEAD
        assert gated.groups == 0


def test_nothing_is_found_where_no_word_stands() -> None:
    gated = Gated(DEAD, re.IGNORECASE)
    gated.learn()
    assert not gated.search("alive")
    assert not gated.match("alive")
    assert not gated.fullmatch("alive")
    assert list(gated.finditer("alive")) == gated.findall("alive") == []
    assert gated.split("alive") == ["alive"]
    assert gated.sub("-", "alive") == "alive"
    assert gated.subn("-", "alive") == ("alive", 0)


def test_a_part_of_a_text_is_searched_as_it_is() -> None:
    gated = Gated(DEAD, re.IGNORECASE)
    gated.learn()
    assert not gated.search("alive", 2)
    assert gated.search("dead dead", 1)
    assert not gated.search("dead", 1)


def test_an_expression_without_words_is_always_tried() -> None:
    gated = compiled(r"[a-z]+")
    for _ in range(VOCABULARY.learnt_after + 2):
        assert gated.search("1a")
        assert not gated.search("1")


def test_its_words_are_learnt_after_some_uses() -> None:
    gated = Gated(DEAD, re.IGNORECASE)
    for _ in range(VOCABULARY.learnt_after):
        assert gated.may_match("alive")
        assert not gated.search("alive")
    assert not gated.may_match("alive")
    assert not gated.may_match("still alive")
    assert gated.may_match("dead")


def test_every_rule_finds_the_same_in_the_questions() -> None:
    questions = [case.turns[-1] for case in load_cases(datasets_dir() / "guide.dev.jsonl")]
    for question in questions[:20]:  # compiles the rules
        settled(read_question(question))
    rules = [one for one in gc.get_objects() if type(one) is Gated]
    assert len(rules) > 100
    for rule in rules:
        rule.learn()
        for question in questions:
            assert rule.may_match(question) or not rule.compiled.search(question), rule.pattern
