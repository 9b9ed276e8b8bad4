"""9999 recovery points per vault: schedules, retentions, and what fits."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.decisions.calculations.recovery_points import (
    LIMIT,
    decide,
    most_sources,
    number_of_points,
    points,
    until_full,
)
from assistant.decisions.reading.schedules import Period, Schedule, parse_period, parse_schedule
from assistant.decisions.types import DecisionInputError


@pytest.mark.parametrize(
    ("text", "per_year"),
    [
        ("daily", 365),
        ("nightly", 365),
        ("Weekly", 52),
        ("monthly", 12),
        ("yearly", 1),
        ("hourly", 8760),
        ("twice a day", 730),
        ("twice daily", 730),
        ("every 6 hours", 1460),
        ("every day", 365),
        ("every other day", Decimal("182.5")),
        ("3 times a week", 156),
        ("4 per month", 48),
        ("once per week", 52),
        ("2 points a day", 730),
    ],
)
def test_schedules(text: str, per_year: int | Decimal) -> None:
    assert parse_schedule(text).per_year == per_year


@pytest.mark.parametrize(
    "text", ["", "often", "0 times a day", "-1 a day", "every 0 days", "99999 a day", "5 years"]
)
def test_what_is_no_schedule_is_refused(text: str) -> None:
    with pytest.raises(DecisionInputError):
        parse_schedule(text)


@pytest.mark.parametrize("text", ["", "5", "0 days", "200 years", "-3 weeks", "forever"])
def test_what_is_no_retention_is_refused(text: str) -> None:
    with pytest.raises(DecisionInputError):
        parse_period(text)


@pytest.mark.parametrize(
    ("schedule", "retention", "count"),
    [
        ("daily", "30 days", 30),
        ("daily", "4 weeks", 28),
        ("daily", "12 months", 365),
        ("daily", "10 years", 3650),
        ("weekly", "12 weeks", 12),
        ("weekly", "1 year", 52),
        ("monthly", "60 months", 60),
        ("monthly", "5 years", 60),
        ("yearly", "10 years", 10),
        ("twice a day", "5 years", 3650),
        ("every 6 hours", "2 years", 2920),
        ("weekly", "10 days", 2),
        ("every 3 days", "30 days", 10),
    ],
)
def test_points_of_one_source(schedule: str, retention: str, count: int) -> None:
    assert points(parse_schedule(schedule), parse_period(retention)) == count


def test_the_guides_example_of_monthly_points_for_five_years_fits() -> None:
    result = decide({parse_schedule("monthly"): parse_period("5 years")})

    assert result.outcome == "fits"
    assert result.working == "5 years x 12 a year = 60 recovery points"


@pytest.mark.parametrize(("days", "outcome"), [(9999, "fits"), (10_000, "too_many")])
def test_9999_fit_and_10000_dont(days: int, outcome: str) -> None:
    result = decide({parse_schedule("daily"): Period(Decimal(days), "day")})

    assert result.outcome == outcome
    assert result.headline.startswith("Yes." if outcome == "fits" else "No.")


@given(st.integers(1, 500), st.integers(1, 30), st.integers(1, 50))
def test_counting_agrees_with_multiplication(days: int, per_day: int, sources: int) -> None:
    result = decide({Schedule(Decimal(per_day), "day"): Period(Decimal(days), "day")}, sources)

    assert result.outputs["recovery_points"] == str(days * per_day * sources)
    assert result.outputs["fits"] == ("yes" if days * per_day * sources <= LIMIT else "no")


def test_several_schedules_add_up_and_say_that_it_is_an_upper_figure() -> None:
    plans = {"daily": "30 days", "weekly": "12 weeks", "monthly": "60 months", "yearly": "10 years"}
    result = decide({parse_schedule(s): parse_period(r) for s, r in plans.items()}, 3)

    assert result.outputs["recovery_points"] == str(3 * (30 + 12 + 60 + 10))
    assert "upper" in result.caveats[0]


def test_years_until_a_vault_is_full() -> None:
    result = decide({parse_schedule("twice a day"): None})

    assert result.outputs == {"years": "13.7", "days": "4,999.5"}
    assert result.working == "9999 / (730 a year x 1) = 13.7 years"


def test_points_a_day_over_some_years_never_overfill() -> None:
    result = decide(years=parse_period("10 years"))

    assert result.outputs == {"per_day": "2.7"}
    assert Decimal(result.outputs["per_day"]) * 3650 <= LIMIT


def test_the_limit_alone_asks_for_the_rest() -> None:
    result = decide()

    assert "9999" in result.headline
    assert [m.name for m in result.missing] == ["schedule", "retention"]
    assert result.notes == ("recovery-point-limit-elsewhere",)


@given(st.integers(1, 400), st.integers(1, 24))
def test_the_most_sources_fit_and_one_more_does_not(days: int, per_day: int) -> None:
    plans = [(Schedule(Decimal(per_day), "day"), Period(Decimal(days), "day"))]
    most = int(most_sources(plans).outputs["sources"])

    assert most * days * per_day <= LIMIT < (most + 1) * days * per_day


@given(st.integers(1, 60_000))
def test_as_many_vaults_hold_the_points_and_one_less_does_not(total: int) -> None:
    vaults = int(number_of_points(total).outputs["vaults"])

    assert (vaults - 1) * LIMIT < total <= vaults * LIMIT


def test_points_already_there_and_further_vaults_count() -> None:
    daily = [parse_schedule("daily")]

    assert until_full(daily, used=9000).outputs["days"] == "999"
    assert until_full(daily, vaults=2).outputs["days"] == "19,998"
    assert until_full(daily, used=20_000).outputs["days"] == "0"


@pytest.mark.parametrize(
    ("times", "unit", "shown"),
    [("1", "day", "daily"), ("4", "hour", "4 times an hour"), ("0.5", "day", "every 2 days")],
)
def test_schedules_are_shown_in_words(times: str, unit: str, shown: str) -> None:
    assert str(Schedule(Decimal(times), unit)) == shown
