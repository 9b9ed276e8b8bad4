"""Expressions that are tried together find what each of them finds by itself."""

from __future__ import annotations

import gc

from assistant.decisions.expressions.families import Family
from assistant.decisions.expressions.patterns import compiled
from assistant.decisions.expressions.standing import VOCABULARY
from assistant.table_answers import settled
from assistant.understanding.read import read_question
from assistant.understanding.word_rules import Rules
from evals.cases import datasets_dir, load_cases

WORDS = {"link": r"\blinks?\b", "vault": r"\bvaults?\b", "figure": r"\d+", "any": r"[a-z]"}


def learnt() -> Family[str]:
    family = Family((name, compiled(pattern)) for name, pattern in WORDS.items())
    for _ in range(VOCABULARY.learnt_after):
        family.possible("")
    return family


def test_those_are_possible_whose_words_stand_in_the_text() -> None:
    family = learnt()
    assert [name for name, _ in family.possible("2 vaults")] == ["vault", "figure", "any"]
    assert [name for name, _ in family.possible("a LINK")] == ["link", "any"]
    assert [name for name, _ in family.possible("nothing")] == ["any"]


def test_all_are_possible_before_their_words_are_learnt() -> None:
    family = Family([("link", compiled(r"\blink\b"))])
    assert [name for name, _ in family.possible("nothing")] == ["link"]


def test_each_is_replaced_in_what_those_before_it_left() -> None:
    rules = (("two", compiled("one")), ("three", compiled("two")), ("one", compiled("none")))
    family = Family(rules)
    for _ in range(VOCABULARY.learnt_after + 2):
        assert family.replaced("One, four", str) == "three, four"
        assert family.replaced("none", str) == "nthree"
        assert family.replaced("four", lambda name: lambda match: match[0] + name) == "four"


def test_the_rules_that_find_something_are_among_the_possible() -> None:
    questions = [case.turns[-1] for case in load_cases(datasets_dir() / "guide.dev.jsonl")]
    for question in questions[:20]:
        settled(read_question(question))
    families = [one for one in gc.get_objects() if type(one) is Rules]
    assert len(families) > 8
    for rules in families:
        for question in questions:
            possible = dict(rules.possible(question))
            assert all(name in possible or not rule.search(question) for name, rule in rules.items())
