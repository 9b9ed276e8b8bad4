"""The days of an outage, for who asks for them or tells its dates."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.table_answers import settled
from assistant.understanding.read import read_question
from assistant.verify import unsupported

TODAY = date(2025, 6, 30)


def said(text: str) -> list[str]:
    (finding,) = settled(read_question(text, None, TODAY))
    assert not any(map(unsupported, finding.statements))
    return [statement.text for statement in finding.statements]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            "cut off since 2 April, it is 22 April now, Active. how many days? disk backup ok?",
            "20 days",
        ),
        ("no internet since 1 May, today is 31 May. sub expired: restore from disk?", "30 days"),
        ("offline for 3 weeks, Active: number of days? backup to Azure ok?", "21 days"),
    ],
)
def test_the_days_stand_behind_the_verdict(text: str, days: str) -> None:
    first, second, *_ = said(text)

    assert "more than 15 days" in first
    assert second.startswith(f"That is {days} offline")


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        ("unreachable for 372 hours. are we past the 15 days?", "Yes. That is 15.5 days offline"),
        ("offline since 1 June, today is 21 June: over the 15 days already?", "Yes. That is 20 days"),
        ("offline for 18 days, by how much are we beyond the 15?", "That is 18 days offline, 3 more"),
    ],
)
def test_whether_the_limit_is_passed_is_told_first(text: str, lead: str) -> None:
    assert said(text)[0].startswith(lead)


@pytest.mark.parametrize(
    "text",
    [
        "offline for 20 days, Active: does backup to disk run?",
        "offline since 25 June, today is 30 June, Active. how many days? backup to disk?",
    ],
)
def test_days_that_are_told_or_within_the_limit_are_not_told_again(text: str) -> None:
    assert not any(text.startswith("That is") for text in said(text))
