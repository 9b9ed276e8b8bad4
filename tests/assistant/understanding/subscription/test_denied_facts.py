"""A fact of a machine that is denied or past does not hold; a rule asked for, or a plan, denies nothing."""

from __future__ import annotations

import pytest

from assistant.understanding.subscription.denied_facts import read_told
from assistant.understanding.topics import role_patterns

_DC, _NODE, _EXCHANGE = "domain controller", "cluster node", "exchange"


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("the server is no domain controller", {_DC}),
        ("it has no Exchange and no cluster", {_EXCHANGE, _NODE}),
        ("it is not a DC, cluster node or Exchange box", {_DC, _NODE, _EXCHANGE}),
        ("neither a DC nor a cluster node", {_DC, _NODE}),
        ("was a DC until last week", {_DC}),
        ("the DC was demoted", {_DC}),
        ("our machine got demoted from being a DC last month", {_DC}),
        ("it stopped being a cluster node", {_NODE}),
        ("we moved Exchange off", {_EXCHANGE}),
        ("we got rid of the cluster", {_NODE}),
        ("Exchange: no, cluster: no", {_EXCHANGE, _NODE}),
        ("a former domain controller", {_DC}),
    ],
)
def test_what_is_denied_or_past_does_not_hold(text: str, denied: set[str]) -> None:
    told = read_told(text, role_patterns())

    assert set(told.denied) == denied
    assert not told.holds


@pytest.mark.parametrize(
    "text",
    [
        "it can't be installed on a DC",
        "so not on a DC",
        "no DC allowed?",
        "the DC will be demoted",
        "if we demote the DC",
        "it was a DC and still is",
        "was installed on a DC",
    ],
)
def test_a_rule_or_a_plan_denies_nothing(text: str) -> None:
    assert read_told(text, role_patterns()).holds == (_DC,)


def test_one_of_two_may_hold() -> None:
    told = read_told("it isn't a cluster node but a DC", role_patterns())

    assert (told.holds, told.denied) == ((_DC,), (_NODE,))
