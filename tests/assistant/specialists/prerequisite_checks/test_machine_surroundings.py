"""Networks and subscriptions that are told by their names."""

from __future__ import annotations

import pytest

from assistant.specialists.prerequisite_checks import machine_surroundings
from assistant.understanding.read import read_question


@pytest.mark.parametrize(
    "question",
    [
        "MABS is in subscription 'Infra', the file servers in subscription 'Sales'. fine?",
        "subscription Red has the backup machine and subscription Blue the workloads, ok?",
        "backup server in sub A1, guests in sub B2, is that allowed",
    ],
)
def test_two_subscriptions_by_name(question: str) -> None:
    result = machine_surroundings.network(read_question(question))

    assert result is not None
    assert (result.table, result.outcome) == ("same-subscription", "fail")


@pytest.mark.parametrize(
    "question",
    [
        "all of it is in subscription 'Infra', MABS in subscription 'Infra' as well. fine?",
        "the subscription is Active, was Expired. backup to disk?",
        "which subscription do we register with",
        "is a vault under some other subscription ok?",
    ],
)
def test_one_subscription_or_its_state(question: str) -> None:
    assert machine_surroundings.network(read_question(question)) is None
