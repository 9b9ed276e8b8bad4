"""Durations: words, ranges, bounds, dates; and comparison with a limit."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.decisions.reading.dates import find_since
from assistant.decisions.reading.durations import Duration, find_durations, parse_duration
from assistant.decisions.types import DecisionInputError

TODAY = date(2026, 11, 23)  # a Monday


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("3 weeks", "21"),
        ("a fortnight", "14"),
        ("fortnight", "14"),
        ("two fortnights", "28"),
        ("18 days", "18"),
        ("18", "18"),
        ("10d", "10"),
        ("2w", "14"),
        ("36h", "1.5"),
        ("360 hours", "15"),
        ("half a year", "182.5"),
        ("half a month", "15"),
        ("two and a half weeks", "17.5"),
        ("1 1/2 weeks", "10.5"),
        ("1,5 weeks", "10.5"),
        ("a week and a half", "10.5"),
        ("1 week and 3 days", "10"),
        ("2 weeks 3 days", "17"),
        ("3-week", "21"),
        ("twenty-one days", "21"),
        ("a hundred days", "100"),
        ("for a month now", "30"),
        ("the past week", "7"),
        ("a year", "365"),
        ("a quarter", "91"),
        ("for the last 3 weeks", "21"),
        ("three weeks ago", "21"),
        ("since 2 November", "21"),
        ("since Nov 2nd", "21"),
        ("since 2 Nov 2026", "21"),
        ("since 2026-11-02", "21"),
        ("since yesterday", "1"),
        ("since Tuesday", "6"),
        ("since Monday", "7"),
        ("since 25 December", "333"),
        ("0 days", "0"),
    ],
)
def test_exact_durations(text: str, days: str) -> None:
    assert parse_duration(text, TODAY).exact == Decimal(days)


@pytest.mark.parametrize(
    ("text", "over_15"),
    [
        ("more than 15 days", True),
        ("over 15 days", True),
        ("> 15 days", True),
        ("15 days", False),
        ("at least 15 days", None),
        ("15+ days", None),
        ("15 days or more", None),
        ("at least 16 days", True),
        ("over two weeks", None),
        ("just over two weeks", None),
        ("just over a week", False),
        ("a little more than 15 days", True),
        ("slightly over a month", True),
        ("more than three weeks", True),
        ("less than 15 days", False),
        ("under a fortnight", False),
        ("up to 20 days", None),
        ("no more than 15 days", False),
        ("2-3 weeks", None),
        ("two to three weeks", None),
        ("between 16 and 20 days", True),
        ("a week or two", False),
        ("a couple of weeks", None),
        ("a few weeks", True),
        ("a few days", False),
        ("several days", False),
        ("about 3 weeks", True),
        ("about 15 days", None),
        ("for weeks", None),
        ("for months", True),
        ("since March", True),
        ("since 11/05/2026", True),
        ("since 01/11/2026", True),
        ("since last month", True),
        ("since the beginning of last month", True),
        ("since the end of last month", True),
        ("since spring", None),  # where it is November, or May
        ("since autumn", None),
        ("since summer", True),
        ("lost in july", True),
        ("from Oct 1 to Oct 20", True),
        ("from Oct 1 until Oct 12", False),
        ("2 weeks to 3 weeks", None),
        ("a week or so", False),
    ],
)
def test_comparison_answers_yes_no_or_cant_tell(text: str, over_15: bool | None) -> None:
    assert parse_duration(text, TODAY).longer_than(15) is over_15


@pytest.mark.parametrize(
    "text",
    [
        "",
        "soon",
        "NaN",
        "-3 days",
        "3 parsecs",
        "1000000 days",
        "3 weeks and then 4 years later 2 days",
        "3 to 2 weeks",
    ],
)
def test_what_is_no_usable_duration_is_refused(text: str) -> None:
    with pytest.raises(DecisionInputError):
        parse_duration(text, TODAY)


def test_since_needs_a_today() -> None:
    with pytest.raises(DecisionInputError):
        parse_duration("since 2 November")


def test_dates_in_the_future_or_that_dont_exist_are_left_out() -> None:
    assert find_since("since 30 February and since 2027-01-01 and since 2026-13-01", TODAY) == ()


def test_a_leap_day_without_a_year_is_the_last_one() -> None:
    (since,) = find_since("since 29 February", TODAY)

    assert since.longest == (TODAY - date(2024, 2, 29)).days


def test_figures_that_read_both_ways_span_both_readings() -> None:
    (since,) = find_since("since 05/11/2026", TODAY)

    assert (since.shortest, since.longest) == (18, (TODAY - date(2026, 5, 11)).days)


def test_durations_are_found_in_a_sentence() -> None:
    text = "offline for three weeks, before that a fortnight; since 2 November nothing at all, 4 d before"

    found = find_durations(text, TODAY)
    assert [f.value.exact for f in found] == [21, 14, 21, 4]
    assert [text[f.start : f.end] for f in found] == ["three weeks", "a fortnight", "since 2 November", "4 d"]


def test_words_without_a_duration_find_nothing() -> None:
    assert find_durations("SQL Server 2012 R2 on an A2 with 4 disks, error 0x186D2", TODAY) == ()


@given(st.integers(0, 5000), st.sampled_from([("day", 1), ("week", 7), ("month", 30), ("fortnight", 14)]))
def test_days_scale_with_the_unit(amount: int, unit: tuple[str, int]) -> None:
    name, days = unit
    if amount * days <= 36_500:
        assert parse_duration(f"{amount} {name}s").exact == amount * days


@given(st.integers(1, 3000))
def test_a_past_date_reads_as_the_days_since(days: int) -> None:
    then = TODAY - timedelta(days=days)

    assert parse_duration(f"since {then.isoformat()}", TODAY).exact == days
    assert parse_duration(f"since {then.day} {then:%B} {then.year}", TODAY).exact == days


@given(st.integers(1, 500), st.integers(1, 500))
def test_bounds_agree_with_arithmetic(days: int, limit: int) -> None:
    assert parse_duration(f"{days} days").longer_than(limit) is (days > limit)
    assert parse_duration(f"more than {days} days").longer_than(limit) is (True if days >= limit else None)
    assert parse_duration(f"less than {days} days").longer_than(limit) is (False if days <= limit else None)


@given(st.text(max_size=30))
def test_any_text_is_a_duration_or_refused(text: str) -> None:
    try:
        told = parse_duration(text, TODAY)
    except DecisionInputError:
        return
    assert isinstance(told, Duration)
    assert told.low >= 0
    assert told.high is None or told.low <= told.high
    assert str(told)


@pytest.mark.parametrize(
    ("text", "longer"),
    [
        ("past the 15-day limit", True),
        ("not past 15 days yet", False),
        ("hasn't been longer than 15 days", False),
        ("not less than 20 days", True),
    ],
)
def test_bounds_that_are_denied_or_passed(text: str, longer: bool) -> None:
    (found,) = find_durations(text)
    assert found.value.longer_than(15) is longer


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("the line went down on 1 March, it is 30 April now", 60),
        ("it broke on 1 March and it's now 9 March", 8),
        ("it broke on 1 March and today on 9 March it is still dead", 8),
        ("the line died on 1 March and now, on 9 March, nothing has changed", 8),
        ("out since 1 March, today (9 March) still out", 8),
    ],
)
def test_a_day_told_as_today_is_counted_from(text: str, days: int) -> None:
    (found,) = find_since(text, TODAY)
    assert found.shortest == days


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("down since the 3rd, today is the 9th", (6, 6)),
        ("dark on the 3rd of this month, today is the 9th", (6, 6)),
        ("lost on the 20th of last month, today is the 12th", (20, 23)),
        ("died on the 25th, today is the 2nd", (5, 8)),
        ("dark from the 4th, it's now the 22nd", (18, 18)),
        ("gone on 2nd of the month, its the 19th now", (17, 17)),
        ("lost since the 9th and today's the 11th", (2, 2)),
        ("down since the 3rd", (12, 12)),
    ],
)
def test_a_day_told_by_its_number_alone(text: str, ages: tuple[int, int]) -> None:
    assert [(one.shortest, one.longest) for one in find_since(text, date(2026, 6, 15))] == [ages]


def test_a_numbered_thing_is_no_day() -> None:
    assert find_since("on the 3rd disk, today is the 9th", date(2026, 6, 15)) == ()


@pytest.mark.parametrize("text", ["offline for 4,5,11 days", "lost 1,2,3 hours ago", "1.2.3 days offline"])
def test_a_list_before_a_unit_is_no_duration(text: str) -> None:
    assert find_durations(text) == ()


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("offline since 01.11., today 26.11.", 25),
        ("offline since 2.11. (today 25.11.)", 23),
        ("offline from 5/11 to today 26/11", 21),
        ("down since 11/05, today 11/26", 21),
        ("offline since 1.11.26, today 26.11.26", 25),
        ("lost 28.10. till now 26.11.", 29),
        ("offline 04.11.-26.11.", 22),
        ("offline since 3/11, it is 7/11 today", 4),
        ("offline 24/7 since 12.11. and now it's the 26.11.", 14),
        ("no link since 2026-11-02, today is 2026-11-26", 24),
    ],
)
def test_dates_in_figures_are_counted_to_the_day_told(text: str, days: int) -> None:
    (found,) = find_durations(text, date(2026, 11, 26))

    assert found.value.exact == days


def test_a_date_that_can_be_read_both_ways_spans_both() -> None:
    (found,) = find_durations("offline since 12/11", date(2026, 11, 26))

    assert found.value.low == 14
    assert found.value.exact is None


@pytest.mark.parametrize(
    "text",
    ["offline since version 4.11 came out", "since 31.02.", "it's 24/7 offline", "since 3.5 GB are used"],
)
def test_other_figures_are_no_dates(text: str) -> None:
    assert not find_durations(text, date(2026, 11, 26))


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("since monday 2 weeks ago", 16),
        ("since friday 2 weeks ago", 12),
        ("since wednesday two weeks ago", 14),
        ("since tuesday a week ago", 8),
        ("lost net on monday 3 weeks ago", 23),
        ("since monday", 2),
        ("since monday last week", 9),
        ("since friday of last week", 5),
        ("since tuesday of the previous week", 8),
    ],
)
def test_a_weekday_of_another_week_is_counted_from_today(text: str, days: int) -> None:
    (since,) = find_since(text, date(2026, 11, 25))  # a Wednesday

    assert (since.shortest, since.longest) == (days, days)
