"""The registry: every table can be printed, asked with strings, and refuses what is impossible."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date
from itertools import product
from pathlib import Path

import pytest
from rows import every

import kb
from assistant.decisions import guide
from assistant.decisions.readiness.prerequisites import ALL
from assistant.decisions.states.connectivity_rules import RULES as CONNECTIVITY
from assistant.decisions.tables import TABLES, decide, table
from assistant.decisions.types import DATE, DOCUMENT, DecisionInputError, DecisionResult, Source, Standing

TODAY = date(2026, 11, 23)
SECTIONS = {value for value in vars(guide).values() if isinstance(value, Source)}
SAMPLES = {
    "product": "sql server 2016",
    "version": "4.8",
    "service_pack": "SP1",
    "edition": "Datacenter",
    "level": "database",
    "duration": "3 weeks",
    "size": "A2",
    "cores": "2",
    "memory": "3.5 GB",
    "image": "Windows Server 2016 Datacenter",
    "role": "dc",
    "disks": "4",
    "data": "8 TB",
    "scratch": "400 GB",
    "free": "10 GB",
    "rate": "100 Mbps",
    "schedule": "daily",
    "retention": "5 years",
    "daily": "30 days",
    "weekly": "12 weeks",
    "monthly": "60 months",
    "yearly": "10 years",
    "sources": "3",
    "destination": "www.msftncsi.com",
    "allowed": "*.windows.net, 40.126.0.0/18",
}


def check_result(result: DecisionResult) -> None:
    """What every result owes its reader."""
    assert result.headline
    assert result.headline[-1] in ".?"
    assert result.outcome
    assert (result.standing is Standing.MISSING) <= bool(result.missing)
    assert all(source in SECTIONS for source in result.sources)
    assert result.sources or not result.rules
    assert json.loads(json.dumps(result.to_dict()))["headline"] == result.headline


@pytest.mark.parametrize("name", TABLES)
def test_every_table_prints_whole(name: str) -> None:
    found = TABLES[name]

    assert found.rows
    assert all(len(row) == len(found.header) for row in found.rows)
    assert all(cell for row in found.rows for cell in row)
    assert len({rule.id for rule in found.rules}) == len(found.rules) > 0
    assert (found.hit_policy, found.name) == ("U", name)
    assert json.loads(json.dumps(found.to_dict()))["name"] == name


@pytest.mark.parametrize("name", TABLES)
def test_every_rule_has_a_section_of_the_guide_and_a_text(name: str) -> None:
    for rule in TABLES[name].rules:
        assert rule.source in SECTIONS
        assert (rule.source.document, rule.source.date) == (DOCUMENT, DATE)
        assert rule.text.endswith(".")
        assert rule.to_dict()["strength"] in ("requirement", "recommendation", "possibility")


@pytest.mark.parametrize("name", [name for name in TABLES if name != "prerequisites"])
def test_every_table_answers_without_inputs(name: str) -> None:
    check_result(decide(name, {}))


def cases() -> list[tuple[str, str, str]]:
    return [
        (name, given.name, value)
        for name, found in TABLES.items()
        for given in found.inputs
        for value in (given.values or (SAMPLES.get(given.name, ""),))
        if (name, given.name) not in (("prerequisites", "value"), ("protection", "version"))
        and not (name == "protection" and given.name in ("service_pack", "edition"))
    ]


@every(("name", "given", "value"), cases())
def test_every_input_of_every_table_works_alone(name: str, given: str, value: str) -> None:
    check_result(decide(name, {given: value}, TODAY))


@pytest.mark.parametrize("name", [t.name for t in TABLES.values() if all(i.values for i in t.inputs)])
def test_finite_tables_answer_every_combination(name: str) -> None:
    inputs = TABLES[name].inputs
    for values in product(*[("", *i.values) for i in inputs]):
        check_result(decide(name, {i.name: value for i, value in zip(inputs, values, strict=True)}))


def test_connectivity_answers_every_combination_of_strings() -> None:
    finite = [i for i in TABLES["connectivity"].inputs if i.name != "duration"]
    for values in product(*[("", *i.values) for i in finite]):
        check_result(decide("connectivity", {i.name: v for i, v in zip(finite, values, strict=True)}))


def test_the_connectivity_table_is_the_guides() -> None:
    printed = TABLES["connectivity"]

    assert printed.header == (
        "Connectivity State",
        "Azure Subscription",
        "Back up to Azure",
        "Back up to disk",
        "Restore from Azure",
        "Restore from disk",
    )
    assert printed.rows[5] == (
        "Lost connectivity > 15 days",
        "Deprovisioned",
        "Stopped",
        "Stopped",
        "Stopped and Azure recovery points deleted",
        "Stopped",
    )
    assert len(printed.rows) == len(CONNECTIVITY) == 6


@pytest.mark.parametrize(
    ("name", "inputs", "outcome"),
    [
        (
            "connectivity",
            {"connectivity": "ONLINE", "subscription": "expired", "operation": "Back up to disk"},
            "Stopped",
        ),
        (
            "Connectivity",
            {"duration": "since 2 November", "subscription": "Active", "operation": "backup"},
            "Stopped",
        ),
        ("connectivity", {"connectivity": "offline", "duration": "10d"}, "not_covered"),
        ("protection", {"product": "sql", "version": "2012 SP1"}, "listed"),
        ("protection", {"product": "sql", "version": "2012", "service_pack": "none"}, "not_listed"),
        (
            "protection",
            {"product": "windows server", "version": "2016", "edition": "essentials"},
            "not_listed",
        ),
        ("protection", {"level": "farm"}, "level_listed"),
        ("host_role", {"role": "DC"}, "fail"),
        ("vm-size", {"cores": "2", "memory": "3.5"}, "pass"),
        ("scratch", {"data": "8 TB", "scratch": "399 GB"}, "fail"),
        ("recovery-points", {"schedule": "daily", "retention": "30 years"}, "too_many"),
        ("recovery-points", {"retention": "10 years"}, "per_day"),
        ("allowlist", {"allowed": "*.windows.net"}, "incomplete"),
        ("dedicated", {"met": "true"}, "pass"),
        ("prerequisites", {"item": "dotnet", "value": "3.5"}, "fail"),
        ("sql-instance", {"location": "local"}, "warn"),
        ("data-disks", {"disks": "ten"}, "pass"),
    ],
)
def test_tables_are_asked_with_strings(name: str, inputs: dict[str, str], outcome: str) -> None:
    result = decide(name, inputs, TODAY)

    assert result.outcome == outcome
    check_result(result)


@pytest.mark.parametrize(
    ("name", "inputs", "named"),
    [
        ("matrix", {}, "protection"),
        ("connectivity", {"subscripton": "Active"}, "subscription"),
        ("connectivity", {"subscription": "cancelled"}, "Active, Expired, Deprovisioned"),
        ("connectivity", {"operation": "copy"}, "back_up_to_azure"),
        ("connectivity", {"duration": "soon"}, "3 weeks"),
        ("connectivity", {"connectivity": "lost more than 15 days", "duration": "2 days"}, "2 days"),
        ("protection", {"product": "sql", "version": "banana"}, "2016, 2014, 2012"),
        ("protection", {"version": "2016"}, "product"),
        ("protection", {"product": "sql 2012", "service_pack": "x"}, "SP1"),
        ("scratch", {"data": "-8 TB"}, "negative"),
        ("scratch", {"data": "8"}, "1.5 TB"),
        ("dedicated", {"met": "maybe"}, "yes, no"),
        ("prerequisites", {}, "dotnet"),
        ("allowlist", {"allowed": "x.com", "destination": "y.com"}, "not both"),
    ],
)
def test_impossible_questions_name_what_is_allowed(name: str, inputs: dict[str, str], named: str) -> None:
    with pytest.raises(ValueError, match=r".") as caught:
        decide(name, inputs, TODAY)
    assert isinstance(caught.value, DecisionInputError)
    assert named in caught.value.message


def test_tables_are_found_whatever_the_case() -> None:
    assert table("VM_Size").name == "vm-size"


def test_there_is_a_table_for_every_prerequisite() -> None:
    assert {item.id for item in ALL} <= set(TABLES)
    assert len(TABLES["prerequisites"].rows) == len(ALL)


def test_notes_named_by_results_exist() -> None:
    folder = Path(kb.__path__[0]) / "notes"
    named = {note for name in TABLES if name != "prerequisites" for note in decide(name, {}).notes}
    named |= {
        n
        for p in ("sql 2019", "windows 2019", "sharepoint 2019")
        for n in decide("protection", {"product": p}).notes
    }

    assert named <= {path.stem for path in folder.glob("*.md")}


def test_importing_the_tables_loads_nothing_but_the_standard_library() -> None:
    program = (
        "import sys; before = set(sys.modules);"
        "import assistant.decisions.tables, assistant.decisions.readiness.preflight;"
        "print(*sorted({m.split('.')[0] for m in set(sys.modules) - before}))"
    )
    loaded = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    ).stdout.split()

    assert set(loaded) - {"assistant"} <= set(sys.stdlib_module_names)
