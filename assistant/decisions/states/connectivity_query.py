"""The connectivity table asked in reverse: the states in which something holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from enum import StrEnum

from assistant.decisions.guide import NETWORK, SUBSCRIPTION_STATES
from assistant.decisions.sentences import capital, joined
from assistant.decisions.states.connectivity_rules import (
    ALLOWED,
    COVERED,
    DELETED,
    LISTED_STATES,
    LONG_OUTAGE,
    NAME,
    RULES,
    STATE_TITLES,
    Connectivity,
    Operation,
    Subscription,
    in_order,
)
from assistant.decisions.states.connectivity_text import operation_names
from assistant.decisions.types import (
    DecisionResult,
    Rule,
    Standing,
    Statement,
    caveat,
    headline,
    next_step,
    reason,
)

_FIRST_DAYS = caveat("The table doesn't cover the first 15 days of an outage.", NETWORK)

COUNTS = ("None", "One", "Two", "Three", "Four", "Five", "Six")


class Wanted(StrEnum):
    """What is to hold of an operation in the rows that are looked for."""

    ALLOWED = "allowed"
    STOPPED = "stopped"
    DELETED = "stopped and the Azure recovery points deleted"


def by_verdict(wanted: Mapping[Operation, Wanted]) -> dict[Wanted, tuple[Operation, ...]]:
    """The operations by what is to hold of them."""
    found = {one: in_order({op for op, verdict in wanted.items() if verdict is one}) for one in Wanted}
    return {one: operations for one, operations in found.items() if operations}


def states_with(
    groups: Mapping[Wanted, Sequence[Operation]],
    connectivity: Connectivity | None = None,
    subscription: Subscription | None = None,
    *,
    among: Sequence[Subscription] = (),
    counted: bool = False,
) -> DecisionResult:
    """The rows in which all operations have the verdicts wanted of them ("restores allowed and backups
    stopped"), of those that the told states leave, `among` some states.

    With `counted` their number comes first.
    """
    states = (subscription,) if subscription else among or tuple(Subscription)
    asked_of = [RULES[row] for row in RULES if connectivity in (None, row[0]) and row[1] in states]
    fitting = [rule for rule in RULES.values() if _fits(rule, groups)]
    rules = [rule for rule in asked_of if rule in fitting]
    named = " or ".join(states) if subscription or among else ""
    told = {"connectivity": str(connectivity or ""), "subscription": named}
    operations = [operation for asked in groups.values() for operation in asked]
    number = _number(rules, asked_of, connectivity) if counted else ""
    return DecisionResult(
        table=NAME,
        inputs={name: value for name, value in told.items() if value} | {"operation": ", ".join(operations)},
        outcome="rows",
        standing=Standing.SETTLED,
        statements=(
            headline(number + _where(_said(groups), rules, told, fitting), NETWORK),
            *(said for wanted in groups for said in _why(wanted)),
            _FIRST_DAYS,
        ),
        outputs={"rows": str(len(rules))} if counted else {},
        rules=tuple(rules),
    )


def _said(groups: Mapping[Wanted, Sequence[Operation]]) -> str:
    """What is to hold, as a clause that begins a sentence."""
    clauses = []
    for wanted, operations in groups.items():
        clauses.append(f"{operation_names(operations)} {'is' if len(operations) == 1 else 'are'} {wanted}")
    text = " and ".join(clauses)
    return capital(text)


def stopped_though_connected(operations: Sequence[Operation]) -> DecisionResult:
    """The states in which `operations` are stopped while the server is connected, and where to see them."""
    found = states_with({Wanted.STOPPED: operations}, Connectivity.CONNECTED)
    told = [said for said in found.statements if said is not _FIRST_DAYS]
    look = next_step("Look up the subscription's state in the subscription portal.", NETWORK)
    return replace(found, statements=(*told, look))


def _fits(rule: Rule, groups: Mapping[Wanted, Sequence[Operation]]) -> bool:
    return all(_holds(wanted, rule.outputs[one]) for wanted, asked in groups.items() for one in asked)


def _number(rules: Sequence[Rule], asked_of: Sequence[Rule], connectivity: Connectivity | None) -> str:
    """How many rows they are, and of how many; a told connection leaves half of the table."""
    where = f" for {STATE_TITLES[connectivity]}" if connectivity else ""
    return f"{COUNTS[len(rules)]} ({len(rules)}) of the {COUNTS[len(asked_of)].lower()} rows{where}: "


def apart(connectivity: Connectivity | None = None) -> DecisionResult:
    """That neither of the two inputs tells the other: each kind of connection stands beside each state."""
    said = (
        headline(
            "No. The connection doesn't tell the subscription's state, and the state doesn't tell the "
            f"connection: the table pairs each kind of connection with {LISTED_STATES}.",
            NETWORK,
        ),
        next_step("Look up the state in the subscription portal.", NETWORK),
    )
    told = {"connectivity": str(connectivity)} if connectivity else {}
    rules = tuple(rule for (state, _), rule in RULES.items() if connectivity in (None, state))
    return DecisionResult(NAME, told, "apart", Standing.SETTLED, said, rules=rules)


def known_states() -> DecisionResult:
    """The states of the subscription that the guide knows, and those of the connection beside them."""
    kinds = " and ".join(f'"{STATE_TITLES[one]}"' for one in COVERED)
    said = (
        headline(f"Three: {LISTED_STATES} are the states of the subscription that the guide knows.", NETWORK),
        reason(f"For the connection the table has two: {kinds}.", NETWORK),
    )
    outputs = {"states": LISTED_STATES, "count": "3"}
    rules = tuple(RULES.values())
    return DecisionResult(
        NAME, {"asked": "states"}, "states", Standing.SETTLED, said, outputs=outputs, rules=rules
    )


def threshold() -> DecisionResult:
    """From which length of an outage on the table has a row for it."""
    said = (
        headline(
            "More than 15 days: from then on back up to Azure and back up to disk are stopped, whatever the "
            "subscription's state.",
            NETWORK,
        ),
        reason("The table has no row for the first 15 days of an outage.", NETWORK),
        reason("Restores go on while the subscription is Active or Expired.", NETWORK),
    )
    told = {"connectivity": str(Connectivity.LOST_LONG)}
    return DecisionResult(NAME, told, "threshold", Standing.SETTLED, said, rules=LONG_OUTAGE)


def unknown_state(names: Sequence[str]) -> DecisionResult:
    """A subscription state of Azure's that the guide doesn't name; none of its own is put in its place."""
    shown = " or ".join(f'"{name}"' for name in names)
    said = (
        headline(
            f"Not named in the guide: {shown}. It knows the states {LISTED_STATES} only.", SUBSCRIPTION_STATES
        ),
        reason("It doesn't say which operations are allowed in any other state.", NETWORK),
        next_step("Look up in the subscription portal which of the three applies.", NETWORK),
    )
    return DecisionResult(NAME, {"subscription": ", ".join(names)}, "not_covered", Standing.NOT_COVERED, said)


def _holds(wanted: Wanted, verdict: str) -> bool:
    if wanted is Wanted.STOPPED:
        return verdict != ALLOWED
    return verdict == (ALLOWED if wanted is Wanted.ALLOWED else DELETED)


def _where(text: str, rules: Sequence[Rule], told: Mapping[str, str], fitting: Sequence[Rule]) -> str:
    """Where it holds; "only" is said of the one row of the whole table, never of what is left of it."""
    if not rules:
        among = f" with the subscription {told['subscription']}" if told["subscription"] else ""
        return f"In no row: the table has none{among} in which {text[0].lower()}{text[1:]}."
    if len(rules) == len(RULES):
        return f"{text} in every row of the table."
    if len(fitting) == 1:
        return f"{text} in one row only: {_row(rules[0])}."
    by_subscription = _by_subscription(rules)
    everywhere = {one: states for one, states in _by_subscription(fitting).items() if one in by_subscription}
    always = all(len(states) == len(COVERED) for states in everywhere.values())
    same = always and (told["subscription"] or len(everywhere) == len(_by_subscription(fitting)))
    if len(rules) == 1 and not same:
        return f"{text} with {_row(rules[0])}."
    if same:
        return f"{text} while the subscription is {' or '.join(everywhere)}, whatever the connectivity."
    rows = [f"{subscription} ({' or '.join(states)})" for subscription, states in by_subscription.items()]
    return f"{text} while the subscription is {' or '.join(rows)}."


def _by_subscription(rules: Sequence[Rule]) -> Mapping[str, list[str]]:
    """The connections of the rows, by the subscription's state."""
    found: dict[str, list[str]] = {}
    for rule in rules:
        found.setdefault(rule.conditions["subscription"], []).append(rule.conditions["connectivity"])
    return found


def _row(rule: Rule) -> str:
    state, subscription = rule.conditions["connectivity"], rule.conditions["subscription"]
    return f"connectivity {state} with the subscription {subscription}"


def _why(wanted: Wanted) -> list[Statement]:
    if wanted is not Wanted.DELETED:
        return []
    return [
        reason("Backup data in Azure is irretrievably lost once it is Deprovisioned.", SUBSCRIPTION_STATES)
    ]


def subscription_states() -> DecisionResult:
    """The states of a subscription that the table knows."""
    names = [str(state) for state in Subscription]
    said = f"The guide's table knows three states of the subscription: {joined(names)}."
    return DecisionResult(
        table=NAME,
        inputs={"asked": "states"},
        outcome="states",
        standing=Standing.SETTLED,
        statements=(headline(said, NETWORK),),
        outputs={"states": ", ".join(names)},
    )


def rows_of(connectivity: Connectivity | None) -> tuple[Connectivity, ...]:
    """The covered states that a told connectivity stands for; both when none was told."""
    if connectivity is None:
        return COVERED
    offline = connectivity in (Connectivity.LOST, Connectivity.LOST_LONG)
    return (Connectivity.LOST_LONG,) if offline else (Connectivity.CONNECTED,)
