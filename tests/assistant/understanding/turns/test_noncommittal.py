"""What leaves open what was asked back."""

from __future__ import annotations

import pytest

from assistant.understanding.turns.noncommittal import only_nods, says_unknown


@pytest.mark.parametrize("text", ["ok", "Hm, I see", "alright then", "right, thanks"])
def test_a_nod_says_nothing(text: str) -> None:
    assert only_nods(text)


@pytest.mark.parametrize("text", ["ok, and disks?", "active", "yes it is expired", ""])
def test_more_than_a_nod_says_something(text: str) -> None:
    assert not only_nods(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("can't get into the portal, so no clue about the sub", "subscription"),
        ("nobody here knows the subscription status", "subscription"),
        ("not sure whether it's online", "connectivity"),
        ("no idea which service pack", "service_pack"),
    ],
)
def test_an_input_stays_unknown(text: str, name: str) -> None:
    assert says_unknown(text) == name


@pytest.mark.parametrize(
    "text", ["how do I see the state, I don't know", "the sub is expired", "no backups since may"]
)
def test_a_question_or_a_fact_leaves_nothing_unknown(text: str) -> None:
    assert says_unknown(text) == ""
