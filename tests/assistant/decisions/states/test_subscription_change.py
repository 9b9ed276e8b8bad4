"""What returning to an Active subscription brings back."""

from __future__ import annotations

import pytest

from assistant.decisions.states.connectivity_rules import Subscription
from assistant.decisions.states.subscription_change import COPIES, decide, in_between
from assistant.decisions.types import DecisionInputError, Standing


def test_deprovisioned_data_in_azure_stays_lost() -> None:
    result = decide(Subscription.DEPROVISIONED, "azure")

    assert result.headline.startswith("No.")
    assert result.outputs["azure_data"] == "Irretrievably lost"
    assert "local_data" not in result.outputs


def test_deprovisioned_local_data_depends_on_its_retention() -> None:
    result = decide(Subscription.DEPROVISIONED, "local")

    assert "retention" in result.headline
    assert "retention" in result.outputs["local_data"]
    assert any("five days" in text for text in result.caveats)


@pytest.mark.parametrize("copy", COPIES)
@pytest.mark.parametrize("previous", [Subscription.EXPIRED, Subscription.DEPROVISIONED])
def test_functionality_is_revived_from_either_state(previous: Subscription, copy: str) -> None:
    result = decide(previous, copy)

    assert result.outputs["functionality"] == "Revived"
    assert result.standing is Standing.SETTLED
    lost = "irretrievably lost" in f"{result.headline} {result.reason}"
    assert lost == (previous is Subscription.DEPROVISIONED)


def test_without_the_previous_state_both_are_explained() -> None:
    result = decide(None)

    assert result.standing is Standing.MISSING
    assert [choice.value for choice in result.missing[0].choices] == ["Expired", "Deprovisioned"]


def test_from_active_is_no_change() -> None:
    with pytest.raises(DecisionInputError, match="Expired or Deprovisioned"):
        decide(Subscription.ACTIVE)


@pytest.mark.parametrize("previous", [Subscription.EXPIRED, Subscription.DEPROVISIONED])
def test_nothing_ran_in_a_time_that_was_not_active(previous: Subscription) -> None:
    said = [statement.text for statement in in_between(previous).statements]

    assert said[0].startswith(f"Not while the subscription was {previous}: back up to Azure")
    assert any("Scheduled backups" in text for text in said) == (previous is Subscription.EXPIRED)
    assert "all four operations are allowed" in said[-1]
