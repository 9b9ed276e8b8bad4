"""What a clause leaves to the one before it: the far end, the verb, the subject."""

from __future__ import annotations

import pytest

from assistant.decisions.states.connectivity_rules import Connectivity
from assistant.understanding.connection.link_clauses import told_clauses
from assistant.understanding.connection.links import link_states

LOST, CONNECTED = Connectivity.LOST, Connectivity.CONNECTED


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("the modem's back but the Azure uplink isn't", LOST),
        ("the printer is down but the Azure uplink is not", CONNECTED),
        ("the heating came back and so did our uplink to Azure", CONNECTED),
        ("the node pings Bing but not one Azure address", LOST),
        ("the cloud is healthy but the node hasn't got through to it", LOST),
        ("the last good check of Azure was on Monday and each check failed since", LOST),
        ("the uplink broke and isn't back yet", LOST),
    ],
)
def test_what_is_left_out_is_taken_from_the_clause_before(text: str, state: Connectivity) -> None:
    assert [one.state for one in link_states(text)][-1] is state


@pytest.mark.parametrize(
    "text",
    [
        "our copies are in Azure and nobody can get to it",  # the data
        "the carrier's Azure desk knows and is working on it",
        "the disk jobs ran but not the Azure ones",
        "we back up to disk but not to Azure",
        "the modem is back, but is the Azure uplink not?",
    ],
)
def test_nothing_is_put_in_for_data_for_jobs_or_in_a_question(text: str) -> None:
    assert not [one for one in link_states(text) if one.state is LOST]


def test_clauses_keep_their_places() -> None:
    for clause in told_clauses("the modem is back but the Azure uplink is not, and nobody got to it"):
        assert len(clause.words) == len(clause.starts)
        assert list(clause.starts) == sorted(clause.starts)
