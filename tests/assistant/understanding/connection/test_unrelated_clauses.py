"""A clause on another machine, line or subscription tells no state of the backup server or of Azure's."""

from __future__ import annotations

import pytest

from assistant.decisions.states.connectivity_rules import Connectivity, Subscription
from assistant.understanding.connection.unrelated_clauses import without_unrelated
from assistant.understanding.read import read_question


@pytest.mark.parametrize(
    "text",
    [
        "The label printer has been offline for three weeks.",
        "Our print server lost its connection a month ago.",
        "The link between the two factories has been out for 20 days.",
        "The VPN tunnel between Lyon and the head office is dead for three weeks.",
        "The phone lines at the branch have been dead for 16 days, and they are still out.",
        "The CEO's iPad is offline and has been for 20 days.",
        "The test lab's router has been down for a month.",
        "The port on the mail server has been unreachable for 20 days.",
        "The file server can't reach MABS for 20 days.",
        "The backup server can't reach the mail server for 20 days.",
        "The X-ray machine lost its network this morning.",
        "The staff Wi-Fi works again since Monday.",
        "The wiki was unreachable for 20 days.",
        "The protected laptops haven't been online for 20 days.",
        "The Exchange server's connected to the other switch.",
        "The probe for the mail gateway has been red for 20 days.",
        "The VPN of the sales team has been down for 20 days.",
        "The web server's AWS link is down.",
        "The agent on the file server is unreachable.",
        "We cannot reach the agent of the web server.",
        "Jobs die with connection forcibly closed.",
        "It says RPC unavailable.",
    ],
)
def test_other_things_tell_no_connection(text: str) -> None:
    reading = read_question(f"{text} Can we back up to disk?")
    assert reading.connectivity is None
    assert reading.outage is None


@pytest.mark.parametrize(
    "text",
    [
        "The Zoom licence expired in May.",
        "Nobody renewed the Sophos subscription.",
        "Our M365 subscription was cancelled.",
        "We have an active Adobe subscription.",
        "The maintenance contract for the copiers ran out.",
        "The support contract of the tape library lapsed.",
        "The subscription of another tenant is deprovisioned.",
        "The subscription in another tenant is deprovisioned.",
        "The user account in the directory is active.",
        "The password of the payroll program has run out.",
        "The magazine subscription is active until June.",
        "The trainee's account was deprovisioned.",
        "The demo subscription of another department got deprovisioned.",
        "The sister company's Azure subscription was deprovisioned.",
        "A client's subscription lapsed, not ours.",
        "The gym app says my sub is expired.",
        "The Zoom licences were renewed, all active.",
        "The trial of the diagram tool has expired.",
        "The car insurance expired.",
        "The agent job is active.",
        "The subscription has to be renewed each spring.",
    ],
)
def test_other_contracts_tell_no_subscription(text: str) -> None:
    assert not read_question(f"{text} Can we back up to disk?").subscription


@pytest.mark.parametrize(
    "text",
    [
        "The site's internet has been down for 20 days.",
        "Our line has been out for 20 days.",
        "The proxy has blocked the backup server for 20 days.",
        "The firewall has been dead for 20 days.",
        "The file server and the backup server have been offline for 20 days.",
        "The backup server and the file server have been offline for 20 days.",
        "The printer is offline and the backup server has been cut off for 20 days.",
        "The mail server is fine but the server has been offline for 20 days.",
        "The mail gateway is down, so the backup server hasn't reached Azure for 20 days.",
        "The link between the office and Azure has been out for 20 days.",
        "The VPN tunnel to Azure has been dead for 20 days.",
        "The backup server can't see the internet for 20 days.",
        "The display shows that the server has been offline for 20 days.",
        "The phone company has cut our line for 20 days.",
    ],
)
def test_the_way_to_azure_is_still_told(text: str) -> None:
    reading = read_question(f"{text} Can we back up to disk?")
    assert reading.connectivity is Connectivity.LOST
    assert reading.outage is not None
    assert reading.outage.longer_than(15)


@pytest.mark.parametrize(
    "text",
    [
        "Our CSP subscription has expired.",
        "The sub has expired.",
        "The customer's subscription has expired.",
        "The user's Azure subscription has expired.",
        "The subscription of our company has expired.",
        "The subscription for the backup server has expired.",
        "A colleague says the subscription expired.",
        "Our EA subscription has expired.",
        "The Microsoft subscription has expired.",
        "Our Azure and Office 365 subscriptions have expired.",
        "The antivirus subscription is active, but the Azure subscription is expired.",
        "The contract with Microsoft for Azure has expired.",
        "Support says the subscription has expired.",
        "A user told us that the subscription has expired.",
    ],
)
def test_the_subscription_of_azure_is_still_told(text: str) -> None:
    assert read_question(f"{text} Can we back up to disk?").subscription == {Subscription.EXPIRED}


def test_places_stay_and_long_texts_are_left_alone() -> None:
    text = "The printer is offline, our server is connected."
    assert without_unrelated(text) == f"{' ' * 22}, our server is connected."
    log = "The printer is offline. " * 100
    assert without_unrelated(log) == log


def test_a_label_or_a_slash_ends_what_is_told_of_another_thing() -> None:
    text = "[printer desk] our gateway has been dead for 20 days / sub status is active"
    assert "dead for 20 days" in without_unrelated(text)
    assert "sub status is active" in without_unrelated(text)


@pytest.mark.parametrize(
    "text",
    [
        "The portal displays Expired.",
        "Our back ups are not running, for 20 days we have no internet.",
        "The printer is dead, since Monday we have no link to Azure.",
        "We lost the connection to the mail server and Azure 3 days ago.",
    ],
)
def test_what_is_told_of_our_own_is_kept(text: str) -> None:
    kept = without_unrelated(text)
    states = read_question(kept)
    assert states.subscription or states.connectivity
