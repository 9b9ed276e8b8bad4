"""Every decision table by name, with one way to ask each of them with strings."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from assistant.decisions.readiness import prerequisites as items
from assistant.decisions.table_checks import machine_tables, overview_table, plain_table
from assistant.decisions.table_limits import allowlist_table, limit_tables
from assistant.decisions.table_states import connectivity_table, protection_table, subscription_change_table
from assistant.decisions.table_types import Table, folded
from assistant.decisions.types import DecisionInputError, DecisionResult


def _all() -> dict[str, Table]:
    special = (
        protection_table(),
        connectivity_table(),
        subscription_change_table(),
        *machine_tables(),
        *limit_tables(),
        allowlist_table(),
    )
    found = {table.name: table for table in special}
    found |= {item.id: plain_table(item) for item in items.ALL if item.id not in found}
    return {"prerequisites": overview_table(found), **found}


TABLES: Mapping[str, Table] = _all()


def table(name: str) -> Table:
    """The table of that name; case, "_" and "-" don't matter. DecisionInputError names all tables."""
    for known, found in TABLES.items():
        if folded(known) == folded(name):
            return found
    raise DecisionInputError(f"There is no table {name!r}. Tables: {', '.join(TABLES)}.", "table")


def decide(name: str, inputs: Mapping[str, str], today: date | None = None) -> DecisionResult:
    """Ask table `name` with strings; `today` gives "since 2 November" its meaning.

    Empty values count as not told. DecisionInputError for an unknown table or input, or an impossible value.
    """
    asked = table(name)
    known = {i.name: i for i in asked.inputs}
    for given in inputs:
        if given not in known:
            allowed = ", ".join(known) or "none"
            raise DecisionInputError(f"{asked.name} has no input {given!r}. Inputs: {allowed}.", given)
    told = {given: known[given].canonical(value) for given, value in inputs.items() if value.strip()}
    return asked.decide(told, today)
