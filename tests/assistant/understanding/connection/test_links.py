"""The connection's state, put together from the words of a clause."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.decisions.states.connectivity_rules import Connectivity
from assistant.understanding.connection.links import find_link_state, link_states
from assistant.understanding.message.clauses import clauses

LOST, CONNECTED, RESTORED = Connectivity.LOST, Connectivity.CONNECTED, Connectivity.RESTORED


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("the satellite modem collapsed", LOST),
        ("the link was tested today and is good", CONNECTED),
        ("the rig has seen nothing of Azure", LOST),
        ("all attempts to reach Azure have failed", LOST),
        ("the box is separated from Azure", LOST),
        ("the link hasn't worked in a week", LOST),
        ("our broadband has been ripped out", LOST),
        ("traffic to the outside is not flowing", LOST),
        ("we never see Azure from here", LOST),
        ("the rig is adrift", LOST),
        ("nothing is wrong with the circuit", CONNECTED),
        ("the gateway runs flawlessly", CONNECTED),
        ("the box is not stranded", CONNECTED),
        ("the appliance talks to Azure", CONNECTED),
        ("the branch has been without Azure for a week", LOST),
        ("I hear that nothing from the lab has got through to Azure", LOST),
        ("there is no path to Azure", LOST),
        ("Azure answers from the backup server", CONNECTED),
        ("the backup VM has a healthy link to the Azure Backup service", CONNECTED),
        ("the site never lost its link", CONNECTED),
        ("the lab found Azure by itself", CONNECTED),
        ("the appliance never lost Azure", CONNECTED),
        ("the plant lost Azure 9 days ago", LOST),
        ("the rig stands without Azure 9 days", LOST),
        ("the fallback line kicked in and is good", CONNECTED),
        ("the outage of the line lasted up to now", LOST),
        ("the line is slow, it works", CONNECTED),
        ("every check to Azure succeeds", CONNECTED),
        ("the box opens all Microsoft URLs, the box reaches Microsoft URLs", CONNECTED),
        ("the rig is locked out", LOST),
        ("the server to Azure link is fine", CONNECTED),
        ("there was no gap in the connection", CONNECTED),
        ("not sure the line is up", None),
        ("everything goes to Azure", None),
        ("is there a page of answers about Azure", None),
        ("sub: expired, also: a lost database is to come from the vault", None),
        ("the circuit is up again", RESTORED),
        ("the circuit is anything but dead", CONNECTED),
        ("the circuit is not anything but up", CONNECTED),
        ("the circuit's been dead", LOST),
        ("there is a routing fault that is still open", None),
        ("the carrier's ticket on the line is still open", None),
        ("a proxy incident which is still running", None),
        ("the line is open", CONNECTED),
        ("link: the rig last got through to Azure a week ago", LOST),
        ("connection: MABS last heard of Azure on Friday, days ago", LOST),
        ("at last the line got through to Azure an hour ago", CONNECTED),
        ("the gateway has been discarding all packets to Azure for a week", LOST),
        ("the proxy is denying the rig any traffic to Azure", LOST),
        ("the proxy no longer denies the rig its traffic to Azure", CONNECTED),
        ("the rig hasn't had a signal to Azure for a week", LOST),
        ("the rig has not found a way to Azure for days", LOST),
        ("the site doesn't have a route to Azure", LOST),
        ("link: the rig has had no heartbeat from Azure", LOST),
        ("uplink: the rig hasn't got a path to Azure", LOST),
        ("we haven't had a problem with the line for weeks", CONNECTED),
        ("the proxy lets the server out to Azure over this circuit", CONNECTED),
        ("the node has kept its session with Azure through the night", CONNECTED),
        ("the node couldn't open a session to Azure", LOST),
        ("the node is trying to open a session to Azure", None),
        ("the node found its way to Azure again", RESTORED),
        ("which names must be let through for the cloud", None),
        ("the node is still on Azure", CONNECTED),
        ("our node runs on Azure", None),
        ("the node went off Azure at dawn", LOST),
        ("nobody has Azure working on the node", LOST),
        ("we don't have Azure on the node", LOST),
        ("Azure is back on the node", RESTORED),
        ("the uplink has come straight back", RESTORED),
        ("we wait for the uplink to come back", LOST),
        ("the uplink was repaired", RESTORED),
        ("the uplink is being repaired", None),
        ("the uplink's test ended with TRUE", CONNECTED),
        ("the uplink is in red for six days without a break", LOST),
        ("somebody at the provider is working on it", None),
        ("a worm killed our traffic to Azure", LOST),
        ("all tests to Azure pass", CONNECTED),
        ("there is no disturbance on the circuit", CONNECTED),
        ("the circuit is up, not yet mended", CONNECTED),
        ("the subscription is up", None),
        ("in which of them are azure points gone", None),
        ("is my data in azure gone", None),
        ("we found the copies in azure", None),
        ("is the backup to Azure working", None),
        ("offline seeding waits", None),
        ("", None),
    ],
)
def test_state_of_the_link(text: str, state: Connectivity | None) -> None:
    found = find_link_state(text)
    assert (found.state if found else None) is state
    if found:
        assert text[found.start : found.end].strip()


@given(st.text())
def test_clauses_hold_words_of_the_text_in_order(text: str) -> None:
    starts = [start for clause in clauses(text) for start in clause.starts]
    assert starts == sorted(set(starts))
    for clause in clauses(text):
        assert len(clause.words) == len(clause.starts) > 0
        assert clause.starts[-1] < clause.end <= len(text)


@pytest.mark.parametrize(
    "text",
    ["the cloud backup, the one that goes to Azure", "Azure: is it ok to save today's data to the vault"],
)
def test_where_data_goes_tells_no_connection(text: str) -> None:
    assert find_link_state(text) is None


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("the link was tested and is good", Connectivity.CONNECTED),
        ("the line is cut for 16 days - is back up to disk possible?", Connectivity.LOST),
        ("no connectivity for a month. Is back up to Azure possible?", Connectivity.LOST),
    ],
)
def test_a_clause_without_its_subject_goes_on_with_the_link(text: str, state: Connectivity) -> None:
    assert [one.state for one in link_states(text)][-1] is state
