"""Questions beside the connectivity table, for which it has no row: what the guide says, and what not."""

from __future__ import annotations

from assistant.decisions.guide import NETWORK, RECOVERING, SUBSCRIPTION_STATES
from assistant.decisions.states.connectivity_rules import NAME, RULES, Connectivity, Subscription
from assistant.decisions.types import DecisionResult, Standing, Statement, caveat, headline, next_step, reason


def deleted_vault() -> DecisionResult:
    """A vault that was deleted, which is no state of the subscription."""
    return _silent(
        "deleted_vault",
        headline(
            "The guide doesn't describe a deleted Recovery Services vault, nor whether it or its backups can "
            "be brought back.",
            SUBSCRIPTION_STATES,
        ),
        reason(
            "What it calls irretrievably lost is the backup data in Azure once the subscription is "
            "Deprovisioned; a deleted vault is another matter.",
            SUBSCRIPTION_STATES,
        ),
        caveat("The first backup copy is the one on the server's local storage.", NETWORK),
    )


def register_again() -> DecisionResult:
    """Whether a server has to be registered again behind an outage."""
    return _silent(
        "register_again",
        headline(
            "The guide doesn't ask to register again: once connectivity to Azure is restored, the "
            "subscription's state determines which operations can be performed.",
            RECOVERING,
        ),
        next_step("Run Get-DPMCloudConnection: TRUE means connected.", NETWORK),
    )


def agent_away() -> DecisionResult:
    """Whether a restore goes while the agent of a protected machine is away."""
    return _silent(
        "agent",
        headline(
            "The guide doesn't say what an agent that is away on a protected machine means for restores.",
            NETWORK,
        ),
        reason(
            "Its table decides by the server's connectivity and the subscription alone: restores from Azure "
            "and from disk are allowed while it is Active or Expired, and stopped while it is Deprovisioned.",
            NETWORK,
        ),
        next_step("Look up the agent's error by the message or ID that the console shows.", NETWORK),
    )


def restore_unexplained() -> DecisionResult:
    """Why a restore from Azure is allowed without connectivity."""
    said = (
        headline(
            "The guide doesn't explain it: its table allows restore from Azure after more than 15 days "
            "without connectivity while the subscription is Active or Expired, and doesn't say how such "
            "a restore reaches Azure.",
            NETWORK,
        ),
        reason("While the subscription is Deprovisioned it is stopped.", NETWORK),
    )
    rows = tuple(RULES[Connectivity.LOST_LONG, one] for one in Subscription)
    return DecisionResult(NAME, {"asked": "why"}, "not_covered", Standing.NOT_COVERED, said, rules=rows)


def what_deletes(*, by_outage: bool) -> DecisionResult:
    """What deletes the recovery points in Azure; `by_outage`: an outage is thought to."""
    lead = "Not the outage: the" if by_outage else "The"
    said = [
        headline(
            f"{lead} table has the Azure recovery points deleted only while the subscription is "
            "Deprovisioned, whatever the connectivity.",
            NETWORK,
        ),
        reason("Backup data in Azure is irretrievably lost once it is Deprovisioned.", SUBSCRIPTION_STATES),
        reason(
            "After more than 15 days without connectivity restore from Azure is allowed while the "
            "subscription is Active or Expired.",
            NETWORK,
        ),
        caveat("The table doesn't cover the first 15 days of an outage.", NETWORK),
    ]
    rows = tuple(rule for (_, state), rule in RULES.items() if state is Subscription.DEPROVISIONED)
    return DecisionResult(NAME, {"asked": "deletion"}, "deletion", Standing.SETTLED, tuple(said), rules=rows)


def _silent(asked: str, *said: Statement) -> DecisionResult:
    return DecisionResult(NAME, {"asked": asked}, "not_covered", Standing.NOT_COVERED, said)
