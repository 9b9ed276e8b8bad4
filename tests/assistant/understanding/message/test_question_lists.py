"""Which messages are lists of questions, and how their items are asked."""

from __future__ import annotations

import pytest

from assistant.understanding.message.question_lists import Item, is_case, items_in
from assistant.understanding.read import read_question


@pytest.mark.parametrize(
    ("text", "items"),
    [
        (
            "two questions: a) vault default b) size of the download",
            ["vault default", "size of the download"],
        ),
        ("1. which exe starts it? 2. which log? 3. LRS?", ["which exe starts it?", "which log?", "LRS?"]),
        ("please check (1) domain required (2) 5% scratch", ["domain required", "5% scratch"]),
        (
            "give us the cmdlet for connectivity, the scratch share and the smallest VM size please",
            ["cmdlet for connectivity", "scratch share", "smallest VM size"],
        ),
        ("I need the .NET version, scratch share, vm size", [".NET version", "scratch share", "vm size"]),
        (
            "two things and a figure for the sheet: download size, which .NET, must it join a domain?",
            ["download size", "which .NET", "must it join a domain"],
        ),
    ],
)
def test_items_in_their_order(text: str, items: list[str]) -> None:
    assert [item.text for item in items_in(text)] == items


@pytest.mark.parametrize(
    "text",
    [
        "1) opened the wizard 2) clicked next 3) it froze",
        "what are the differences between GRS, LRS and ZRS?",
        "which roles are excluded: DC, Exchange, cluster node?",
        "A2, domain joined, .NET 4.8, all fine?",
        "what is the vault, and why?",
        "is step 2) done before 4)?",
        "sub expired last week, still online. (a) do jobs run? (b) can we restore?",
        "4 TB go to the vault. 1. scratch minimum? 2. points per vault?",
        "a) the box is a DC b) it has 2 cores -> good enough for MABS?",
    ],
)
def test_what_is_no_list_of_questions(text: str) -> None:
    assert items_in(text) == ()


def test_what_is_to_be_confirmed_is_asked_as_a_claim() -> None:
    (first, _) = items_in("a) 4 GB for extraction b) LRS is the default - correct?")

    assert first == Item("4 GB for extraction", "a)", confirms=True)
    assert first.asked()[0] == "per the guide: 4 GB for extraction, right?"


@pytest.mark.parametrize(("text", "case"), [("connected, expired", True), ("SQL 2014", True), ("A3", True)])
def test_cases_are_no_questions(text: str, case: bool) -> None:
    assert is_case(read_question(text)) is case


def test_a_question_is_no_case() -> None:
    assert not is_case(read_question("own SQL allowed"))
    assert not is_case(read_question("A2 enough"))
