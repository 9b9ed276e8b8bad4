"""Whether a lapsed subscription is Active again, may be, or is asked to be."""

from __future__ import annotations

import pytest

from assistant.decisions.states.connectivity_rules import Subscription
from assistant.decisions.states.subscription_change import Stage
from assistant.understanding.read import facts_of, read_question
from assistant.understanding.subscription.reactivation import stage_of, tells_renewal


@pytest.mark.parametrize(
    ("question", "stage"),
    [
        ("the sub was expired, is active now, can we back up?", Stage.DONE),
        ("we reactivated the expired subscription, do backups run?", Stage.DONE),
        ("can somebody turn an expired sub back to active?", Stage.POSSIBLE),
        ("once it is active again after being expired, do backups run?", Stage.POSSIBLE),
    ],
)
def test_how_far_the_return_is(question: str, stage: Stage) -> None:
    assert stage_of(read_question(question)) is stage


@pytest.mark.parametrize("question", ["can we undo that?", "is it reversible?", "can I change it back?"])
def test_undoing_is_a_return_from_the_state_told_before(question: str) -> None:
    before = facts_of(read_question("the subscription is deprovisioned"), "connectivity", ())
    reading = read_question(question, before)
    assert reading.previous_subscription == {Subscription.DEPROVISIONED}
    after = facts_of(reading, "connectivity", ())
    assert read_question("is the azure data back then?", after).previous_subscription == {
        Subscription.DEPROVISIONED
    }
    assert stage_of(read_question("how?", after)) is Stage.STEPS


@pytest.mark.parametrize(
    ("text", "state"),
    [
        (
            "sub expired, offline for 3 weeks. if I renew it while still offline, does the backup run?",
            "Active",
        ),
        ("offline 20 days, expired. would paying without the link help?", "Active"),
        ("offline 20 days, expired. who has to renew it?", "Expired"),
        ("connected, expired. if I renew it, does the backup run?", "Expired"),
    ],
)
def test_a_renewal_supposed_while_offline_makes_it_active(text: str, state: str) -> None:
    assert read_question(text).subscription == {Subscription(state)}


@pytest.mark.parametrize(
    "text", ["renewed. backup?", "ok, reactivated now, restore?", "it was renewed yesterday."]
)
def test_a_renewal_is_told_without_its_subject(text: str) -> None:
    assert tells_renewal(text)


@pytest.mark.parametrize(
    "text",
    [
        "renewed?",
        "not renewed yet. backup?",
        "once renewed, backup?",
        "to be renewed. backup?",
        "paid support?",
    ],
)
def test_a_renewal_that_is_asked_or_denied_is_none(text: str) -> None:
    assert not tells_renewal(text)


def test_what_lapsed_before_is_active_after_it() -> None:
    before = facts_of(read_question("expired, online"), "connectivity", ())

    assert read_question("renewed. backup?", before).subscription == {Subscription.ACTIVE}
    assert read_question("not renewed. backup?", before).subscription == {Subscription.EXPIRED}


@pytest.mark.parametrize(
    ("question", "state"),
    [
        ("can it come back from Expired?", Subscription.EXPIRED),
        ("is there a way out of deprovisioned", Subscription.DEPROVISIONED),
        ("is deprovisioned reversible", Subscription.DEPROVISIONED),
        ("the portal has it as Expired. can that be undone?", Subscription.EXPIRED),
        ("it shows Deprovisioned, permanent?", Subscription.DEPROVISIONED),
        ("what is to be done to get out of being Expired and to Active", Subscription.EXPIRED),
    ],
)
def test_the_way_out_of_a_state_is_a_return(question: str, state: Subscription) -> None:
    reading = read_question(question)
    assert reading.previous_subscription == {state}
    assert not reading.operations


def test_data_of_a_state_is_no_way_out_of_it() -> None:
    assert not read_question("can I get the files back from an expired subscription").previous_subscription
    assert read_question("is expired final?").no_yes_or_no


def test_the_other_state_goes_on_with_the_way_out() -> None:
    before = facts_of(read_question("can a sub return from deprovisioned?"), "connectivity", ())
    assert read_question("from expired as well?", before).previous_subscription == {Subscription.EXPIRED}
    assert not read_question("and if it is expired?", before).operations
