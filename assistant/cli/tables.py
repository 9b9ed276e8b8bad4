"""`mabs table`, `mabs decide` and `mabs preflight`: the decision tables asked directly, with no model."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NoReturn

from assistant.cli.terminal import folded, say, say_json, width
from assistant.decisions import tables
from assistant.decisions.readiness.facts import FACTS, Fact
from assistant.decisions.readiness.preflight import PreflightReport, preflight
from assistant.decisions.table_types import Table
from assistant.decisions.types import DecisionInputError, DecisionResult, Source
from ingest.errors import InputError, reason_of

_MARKS = {"pass": "PASS", "fail": "FAIL", "warn": "WARN", "unknown": "?"}


def run_table(name: str, *, as_json: bool) -> None:
    """Prints one table whole, or the list of tables."""
    if not name:
        if as_json:
            say_json([table.to_dict() for table in tables.TABLES.values()])
            return
        for table in tables.TABLES.values():
            say(f"{table.name:22} {table.title}")
        return
    try:
        found = tables.table(name)
    except DecisionInputError as error:
        _unusable(error)
    say_json(found.to_dict()) if as_json else _show_table(found)


def run_decide(name: str, pairs: Sequence[str], *, as_json: bool) -> None:
    """Asks table `name` with `key=value` pairs and prints what it says."""
    from datetime import date

    try:
        result = tables.decide(name, _pairs(pairs), date.today())  # noqa: DTZ011  # the user's calendar
    except DecisionInputError as error:
        _unusable(error)
    say_json(result.to_dict()) if as_json else _show_result(result)


def run_preflight(source: str, flags: Sequence[str], *, as_json: bool) -> int:
    """Checks a described machine and prints the report; returns 0 ready, 1 not ready, 3 not settled."""
    facts = {**(_facts_file(source) if source else {}), **_fact_flags(flags)}
    if not facts:
        raise InputError(
            "No facts were given.", "Name a JSON file (or -), or give facts such as vm_size=A2 cores=2."
        )
    try:
        report = preflight(facts)
    except DecisionInputError as error:
        _unusable(error)
    say_json(report.to_dict()) if as_json else _show_report(report)
    return report.exit_code


def _pairs(pairs: Iterable[str]) -> dict[str, str]:
    told = {}
    for pair in pairs:
        name, equals, value = pair.partition("=")
        if not equals or not name.strip():
            raise InputError(f"{pair!r} is not of the form key=value.", "`mabs table NAME` shows the inputs.")
        told[name.strip()] = value.strip()
    return told


def _facts_file(source: str) -> dict[str, object]:
    try:
        text = sys.stdin.read() if source == "-" else Path(source).read_text("utf-8-sig")
        facts = json.loads(text)
    except (OSError, ValueError) as error:
        raise InputError(
            f"The facts can't be read from {source}: {reason_of(error)}.", "Give a JSON object in UTF-8."
        ) from error
    if not isinstance(facts, dict):
        raise InputError(
            "The facts are not a JSON object.",
            "`assistant/decisions/readiness/preflight.schema.json` shows the form.",
        )
    return facts


def _fact_flags(flags: Sequence[str]) -> dict[str, object]:
    known = {fact.name: fact for fact in FACTS}
    told: dict[str, object] = {}
    for name, value in _pairs(flags).items():
        if name not in known:
            raise InputError(f"There is no fact {name!r}.", f"Facts: {', '.join(known)}.")
        told[name] = _typed(known[name], value)
    return told


def _typed(fact: Fact, text: str) -> object:
    truths: dict[str, object] = {
        "yes": True,
        "true": True,
        "no": False,
        "false": False,
        "": None,
        "unknown": None,
    }
    if fact.kind == "flag" or text.lower() in {"", "unknown"}:
        if text.lower() not in truths:
            raise InputError(f"{fact.name}={text!r} is neither yes nor no.")
        return truths[text.lower()]
    if fact.kind == "list":
        return [part.strip() for part in text.split(",") if part.strip()]
    if fact.kind in {"count", "number"}:
        try:
            return int(text) if fact.kind == "count" else float(text)
        except ValueError as error:
            raise InputError(f"{fact.name}={text!r} is not a number.") from error
    return text


def _show_table(table: Table) -> None:
    say(table.title)
    _show_rows(table)
    for text in table.notes:
        say(folded(text, "Note: "))
    say("\nInputs:")
    for item in table.inputs:
        values = f" ({', '.join(item.values)})" if item.values else ""
        say(folded(f"{item.question}{values}", f"  {item.name}: ", "      "))
    _show_sources(dict.fromkeys(rule.source for rule in table.rules))


def _show_rows(table: Table) -> None:
    widths = [max(len(str(row[n])) for row in (table.header, *table.rows)) for n in range(len(table.header))]
    columns = width()
    if columns is not None and sum(widths) + 2 * len(widths) > columns:
        _show_folded_rows(table)
        return
    for row in (table.header, tuple("-" * number for number in widths), *table.rows):
        say("  ".join(cell.ljust(number) for cell, number in zip(row, widths, strict=True)).rstrip())


def _show_folded_rows(table: Table) -> None:
    """For a table wider than the terminal: every row as a paragraph, a line for each of its cells."""
    for row in table.rows:
        say()
        for name, cell in zip(table.header, row, strict=True):
            if cell:
                say(folded(cell, f"{name}: ", "    "))
    say()


def _show_result(result: DecisionResult) -> None:
    for statement in result.statements:
        say(folded(statement.text))
    for missing in result.missing:
        say()
        say(folded(missing.question))
        for choice in missing.choices:
            say(folded(f"{choice.value}: {choice.meaning}", "  - "))
    if result.working:
        say()
        say(folded(result.working, "Working: "))
    _show_sources(result.sources)


def _show_report(report: PreflightReport) -> None:
    say(folded(report.headline))
    for item in report.items:
        say()
        say(folded(f"{item.title} ({item.strength})", f"{_MARKS[item.status]:5} "))
        say(folded(item.reason, "      "))
        if item.fix:
            say(folded(item.fix, "      Next: ", "      "))
        say(folded("; ".join(source.section for source in item.sources), "      Source: ", "      "))


def _show_sources(sources: Iterable[Source]) -> None:
    lines = [f"{source.document} > {source.section} ({source.date})" for source in sources]
    if lines:
        say("\nSource:")
    for line in lines:
        say(folded(line, "  "))


def _unusable(error: DecisionInputError) -> NoReturn:
    raise InputError(error.message) from error
