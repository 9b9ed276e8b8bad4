"""Returns to Active: those that took place, and those that nobody has seen to."""

from __future__ import annotations

import pytest
from rows import every

from assistant.decisions.states.connectivity_rules import Subscription
from assistant.understanding.subscription.return_to_active import revivals
from assistant.understanding.subscription.states import read_states

A, E, D = Subscription.ACTIVE, Subscription.EXPIRED, Subscription.DEPROVISIONED


@every(
    ("text", "done"),
    [
        ("finance reactivated the sub", True),
        ("nobody's reactivated the sub", False),
        ("no one has set it back to Active", False),
        ("none of us got it back to active", False),
        ("we are waiting for the sub to be set back to Active", False),
        ("we asked Microsoft to reactivate the sub", False),
        ("at our request Microsoft reactivated the sub", True),
        ("the reactivation was requested", False),
        ("a ticket to reactivate it was written", False),
        ("the request to bring it back to Active is not answered", False),
        ("no doubt the sub is active again", True),
        ("now it is active again", True),
        ("it wasn't long before it was reactivated", True),
        ("it was reactivated and the link isn't up", True),
    ],
)
def test_whether_a_return_took_place(text: str, done: bool) -> None:
    assert [one.done for one in revivals(text)] == [done]


def test_a_return_that_is_asked_about_is_supposed() -> None:
    assert [one.supposed for one in revivals("can we restore once the sub is back to active")] == [True]


@every(
    ("text", "states"),
    [
        ("the subscription lapsed and nobody's renewed it", {E}),
        ("the sub has run out and no one's paid for it", {E}),
        ("the sub expired and has yet to be renewed", {E}),
        ("the subscription expired without anyone renewing it", {E}),
        ("the sub is expired, reactivation is pending", {E}),
        ("we renewed it last winter, but now the subscription is expired", {E}),
        ("the bill was paid and the portal still shows the sub as expired", {E}),
        ("the sub got deprovisioned and no one's set it back to active", {D}),
        ("the sub got deprovisioned, a ticket to reactivate it is open", {D}),
        ("nobody has reactivated the subscription", {E, D}),
        ("the subscription has yet to be set back to active", {E, D}),
        ("the subscription must still be set back to Active, because it isn't", {E, D}),
    ],
)
def test_what_nobody_has_seen_to_leaves_the_state(text: str, states: set[Subscription]) -> None:
    read = read_states(text)
    assert set(read.subscription) == states
    assert not read.previous


@every(
    ("text", "before"),
    [
        ("the sub had expired and accounting renewed it", {E}),
        ("the sub was deprovisioned, now Microsoft has reactivated it", {D}),
        ("reactivated at last. Is the data lost that was saved while it was deprovisioned?", {D}),
        ("the sub is deprovisioned: once it is reactivated, can we restore", {D}),
        ("the sub is no longer expired, it's been renewed", {E, D}),
        ("no idea how, but the expired sub was set back to active", {E}),
    ],
)
def test_a_return_that_took_place_or_is_supposed(text: str, before: set[Subscription]) -> None:
    read = read_states(text)
    assert set(read.subscription) == {A}
    assert set(read.previous) == before


def test_restores_are_no_return() -> None:
    assert not list(revivals("so nothing differs for restores to an Active one?"))


@pytest.mark.parametrize("text", ["nobody reactivated the agent", "we never paid for support"])
def test_what_is_of_no_subscription_tells_no_state(text: str) -> None:
    assert not read_states(text).subscription - {E}
