"""Where what is told of the subscription goes on from the clause before it without a stop."""

from __future__ import annotations

import pytest

from assistant.understanding.connection.run_on_sentences import with_stops
from assistant.understanding.read import read_question


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("the uplink works again the sub is expired", "the uplink works again; the sub is expired"),
        (
            "offline since 20 days subscription state: Active",
            "offline since 20 days; subscription state: Active",
        ),
    ],
)
def test_a_clause_begins_at_the_subscription(text: str, read: str) -> None:
    assert with_stops(text) == read


@pytest.mark.parametrize(
    "text",
    [
        "can I restore from disk if the sub is expired",
        "the server is online, the sub is expired",
        "what happens to the Azure subscription",
        "how do I renew the subscription",
    ],
)
def test_other_sentences_stay_as_they_are(text: str) -> None:
    assert with_stops(text) == text


def test_both_states_are_read() -> None:
    reading = read_question("we lost the link to Azure and that was 20 days ago the sub is expired")
    assert reading.outage
    assert {str(state) for state in reading.subscription} == {"Expired"}
