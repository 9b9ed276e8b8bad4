"""What a question takes over from the one before it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from assistant.decisions.states.connectivity_rules import Connectivity, Operation, Subscription
from assistant.understanding.read import facts_of, read_question
from assistant.understanding.reading import Reading
from assistant.understanding.turns.followup import has_subject

TODAY = date(2024, 5, 20)


def chain(specialist: str, *questions: str) -> Reading:
    """The reading of the last question, after the others."""
    facts: dict[str, Any] = {}
    for question in questions[:-1]:
        facts = facts_of(read_question(question, facts, TODAY), specialist, ("Some section",))
    return read_question(questions[-1], facts, TODAY)


FIRST = "We are offline for 3 weeks and the subscription is active, can we back up to disk?"


@pytest.mark.parametrize(
    "text",
    [
        "and if it had expired?",
        "what about restores?",
        "why?",
        "are you sure?",
        "2014?",
        "how many?",
        "is the same true there?",
        "for 20 days?",
        "per server?",
        "with a proxy only?",
        "down to which level?",
        "for which server?",
        "which loses data",
    ],
)
def test_short_and_pointing_questions_follow_up(text: str) -> None:
    assert chain("connectivity", FIRST, text).followup


@pytest.mark.parametrize(
    "text",
    [
        "Please list every single name our firewall has to let through for Azure Backup Server",
        "Is SharePoint 2013 protected by Azure Backup Server on Azure Stack at all nowadays?",
        "How large is the installer download?",
        "In which menu is the passphrase typed?",
    ],
)
def test_a_question_with_a_subject_of_its_own_does_not(text: str) -> None:
    assert not chain("connectivity", FIRST, text).followup


def test_a_connection_that_is_back_leaves_the_state_told_before() -> None:
    first = "offline for 3 weeks, the sub is deprovisioned. disk backup?"
    reading = chain("connectivity", first, "the line has been mended. does the backup to disk run tonight?")

    assert reading.followup
    assert reading.subscription == {Subscription.DEPROVISIONED}


def test_a_new_case_with_a_state_of_its_own_follows_nothing() -> None:
    first = "offline for 3 weeks, the sub is deprovisioned. disk backup?"
    told = (
        "Another site of ours was offline and is connected again, subscription active: does its backup run?"
    )

    assert chain("connectivity", first, told).subscription == {Subscription.ACTIVE}


def test_the_first_question_follows_nothing() -> None:
    assert not read_question("and then?", None, TODAY).followup


def test_states_and_operations_are_carried() -> None:
    reading = chain("connectivity", FIRST, "and if the subscription is deprovisioned?")
    assert reading.connectivity is Connectivity.LOST
    assert reading.outage
    assert reading.outage.exact == 21
    assert reading.subscription == {Subscription.DEPROVISIONED}
    assert reading.operations == {Operation.BACK_UP_TO_DISK}
    carried = {mention.field for mention in reading.mentions if mention.carried}
    assert carried == {"connectivity", "operations"}


def test_another_operation_named_alone_takes_the_state_along() -> None:
    reading = chain("connectivity", FIRST, "new copies to the vault?")

    assert reading.followup
    assert reading.connectivity is Connectivity.LOST
    assert reading.operations == {Operation.BACK_UP_TO_AZURE}


def test_a_new_duration_replaces_the_old_one() -> None:
    reading = chain("connectivity", FIRST, "and for 10 days?")
    assert reading.outage
    assert reading.outage.exact == 10
    assert reading.subscription == {Subscription.ACTIVE}


def test_active_again_remembers_the_state_before() -> None:
    first = "The subscription is deprovisioned, can we restore from azure?"
    reading = chain("connectivity", first, "and when it is reactivated?")
    assert reading.subscription == {Subscription.ACTIVE}
    assert reading.previous_subscription == {Subscription.DEPROVISIONED}


def test_a_reply_to_what_was_asked_back_goes_on() -> None:
    facts = facts_of(read_question("offline for 40 days, what works?"), "connectivity", ())
    reply = "at the moment the sub of the server is Active since an hour"
    told = read_question(reply, {**facts, "asked": ["subscription"]}, TODAY)

    assert told.followup
    assert told.outage
    assert told.outage.low == 40
    assert not read_question(reply, {**facts, "asked": ["version"]}, TODAY).followup


def test_a_return_to_active_follows_what_it_was_before() -> None:
    later = "it came back to Active this noon, is any of the data on our own spindles still good to restore?"
    reading = chain("connectivity", "the subscription was deprovisioned", later)

    assert reading.followup
    assert reading.previous_subscription == {Subscription.DEPROVISIONED}


def test_a_bare_version_takes_the_product_along() -> None:
    reading = chain("protection", "Is SQL Server 2016 protected?", "what about 2012 SP1?")
    (product,) = reading.products
    assert (product.family, product.version, product.service_pack) == ("sql-server", "2012", 1)
    assert any(mention.carried and mention.field == "product" for mention in reading.mentions)


def test_a_bare_time_after_a_lost_connection_tells_how_long() -> None:
    reading = chain("guide", "we lost the connection", "10 days")
    assert reading.connectivity is not None
    assert reading.outage
    assert reading.outage.low == 10


def test_the_product_is_carried_whole_when_nothing_else_is_named() -> None:
    reading = chain("protection", "Is SharePoint 2016 protected?", "and what of it?")
    assert [(product.family, product.version) for product in reading.products] == [("sharepoint", "2016")]


def test_another_subject_does_not_take_the_product_along() -> None:
    assert not chain("protection", "Is SharePoint 2016 protected?", "and the passphrase?").products


def test_the_vm_size_is_carried_to_a_question_on_disks() -> None:
    assert chain("limits", "How many data disks fit an A3?", "and how many disks at most?").vm_sizes == (
        "A3",
    )


def test_no_fact_of_an_unconcerned_question_is_carried() -> None:
    reading = chain("connectivity", FIRST, "and the passphrase?")
    assert reading.followup
    assert reading.connectivity is None
    assert not reading.subscription


def test_a_chain_keeps_its_latest_words() -> None:
    reading = chain("connectivity", FIRST, *["and then what about restores from the disk?"] * 9)
    facts = facts_of(reading, "connectivity", ())
    assert len(facts["query"].split()) == 40
    assert facts["query"].endswith("restores from the disk?")


def test_a_version_by_two_digits_goes_on_with_a_product_only() -> None:
    matrix = facts_of(read_question("Is SQL Server 2014 protected?"), "protection", ())

    assert [product.version for product in read_question("and 17?", matrix).products] == ["2017"]
    assert not read_question("and 17?", facts_of(read_question("scratch for 2 TB?"), "limits", ())).products


@pytest.mark.parametrize(
    ("text", "named"), [("how large", False), ("and where?", False), ("which tape", True)]
)
def test_what_names_nothing_of_its_own_has_no_subject(text: str, named: bool) -> None:
    assert has_subject(text) is named


@pytest.mark.parametrize("text", ["and if they expire before we use them", "what if it expired?"])
def test_what_expires_is_what_was_spoken_of(text: str) -> None:
    assert not chain("guide", "where do I download the vault credentials", text).subscription


@pytest.mark.parametrize(
    ("before", "text"),
    [
        ("where do I download the vault credentials", "and if the subscription expired?"),
        ("what if the subscription is expired?", "and if it is expired for long"),
        ("how large is an A2?", "and if it expired?"),
    ],
)
def test_a_subscription_that_expires_stays_one(before: str, text: str) -> None:
    assert chain("guide", before, text).subscription == {Subscription.EXPIRED}


def test_a_release_is_left_out_of_what_is_carried() -> None:
    (product,) = chain("protection", "is Windows Server 2008 R2 protected", "and the one without R2").products

    assert (product.family, product.version) == ("windows-server", "2008")


def test_the_image_of_the_server_is_no_workload() -> None:
    assert not chain("prerequisites", "is Windows Server 2019 ok as host image", "then which").products


def test_what_is_paid_again_is_active_again() -> None:
    reading = chain("connectivity", "the subscription is expired", "and once it is paid again, what to do?")

    assert Subscription.ACTIVE in reading.subscription


@pytest.mark.parametrize(
    ("specialist", "before", "turn", "follows"),
    [
        ("protection", "is SQL 2016 listed?", "which SQL are?", True),
        ("protection", "is exchange covered?", "sharepoint then", True),
        ("protection", "is Windows Server 2016 listed?", "volumes?", True),
        ("protection", "is Windows Server 2016 listed?", "are system state and bare metal in", True),
        ("protection", "is Windows Server 2016 listed?", "how do I restore files of it to my disk", True),
        ("guide", "how do I install it?", "volumes?", False),
        ("connectivity", "sub expired, restore?", "data lost?", True),
        ("connectivity", "sub expired, restore?", "a disk of what size", False),
    ],
)
def test_a_few_words_are_said_of_the_table_before(
    specialist: str, before: str, turn: str, *, follows: bool
) -> None:
    left = facts_of(read_question(before), specialist, ())
    assert read_question(turn, left).followup is follows


def test_the_state_of_an_entry_holds_for_what_is_asked_of_it() -> None:
    before = {**facts_of(read_question("ID 50004"), "codes", ()), "entry": "mabs-50004"}

    assert read_question("and what still works then?", before).connectivity is Connectivity.LOST_LONG
    expired = read_question("what if the sub is Expired as well", before)
    assert expired.connectivity is Connectivity.LOST_LONG
    assert expired.subscription == {Subscription.EXPIRED}
    assert read_question("which firewall names?", before).connectivity is None


@pytest.mark.parametrize(
    ("turn", "follows"),
    [
        ("our director wants a spreadsheet folder from the vault, not from disk, tonight. possible?", True),
        ("there is a user who needs a file back out of Azure before the meeting at noon, doable?", True),
        ("our director needs a vault of his own in another region by tonight, possible?", False),
        ("our director wants a file from the vault on another server by tonight, possible?", False),
    ],
)
def test_what_somebody_wants_back_is_asked_in_the_state_before(turn: str, *, follows: bool) -> None:
    reading = chain("connectivity", "subscription expired, connected. are backups made?", turn)

    assert reading.followup is follows
    assert (reading.subscription == {Subscription.EXPIRED}) is follows


@pytest.mark.parametrize(
    ("turn", "follows"),
    [
        ("damn. fetching a database from Azure instead, then?", True),
        ("hmm, pulling a single folder from the vault then?", True),
        ("reading it back from azure?", True),
        ("pulling the credentials for the vault out of the portal again?", False),
        ("restoring a file from the vault on another server?", False),
    ],
)
def test_a_restore_that_is_put_as_a_question_is_asked_in_the_state_before(
    turn: str, *, follows: bool
) -> None:
    reading = chain("connectivity", "subscription expired, connected. are backups made?", turn)

    assert (reading.subscription == {Subscription.EXPIRED}) is follows
