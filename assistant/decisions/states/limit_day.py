"""The day on which an outage passes the 15 days of the connectivity table, from the day it began."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from assistant.decisions.guide import NETWORK
from assistant.decisions.reading.calendar_names import DAY_NAMES, MONTH_NAMES
from assistant.decisions.reading.dates import Day
from assistant.decisions.reading.quantities import plain
from assistant.decisions.states.connectivity_rules import LIMIT_DAYS, LONG_OUTAGE, NAME, Connectivity
from assistant.decisions.types import DecisionResult, Standing, headline, reason

_WHAT_THEN = (
    reason(
        f"From then on the outage has lasted more than {LIMIT_DAYS} days, and back up to Azure and back up "
        "to disk are stopped, whatever the subscription's state.",
        NETWORK,
    ),
    reason(f"The table has no row for the first {LIMIT_DAYS} days of an outage.", NETWORK),
)


def left(days: Decimal) -> DecisionResult:
    """How many of the 15 days are left of an outage that has lasted for `days`, at most 15."""
    rest = LIMIT_DAYS - days
    counted = f"{plain(rest)} day{'' if rest == 1 else 's'}"
    working = f"{LIMIT_DAYS} - {plain(days)} = {plain(rest)}"
    said = (headline(f"{counted} {'is' if rest == 1 else 'are'} left: {working}.", NETWORK), *_WHAT_THEN)
    inputs, outputs = {"outage": f"{plain(days)} days"}, {"left": counted}
    return DecisionResult(
        NAME, inputs, "days_left", Standing.SETTLED, said, outputs=outputs, rules=LONG_OUTAGE, working=working
    )


def passed_on(began: Day) -> DecisionResult:
    """When an outage that `began` on a day has lasted more than 15 days."""
    full = began.value + timedelta(days=LIMIT_DAYS)
    day = _weekday(full) if began.by_weekday else _named(full, with_year=began.with_year)
    working = f"{began.words} + {LIMIT_DAYS} days = {day}"
    said = (
        headline(f"On {day}: the {LIMIT_DAYS} days from {began.words} are over then.", NETWORK),
        *_WHAT_THEN,
    )
    inputs = {"connectivity": str(Connectivity.LOST_LONG), "began": began.words}
    outputs = {"day": day}
    return DecisionResult(
        NAME, inputs, "limit_day", Standing.SETTLED, said, outputs=outputs, rules=LONG_OUTAGE, working=working
    )


def _named(day: date, *, with_year: bool) -> str:
    return f"{day.day} {MONTH_NAMES[day.month - 1].title()}{f' {day.year}' if with_year else ''}"


def _weekday(day: date) -> str:
    return f"the {DAY_NAMES[day.weekday()].title()} two weeks and a day later"
