"""Money for a subscription that is told to be spent."""

from __future__ import annotations

import pytest

from assistant.understanding.read import read_question
from assistant.understanding.subscription.funds import is_spent


@pytest.mark.parametrize(
    "text",
    [
        "our Azure credits are depleted. does the backup run?",
        "the subscription ran out of money, restore from disk?",
        "the spending cap of the sub was reached. can we back up to Azure?",
        "the card behind the subscription was declined. backups?",
        "the prepaid credit has run out, MABS online. restore?",
    ],
)
def test_spent_money_leaves_the_state_open(text: str) -> None:
    reading = read_question(text)

    assert is_spent(reading)
    assert not reading.subscription


@pytest.mark.parametrize(
    "text",
    [
        "the credit is used up and the sub shows Expired. restore from disk?",
        "the spending limit of a vault is 9999 points?",
        "how much money does a backup cost?",
        "we ran out of disk space. does the backup run?",
        "the subscription ran out on Monday. does the backup run?",
    ],
)
def test_a_state_that_is_told_or_another_matter_is_no_such_thing(text: str) -> None:
    assert not is_spent(read_question(text))
