"""Points that come to those of a vault, or go of them: the sum is held against its limit."""

from __future__ import annotations

import pytest
from asking import asked
from rows import every

from assistant.specialists import limits
from assistant.specialists.calculators.point_changes import change_in
from assistant.understanding.read import read_question


@every(
    ("question", "points"),
    [
        ("the vault shows 9,800 recovery points. room for 300 more?", 10_100),
        ("vault has 9800 points, can I add 300 more?", 10_100),
        ("We are at 9,700 recovery points. Is there still room for another 200?", 9900),
        ("9,900 recovery points in the vault. would 50 more fit?", 9950),
        ("The vault holds 9500 rps already. Next month 600 new ones are coming. Does that fit?", 10_100),
        ("vault shows 9,600 recovery points. room for three hundred more?", 9900),
        ("room for 300 more recovery points when the vault counts 9700?", 10_000),
        ("can I add 250 more points to a vault that has 9,700?", 9950),
        ("two vaults, 19,800 recovery points in all. room for 300 more?", 20_100),
        ("we've got 9800 rps in there now and want to keep 150 extra ones. does that work?", 9950),
        ("vault at 9,900 points. 500 old ones expire tonight, then 400 new points come in. ok?", 9800),
        ("the vault shows 9800 recovery points. 2 servers, daily, for 120 days on top?", 10_040),
        ("the portal says 9,800 recovery points. can we add three servers with 100 points each?", 10_100),
    ],
)
def test_points_that_come_are_added_to_those_there(question: str, points: int) -> None:
    assert asked(question).outputs["recovery_points"] == str(points)


@every(
    ("question", "points"),
    [
        ("The vault shows 9,800 points, 300 more than last week. still ok?", 9800),
        ("vault has 9,800 recovery points, 3 more servers get protected. fits?", 9800),
        ("vault has 9,800 points, a few more will come. ok?", 9800),
        ("9,800 recovery points in the vault and one more question", 9800),
    ],
)
def test_what_else_there_is_more_of_adds_no_points(question: str, points: int) -> None:
    assert asked(question).outputs["recovery_points"] == str(points)


@pytest.mark.parametrize(
    ("turns", "points"),
    [
        (("the vault shows 9,800 recovery points.", "can I add 300 more?"), 10_100),
        (("9,000 points in the vault", "room for 300 more?", "and another 800?"), 10_100),
        (("9,000 points in the vault", "room for 300 more?", "what about 1500?"), 10_500),
        (("10 servers weekly for 2 years, points?", "plus 500 already there?"), 1540),
        (("20 servers daily, keep 1 yr, one vault?", "what if we keep 2 yrs"), 14_600),
        (("9,900 points in the vault, fits?", "300 of them get removed"), 9600),
    ],
)
def test_a_turn_adds_to_the_points_told_before(turns: tuple[str, ...], points: int) -> None:
    assert asked(*turns).outputs["recovery_points"] == str(points)


def test_the_sum_is_shown() -> None:
    result = asked("9,900 points in the vault, 200 are removed, room for 250 more?")

    assert result.working == "9,900 there - 200 that go + 250 more = 9,950 recovery points"


def test_how_many_more_there_may_be_is_no_yes_or_no() -> None:
    finding = limits.consult(read_question("the vault has 9,800 recovery points. how many more can I add?"))[
        0
    ]

    assert finding.statements[0].text.startswith("9,800 recovery points")
    assert "199 are left" in finding.statements[0].text


def test_sources_with_points_of_their_own_share_what_is_left() -> None:
    result = asked("vault has 9,800 recovery points. how many servers with 50 points each can still go in?")

    assert result.outputs["sources"] == "3"


def test_the_text_is_left_without_what_comes_and_goes() -> None:
    change = change_in("9,000 there, 20 get deleted, plus 30")

    assert (change.more, change.fewer) == (30, 20)
    assert change.rest.split() == ["9,000", "there,", ","]
