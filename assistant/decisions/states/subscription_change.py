"""What a return to an Active subscription brings back, and which backup data survives."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum

from assistant.decisions.guide import NETWORK, STORING_DATA, SUBSCRIPTION_STATES
from assistant.decisions.states.connectivity_rules import Subscription
from assistant.decisions.types import (
    Choice,
    DecisionInputError,
    DecisionResult,
    MissingInput,
    Rule,
    Standing,
    Statement,
    Strength,
    caveat,
    headline,
    next_step,
    reason,
)

NAME = "subscription-change"
LOST = "Irretrievably lost"
RETAINED = "Retrievable if its retention period was long enough"
ALLOWED = "Restore stays allowed"
REVIVED = "Revived"

RULES = {
    Subscription.EXPIRED: Rule(
        id=f"{NAME}.expired-active",
        conditions={"from": "Expired", "to": "Active"},
        outputs={"functionality": REVIVED, "azure_data": ALLOWED, "local_data": ALLOWED},
        source=SUBSCRIPTION_STATES,
        strength=Strength.POSSIBILITY,
        text="An Expired subscription can be made Active again; until then scheduled backups don't run.",
    ),
    Subscription.DEPROVISIONED: Rule(
        id=f"{NAME}.deprovisioned-active",
        conditions={"from": "Deprovisioned", "to": "Active"},
        outputs={"functionality": REVIVED, "azure_data": LOST, "local_data": RETAINED},
        source=SUBSCRIPTION_STATES,
        strength=Strength.POSSIBILITY,
        text="A Deprovisioned subscription can be made Active again; the backup data in Azure stays "
        "irretrievably lost.",
    ),
}


class Stage(StrEnum):
    """How far the return to Active has come: it may be, its steps are asked for, or it is done."""

    POSSIBLE = "possible"
    STEPS = "steps"
    DONE = "done"


COPIES = {"azure": ("azure_data",), "local": ("local_data",), "both": ("azure_data", "local_data")}


def decide(
    previous: Subscription | None, copy: str = "both", stage: Stage = Stage.POSSIBLE
) -> DecisionResult:
    """What happens when a subscription goes from `previous` back to Active.

    `copy` limits the outputs to the data in "azure" or on "local" disk. DecisionInputError for a previous
    state of Active, which is no change.
    """
    if previous is Subscription.ACTIVE:
        raise DecisionInputError(
            "From Active to Active nothing changes; give Expired or Deprovisioned.", "from"
        )
    if previous is None:
        return _open(copy)
    rule = RULES[previous]
    names = ("functionality", *COPIES[copy])
    return DecisionResult(
        table=NAME,
        inputs={"from": str(previous), "to": "Active", "copy": copy},
        outcome=rule.outputs["functionality" if copy == "both" else COPIES[copy][0]],
        standing=Standing.SETTLED,
        statements=_statements(previous, copy, stage),
        outputs={name: rule.outputs[name] for name in names},
        rules=(rule,),
    )


def kept() -> DecisionResult:
    """That being Expired loses no data in Azure, whatever comes after."""
    result = decide(Subscription.EXPIRED, "azure")
    said = (
        headline(
            "No. Being Expired deletes no recovery points in Azure: restores from Azure stay allowed.",
            NETWORK,
        ),
        reason("The change from Expired back to Active is possible.", SUBSCRIPTION_STATES),
        reason("Only Deprovisioned makes the backup data in Azure irretrievably lost.", SUBSCRIPTION_STATES),
    )
    return replace(result, statements=said, rules=tuple(RULES.values()))


def in_between(previous: Subscription) -> DecisionResult:
    """What ran in the time in which a subscription that is Active again was `previous`."""
    result = decide(previous)
    said = [
        headline(
            f"Not while the subscription was {previous}: back up to Azure and back up to disk were stopped.",
            NETWORK,
        )
    ]
    if previous is Subscription.EXPIRED:
        said.append(reason("Scheduled backups don't run while it is Expired.", SUBSCRIPTION_STATES))
    said.append(
        reason("Now that it is Active, all four operations are allowed while connected.", NETWORK),
    )
    return replace(result, inputs={**result.inputs, "asked": "in between"}, statements=tuple(said))


def local_kept() -> DecisionResult:
    """What becomes of the data on local disk while the subscription is Deprovisioned."""
    said = (
        headline(
            "The guide names only the Azure recovery points as deleted: data on local disk can be retrieved "
            "once the subscription is Active again, if it was retained with a long enough retention period.",
            SUBSCRIPTION_STATES,
        ),
        reason("While the subscription is Deprovisioned, restore from disk is stopped.", NETWORK),
        reason("The backup data in Azure is irretrievably lost by then.", SUBSCRIPTION_STATES),
        next_step(
            "Make the subscription Active, then look for recovery points on disk.", SUBSCRIPTION_STATES
        ),
        caveat(FIVE_DAYS, STORING_DATA),
    )
    return replace(decide(Subscription.DEPROVISIONED, "local"), statements=said)


def _statements(previous: Subscription, copy: str, stage: Stage) -> tuple[Statement, ...]:
    if stage is Stage.STEPS:
        return _steps()
    if previous is Subscription.DEPROVISIONED:
        return _deprovisioned(copy, stage)
    return _active_again() if stage is Stage.DONE else _expired()


def _steps() -> tuple[Statement, ...]:
    return (
        headline("In the subscription portal: sign in to see and manage the state.", NETWORK),
        reason("The guide names no steps for the change itself.", SUBSCRIPTION_STATES),
    )


def _active_again() -> tuple[Statement, ...]:
    return (
        headline(
            "Yes. Now that the subscription is Active, all four operations are allowed while connected.",
            NETWORK,
        ),
        reason("Backup and restore are revived with the Active state.", SUBSCRIPTION_STATES),
        next_step("Run Get-DPMCloudConnection: TRUE means connected.", NETWORK),
    )


def _expired() -> tuple[Statement, ...]:
    return (
        headline(
            "Yes. Once the subscription is Active again, all four operations are allowed while connected.",
            NETWORK,
        ),
        reason("The change from Expired back to Active is possible.", SUBSCRIPTION_STATES),
        reason("Restores from Azure and from disk stay allowed while it is Expired.", NETWORK),
        reason("Scheduled backups don't run until it is Active.", SUBSCRIPTION_STATES),
        next_step("Reactivate the subscription in the subscription portal.", NETWORK),
    )


def _deprovisioned(copy: str, stage: Stage) -> tuple[Statement, ...]:
    azure = "The backup data in Azure is irretrievably lost, even after the subscription is Active again."
    local = "Local disk data can be retrieved if it was retained with a long enough retention period."
    again = "now that" if stage is Stage.DONE else "once"
    revived = f"Backup and restore are revived {again} the subscription is Active again."
    first = {
        "azure": f"No. {azure}",
        "local": f"Only under one condition. {local}",
        "both": f"Yes. {revived}",
    }[copy]
    rest = [text for text in (revived, azure, local) if text not in first]
    said = [headline(first, SUBSCRIPTION_STATES)]
    said += [reason(text, SUBSCRIPTION_STATES) for text in rest]
    done = stage is Stage.DONE
    look = "Look" if done else "Make the subscription Active, then look"
    said.append(next_step(f"{look} for recovery points on disk.", SUBSCRIPTION_STATES))
    if copy != "azure":
        said.append(caveat(FIVE_DAYS, STORING_DATA))
    return tuple(said)


FIVE_DAYS = (
    "The guide also advises against keeping operational data on attached disks beyond five days, "
    "which pulls against a long local retention: settle which of the two you need."
)


def _open(copy: str) -> DecisionResult:
    choices = (
        Choice(
            "Expired",
            "All four operations are allowed again while connected; restores were allowed all along.",
        ),
        Choice(
            "Deprovisioned",
            "Functionality returns, Azure data stays lost, local data depends on its retention.",
        ),
    )
    return DecisionResult(
        table=NAME,
        inputs={"to": "Active", "copy": copy},
        outcome="depends",
        standing=Standing.MISSING,
        statements=(
            headline(
                "It depends on the state that the subscription was in: Expired or Deprovisioned.",
                SUBSCRIPTION_STATES,
            ),
            reason(
                "Both can return to Active; only Deprovisioned destroys the backup data in Azure.",
                SUBSCRIPTION_STATES,
            ),
        ),
        outputs={"functionality": REVIVED},
        rules=tuple(RULES.values()),
        missing=(MissingInput("from", "Was the subscription Expired or Deprovisioned?", choices),),
    )
