"""How near a text comes to an entry, and how likely the entry is meant."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.codes.likeness import (
    Likeness,
    coverage_of,
    features_of,
    fit_for,
    has_article,
    held_of,
)
from assistant.codes.reference import load_reference
from assistant.understanding.read import read_question
from assistant.understanding.reading import Intent
from ingest.analysis import query_tokens

REFERENCE = load_reference()
RENAMED = REFERENCE.entry("mabs-230006")
CATALOGUED = REFERENCE.entry("mabs-11")


def coverage(text: str) -> float:
    """The share of a text's words that the entry on renamed servers holds, all words counting alike."""
    return coverage_of(dict.fromkeys(query_tokens(text), 1.0), RENAMED)


def test_words_of_an_entry_cover_a_text() -> None:
    assert coverage("server was renamed") == 1
    assert coverage("printer out of paper") == 0
    assert 0 < coverage("server renamed, printer out of paper") < 1


def test_no_words_cover_nothing() -> None:
    assert coverage("") == 0


def test_a_message_in_a_long_story_is_held() -> None:
    story = query_tokens(f"after lunch my colleague saw this: {RENAMED.message} and then he went home")

    assert held_of(story, RENAMED, lambda _: 1.0) == 1
    assert held_of(query_tokens("the printer is out of paper"), RENAMED, lambda _: 1.0) < 0.3


def test_of_entries_equally_near_the_one_with_an_article_comes_first() -> None:
    assert has_article(RENAMED)
    assert not has_article(CATALOGUED)
    assert Likeness(RENAMED, 0.5, 0.5).score > Likeness(CATALOGUED, 0.5, 0.5).score


@pytest.mark.parametrize("nearer", [{"similarity": 0.6}, {"coverage": 0.6}, {"behind": -1.0}, {"words": 0.6}])
def test_whatever_brings_an_entry_nearer_raises_its_score(nearer: dict[str, float]) -> None:
    likeness = Likeness(RENAMED, 0.5, 0.5, behind=-5.0, words=0.5)

    assert replace(likeness, **nearer).score > likeness.score  # type: ignore[arg-type]


def test_a_fault_near_an_entry_is_likelier_than_a_question_near_the_guide() -> None:
    near, far = Likeness(RENAMED, 0.85, 0.8, words=0.9), Likeness(RENAMED, 0.6, 0.5, words=0.4)
    told = read_question("backup fails since the server was renamed", {})
    asked = read_question("how do I name the server?", {})

    for intents in ({}, {Intent.FAULT: 0.9}):
        fault = replace(told, intents=intents)
        likely = fit_for(fault).probability(features_of(near, fault, 0.4, 0.2, 0.0))
        assert likely > 0.9
        other = replace(asked, intents={Intent.GUIDE: 0.9} if intents else {})
        assert fit_for(other).probability(features_of(far, other, 0.8, 0.6, 0.9)) < likely - 0.3
