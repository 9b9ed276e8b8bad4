"""Rules quoted, questions on words and ways, plans and outages of years ago tell no state of the asker's."""

from __future__ import annotations

import pytest

from assistant.decisions.states.connectivity_rules import Connectivity, Subscription
from assistant.understanding.message.asides import without_asides
from assistant.understanding.read import read_question


@pytest.mark.parametrize(
    "aside",
    [
        "The docs say that an expired subscription stops every backup.",
        "As the manual puts it, a deprovisioned subscription loses its points.",
        "The matrix has a line for an expired subscription.",
        "According to the article, an expired subscription stops backups.",
        "How can I tell whether the subscription is expired?",
        "Who do I ask if the subscription has expired?",
        "Please explain the meaning of Deprovisioned.",
        "Please explain what Deprovisioned is meaning.",
        "The intern wants to know what Expired means.",
        "What happens when a subscription lapses?",
        "What would happen if the subscription were to expire?",
        "We are writing a playbook for when the subscription is expired.",
        "We might let the subscription be expired next year.",
        "In 2018 the subscription was expired for a month.",
    ],
)
def test_an_aside_tells_no_subscription(aside: str) -> None:
    reading = read_question(f"{aside} The server is connected. Can we back up to disk?")
    assert not reading.subscription
    assert reading.connectivity is Connectivity.CONNECTED


@pytest.mark.parametrize(
    "aside",
    [
        "The guide says that connectivity lost for more than 15 days stops backups.",
        "If the cmdlet returns TRUE, there is connectivity.",
        "How do I find out if the server is connected?",
        "A change is scheduled for next week that cuts the link for 20 days.",
        "Years ago the site was offline for three weeks.",
        "Back in 2017 we lost the link for a month.",
        "The former backup server, which we decommissioned, was cut off from Azure for 20 days.",
        "The line was down for three weeks in 2015, it was repaired the same month.",
    ],
)
def test_an_aside_tells_no_connection(aside: str) -> None:
    reading = read_question(f"{aside} The subscription is active. Can we back up to disk?")
    assert reading.connectivity is None
    assert reading.subscription == {Subscription.ACTIVE}


@pytest.mark.parametrize(
    "text",
    [
        "The guide says that backups stop when the subscription is expired. Can we still restore from Azure?",
        "What happens when a subscription expires?",
        "What happens if our subscription expires? The server is connected. Can we back up to disk?",
        "According to the guide, can we back up to disk if the subscription is expired and the server is "
        "connected?",
        "Can you tell me whether we can back up to disk? The subscription is expired and the server is "
        "connected.",
        "The portal says that the subscription is expired. The server is connected. Can we back up to disk?",
        "We read in the guide what stops backups. Ours is expired. The server is connected. Can we restore "
        "from disk?",
    ],
)
def test_the_askers_own_case_and_one_asked_about_are_told(text: str) -> None:
    assert read_question(text).subscription == {Subscription.EXPIRED}


@pytest.mark.parametrize(
    "text",
    [
        "The server was installed in 2019 and has been offline for 20 days.",
        "The old server has been offline for 20 days.",
        "The guide says backups stop after 15 days, but our server has been offline for 20 days.",
        "Back in 2019 we had an outage of a day, and now we've been offline for 20 days.",
        "The link to Azure broke two years ago and nobody has fixed it so far.",
        "The link to Azure went down half a year ago.",
        "The link to Azure went down two years ago. It hasn't come back.",
        "The link to Azure was lost in May 2019, today is 30 June 2019.",
    ],
)
def test_an_outage_of_now_is_told_beside_what_was(text: str) -> None:
    reading = read_question(f"{text} The subscription is active. Can we back up to disk?")
    assert reading.connectivity is Connectivity.LOST


@pytest.mark.parametrize(
    "text",
    [
        "The subscription is active, its renewal is scheduled for next year",
        "Subscription active, with the renewal due in November",
    ],
)
def test_a_renewal_to_come_leaves_what_is_told_beside_it(text: str) -> None:
    assert read_question(f"{text}. Can we back up to disk?").subscription == {Subscription.ACTIVE}


def test_a_question_on_that_time_keeps_it() -> None:
    text = "In 2018 the subscription was expired for a month. Were backups to disk stopped?"
    assert without_asides(text) == text


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The sub is Expired. Are the points deleted as with Deprovisioned?", {Subscription.EXPIRED}),
        (
            "It's Deprovisioned. Can we restore from disk like when it is Expired?",
            {Subscription.DEPROVISIONED},
        ),
        ("Our sub is expired: restores stopped, as they would be if deprovisioned?", {Subscription.EXPIRED}),
        ("Unlike deprovisioned it is expired. Do restores work?", {Subscription.EXPIRED}),
        ("We show up as expired in the portal. Can we restore?", {Subscription.EXPIRED}),
        ("The portal lists us as deprovisioned, is that bad?", {Subscription.DEPROVISIONED}),
        ("Our sub is as good as deprovisioned, can we restore?", {Subscription.DEPROVISIONED}),
    ],
)
def test_a_state_named_for_comparison_is_not_the_case(text: str, told: set[Subscription]) -> None:
    assert read_question(text).subscription == told


def test_what_came_before_is_not_what_it_is_compared_with() -> None:
    text = "We were expired, paid, and are active now. Is the cloud data lost like after being deprovisioned?"
    assert read_question(text).previous_subscription == {Subscription.EXPIRED}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Expired, online. No restore until the subscription is active again, they say. True?",
            {Subscription.EXPIRED},
        ),
        ("The sub is expired. Nothing goes before the sub is paid, is that so?", {Subscription.EXPIRED}),
        ("The sub is expired. They told us to wait until the bill is paid. Right?", {Subscription.EXPIRED}),
        ("It was expired until we paid it. Can we back up?", {Subscription.ACTIVE}),
    ],
)
def test_what_nothing_goes_before_has_not_come(text: str, told: set[Subscription]) -> None:
    assert read_question(text).subscription == told
