"""Expressions that are tried only where a text has a word of theirs find what they find without."""

from __future__ import annotations

import gc
import re

import pytest

from assistant.decisions.patterns import Gated, compiled, lazy
from assistant.settling import settled
from assistant.understanding.read import read_question
from evals.cases import datasets_dir, load_cases

DEAD = r"\b(?:is|are|was)\s+(?:the\s+)?(?:cancel(?:led)?|suspend\w+)\b|\bdead\b(?!\s+link)"


def test_what_is_found_is_the_same_whatever_the_case() -> None:
    gated = compiled(DEAD)
    assert isinstance(gated, Gated)
    for _ in range(2):
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
    gated = compiled(DEAD)
    assert not gated.search("alive")
    assert not gated.match("alive")
    assert not gated.fullmatch("alive")
    assert list(gated.finditer("alive")) == gated.findall("alive") == []
    assert gated.split("alive") == ["alive"]
    assert gated.sub("-", "alive") == "alive"
    assert gated.subn("-", "alive") == ("alive", 0)


def test_a_part_of_a_text_is_searched_as_it_is() -> None:
    gated = compiled(DEAD)
    assert not gated.search("alive", 2)
    assert gated.search("dead dead", 1)
    assert not gated.search("dead", 1)


def test_an_expression_without_words_is_the_plain_one() -> None:
    assert type(lazy(r"[a-z]+")()) is re.Pattern
    assert compiled(r"[a-z]+").search("1a")


def test_what_no_text_has_words_of_is_never_compiled() -> None:
    broken = compiled(r"\bdead\b(?<=x*)")  # looks behind without end: is parsed, but can't be compiled
    assert not broken.search("alive")
    with pytest.raises(re.error):
        broken.search("dead")


def test_every_rule_finds_the_same_in_the_questions() -> None:
    questions = [case.turns[-1] for case in load_cases(datasets_dir() / "guide.dev.jsonl")]
    for question in questions[:20]:  # compiles the rules
        settled(read_question(question))
    rules = [one for one in gc.get_objects() if type(one) is Gated]
    assert len(rules) > 100
    for rule in rules:
        for question in questions:
            assert rule.may_match(question) or not rule.compiled.search(question), rule.pattern
