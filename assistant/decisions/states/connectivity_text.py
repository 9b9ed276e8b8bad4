"""The sentences of the connectivity table: verdict first, then the reason, the next step and the limits."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assistant.decisions.guide import NETWORK, RECOVERING, SUBSCRIPTION_STATES
from assistant.decisions.reading.durations import Duration
from assistant.decisions.sentences import capital, joined
from assistant.decisions.states.connectivity_rules import (
    ALLOWED,
    COVERED,
    DELETED,
    RULES,
    TITLES,
    Connectivity,
    Operation,
    Subscription,
)
from assistant.decisions.types import (
    Choice,
    MissingInput,
    Rule,
    Statement,
    caveat,
    headline,
    next_step,
    reason,
)

APART = "Apart from the table: "
"""How what holds whatever the table's silence begins."""

_LONG = "the server has been offline for more than 15 days"
_WHERE = {
    Connectivity.CONNECTED: "the server is connected",
    Connectivity.RESTORED: "the server is connected again",
    Connectivity.LOST: f"the server is connected or {_LONG[11:]}",
    Connectivity.LOST_LONG: _LONG,
    None: f"the server is connected or {_LONG[11:]}",
}

_SHORT = {Connectivity.CONNECTED: "Connected", Connectivity.LOST_LONG: "Offline for more than 15 days"}


def verdict_clauses(outputs: Mapping[str, str]) -> str:
    """One clause for each verdict in `outputs` (operation to verdict), joined, starting in lower case."""
    by_verdict: dict[str, list[Operation]] = {}
    for operation in Operation:
        if operation in outputs:
            by_verdict.setdefault(outputs[operation], []).append(operation)
    return "; ".join(_clause(verdict, operations) for verdict, operations in by_verdict.items())


def _clause(verdict: str, operations: Sequence[Operation]) -> str:
    verb = "is" if len(operations) == 1 else "are"
    words = "stopped and the Azure recovery points are deleted" if verdict == DELETED else verdict.lower()
    return f"{operation_names(operations)} {verb} {words}"


def operation_names(operations: Sequence[Operation]) -> str:
    """The table's own names of operations, joined, in lower case at the start."""
    names = joined([TITLES[operation][0].lower() + TITLES[operation][1:] for operation in operations])
    if len(operations) == len(Operation):
        return f"all four operations ({names})"
    return names


def statements(
    state: Connectivity | None,
    subscription: Subscription | None,
    operations: Sequence[Operation],
    outputs: Mapping[str, str],
    rules: Sequence[Rule],
) -> tuple[Statement, ...]:
    """Everything said to a case that the table covers, or that a missing input leaves open.

    `outputs` holds the asked operations on which all of `rules`, the rows still possible, agree.
    """
    said = [headline(_verdict(state, subscription, operations, outputs), NETWORK)]
    if not _turns_on_length(state, subscription):  # else none of the rows is sure to hold
        said += _other_operations(operations, rules, outputs)
    if subscription is Subscription.EXPIRED:
        said.append(reason("Scheduled backups don't run while it is Expired.", SUBSCRIPTION_STATES))
    if subscription is Subscription.DEPROVISIONED:
        said.append(reason("Backup data in Azure is irretrievably lost by then.", SUBSCRIPTION_STATES))
    if state is Connectivity.RESTORED:
        said.append(reason("After a reconnection, the subscription's state decides what works.", RECOVERING))
    return (*said, *_advice(state, subscription))


def _verdict(
    state: Connectivity | None,
    subscription: Subscription | None,
    operations: Sequence[Operation],
    outputs: Mapping[str, str],
) -> str:
    by_length = _turns_on_length(state, subscription)
    if by_length and not outputs:
        return "It depends on how long the server has been offline, and on the subscription's state."
    if by_length:
        length = "It depends on how long the server has been offline"
        return f"{length}: after more than 15 days, {verdict_clauses(outputs)}."
    if not outputs:
        return f"It depends on {_deciding(state, subscription, operations)}."
    rest = [operation for operation in operations if operation not in outputs]
    words = {verdict == ALLOWED for verdict in outputs.values()}
    answer = "Partly." if rest or len(words) > 1 else "Yes." if words == {True} else "No."
    tail = f" {_depends(rest, state, subscription)}" if rest else ""
    clauses = verdict_clauses(outputs)
    circumstances = _circumstances(state, subscription, allowed=words == {True})
    if ";" in clauses or "deleted" in clauses:
        return f"{answer} {capital(circumstances)}: {clauses}.{tail}"
    return f"{answer} {capital(clauses)} {circumstances}.{tail}"


def _turns_on_length(state: Connectivity | None, subscription: Subscription | None) -> bool:
    """Whether the rows that are still possible hold only if the outage has lasted long enough."""
    return state is Connectivity.LOST and subscription in (None, Subscription.ACTIVE)


def _depends(rest: Sequence[Operation], state: Connectivity | None, subscription: Subscription | None) -> str:
    names = operation_names(rest)
    verb = "depends" if len(rest) == 1 else "depend"
    return f"{capital(names)} {verb} on {_deciding(state, subscription, rest)}."


def _deciding(
    state: Connectivity | None, subscription: Subscription | None, operations: Sequence[Operation]
) -> str:
    on = ["the subscription's state"] if subscription is None else []
    if state is None and _turns_on_connection(subscription, operations):
        on.append("whether the server is connected")
    return " and on ".join(on)


def _turns_on_connection(subscription: Subscription | None, operations: Sequence[Operation]) -> bool:
    """Whether being connected or long offline makes a difference to any of the operations."""
    connected, lost = COVERED
    subscriptions = [subscription] if subscription else list(Subscription)
    return any(
        RULES[connected, one].outputs[operation] != RULES[lost, one].outputs[operation]
        for one in subscriptions
        for operation in operations
    )


def _circumstances(state: Connectivity | None, subscription: Subscription | None, *, allowed: bool) -> str:
    where = _WHERE[state]
    if subscription is None:
        return f"when {where}, whatever the subscription's state"
    if state in (None, Connectivity.LOST):
        return f"while the subscription is {subscription}, whether {where}"
    link = "and" if allowed or state is Connectivity.LOST_LONG else "even though"
    return f"while the subscription is {subscription}{',' if link != 'and' else ''} {link} {where}"


def _other_operations(
    operations: Sequence[Operation], rules: Sequence[Rule], outputs: Mapping[str, str]
) -> list[Statement]:
    """What the same rows say to the operations that were not asked about, where they agree.

    The state is named where no sentence before this one does, which is so without `outputs`.
    """
    others = [o for o in Operation if o not in operations and len({r.outputs[o] for r in rules}) == 1]
    if not others:
        return []
    said = verdict_clauses({operation: rules[0].outputs[operation] for operation in others})
    states = {rule.conditions["subscription"] for rule in rules}
    same = "In the same state" if outputs else f"While the subscription is {min(states)}"
    where = same if len(states) == 1 else "Whatever the subscription's state"
    return [reason(f"{where}, {said}.", NETWORK)]


def _advice(state: Connectivity | None, subscription: Subscription | None) -> list[Statement]:
    said = []
    if subscription in (Subscription.EXPIRED, Subscription.DEPROVISIONED):
        text = "Bring the subscription back to Active; the subscription portal shows its state."
        said.append(next_step(text, SUBSCRIPTION_STATES, NETWORK))
    elif subscription is None:
        said.append(next_step("Look up the subscription's state in the subscription portal.", NETWORK))
    if state in (Connectivity.LOST, Connectivity.LOST_LONG):
        text = "Restore the connection: hold firewall and proxy against the guide's list of URLs and ranges."
        said.append(next_step(text, RECOVERING))
    if state in (None, Connectivity.LOST):
        said.append(caveat("The table doesn't cover the first 15 days of an outage.", NETWORK))
    if subscription is Subscription.DEPROVISIONED:
        text = "Once it is Active again, local data can be retrieved if its retention period was long enough."
        said.append(caveat(text, SUBSCRIPTION_STATES))
    return said


def not_covered(subscription: Subscription | None, outage: Duration | None) -> tuple[Statement, ...]:
    """For 15 days of outage or fewer: the table is silent; only what holds apart from it is told."""
    told = f" ({outage.shown})" if outage else ""
    rows = (
        f"Its table has rows for a connected server and for more than 15 days offline; this{told} is neither."
    )
    said = [
        headline("The guide doesn't say what happens in the first 15 days without connectivity.", NETWORK),
        reason(rows, NETWORK),
    ]
    if subscription is Subscription.EXPIRED:
        text = f"{APART}scheduled backups don't run while the subscription is Expired."
        said.append(reason(text, SUBSCRIPTION_STATES))
    if subscription is Subscription.DEPROVISIONED:
        text = f"{APART}backup data in Azure is irretrievably lost once it is Deprovisioned."
        said.append(reason(text, SUBSCRIPTION_STATES))
    text = "Run Get-DPMCloudConnection in the Azure Backup Server PowerShell: TRUE means connected."
    return (*said, next_step(text, NETWORK))


def missing_inputs(
    state: Connectivity | None,
    subscription: Subscription | None,
    operations: Sequence[Operation],
    outputs: Mapping[str, str],
) -> tuple[MissingInput, ...]:
    """The inputs that would tell more: the subscription always, the connection where it matters."""
    still_open = [operation for operation in operations if operation not in outputs]
    missing = []
    if state is Connectivity.LOST:
        question = "For how many days has the server been offline?"
        missing.append(MissingInput("duration", question, _lengths(subscription, operations)))
    if state is None and _turns_on_connection(subscription, still_open):
        choices = (
            Choice("connected", _meaning([Connectivity.CONNECTED], subscription, still_open)),
            *_lengths(subscription, still_open),
        )
        missing.append(MissingInput("connectivity", "Does the server reach Azure now?", choices))
    if subscription is None:
        question = "Which state does the subscription show in the portal: Active, Expired or Deprovisioned?"
        choices = _subscriptions(state, still_open or list(Operation))
        missing.append(MissingInput("subscription", question, choices))
    return tuple(missing)


def _lengths(subscription: Subscription | None, operations: Sequence[Operation]) -> tuple[Choice, ...]:
    return (
        Choice(str(Connectivity.LOST_LONG), _meaning([Connectivity.LOST_LONG], subscription, operations)),
        Choice(str(Connectivity.LOST_SHORT), "The table doesn't say."),
    )


def _subscriptions(state: Connectivity | None, operations: Sequence[Operation]) -> tuple[Choice, ...]:
    rows = {
        None: list(COVERED),
        Connectivity.CONNECTED: [Connectivity.CONNECTED],
        Connectivity.RESTORED: [Connectivity.CONNECTED],
    }.get(state, [Connectivity.LOST_LONG])
    return tuple(Choice(str(one), _meaning(rows, one, operations)) for one in Subscription)


def _meaning(
    states: Sequence[Connectivity], subscription: Subscription | None, operations: Sequence[Operation]
) -> str:
    """What the rows for these states say to the operations; rows that say the same are told once."""
    subscriptions = [subscription] if subscription else list(Subscription)
    labels: dict[str, list[str]] = {}
    for state in states:
        for one in subscriptions:
            said = verdict_clauses({o: RULES[state, one].outputs[o] for o in operations})
            label = str(one) if subscription is None else _SHORT[state]
            labels.setdefault(said, []).append(label)
    if len(labels) == 1:
        said = next(iter(labels))
        return f"{capital(said)}."
    return " ".join(f"{' or '.join(names)}: {said}." for said, names in labels.items())
