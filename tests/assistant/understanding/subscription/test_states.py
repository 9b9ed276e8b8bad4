"""The states of subscription and connection, in the words people use for them."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from assistant.decisions.states.connectivity_rules import Connectivity, Subscription
from assistant.understanding.read import read_question
from assistant.understanding.subscription.states import read_states

A, E, D = Subscription.ACTIVE, Subscription.EXPIRED, Subscription.DEPROVISIONED
CONNECTED, LOST, RESTORED = Connectivity.CONNECTED, Connectivity.LOST, Connectivity.RESTORED

WORDS = re.findall(
    r"\S+",
    "not never isn't the subscription is was expired active deprovisioned offline connected "
    "internet down again back to azure no reach can't cancelled , . ?",
)


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("the subscription is active", {A}),
        ("subscription status: active", {A}),
        ("our sub is still in good standing", {A}),
        ("the subscription expired last Tuesday", {E}),
        ("our sub lapsed", {E}),
        ("the azure subscription ran out in spring", {E}),
        ("nobody paid for the subscription", {E}),
        ("the subscription has not been renewed", {E}),
        ("state is deprovisioned", {D}),
        ("the plan was de-provisioned", {D}),
        ("the subscription was unprovisioned", {D}),
        ("the subscription got cancelled", {E, D}),
        ("a suspended subscription", {E, D}),
        ("the subscription has some issue", {E, D}),
        ("trouble with our azure subscription", {E, D}),
        ("the subscription is disabled", {E, D}),
        ("the subscription is either expired or already deprovisioned", {E, D}),
        ("the sub is expired, it was active until May", {E}),
        ("the sub was active and has been deprovisioned", {D}),
        ("do jobs not run if expired", {E}),
        ("the sub got deprovisioned after unpaid bills", {D}),
        ("it was deprovisioned after it had expired", {D}),
        ("the subscription expired and has not been brought back to Active", {E}),
        ("the subscription was set to Expired", {E}),
        ("the sub is worse than expired, it is deprovisioned", {D}),
        ("nothing is wrong with the subscription", {A}),
        ("40 days dark, Expired", {E}),
        ("the subscription was once Active", {E, D}),
        ("the subscription is Expired, the next stage is Deprovisioned", {E}),
        ("the portal refuses to show Active for the subscription", {E, D}),
        ("the grace days have run out", set()),
        ("how to grow when we run out of room", set()),
        ("Active it is not, the subscription", {E, D}),
        ("subscription active: no", {E, D}),
        ("is the subscription active? it's not, we looked", {E, D}),
        ('the test "subscription is Active" returned NO', {E, D}),
        ("the subscription is active, no?", {A}),
        ("the subscription is active: no outage either", {A}),
        ("sub not active, not sure if it is expired or deprovisioned", {E, D}),
        ("the sub is expired, no idea whether it's been deprovisioned", {E}),
        ("the subscription is active, the expiry mail was wrong", {A}),
        ("the subscription is active and nobody's let it lapse", {A}),
        ("the subscription of the backup server is active", {A}),
        ("the state of the subscription has been verified as Active by accounting", {A}),
        ("the subscription's term is over, it shows expired", {E}),
        ("the subscription is shown with the label Expired, nothing was deprovisioned", {E}),
        ("the sub is Expired, or it might be Deprovisioned", {E, D}),
        ("the Active status has been withdrawn", {E, D}),
        ("nobody sees Active at the subscription any more", {E, D}),
        ("Azure doesn't consider the subscription active", {E, D}),
        ("the sub used to be Active but no longer is", {E, D}),
        ("the subscription was Active until last week", {E, D}),
        ("the subscription is active until the end of next year", {A}),
        ("our subscription hasn't been expired or deprovisioned", {A}),
        ("we can't restore with an active subscription", {A}),
    ],
)
def test_subscription_states(text: str, states: set[Subscription]) -> None:
    read = read_states(text)
    assert set(read.subscription) == states
    assert not read.previous


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("the subscription isn't expired", {A, D}),
        ("the sub is not expired, nor is it active", {D}),
        ("neither active nor expired", {D}),
        ("not active and not expired", {D}),
        ("the state isn't expired or deprovisioned", {A}),
        ("the sub isn't deprovisioned or expired", {A}),
        ("the sub has not lapsed", {A}),
        ("we have a sub that is not expired", {A, D}),
        ("the sub is not expired yet", {A}),
        ("no internet for 30 days, the sub is active", {A}),
        ("without connection 30 days active", {A}),
        ("no internet for 2 months expired sub", {E}),
        ("the subscription has not expired yet", {A}),
        ("the subscription is not active", {E, D}),
        ("subscription no longer active", {E, D}),
        ("the subscription was never deprovisioned", {A, E}),
        ("the subscription was never anything other than active", {A}),
        ("the sub hasn't ceased to be active", {A}),
        ("the plan has fallen out of the active state", {E, D}),
        ("the subscription moved from Active to Expired", {E}),
        ("nothing about the subscription is expired", {A, D}),
        ("neither deprovisioned nor expired", {A}),
        ("by no means is the subscription active", {E, D}),
        ("it's untrue that the subscription has expired", {A}),
        ("none of the subscriptions is active", {E, D}),
        ("a non-active subscription", {E, D}),
        ("the sub is not inactive", {A}),
        ("subscription state != Active", {E, D}),
        ("the sub used to be active", {E, D}),
        ("the sub is expired, two stages before deprovisioned", {E}),
        ("the sub is expired and about to be deprovisioned", {E}),
        ("the subscription was active in May, but isn't any more", {E, D}),
        ("active is not what the subscription is", {E, D}),
        ("the active subscription is a thing of the past", {E, D}),
        ("the sub quit being active", {E, D}),
        ("the sub is expired or worse", {E, D}),
        ("the sub is expired if not already deprovisioned", {E, D}),
        ("the state is one of expired and deprovisioned", {E, D}),
        ("the sub isn't active, no idea whether expired or deprovisioned", {E, D}),
    ],
)
def test_a_denied_state_leaves_the_others(text: str, states: set[Subscription]) -> None:
    assert set(read_states(text).subscription) == states


@pytest.mark.parametrize(("word", "state"), [("active", A), ("expired", E), ("deprovisioned", D)])
@pytest.mark.parametrize(
    "denial", ["is not", "isn't", "is no longer", "was never", "is not yet", "does not show as", "isnt"]
)
def test_a_denied_state_is_never_the_state_itself(word: str, state: Subscription, denial: str) -> None:
    read = read_states(f"The subscription {denial} {word}, can we go on?")
    assert read.subscription
    assert state not in read.subscription


@pytest.mark.parametrize(
    "text",
    [
        "the vault credentials have expired",
        "the certificate expired",
        "my password is expired",
        "these recovery points expire on Friday",
        "is Active Directory needed",
        "the disk ran out of space",
    ],
)
def test_other_things_expire_too(text: str) -> None:
    assert not read_states(text).subscription


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("the expired subscription was reactivated", {E}),
        ("it was deprovisioned, we finally paid", {D}),
        ("the subscription had expired, the invoice is settled", {E}),
        ("expired last week; payment went through this morning", {E}),
        ("after it was deprovisioned the subscription went back to active", {D}),
        ("we have reactivated the subscription", {E, D}),
        ("first expired, then deprovisioned, now it is active again", {D}),
        ("it went from deprovisioned to active", {D}),
    ],
)
def test_back_to_active_remembers_what_it_was(text: str, before: set[Subscription]) -> None:
    read = read_states(text)
    assert set(read.subscription) == {A}
    assert set(read.previous) == before


def test_nobody_reactivated_it() -> None:
    read = read_states("the subscription is expired and was never reactivated")
    assert set(read.subscription) == {E}


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("the server is connected", CONNECTED),
        ("internet is fine", CONNECTED),
        ("the cmdlet returns true", CONNECTED),
        ("we can see azure", CONNECTED),
        ("there are no problems with the network", CONNECTED),
        ("the server is not offline", CONNECTED),
        ("the box is offline", LOST),
        ("no internet since the storm", LOST),
        ("the uplink is down", LOST),
        ("the proxy has been broken", LOST),
        ("we can't reach the cloud", LOST),
        ("the server is not connected", LOST),
        ("the site is air-gapped", LOST),
        ("Get-DPMCloudConnection returns false", LOST),
        ("the server is back online", RESTORED),
        ("connectivity was restored", RESTORED),
        ("it was offline but has reconnected", RESTORED),
        ("does setup need an internet connection", None),
        ("we seed by offline backup", None),
        ("connected to the console", None),
        ("SharePoint Online", None),
        ("which edition", None),
    ],
)
def test_connectivity(text: str, state: Connectivity | None) -> None:
    assert read_states(text).connectivity is state


@example(["connected", ",", "down again"])
@given(
    st.lists(
        st.sampled_from(
            [
                "not",
                "never",
                "isn't",
                "the",
                "subscription",
                "is",
                "was",
                "expired",
                "active",
                "deprovisioned",
                "offline",
                "connected",
                "internet",
                "down",
                "again",
                "back",
                "to",
                "azure",
                "no",
                "reach",
                "can't",
                "cancelled",
                ",",
                ".",
                "?",
            ]
        ),
        max_size=14,
    )
)
def test_the_words_of_each_mention_stand_in_the_text(words: list[str]) -> None:
    text = " ".join(words)
    for mention in read_states(text).mentions:
        assert mention.words
        assert mention.words in text


@given(st.text())
def test_reads_any_text(text: str) -> None:
    read = read_states(text)
    assert bool(read.subscription) == any(m.field == "subscription" for m in read.mentions)
    assert (read.connectivity is None) == all(m.field != "connectivity" for m in read.mentions)


@pytest.mark.parametrize(
    ("text", "now", "before"),
    [
        ("the sub stayed Deprovisioned for a while, today it's Active", {A}, {D}),
        ("it expired in June, then we paid and the subscription is active", {A}, {E}),
        ("the subscription was renewed in time", {A}, set()),
        ("the subscription is active, never expired", {A}, set()),
        ("it's active now but was deprovisioned for a week", {A}, {D}),
        ("the sub will expire tomorrow", {A}, set()),
        ("the sub will expire tomorrow, and then?", {E}, set()),
        ("an expired subscription and an intact line", {E}, set()),
    ],
)
def test_what_the_subscription_was_before(
    text: str, now: set[Subscription], before: set[Subscription]
) -> None:
    read = read_states(text)
    assert (set(read.subscription), set(read.previous)) == (now, before)


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("no packet has reached Azure since noon", LOST),
        ("back up our databases online to Azure", None),
        ("the server is online", CONNECTED),
        ("it isn't expired but connected", CONNECTED),
        ("for a week the connection check has returned FALSE", LOST),
        ("we can't run online backups", None),
        ("I don't think we are offline", CONNECTED),
        ("we are neither connected nor paid up", LOST),
        ("the uplink was dead, works again since noon", RESTORED),
        ("the uplink is dead. will the jobs work again?", LOST),
        ("after the shutdown of the WAN ends", RESTORED),
        ("dump: DPMCloud=FALSE since 40 days", LOST),
    ],
)
def test_a_denial_reaches_through_its_own_clause_only(text: str, state: Connectivity | None) -> None:
    assert read_states(text).connectivity is state


@pytest.mark.parametrize(
    "text",
    [
        "the subscription bade farewell to Active",
        "the subscription sidestepped being deprovisioned",
        "I doubt that the subscription is active",
        "not sure whether the sub is expired",
        "the subscription isn't accepted by anybody as Active",
        "the subscription might be expired",
        "the subscription waved goodbye to Active and may be expired",
    ],
)
def test_a_state_told_in_words_nobody_foresaw_is_left_open(text: str) -> None:
    read = read_states(text)
    assert not read.subscription
    assert not read.mentions


@pytest.mark.parametrize(
    "text",
    [
        "the subscription rmeains Active",
        "the subscription is luckily still Active",
        "the subscription's current state is Active",
        "they fumbled with the subscription, the portal says it is Active",
    ],
)
def test_known_words_lead_to_a_state(text: str) -> None:
    assert read_states(text).subscription == {A}


@pytest.mark.parametrize(
    "text",
    [
        "the boss let the subscription die, it's deprovisioned",
        "our sub was killed: deprovisioned",
        "the subscription went bust, state shows Deprovisioned",
    ],
)
def test_what_the_subscription_died_of_leads_to_a_state(text: str) -> None:
    assert read_states(text).subscription == {D}


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("we were offline in May but are connected", RESTORED),
        ("the line was cut for a month, repaired since Monday", RESTORED),
        ("the outage is behind us", RESTORED),
        ("the outage ended on Saturday", RESTORED),
        ("there was an outage, but it's over", RESTORED),
        ("the line was dead until Sunday", RESTORED),
        ("the box dropped off but came back by itself", RESTORED),
        ("the server had lost Azure, now it's reachable again", RESTORED),
        ("in the past month the server never once reached Azure", LOST),
        ("not once did the server reach Azure", LOST),
        ("the server has no trouble getting to Azure", CONNECTED),
        ("there hasn't been any connection", LOST),
        ("connection status: lost", LOST),
        ("Azure connection: no issues", CONNECTED),
        ("the box was offline, and now Azure answers again", RESTORED),
        ("the server is offline, and once it is connected jobs run", LOST),
        ("the outage was fixed in May but the server is offline again", LOST),
        ("at no point did we lose connectivity", CONNECTED),
        ("it's not like we are disconnected", CONNECTED),
        ("the last successful contact with Azure was a month ago", LOST),
        ("contact with Azure broke off", LOST),
        ("the line's been down", LOST),
        ("it hasn't been offline for more than 15 days", LOST),
    ],
)
def test_the_latest_state_of_the_connection_counts(text: str, state: Connectivity) -> None:
    assert read_states(text).connectivity is state


@pytest.mark.parametrize(
    ("text", "unclear"),
    [
        ("the link took a nosedive", True),
        ("the link did something four days back", True),
        ("the server is connected until noon", True),
        ("for 20 days the server has had the hiccups", True),
        ("the subscription is active", False),
        ("can we restore from Azure", False),
        ("the server is connected", False),
    ],
)
def test_a_connection_told_in_words_nobody_foresaw_is_unclear(text: str, unclear: bool) -> None:
    assert read_states(text).unclear is unclear


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("the box is out of contact with Azure since Monday", Connectivity.LOST),
        ("MABS lost touch with the cloud weeks ago", Connectivity.LOST),
        ("the server is never out of touch with Azure", Connectivity.CONNECTED),
        ("the server runs without so much as a packet to Azure", Connectivity.LOST),
        ("MABS is not seeing Azure", Connectivity.LOST),
        ("MABS is seeing Azure just fine", Connectivity.CONNECTED),
        ("the connection to Azure is existing", Connectivity.CONNECTED),
        ("connected to Azure -> unable to restore?", Connectivity.CONNECTED),
        ("is Windows left out of MABS on Azure", None),
    ],
)
def test_what_makes_a_denial_stronger_or_turns_it_round(text: str, state: Connectivity | None) -> None:
    assert read_states(text).connectivity is state


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("the ISP was never paid and cut us off", set()),
        ("nobody paid the internet bill, so we are offline", set()),
        ("our landlord didn't get paid", set()),
        ("our subscription didn't get paid", {E}),
        ("the portal says our sub is, oops, deprovisioned", {D}),
        ("the sub is, no longer, active", set()),
    ],
)
def test_what_is_unpaid_and_what_is_put_in_between(text: str, states: set[Subscription]) -> None:
    assert read_states(text).subscription == states


@pytest.mark.parametrize("text", ["Online + Expired. which two survive?", "online, expired. restore?"])
def test_online_is_no_line_that_expires(text: str) -> None:
    assert read_question(text).subscription == {Subscription.EXPIRED}


@pytest.mark.parametrize("text", ["another sub ok?", "separate subscription fine for one vm?", "same sub ok"])
def test_which_subscription_it_may_be_tells_no_state(text: str) -> None:
    assert not read_states(text).subscription


def test_the_subscription_itself_is_told() -> None:
    assert read_states("the subscription itself is still active").subscription == {A}


def test_dotnet_is_no_network() -> None:
    assert read_states(".NET 4.8 is preinstalled on our image").connectivity is None


@pytest.mark.parametrize(
    "text",
    [
        "the sub sits in any state save Active",
        "our sub has some status besides Active",
        "the portal shows a status different from Active for our subscription",
        "the subscription is currently something else than Active",
    ],
)
def test_a_state_is_told_by_what_it_is_not(text: str) -> None:
    assert read_states(text).subscription == {Subscription.EXPIRED, Subscription.DEPROVISIONED}


@pytest.mark.parametrize("text", ["besides, the sub is Active", "apart from that the subscription is Active"])
def test_what_is_said_besides_denies_nothing(text: str) -> None:
    assert read_states(text).subscription == {Subscription.ACTIVE}


def test_what_was_never_lost_in_another_sentence_denies_no_state() -> None:
    assert read_states("the link was never lost. our sub is active").subscription == {Subscription.ACTIVE}
    assert read_states("our sub lost its active state").subscription != {Subscription.ACTIVE}


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("our sub is Active, miles away from expiring", {A}),
        ("the subscription is Active and nowhere near expiring", {A}),
        ("the subscription has sunk to Deprovisioned", {D}),
        ("the subscription, Active in happier times, is Deprovisioned now", {D}),
        ("the sub left Active; Expired and Deprovisioned are both possible", {E, D}),
        ("the sub is not Active: Expired or Deprovisioned, either is possible", {E, D}),
        ("the sub is Expired and being Deprovisioned is possible next", {D}),
        ("the line is dead since May, and our subscription is Active", {A}),
    ],
)
def test_what_is_far_or_possible_or_was(text: str, states: set[Subscription]) -> None:
    assert read_states(text).subscription == states


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("there was no loss of connectivity", CONNECTED),
        ("network: no loss of the link so far", CONNECTED),
        ("our server lost its connectivity", LOST),
        ("the server pings Azure all day and gets no reply", LOST),
        ("MABS called Azure for 40 days and still gets no answer", LOST),
        ("network: the server has seen no Azure for a good four weeks", LOST),
        ("the box has its link to Azure back since noon", RESTORED),
        ("the link went down ten days ago and is still down, is it possible to run online backups?", LOST),
    ],
)
def test_losses_denied_and_calls_unanswered(text: str, state: Connectivity) -> None:
    assert read_states(text).connectivity is state


def test_an_online_product_is_no_connection() -> None:
    assert read_states("is SharePoint Online on the list?").connectivity is None


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("the board has the Azure link in red for 40 minutes without a break", LOST),
        ("the link is fine, without a break", CONNECTED),
        ("the disconnect between the site and Azure began at noon", LOST),
        ("no one could get the server back in touch with Azure", LOST),
        ("the carrier leaves our box without any route to Azure", LOST),
        ("the server is disconnected, the downtime is over 300 hours by now", LOST),
        ("the downtime is over", RESTORED),
    ],
)
def test_links_in_red_and_times_that_are_over(text: str, state: Connectivity) -> None:
    assert read_states(text).connectivity is state


def test_a_line_of_a_form_ends_where_the_next_label_begins() -> None:
    form = (
        "Connection: no line to Azure, the break is 9 days old\nSubscription: sub expired\nAsked: restores?"
    )
    reading = read_question(form)
    assert reading.outage
    assert reading.outage.high == 9
    assert reading.subscription == {E}


def test_a_state_that_is_not_equal_to_another() -> None:
    assert read_states("the state of the sub is not equal to Active").subscription == {E, D}


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("the box has no trouble to reach Azure", CONNECTED),
        ("our server hasn't checked in with Azure for 40 days", LOST),
        ("are the points in azure gone now?", None),
    ],
)
def test_reaching_without_trouble_and_checking_in(text: str, state: Connectivity | None) -> None:
    assert read_states(text).connectivity is state


@pytest.mark.parametrize(
    ("text", "state"),
    [
        (
            "a router kept the server from connecting to Azure, it is open with the network team",
            Connectivity.LOST,
        ),
        ("the outage of the line is still open", Connectivity.LOST),
        ("the line was down, and it is open again", Connectivity.RESTORED),
        ("nothing on the firewall is blocking the server", Connectivity.CONNECTED),
        ("the server hasn't had Azure for a week", Connectivity.LOST),
        ("the plant has been off Azure for a week", Connectivity.LOST),
        ("the box sees no Azure", Connectivity.LOST),
        ("the proxy is fixed, still the server has no Azure", Connectivity.LOST),
        ("the box is back on Azure", Connectivity.RESTORED),
    ],
)
def test_faults_that_are_open_and_servers_off_azure(text: str, state: Connectivity) -> None:
    assert read_states(text).connectivity is state


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("the subscription was deprovisioned once but is Active now", {A}),
        ("the subscription was reactivated in spring, but it has expired again since", {E}),
        ("the subscription expired, the reactivation was refused", {E}),
        ("the subscription ran out in May, was renewed in June", {A}),
        ("the subscription became deprovisioned this week", {D}),
        ("the subscription has yet to be made active again", {E, D}),
        ("the expired certificate of the proxy was renewed", set()),
    ],
)
def test_what_came_after_a_return_to_active(text: str, states: set[Subscription]) -> None:
    assert read_states(text).subscription == states


@pytest.mark.parametrize(
    "text",
    [
        "is there an expiry for vault credentials",
        "expiry of the passphrase?",
        "expiration of recovery points",
    ],
)
def test_the_expiry_of_another_thing_tells_no_state(text: str) -> None:
    assert not read_states(text).subscription


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("bill is paid and sub active", set()),
        ("the invoices are settled, the subscription is active", set()),
        ("we have paid everything, the state is Active", set()),
        ("paid up, sub active, all well", set()),
        ("it was deprovisioned, the bill is paid now, sub active", {D}),
        ("we paid, the sub is active again", {E, D}),
        ("they paid yesterday and the sub is active", {E, D}),
        ("somebody paid the bills, the sub is active since noon", {E, D}),
    ],
)
def test_a_paid_bill_beside_an_active_subscription_tells_of_no_lapse(
    text: str, before: set[Subscription]
) -> None:
    states = read_states(text)

    assert states.subscription == {A}
    assert states.previous == before


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("the subscription is deprovisioned, as the credit card had expired", {D}),
        ("sub deprovisioned (a card expired and nobody saw it)", {D}),
        ("our payment card expired", set()),
        ("the sub was active until the card was declined", {E, D}),
        ("the sub expired with the card", {E}),
    ],
)
def test_a_card_that_expires_tells_no_state(text: str, states: set[Subscription]) -> None:
    assert read_states(text).subscription == states


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("our sub either expired or got deleted, no idea which", {E, D}),
        ("the subscription must have run out or was removed", {E, D}),
        ("somebody removed the subscription or it lapsed", {E, D}),
        ("the subscription has run out", {E}),
        ("the certificate expired or was removed, the subscription is active", {A}),
        ("the subscription is active, two files were deleted or removed", {A}),
        ("the subscription hasn't expired or been cancelled", {A}),
    ],
)
def test_what_may_have_become_of_it_instead_is_possible_too(text: str, states: set[Subscription]) -> None:
    assert read_states(text).subscription == states


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("our subscription is about to expire on 4 March, what stops on the fourth?", {E}),
        ("the sub will expire on Friday. what changes?", {E}),
        ("our subscription is about to lapse. which of them stop then", {E}),
        ("the sub is about to be deprovisioned, what no longer works then?", {D}),
        ("the subscription is set to be deprovisioned on Monday. what runs from then on?", {D}),
        ("the sub is going to be expired in May. and as of that day?", {E}),
        ("our subscription is about to expire on 4 March. do the jobs run today?", {A}),
        ("the sub is about to expire, can we back up now?", {A}),
        ("the subscription will expire soon. does the backup run", {A}),
    ],
)
def test_what_holds_from_a_day_to_come_is_asked_of_the_state_of_then(
    text: str, states: set[Subscription]
) -> None:
    assert read_states(text).subscription == states
