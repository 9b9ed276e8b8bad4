"""What still works: connectivity and subscription state against the four backup and restore operations.

The guide's table has six rows. It knows "Connected" and "Lost connectivity > 15 days"; the first 15 days of
an outage are not covered, and nothing is interpolated.
"""

from __future__ import annotations

from collections.abc import Container, Mapping
from enum import StrEnum

from assistant.decisions.guide import NETWORK
from assistant.decisions.sentences import joined
from assistant.decisions.types import Rule, Strength

NAME = "connectivity"
LIMIT_DAYS = 15


class Connectivity(StrEnum):
    """The state of the server's connection to Azure, as far as it was told."""

    CONNECTED = "connected"
    RESTORED = "restored"
    LOST = "lost"
    LOST_LONG = "lost more than 15 days"
    LOST_SHORT = "lost 15 days or fewer"


class Subscription(StrEnum):
    """The three subscription states of the table."""

    ACTIVE = "Active"
    EXPIRED = "Expired"
    DEPROVISIONED = "Deprovisioned"


class Operation(StrEnum):
    """The four outputs of the table."""

    BACK_UP_TO_AZURE = "back_up_to_azure"
    BACK_UP_TO_DISK = "back_up_to_disk"
    RESTORE_FROM_AZURE = "restore_from_azure"
    RESTORE_FROM_DISK = "restore_from_disk"


TITLES = {
    Operation.BACK_UP_TO_AZURE: "Back up to Azure",
    Operation.BACK_UP_TO_DISK: "Back up to disk",
    Operation.RESTORE_FROM_AZURE: "Restore from Azure",
    Operation.RESTORE_FROM_DISK: "Restore from disk",
}
ALLOWED = "Allowed"
STOPPED = "Stopped"
DELETED = "Stopped and Azure recovery points deleted"
GROUPS: Mapping[str, tuple[Operation, ...]] = {
    "backup": (Operation.BACK_UP_TO_AZURE, Operation.BACK_UP_TO_DISK),
    "restore": (Operation.RESTORE_FROM_AZURE, Operation.RESTORE_FROM_DISK),
    "azure": (Operation.BACK_UP_TO_AZURE, Operation.RESTORE_FROM_AZURE),
    "disk": (Operation.BACK_UP_TO_DISK, Operation.RESTORE_FROM_DISK),
    "all": tuple(Operation),
}
RESTORES = frozenset(GROUPS["restore"])
COVERED = (Connectivity.CONNECTED, Connectivity.LOST_LONG)
STATE_TITLES = {Connectivity.CONNECTED: "Connected", Connectivity.LOST_LONG: "Lost connectivity > 15 days"}
_CELLS = {
    (Connectivity.CONNECTED, Subscription.ACTIVE): (ALLOWED, ALLOWED, ALLOWED, ALLOWED),
    (Connectivity.CONNECTED, Subscription.EXPIRED): (STOPPED, STOPPED, ALLOWED, ALLOWED),
    (Connectivity.CONNECTED, Subscription.DEPROVISIONED): (STOPPED, STOPPED, DELETED, STOPPED),
    (Connectivity.LOST_LONG, Subscription.ACTIVE): (STOPPED, STOPPED, ALLOWED, ALLOWED),
    (Connectivity.LOST_LONG, Subscription.EXPIRED): (STOPPED, STOPPED, ALLOWED, ALLOWED),
    (Connectivity.LOST_LONG, Subscription.DEPROVISIONED): (STOPPED, STOPPED, DELETED, STOPPED),
}


def in_order(operations: Container[Operation]) -> tuple[Operation, ...]:
    """The operations as the table orders them."""
    return tuple(one for one in Operation if one in operations)


def _rule(state: Connectivity, subscription: Subscription, cells: tuple[str, ...]) -> Rule:
    where = "connected" if state is Connectivity.CONNECTED else "lost-over-15-days"
    verdicts = dict(zip(Operation, cells, strict=True))
    said = "; ".join(f"{TITLES[operation]}: {verdict}" for operation, verdict in verdicts.items())
    return Rule(
        id=f"{NAME}.{where}-{subscription.lower()}",
        conditions={"connectivity": STATE_TITLES[state], "subscription": str(subscription)},
        outputs={str(operation): verdict for operation, verdict in verdicts.items()},
        source=NETWORK,
        strength=Strength.REQUIREMENT,
        text=f"{STATE_TITLES[state]}, subscription {subscription}: {said}.",
    )


RULES = {key: _rule(*key, cells) for key, cells in _CELLS.items()}
LONG_OUTAGE = tuple(rule for (state, _), rule in RULES.items() if state is Connectivity.LOST_LONG)
LISTED_STATES = joined(list(Subscription))
