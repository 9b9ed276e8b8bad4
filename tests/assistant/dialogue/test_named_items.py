"""What a message names side by side, and what "the other one" stands for then."""

from __future__ import annotations

from typing import Any

import pytest

from assistant.codes.reference import load_reference
from assistant.dialogue.named_items import AT, ITEMS, LISTED, item_alone, left_by, resolved

REFERENCE = load_reference()


def facts(*turns: str, explained: tuple[str, ...] = ()) -> dict[str, Any]:
    left: dict[str, Any] = {}
    for turn in turns:
        left = left_by(resolved(turn, left), left, REFERENCE, explained)
    return left


@pytest.mark.parametrize(
    ("first", "text", "read"),
    [
        ("ID 57 and ID 60 since noon. what does 57 mean?", "and the other one?", "and ID 60?"),
        ("ID 57, ID 58, ID 60. explain them", "what about the last", "what about ID 60"),
        ("ID 57 and ID 60 popped up", "what is the 2nd code", "what is ID 60"),
        ("SQL 2016 or SharePoint 2013, what of SharePoint?", "the other?", "SQL 2016?"),
        ("A3 or A4? disks for the A4", "and the former?", "and A3?"),
        ("is it expired or deprovisioned? if expired: restore?", "and the other case?", "and deprovisioned?"),
    ],
)
def test_a_reference_is_put_back_into_what_it_means(first: str, text: str, read: str) -> None:
    assert resolved(text, facts(first)) == read


@pytest.mark.parametrize(
    "text",
    [
        "where does the first copy live",
        "the second step fails",
        "the other domain",
        "what about the last backup of them",
        "the fourth one",
    ],
)
def test_what_means_something_else_stays(text: str) -> None:
    assert resolved(text, facts("ID 57 and ID 60. what does 57 mean?")) == text


def test_of_three_the_other_one_is_not_settled() -> None:
    left = facts("ID 57, ID 58 and ID 60. what does 57 mean?")
    assert resolved("and the other one?", left) == "and the other one?"


def test_items_stay_until_others_are_named() -> None:
    left = facts("A2 or A4? disks of the A2", "why?", "and the second one?")
    assert (left[ITEMS], left[AT]) == (["A2", "A4"], "A4")
    assert facts("A2 or A4?", "ID 57 or ID 60?")[ITEMS] == ["ID 57", "ID 60"]


def test_bare_numbers_are_codes_where_they_were_explained_as_such() -> None:
    told = "errors came up: 57 and 60, what is 57"
    assert facts(told, explained=("57", "60"))[ITEMS] == ["ID 57", "ID 60"]


def test_one_thing_alone_leaves_nothing() -> None:
    assert facts("how many disks has an A3?") == {}
    assert resolved("and the other one?", {}) == "and the other one?"


def test_items_that_an_answer_listed_are_referred_to_as_well() -> None:
    left = left_by("how can it grow", {}, REFERENCE, told=["up", "out"])
    assert item_alone("the second way, briefly?", left) == "out"
    assert item_alone("the second way, is it dear?", left) == ""
    assert resolved("the second way, is it dear?", left) == "out, is it dear?"
    assert resolved("is the first one 10.1.0.0/16?", left) == "is the first one 10.1.0.0/16?"


def test_what_a_message_names_goes_before_what_its_answer_lists() -> None:
    left = left_by("A2 or A4?", {}, REFERENCE, told=["up", "out"])
    assert left[ITEMS] == ["A2", "A4"]
    assert item_alone("and the second?", left) == ""


@pytest.mark.parametrize("source", ["of the doc", "of the guide", "of the list", "of them"])
def test_an_item_may_be_named_with_its_source(source: str) -> None:
    left = {ITEMS: ["scale up", "offload data", "scale out"], LISTED: True}

    assert resolved(f"the third one {source}?", left).startswith("scale out")
    assert resolved("the third one of our servers?", left) == "the third one of our servers?"
