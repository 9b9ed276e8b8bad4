"""A server that is connected only now and then: how long it is offline in between, against the table."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from assistant.decisions.guide import NETWORK, RECOVERING
from assistant.decisions.reading.quantities import plain
from assistant.decisions.states.connectivity_rules import (
    COVERED,
    LIMIT_DAYS,
    NAME,
    RULES,
    Connectivity,
    Operation,
    Subscription,
)
from assistant.decisions.types import DecisionResult, Standing, Statement, caveat, headline, reason

_NEEDS = "Azure Backup Server requires a working link to the Azure Backup service"
_REQUIRED = reason(f"{_NEEDS}.", NETWORK)
_CONNECTED = reason(
    "Whenever the server is connected again, the subscription's state decides what works.", RECOVERING
)


def never(operations: Sequence[Operation]) -> DecisionResult:
    """A server that never reaches Azure."""
    said = (
        headline(
            f"No. {_NEEDS}: after more than 15 days without it, back up to Azure and back up to disk are "
            "stopped, whatever the subscription's state.",
            NETWORK,
        ),
        reason("Back up to disk needs the connection as well: the table stops it in the same rows.", NETWORK),
    )
    return _result("never", "Stopped", Standing.SETTLED, said, operations)


def needed_for_disk() -> DecisionResult:
    """Whether a server that only backs up to disk needs the connection as well."""
    said = (
        headline(
            f"Yes. {_NEEDS}: after more than 15 days without it, back up to disk is stopped as well as back "
            "up to Azure.",
            NETWORK,
        ),
        caveat("The table doesn't cover the first 15 days of an outage.", NETWORK),
    )
    return _result("needed", "Stopped", Standing.SETTLED, said, (Operation.BACK_UP_TO_DISK,))


def decide(gap: Decimal, operations: Sequence[Operation]) -> DecisionResult:
    """A server that is connected every `gap` days; only backups turn on the time in between."""
    days = f"{plain(gap)} {'day' if gap == 1 else 'days'}"
    said: tuple[Statement, ...]
    if gap > LIMIT_DAYS:
        verdict = (
            "No. That is too long from one connection to the next: after more than 15 days without "
            "connectivity back up to Azure and back up to disk are stopped, whatever the subscription's "
            "state."
        )
        said = (headline(verdict, NETWORK), _CONNECTED, _REQUIRED)
        return _result(days, "Stopped", Standing.SETTLED, said, operations)
    verdict = (
        "The guide doesn't say whether a connection now and then is enough: its table has rows for a "
        "connected server and for more than 15 days offline, and shorter gaps are neither."
    )
    allowed = "While the server is connected and the subscription is Active, all four operations are allowed."
    silent = caveat("The guide names no interval at which the server has to connect.", NETWORK)
    said = (headline(verdict, NETWORK), reason(allowed, NETWORK), _REQUIRED, silent)
    return _result(days, "not_covered", Standing.NOT_COVERED, said, operations)


def _result(
    told: str,
    outcome: str,
    standing: Standing,
    said: tuple[Statement, ...],
    operations: Sequence[Operation],
) -> DecisionResult:
    rows = (Connectivity.LOST_LONG,) if standing is Standing.SETTLED else COVERED
    return DecisionResult(
        table=NAME,
        inputs={"connected_every": told, "operation": ", ".join(operations)},
        outcome=outcome,
        standing=standing,
        statements=said,
        rules=tuple(RULES[row, one] for row in rows for one in Subscription),
    )
