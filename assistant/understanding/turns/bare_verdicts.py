"""A turn that asks for a verdict and names nothing to judge: "ok?", "enough?", "what's wrong with it?"."""

from __future__ import annotations

import re

from assistant.understanding.word_rules import word_set

_GOOD = word_set(
    "ok okay good fine enough sufficient suffice suffices fit fits correct right valid allowed possible "
    "permitted legit acceptable accepted supported work works alright safe feasible comply complies pass "
    "passes verdict suitable true protected listed covered do"
)
_OF_MATRIX = word_set("protected listed covered supported")
_BAD = word_set(
    "problem problems prob issue issues trouble wrong bad serious missing fix change objection objections "
    "obstacle obstacles blocker blockers showstopper lacking"
)
_BESIDE = word_set(
    "is it that that's thats this these they are am so and or then still all any a an the be will would does "
    "should may can could going as in of to at on have has we i us me my our your you now yet already really "
    "actually there here thing things anything something everything else not with for go what what's whats "
    "how which how's like please pls plz hm hmm well too case way go up list tell show name must need needs "
    "setup plan state sure just only big large strong small low"
)
_OPENS = word_set(
    "is are will would does do can could may should what what's whats how any anything which list"
)
_WORD = re.compile(r"[a-z]+(?:['’][a-z]+)?")
_MOST_WORDS = 8
_FIGURE = re.compile(r"[\d%]")


def asks_verdict(text: str) -> bool:
    """Whether `text` asks for a verdict, on whatever was told before."""
    return _judging(text, _GOOD | _BAD)


def asks_of_matrix(text: str) -> bool:
    """Whether that verdict is whether something is protected, so that these words can't be left out."""
    return _judging(text, _OF_MATRIX)


def asks_what_is_wrong(text: str) -> bool:
    """Whether that verdict is asked for by what speaks against it, so that a yes or no would mislead."""
    return _judging(text, _BAD)


def _judging(text: str, words: frozenset[str]) -> bool:
    said = _WORD.findall(text.lower().replace("’", "'"))
    if not 0 < len(said) <= _MOST_WORDS or _FIGURE.search(text):
        return False
    known = set(said) <= _GOOD | _BAD | _BESIDE
    asks = text.rstrip().endswith("?") or said[0] in _OPENS
    return known and asks and bool(words.intersection(said))
