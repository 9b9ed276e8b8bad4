"""Months and seasons that are told beside the date of now."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.decisions.reading.dates import find_since
from assistant.decisions.reading.told_months import between_months

NOW = date(2026, 4, 14)


@pytest.mark.parametrize(
    ("text", "shortest", "longest"),
    [
        ("it fell silent in January, now it is June", 121, 180),
        ("gone since mid March and we're at the end of May", 61, 82),
        ("dead since the summer, now we write November", 62, 182),
        ("lost before Christmas, today is February", 37, 66),
        ("down since the first days of June, it's late June", 10, 29),
    ],
)
def test_time_between_two_months(text: str, shortest: int, longest: int) -> None:
    found = between_months(text, None)
    assert found
    assert found[:2] == (shortest, longest)


def test_time_from_a_month_to_a_day() -> None:
    found = between_months("it fell silent in late February", NOW)
    assert found
    assert found[:2] == (45, 53)


@pytest.mark.parametrize(
    "text",
    ["it fell silent in January", "it is June now", "it is 5 June now", "may we restore? it may be late", ""],
)
def test_nothing_without_both(text: str) -> None:
    assert between_months(text, None) is None


def test_a_day_that_is_named_goes_before_months() -> None:
    found = find_since("out since 3 March, today is 9 March, we got it in January", NOW)
    assert [(one.shortest, one.longest) for one in found] == [(6, 6)]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("lost on 11/06, still lost on this day 15/06", 4),
        ("link DOWN since 2026-03-01 08:00, report time 2026-03-03 09:00", 2),
        ("as of today, 28 March, the outage of 3 March goes on", 25),
    ],
)
def test_the_date_of_now_in_other_words(text: str, days: int) -> None:
    assert [one.shortest for one in find_since(text, NOW)] == [days]
