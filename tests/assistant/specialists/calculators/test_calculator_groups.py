"""Groups of sources, each with a schedule of its own: the points of all of them go into one sum."""

from __future__ import annotations

import pytest
from asking import asked
from rows import every

from assistant.specialists import limits
from assistant.specialists.calculators.points_groups import PointsOfGroups
from assistant.understanding.read import read_question


@every(
    ("question", "points"),
    [
        ("4 servers daily and 6 servers weekly, all kept 2 years in one vault. over or under?", 3544),
        ("5 boxes monthly + 7 boxes once a year, held 30 years in one vault. fits?", 2010),
        ("9 machines once a week, 11 machines once a month, for four years. ok for one vault?", 2400),
        ("2 servers weekly for 3 years and 8 servers monthly for 9 years in one vault, under the cap?", 1176),
        ("30 servers: 10 of them daily and 20 weekly, kept a year. does one vault hold that?", 4690),
        ("four boxes daily, the other six monthly, retention 3 years. how many points in the vault?", 4596),
        ("daily for 3 machines, monthly for 20 machines, eight years. too many for one vault?", 10_680),
        ("5 servers every 12 hours, 8 weekly, kept 1 year. points in the vault?", 4066),
        ("half of our 20 servers daily, the other half weekly, 2 years, one vault: fits?", 8340),
        ("vault holds 1,000 points already; 2 servers daily and 5 weekly for 1 year. fits?", 1990),
    ],
)
def test_every_group_counts_with_its_own_schedule(question: str, points: int) -> None:
    assert asked(question).outputs["recovery_points"] == str(points)


@pytest.mark.parametrize(
    "question",
    [
        "6 servers with weekly points and monthly points, kept 8 years. fits?",
        "12 servers: 30 daily, 52 weekly and 60 monthly points kept each. fits the vault?",
        "one server with daily points for a year and monthly points for 9 years. fits in a vault?",
    ],
)
def test_schedules_of_the_same_sources_are_no_groups(question: str) -> None:
    assert limits.kept_facts(read_question(question)).get("kind") != PointsOfGroups.NAME


def test_without_a_retention_all_groups_fill_the_vault_together() -> None:
    result = asked("3 servers daily and 10 servers weekly into one vault, when is it full?")

    assert "with 3 sources backed up daily and 10 sources backed up weekly" in result.headline
    assert result.outputs["years"] == "6.2"


def test_a_follow_up_keeps_them_for_another_time() -> None:
    result = asked(
        "2 servers daily and 5 servers weekly kept 3 years in one vault, fits?", "and for 10 years?"
    )

    assert result.outputs["recovery_points"] == "9900"


def test_how_long_a_vault_is_said_to_last_is_told_beside_the_sum() -> None:
    result = asked("one vault is good for nine years with daily backups of 4 servers, true?")

    assert result.headline.startswith("No.")
    assert "After about 6.8 years" in result.reason


def test_how_long_a_vault_lasts_is_reckoned_from_the_schedule() -> None:
    assert asked("how long does one vault last with 3 servers daily?").headline.startswith("After about 9.1")


def test_the_example_of_the_guide_may_be_put_to_several_sources() -> None:
    result = asked("monthly for five years as in the doc's example, but for 60 servers and one vault, room?")

    assert result.outputs["recovery_points"] == "3600"


@pytest.mark.parametrize(
    ("question", "headline"),
    [
        (
            "10 servers daily 100 days in one vault, 4 servers weekly 3 years in a second vault. each ok?",
            "Yes. Each is within the 9999 that a vault holds: 1,000 and 624 recovery points.",
        ),
        (
            "40 servers daily for 2 years in vault a, 6 servers weekly for 3 years in another vault. fits?",
            "No. Not each is within the 9999 that a vault holds: 29,200 and 936 recovery points.",
        ),
    ],
)
def test_groups_with_vaults_of_their_own_are_held_apart(question: str, headline: str) -> None:
    assert asked(question).headline == headline


@every(
    ("question", "points"),
    [
        ("4 points a day on workdays and 2 a day on weekends, 3 years, one server. fits?", 3744),
        ("twice a day mon to fri, once on saturdays, kept 5 years. within 9999?", 2860),
        ("hourly on weekdays and daily on weekends for 1 year, one server, points?", 6344),
        ("weekdays 3 points, weekends 1, 2 servers, 2 years. one vault?", 3536),
        ("2 points on weekdays, nothing on weekends, 4 servers 2 years, fits one vault?", 4160),
        ("daily except weekends for 4 servers, 5 years, one vault?", 5200),
    ],
)
def test_runs_that_differ_by_the_day_of_the_week_all_count(question: str, points: int) -> None:
    assert asked(question).outputs["recovery_points"] == str(points)


@pytest.mark.parametrize(
    ("question", "left"),
    [
        ("the vault is at 90 percent. how many recovery points still fit?", "1000"),
        ("vault at 75 % of its points, how many more", "2500"),
    ],
)
def test_a_share_of_the_vault_that_is_used_leaves_the_rest(question: str, left: str) -> None:
    assert asked(question).outputs["left"] == left


@pytest.mark.parametrize(
    ("question", "points"),
    [
        ("we drop half of our 30 servers, daily kept 100 days, does the rest fit in a vault?", 1500),
        ("only half of the 8 machines get a daily point, kept 2 years. fits a vault?", 2920),
    ],
)
def test_half_of_the_sources_is_a_number_of_them(question: str, points: int) -> None:
    assert asked(question).outputs["recovery_points"] == str(points)


def test_the_days_of_a_year_are_no_group_nor_retention() -> None:
    result = asked("7 vms x daily x 2 yrs\n7 vms x monthly x 3 yrs\nsum of points? (365 d/yr)")
    assert result.headline.startswith("Yes. 5,362 recovery points")
