"""The state of the connection, in phrases; what denies, ends or prevents it."""

from __future__ import annotations

import pytest

from assistant.decisions.states.connectivity_rules import Connectivity
from assistant.understanding.connection.connections import NOWHERE, read_connectivity

LOST, CONNECTED, RESTORED = Connectivity.LOST, Connectivity.CONNECTED, Connectivity.RESTORED


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("the proxy keeps the box from reaching Azure", LOST),
        ("nothing keeps the box from reaching Azure", CONNECTED),
        ("it's been five weeks since we had a connection", LOST),
        ("it has been 16 days since the server was last online", LOST),
        ("communication with Azure broke down on Monday", LOST),
        ("we are waiting for the line to be repaired", LOST),
        ("nobody was able to get the link back", LOST),
        ("the rig and Azure have exchanged nothing, there is no link", LOST),
        ("Azure and the server have not exchanged a word", LOST),
        ("the check has been answering FALSE", LOST),
        ("the cmdlet has returned nothing but False", LOST),
        ("the cmdlet over there has only ever said no, and it always returns a plain FALSE", LOST),
        ("the cmdlet has never shown anything other than False", LOST),
        ("the cmdlet came back with FALSE", LOST),
        ("the cmdlet returned nothing but TRUE", CONNECTED),
        ("Get-DPMCloudConnection on the rig has not returned False", CONNECTED),
        ("no link for 4 days over a routing fault that is still open", LOST),
        ("there is internet", CONNECTED),
        ("the server passes every connectivity test", CONNECTED),
        ("the box has not been on the internet", LOST),
        ("the server keeps its link to Azure", CONNECTED),
        ("nothing disturbs the link", CONNECTED),
        ("communication between the server and Azure is undisturbed", CONNECTED),
        ("everything is fine with the network", CONNECTED),
        ("the firewall is not blocking anything", CONNECTED),
        ("zero packet loss to Azure", CONNECTED),
        ("the line had dropped but has been repaired and is up", RESTORED),
        ("we were offline for 18 days, now it is restored", RESTORED),
        ("the fibre was cut and is being repaired", LOST),
        ("the line is down and the console is up", LOST),
        ("no sign of Azure for a week", LOST),
        ("the server has been trying in vain to contact Azure", LOST),
        ("it keeps retrying to reach Azure without success", LOST),
        ("the server attempts to talk to Azure with no luck", LOST),
        ("the server is able to reach Azure", CONNECTED),
        ("the disruption is over", RESTORED),
        ("the old circuit is dead but the node reaches Azure over the new one", CONNECTED),
        ("the modem is up again, but the node is still without Azure", LOST),
        ("the circuit is dead. Can the node reach Azure through it?", LOST),
        ("the circuit is dead, until May the node reached Azure", LOST),
        ("we wait for the repaired fibre by which the node reaches Azure", LOST),
        ("after the cut-over the node connected to Azure at once", CONNECTED),
        ("the link failure was solved on Monday", RESTORED),
        ("the node was at no time disconnected", CONNECTED),
        ("the node never had a connection problem", CONNECTED),
        ("after ten days offline the server found its way back to Azure", RESTORED),
    ],
)
def test_a_connection_is_read_with_what_turns_it_round(text: str, state: Connectivity) -> None:
    assert read_connectivity(text)[0] is state


@pytest.mark.parametrize(
    "text",
    [
        "I have no access to look at the subscription",
        "the subscription's state I can't see from here",
        "we have no contact with the billing team",
        "nothing is told",
        "the server is trying to reach Azure",
        "we want to connect to Azure",
    ],
)
def test_what_is_of_another_thing_is_no_state_of_the_connection(text: str) -> None:
    assert read_connectivity(text) == (None, None, NOWHERE)


@pytest.mark.parametrize(
    "text",
    [
        "connected? no, not for 20 days",
        "it's been 20 days since the check said TRUE, online",
        "they say the link is up, it is down for 20 days",
        "the line was restored but failed again three weeks ago",
        "the link that was up all year is down these days",
    ],
)
def test_a_connection_is_never_surer_than_all_that_is_said_of_it(text: str) -> None:
    assert read_connectivity(text)[0] in (None, LOST)


def test_a_connection_whose_clause_says_the_contrary_as_well_is_left_open() -> None:
    state, mention, span = read_connectivity("some outage or other while the box is online impossible")
    assert state in (None, LOST)
    assert (mention is None) == (state is None)
    assert span != NOWHERE


def test_a_row_in_the_signs_of_the_table_is_a_lost_connection() -> None:
    assert read_connectivity("lost >15 days, expired")[0] is Connectivity.LOST
    assert read_connectivity("we lost > 20 days of data")[0] is None


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("our line returns in 8 days, may backups run until then", LOST),
        ("the uplink should be mended within a week, what is barred in the meantime", LOST),
        ("the connection is coming back in six hours, what is off in between", LOST),
        ("they have the network again in 9 days, which jobs are off till then", LOST),
        ("our tunnel is back within a week, can we restore in the meantime", LOST),
        ("the network will be restored in 5 days, what works after that", RESTORED),
        ("the link is back since noon, what stops meanwhile", RESTORED),
    ],
)
def test_till_a_connection_returns_it_is_lost(text: str, state: Connectivity) -> None:
    assert read_connectivity(text)[0] is state


@pytest.mark.parametrize(("colour", "state"), [("green", CONNECTED), ("red", LOST)])
def test_a_light_shows_whether_azure_is_reached(colour: str, state: Connectivity) -> None:
    assert read_connectivity(f"the lamp for azure is {colour}")[0] is state
    assert read_connectivity(f"the lamp on the printer is {colour}")[0] is None
