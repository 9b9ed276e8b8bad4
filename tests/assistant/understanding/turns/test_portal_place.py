"""The menu of the setting that the turn before spoke of."""

from __future__ import annotations

import pytest

from assistant.understanding.turns.portal_place import STATE, resolved

BEFORE = {"query": "should our vault be LRS or geo-redundant"}


@pytest.mark.parametrize(
    "text",
    [
        "and where is that option in the portal",
        "and where do I change it",
        "ok, which menu has that setting?",
        "how do I get to the switch?",
    ],
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


@pytest.mark.parametrize(
    "text",
    [
        "Which portal?",
        "what portal do I look at?",
        "where's that portal",
        "link to the portal?",
        "url of the portal pls",
        "where do I see that state?",
        "how do I look that up",
    ],
)
def test_behind_a_state_the_portal_is_the_one_that_shows_it(text: str) -> None:
    assert "state of the Azure subscription" in resolved(text, {"specialist": "connectivity"})
    sections = ["Install Azure Backup Server on Azure Stack > Network connectivity"]
    assert "state of the Azure subscription" in resolved(text, {"specialist": "guide", "sections": sections})
    assert resolved(text, {"specialist": "limits", "sections": ["Prerequisites"]}) == text


@pytest.mark.parametrize(
    "text",
    ["which portal do I download it from?", "where in the portal do I create the vault", "which port?"],
)
def test_a_portal_for_something_else_is_left_alone(text: str) -> None:
    assert resolved(text, {"specialist": "connectivity"}) == text


@pytest.mark.parametrize(
    "text",
    [
        "no idea which portal",
        "no clue what portal",
        "not sure which portal",
        "idk which portal you mean",
        "have no idea about the portal",
        "no idea where to see the state",
        "can't find that portal",
    ],
)
def test_who_does_not_know_the_portal_asks_for_it_behind_a_state(text: str) -> None:
    assert resolved(text, {"specialist": "connectivity"}) == STATE
    assert resolved(text, {"specialist": "codes"}) == text


@pytest.mark.parametrize("text", ["no idea", "no idea what state it is", "not sure which vault"])
def test_another_doubt_asks_for_no_portal(text: str) -> None:
    assert resolved(text, {"specialist": "connectivity"}) == text
