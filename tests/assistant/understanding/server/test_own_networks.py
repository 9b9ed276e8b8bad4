"""Networks in which machines are placed are no destinations to let through."""

from __future__ import annotations

import pytest

from assistant.specialists import network, prerequisites
from assistant.understanding.read import read_question
from assistant.understanding.server.own_networks import placed_in


@pytest.mark.parametrize(
    "text",
    [
        "vlan 30 = 10.30.0.0/24 (mabs), vlan 31 = 10.31.0.0/24 (db). does the guide allow protecting db?",
        "mabs is in 192.168.10.0/24, the file servers in 192.168.20.0/24. is that ok for protection?",
        "172.16.4.0/22 for the backup server, 172.16.8.0/22 for the web vms, one subscription. allowed?",
        "our nets: 10.1.0.0/16 servers, 10.2.0.0/16 backup. can mabs in one protect a vm in the other?",
        "erp sits in subnet 10.7.1.0/24, mabs in subnet 10.7.2.0/24, must they be allowed together?",
        "may guests of 172.16.0.0/16 and 172.17.0.0/16 be backed up by one machine?",
    ],
)
def test_addresses_do_not_decide(text: str) -> None:
    reading = read_question(text)

    assert placed_in(reading)
    assert not network.consult(reading)
    assert any("virtual network" in finding.statements[0].text for finding in prerequisites.consult(reading))


@pytest.mark.parametrize(
    "text",
    [
        "is 10.0.0.0/8 on the allowlist of the vnet",
        "do we have to open 10.20.0.0/16 on the firewall for the vms?",
        "does the list allow 192.168.0.0/16",
        "must the vms reach 20.190.128.0/18?",
        "the proxy lets 10.1.0.0/16 of the subnet out. enough?",
        "is 40.126.0.0/18 needed to protect vms",
    ],
)
def test_what_is_to_be_let_through_is_no_plan(text: str) -> None:
    reading = read_question(text)

    assert not placed_in(reading)
    assert network.consult(reading)


def test_two_networks_by_name_are_told_apart_beside_their_addresses() -> None:
    text = "vnet-a 10.1.0.0/16: web01 mabs01\nvnet-b 10.2.0.0/16: sql01\nmay mabs01 protect sql01?"
    reading = read_question(text)

    assert not network.consult(reading)
    assert prerequisites.consult(reading)[0].verdicts[0].outcome == "fail"
