"""A long alternation that is tried branch by branch finds what it finds as a whole."""

from __future__ import annotations

import gc
import re

import pytest

from assistant.decisions.expressions.branches import COMPILED_AFTER, FEWEST, MOST_TRIED, Branches, branches_of
from assistant.decisions.expressions.patterns import SPLIT_AFTER, Gated, compiled
from assistant.decisions.expressions.standing import VOCABULARY
from assistant.table_answers import settled
from assistant.understanding.read import read_question
from evals.cases import datasets_dir, load_cases

OTHERS = "|".join(f"other{number}" for number in range(FEWEST))


Spans = tuple[tuple[int, int] | None, list[tuple[int, int]]]


def spans(branches: Branches, text: str) -> Spans:
    """What is found by branches that are compiled by now, which is what is found before."""
    found = [found_once(branches, text) for _ in range(COMPILED_AFTER)]
    assert found[0] == found[-1]
    return found[-1]


def found_once(branches: Branches, text: str) -> Spans:
    missing = VOCABULARY.missing_in(text)
    first = branches.search(text, missing)
    return first.span() if first else None, [match.span() for match in branches.finditer(text, missing)]


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("link up|up", "the up link up, and up"),  # the first place
        ("link|link up", "a link up"),  # the first branch at the same place
        ("link up|link", "a link up and a link"),
        ("link up|up and|and down", "link up and down"),  # behind the match before
        (r"(?<=link )up|link", "link up"),
        (r"[|)]|\)\||a\|b", "a|b)|"),
        (r"[^]|]+\]|\[x", "ab]|[x"),
        ("none|neither", "nothing"),
    ],
)
def test_what_is_found_is_the_same(pattern: str, text: str) -> None:
    whole = re.compile(f"{pattern}|{OTHERS}", re.IGNORECASE)
    branches = branches_of(whole)
    assert branches is not None
    first = whole.search(text)
    found = [match.span() for match in whole.finditer(text)]
    assert spans(branches, text) == (first.span() if first else None, found)


def test_where_many_may_match_the_whole_is_tried() -> None:
    branches = branches_of(re.compile(OTHERS, re.IGNORECASE))
    assert branches is not None
    text = " ".join(f"other{number}" for number in range(MOST_TRIED + 1))
    assert len(spans(branches, text)[1]) == MOST_TRIED + 1


def test_assertions_before_a_group_hold_for_each_of_its_branches() -> None:
    branches = branches_of(re.compile(rf"\b(?<!no )(?:link|line|{OTHERS})\b(?! down)", re.IGNORECASE))
    assert branches is not None
    assert spans(branches, "no link, line down, link up, lines") == ((20, 24), [(20, 24)])


@pytest.mark.parametrize(
    "pattern",
    [
        "few|branches",
        f"(group)|{OTHERS}",
        rf"\b|{OTHERS}",
        f"(?:{OTHERS})?",
        f"(?:{OTHERS})+",
        f"a(?:{OTHERS})",
    ],
)
def test_others_stay_whole(pattern: str) -> None:
    assert branches_of(re.compile(pattern, re.IGNORECASE)) is None


def test_case_counts_where_it_is_told_to() -> None:
    branches = branches_of(re.compile(f"DOWN|Up|{OTHERS}"))
    assert branches is not None
    assert spans(branches, "down up DOWN Up") == ((8, 12), [(8, 12), (13, 15)])


def test_an_expression_is_taken_apart_when_it_was_searched_for_often() -> None:
    gated = compiled(f"link up|{OTHERS}")
    for _ in range(SPLIT_AFTER + 2):
        assert gated.search("a link up")
        assert not gated.search("a link that is other")
        found = [match[0] for match in gated.finditer("other1, link up, other2")]
        assert found == ["other1", "link up", "other2"]


def test_every_rule_finds_the_same_in_the_questions() -> None:
    questions = [case.turns[-1] for case in load_cases(datasets_dir() / "guide.dev.jsonl")]
    for question in questions[:20]:  # compiles the rules
        settled(read_question(question))
    rules = [one for one in gc.get_objects() if type(one) is Gated]
    apart = [(rule, branches) for rule in rules if (branches := branches_of(rule.compiled))]
    assert len(apart) > 20
    for rule, branches in apart:
        for question in questions[::4]:
            first = rule.compiled.search(question)
            found = [match.span() for match in rule.compiled.finditer(question)]
            assert found_once(branches, question) == (first.span() if first else None, found), rule.pattern
