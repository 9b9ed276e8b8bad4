"""How long the connection has been lost, by what is said around the time."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from assistant.understanding.connection.outages import hints_at_time, offline_duration
from assistant.understanding.read import read_question
from assistant.understanding.subscription.states import read_states

TODAY = date(2024, 5, 20)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("offline for 18 days", 18, 18),
        ("today is day 15 precisely without a line, not day 16", 15, 15),
        ("not yet day 16, day 15 today, offline", 15, 15),
        ("day 15 exactly offline", 15, 15),
        ("it is not day 16 yet, we are offline", 0, 16),
        ("down since yesterday", 0, 3),
        ("dead since this morning", 0, 1),
        ("dead since the start of my shift", 0, 1),
        ("dead since shortly before lunch", 0, 1),
        ("dead since opening time", 0, 1),
        ("dead since I came in", 0, 1),
        ("dead since today's handover", 0, 1),
        ("dead since 7:30", 0, 1),
        ("dead since seven o'clock", 0, 1),
        ("dead since 9 in the morning", 0, 1),
        ("dead since the end of the last shift", 0, 3),
        ("lost it last week", 0, 14),
        ("cut off this week", 0, 7),
        ("2 days at first, then 4 weeks", 28, 28),
        ("we are in week four of it", 21, 28),
        ("it can't see Azure and hasn't for 18 days", 18, 18),
        ("it has been dead 9 days up to now", 9, 9),
        ("the cut-over 9 days ago isolated it", 9, 9),
        ("Azure has not been reachable for 18 days", 18, 18),
        ("unreachable during the whole of last month", 30, 30),
        ("cut off for a fortnight + nobody knows why", 14, 14),
        ("sub = active > cut off for 2 weeks", 14, 14),
    ],
)
def test_how_long_the_connection_is_lost(text: str, low: int, high: int) -> None:
    duration = offline_duration(text, None)
    assert duration
    assert duration.low == low
    assert duration.high == high


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("offline since 1 May (19 days now)", 19),
        ("cut off since Monday, that's 22 days", 22),
        ("no link since 3 May, so 400 hours", Decimal("16.67")),
        ("offline since 10 May (15 days limit)", 10),
    ],
)
def test_the_length_told_behind_a_date_counts(text: str, days: Decimal) -> None:
    duration = offline_duration(text, date(2024, 5, 20), lost=(0, len("offline")))

    assert duration is not None
    assert round(duration.low, 2) == days


def test_since_a_date_needs_to_know_today() -> None:
    told = offline_duration("offline since 1 May", TODAY)
    assert told
    assert told.low == 19


def test_a_time_of_the_cause_belongs_to_the_outage_that_is_given() -> None:
    text = "can we back up given that someone shut the port last night and since then we can't reach Azure"
    at = text.index("can't reach")
    told = offline_duration(text, None, (at, at + 11))
    assert told
    assert told.high == 3


def test_no_time_told() -> None:
    assert offline_duration("the line is down", TODAY) is None


@pytest.mark.parametrize(
    ("text", "over_15"),
    [
        ("offline for longer than the 15 days", True),
        ("the outage exceeds 15 days", True),
        ("we crossed the 15-day mark offline", True),
        ("we haven't crossed the 15-day mark offline", False),
        ("the 15 days are over and it is offline", True),
        ("the 15 days aren't over, it is offline", False),
        ("it is offline, no longer within 15 days", True),
        ("it is offline, still within 15 days", False),
        ("the outage hasn't lasted 15 days", False),
        ("the outage is not 15 days old", False),
        ("the outage is younger than two weeks", False),
        ("offline for the past 48 hours", False),
        ("offline, 9 days and counting", False),
        ("the fifteenth day without a line was last Friday", True),
        ("the fifteenth day without a line is today", False),
        ("the twenty-first day of the outage", True),
        ("day 16 without internet", True),
        ("Day nineteen without internet", True),
        ("day twelve without internet", False),
        ("the twelfth day without a line", False),
        ("the nineteenth day without a line", True),
        ("the fourth week of the outage", True),
        ("offline all winter", True),
        ("the 15 days without a line are long gone", True),
        ("offline for 15 days and then some", True),
        ("offline, day two", False),
        ("offline for three nights", False),
        ("offline for not quite a week", False),
        ("offline for a handful of days", False),
        ("offline for a good month", True),
        ("offline since the month before last", True),
        ("it just died", False),
        ("offline the entire last month", True),
        ("offline since the beginning of last month", True),
        ("offline since last winter", True),
        ("lost on 3 April, it is now the 9th", False),
        ("lost on 28 March, it is now the 20th", True),
        ("last contact with Azure 2 May 2024, today 19 May 2024", True),
        ("lost on Tuesday, and now it's Friday", False),
    ],
)
def test_whether_an_outage_is_longer_than_15_days(text: str, over_15: bool) -> None:
    told = offline_duration(text, TODAY)
    assert told
    assert told.longer_than(15) is over_15


@pytest.mark.parametrize(
    "text",
    [
        "the invoice was settled and billed yesterday",
        "the sub is Active since two hours",
        "renewed last friday",
        "MABS was installed 9 days ago",
        "the line is down; we paid this morning",
    ],
)
def test_a_time_of_another_event_is_no_outage(text: str) -> None:
    assert offline_duration(text, TODAY) is None
    lost = (text.find("down"), text.find("down") + 4) if "down" in text else None
    assert offline_duration(text, TODAY, lost) is None


def test_of_two_times_the_one_of_the_outage_counts() -> None:
    text = "no line for 20 days, and the licence was bought 3 days ago"
    told = offline_duration(text, TODAY, (0, 7))
    assert told
    assert told.low == 20


def test_a_time_that_is_denied_is_the_most() -> None:
    told = offline_duration("it hasn't been offline for more than 15 days", None, (15, 22), denied=True)
    assert told
    assert told.low == 0
    assert told.high == 15
    assert told.shown == "at most 15 days"


@pytest.mark.parametrize(
    ("text", "hinted"),
    [
        ("it is offline since the fair", True),
        ("it is offline. Ages ago we paid", False),
        ("it is offline and the subscription is active", False),
    ],
)
def test_a_time_without_a_length_is_noticed(text: str, hinted: bool) -> None:
    assert hints_at_time(text, (6, 13)) is hinted


@pytest.mark.parametrize(
    "text",
    [
        "the sub is active since day one, and we are offline",
        "the backup failed just now, and we are offline",
    ],
)
def test_a_time_of_something_else_is_none_of_the_outage(text: str) -> None:
    start = text.index("offline")
    assert offline_duration(text, TODAY, (start, start + 7)) is None


@pytest.mark.parametrize(
    ("text", "high"),
    [("it's the third day that we can't reach Azure", 3), ("the outage is in its fourth week", 28)],
)
def test_an_ordinal_day_or_week_of_the_outage(text: str, high: int) -> None:
    found = offline_duration(text, None)
    assert found is not None
    assert found.high == high


def test_every_second_day_is_no_length() -> None:
    assert offline_duration("every second day that we work", None) is None


def test_a_season_is_long_ago_where_another_is_now() -> None:
    autumn = date(2026, 11, 20)
    since = offline_duration("offline since the spring and now it's autumn", autumn)
    open_ = offline_duration("offline since the spring", autumn)
    assert since
    assert since.longer_than(15)
    assert open_
    assert open_.longer_than(15) is None  # in the southern half of the world it is spring


@pytest.mark.parametrize(
    ("text", "high"),
    [
        ("the backup server lost its link this morning and is still offline", 1),
        ("the outage is in its fifth week | request: restore", 35),
        ("the outage is only in its third day + the sub is active", 3),
        ("the outage is in its fourth week => still possible?", 28),
    ],
)
def test_the_server_is_no_backup_and_a_mark_ends_an_ordinal(text: str, high: int) -> None:
    states = read_states(text)
    duration = offline_duration(states.present, None, states.outage_at)
    assert duration
    assert duration.high == high


@pytest.mark.parametrize(
    ("text", "over_15"),
    [
        ("the VLAN was migrated 18 days ago and since then the node has been offline", True),
        ("the certificate lapsed 18 days ago and the node is still offline", True),
        ("we waited 18 days for new tyres and the node has been offline all that time", True),
        ("the node was moved two days ago and has been offline ever since", False),
        ("the modem died at 6:40 and the node is offline", False),
        ("the node has been offline all morning", False),
        ("the node is offline since the early morning", False),
        ("the node went offline during this shift", False),
        ("offline the whole winter", True),
        ("it went offline on 1 March and that isn't over, today is 30 March", True),
    ],
)
def test_since_its_cause_and_since_this_morning(text: str, over_15: bool) -> None:
    reading = read_question(f"{text}. Can we back up?", today=date(2026, 5, 20))
    assert reading.outage
    assert reading.outage.longer_than(15) is over_15


@pytest.mark.parametrize(
    "text",
    [
        "the subscription was renewed 18 days ago and the node is still offline",
        "a colleague was hired 18 days ago and the node is still offline",
        "our jobs begin at 22:00 and the node is offline",
        "the node is offline. We see that since the morning of the move",
    ],
)
def test_what_else_happened_tells_no_length(text: str) -> None:
    reading = read_question(f"{text}. Can we back up?", today=date(2026, 5, 20))
    assert reading.outage is None


@pytest.mark.parametrize("now", ["today's 14 April", "today's april 14", "today is April the 14th"])
def test_the_day_of_today_may_begin_with_its_month(now: str) -> None:
    reading = read_question(
        f"the node went offline on 28 March, {now}. Can we back up?", today=date(2026, 11, 20)
    )
    assert reading.outage
    assert reading.outage.exact == 17


@pytest.mark.parametrize(
    ("text", "beyond"),
    [
        ("offline for 11 days, what stops once we pass the limit?", True),
        ("down for 8 days, eight more to go. what changes when it crosses the line", True),
        ("no connection for 14 days. what happens if we go over the 15 days", True),
        ("offline for 11 days, what stops today?", False),
        ("offline for 11 days, did we pass the limit?", False),
        ("offline for 11 days since we crossed the ocean", False),
    ],
)
def test_what_holds_beyond_the_limit_is_asked_in_an_outage_that_lasts(text: str, beyond: bool) -> None:
    lasts = offline_duration(text, TODAY)

    assert lasts is not None
    assert bool(lasts.longer_than(15)) == beyond


def test_what_an_outage_will_last_on_top_is_added() -> None:
    lasts = read_question("offline for 9 days and it'll be another week. do backups run?").outage

    assert lasts is not None
    assert lasts.exact == 16
