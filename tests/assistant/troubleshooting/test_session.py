"""Replies to a tree's question that take more than its own words."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.troubleshooting.session import reply, start
from assistant.troubleshooting.state import State

TODAY = date(2019, 11, 27)


@pytest.mark.parametrize(
    ("said", "branch"),
    [
        ("since 2 November", "more than 15 days"),
        ("since 20 November", "15 days or fewer"),
        ("since last Monday", "15 days or fewer"),
    ],
)
def test_a_day_since_when_is_reckoned_from_today(said: str, branch: str) -> None:
    asked = reply(start("azure-connection"), "not connected")

    assert _length(reply(asked, said, TODAY)) == branch


def test_the_users_own_calendar_counts_where_no_day_is_given() -> None:
    asked = reply(start("azure-connection"), "not connected")

    assert _length(reply(asked, "since 2 November 2019")) == "more than 15 days"


def _length(state: State) -> str:
    """The branch that was taken at the question for how long there has been no connection."""
    return next(step.branch for step in state.path if step.node == "duration")
