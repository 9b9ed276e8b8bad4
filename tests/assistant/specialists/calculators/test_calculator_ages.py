"""Days of the calendar put to the five-day rule."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from asking import asked, silent
from hypothesis import given
from hypothesis import strategies as st

from assistant.decisions.calculations import ages
from assistant.decisions.calculations.ages import Day
from assistant.specialists import limits
from assistant.understanding.read import read_question


@pytest.mark.parametrize(
    ("question", "start"),
    [
        ("today is the 20th. oldest point that should still be on the local disk?", "From the 15th"),
        ("It's 12 March. What's the oldest date of backups that may stay on the disks?", "From 7 March"),
        ("Now it's Friday. How far back may the points on the attached disks go?", "From Sunday"),
        ("it is the 2nd. earliest copy to keep on the disks?", "From five days before the 2nd"),
        ("a backup made on the 3rd, until when may it stay on attached disks?", "Until the 8th"),
        ("Backup from Monday. by which day should it be off the local disks?", "Until Saturday"),
        ("recovery point of 28 February: last day on local disk?", "Until 5 March"),
        ("point from 1 June, today 10 June. should it still be on the mabs disk?", "Better not."),
        ("copy of the 6th, today is the 10th, may it stay on the attached disk?", "Yes. 4 days"),
        ("disk copy of 2 May, it's the 12th today. still on the disks?", "Better not."),
        ("local backup of 28 March and the calendar says the 3rd. may it stay?", "Better not."),
        ("point of Tuesday 20:00 on disk, now Sunday 19:00. still fine?", "Yes. 4.96 days"),
        ("disk point of Tuesday 8 pm, it is Sunday 10 pm. ok to keep?", "Better not."),
    ],
)
def test_days_are_reckoned_with(question: str, start: str) -> None:
    assert asked(question).headline.startswith(start)


@pytest.mark.parametrize(
    ("question", "days"),
    [
        ("a copy on the attached disk since Thursday of last week, now it's Friday. ok?", 8),
        ("last week's Tuesday backup is on the local disk, today is Thursday. allowed?", 9),
        ("point on disk from Saturday last week and today is Tuesday. may it stay?", 3),
        ("local copy made on Sunday the week before last, today Monday. may it stay on disk?", 8),
        ("data on local disk from Sunday two weeks ago, it is Tuesday today. still fine?", 16),
        ("point from Tuesday this week on local disk, today is Friday, ok?", 3),
        ("local copy of Friday, it is Wednesday today. ok?", 5),
        ("copy of the 12th, still on the attached disk on the 15th, fine?", 3),
    ],
)
def test_a_day_may_be_one_of_another_week(question: str, days: int) -> None:
    assert asked(question).inputs["duration"] == f"{days} days"


@pytest.mark.parametrize(
    ("question", "over"),
    [
        ("a copy taken on the 3rd still lies on local disk on the 14th: days past the limit?", 6),
        ("backup of Friday the 6th sits on the attached disk on the 13th, how many days past is it", 2),
        ("disk copy of Monday last week, today is Thursday. by how many days is it too old?", 5),
    ],
)
def test_days_beyond_the_rule_are_counted_between_two_days(question: str, over: int) -> None:
    assert asked(question).headline.startswith(f"{over} days more than the five days")


def test_two_days_of_copies_are_no_day_of_now() -> None:
    assert silent("copies of the 4th and of the 9th are on the attached disk, are they ok?")


@pytest.mark.parametrize(
    "question",
    [
        "last contact was on the 3rd, can I restore from disk?",
        "we install on the 20th, how many disks?",
        "backup of Monday failed, when will it be repeated",
    ],
)
def test_other_days_are_left_alone(question: str) -> None:
    assert silent(question)


@given(st.dates(date(2001, 1, 1), date(2001, 12, 31)), st.integers(-5, 5))
def test_days_of_a_month_are_shifted_as_the_calendar_has_them(day: date, by: int) -> None:
    then = day + timedelta(days=by)

    shifted = Day(number=day.day, month=day.month).shifted(by)

    assert shifted == Day(number=then.day, month=then.month)


def test_what_cannot_be_compared_is_not() -> None:
    assert ages.at_age(Day(weekday=1), Day(number=3)) is None
    assert ages.at_age(Day(number=9), Day(number=3)) is None
    assert ages.day_of(31, 2) is None


@pytest.mark.parametrize(
    ("question", "over", "outcome"),
    [
        ("local disk holds backups aged 1, 2, 7 and 10 days. which are too old?", "7, 10", "warn"),
        ("recovery points on disk: 2d, 4d, 6d. which one is over the limit?", "6", "warn"),
        ("points on the local disk are one, six and eight days old, which are not ok?", "6, 8", "warn"),
        ("day 3, day 6 and day 9 copies sit on attached disk. which must go to the vault", "6, 9", "warn"),
        ("disk copies aged 1, 3 and 5 days. any of these too old?", "none", "pass"),
        ("data on the attached disk from 4,5,11 days ago, which ones violate the guidance", "11", "warn"),
        ("copies from 3 and from 9 days ago on the disk: which may stay?", "9", "warn"),
    ],
)
def test_of_several_ages_those_beyond_the_rule_are_named(question: str, over: str, outcome: str) -> None:
    result = asked(question)

    assert (result.outputs["over"], result.outcome) == (over, outcome)


def test_ages_beyond_the_rule_are_counted_where_that_is_asked() -> None:
    result = asked("three copies on disk, 5, 6 and 7 days old. how many break the five-day rule?")

    assert result.headline.startswith("2 of the 3: those of 6 and 7 days")


@pytest.mark.parametrize(
    "question",
    [
        "offline for 3, 5 and 20 days: which backups to disk were stopped?",
        "which logs are 3, 6 and 9 days old?",
        "A2, A3 and A4: which takes 8 disks?",
    ],
)
def test_other_numbers_in_a_row_are_no_ages_on_disk(question: str) -> None:
    assert limits.kept_facts(read_question(question)).get("kind") != "ages-on-disk"


@pytest.mark.parametrize(
    ("question", "over"),
    [
        ("it's the 18th. disk copies from the 9th, the 14th and the 17th: which break the rule?", "9"),
        ("Points of 2 May, 6 May and 9 May lie on local disk, today is 10 May. which are too old?", "8"),
        (
            "today is the 28th; the attached disk has points from the 20th and the 21st, how many are over?",
            "8, 7",
        ),
    ],
)
def test_of_several_dates_those_beyond_the_rule_are_named(question: str, over: str) -> None:
    assert asked(question).outputs["over"] == over


def test_dates_without_the_day_of_today_tell_no_ages() -> None:
    text = "local disk copies from the 9th, the 14th and the 17th: which break the rule?"

    assert limits.kept_facts(read_question(text)).get("kind") != "ages-on-disk"


@pytest.mark.parametrize(
    ("question", "outcome"),
    [
        ("it's the ninth, the oldest copy on disk is from the third. ok?", "warn"),
        ("today's the 18th, local disks hold backups of the 15th. fine?", "pass"),
        ("data on attached disks is of the fifth and it is the tenth. fine?", "pass"),
    ],
)
def test_days_of_the_month_in_words(question: str, outcome: str) -> None:
    assert asked(question).outcome == outcome
