"""The menu of the setting that the turn before spoke of."""

from __future__ import annotations

import pytest

from assistant.understanding.portal_place import resolved

BEFORE = {"query": "should our vault be LRS or geo-redundant"}


@pytest.mark.parametrize(
    "text", ["and where do I change it", "ok, which menu has that setting?", "how do I get to the switch?"]
)
def test_a_bare_question_for_the_place_means_that_setting(text: str) -> None:
    assert "storage replication setting" in resolved(text, BEFORE)
    assert resolved(text, {"query": "how large must scratch be"}) == text


@pytest.mark.parametrize(
    "text",
    [
        "where do I set the scratch location",
        "where does the guide say that",
        "is that the default",
        "where is it stored then",
    ],
)
def test_a_question_that_names_another_place_is_left_alone(text: str) -> None:
    assert resolved(text, BEFORE) == text
