"""Names and idioms that stand for a link, the far end or a server."""

from __future__ import annotations

import pytest

from assistant.decisions.states.connectivity_rules import Connectivity
from assistant.understanding.connection.link_names import without_names
from assistant.understanding.connection.links import find_link_state

LOST, CONNECTED, RESTORED = Connectivity.LOST, Connectivity.CONNECTED, Connectivity.RESTORED


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("link DPM <-> Azure: red", LOST),
        ("MABS01 -> Azure: ok", CONNECTED),
        ("Azure <=> MABS is green", CONNECTED),
        ("the node talks to the recovery services vault", CONNECTED),
        ("traffic to Azure ends in a black hole", LOST),
        ("the node is in the lost connectivity state", LOST),
        ("DNS, NTP and the proxy to Azure all check out", CONNECTED),
        ("the node never got back to Azure", LOST),
        ("nothing in the firewall stands between the node and Azure", CONNECTED),
        ("backup MABS -> Azure: allowed", None),
        ("we write to local disks only, no cloud", None),
        ("no Azure for us, just disks here", None),
        ("we use only local disks, no Azure for 3 weeks now", LOST),
        ("only disk backup still works, no Azure", LOST),
        ("the recovery services vault was deleted", None),
        ("please check out the vault", None),
        ("does the connectivity table let somebody fetch what lies in Azure", None),
    ],
)
def test_a_name_is_read_for_what_it_means(text: str, state: Connectivity | None) -> None:
    found = find_link_state(text)
    assert (found.state if found else None) is state


def test_places_stay() -> None:
    text = "link DPM <-> Azure Backup Server is shut out of the black hole"
    assert len(without_names(text)) == len(text)
