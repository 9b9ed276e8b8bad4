"""Need is asked for in other words than leave and advice."""

from __future__ import annotations

import pytest

from assistant.understanding.message.modality import Asked, asked_strength, asks_need, asks_to_mend


@pytest.mark.parametrize(
    "text",
    [
        "Must we attach disks?",
        "do I really need an SQL Server of my own?",
        "does the vault have to be new",
        "is a second server required?",
        "has it to be a domain user?",
        "Are all of the files necessary here?",
    ],
)
def test_need(text: str) -> None:
    assert asks_need(text)


@pytest.mark.parametrize(
    "text",
    [
        "May we attach disks?",
        "can I use my own SQL Server?",
        "should the vault be new",
        "what do I need to know",
        "must I not attach disks?",
        "is one disk enough or must we have two?",
        "the server needs a restart",
    ],
)
def test_anything_else(text: str) -> None:
    assert not asks_need(text)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("is that a must or a recommendation?", Asked.WHICH),
        ("law or guideline?", Asked.WHICH),
        ("how strict is that limit", Asked.WHICH),
        ("is the domain compulsory", Asked.MUST),
        ("own account: mandatory?", Asked.MUST),
        ("is it only advice?", Asked.ADVICE),
        ("is the domain optional", Asked.ADVICE),
        ("may we ignore that limit", Asked.BREAKS),
        ("5 % for scratch - guideline?", Asked.ADVICE),
        ("and recommended?", Asked.ADVICE),
        ("is that enough?", None),
        ("must we attach disks?", None),
    ],
)
def test_what_is_asked_of_a_rules_strength(text: str, asked: Asked | None) -> None:
    assert asked_strength(text) is asked


@pytest.mark.parametrize(
    "text",
    [
        "do we have to upgrade the framework first?",
        "must I remove Exchange from it before?",
        "will we need to get a bigger VM",
    ],
)
def test_what_has_to_be_put_right_first(text: str) -> None:
    assert asks_to_mend(text)


@pytest.mark.parametrize(
    "text",
    ["must I install MABS on a domain controller?", "do we have to use .NET 4.8?", "can I upgrade it later"],
)
def test_what_is_only_needed_or_allowed_mends_nothing(text: str) -> None:
    assert not asks_to_mend(text)
