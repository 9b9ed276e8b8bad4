"""The shipped error reference: shape, relations, and that no documented code has got lost."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]  # it ships no types
from rows import every

import kb
from assistant.decisions.tables import TABLES

Entry = dict[str, Any]

FILES = sorted(kb.errors_dir().glob("*.yaml"))
NOTICE = Path(__file__).parents[2] / "NOTICE"
FOLD_FROM = 100_000

# The codes that the collected facts name, one a line, spelled as there: every one has to have an entry.
FACTS = Path(__file__).with_name("fact_codes.txt").read_text("utf-8").split()

# Words in a step by which something is lost; the entry has to say what.
DESTROYING = re.compile(r"(?:^|[.:;] |\bor )(?:Delete|Erase|Wipe|Drop|delete|erase|wipe) |`clean`")


@cache
def entries_of(file: Path) -> list[Entry]:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    loaded: list[Entry] = yaml.load(file.read_text("utf-8"), loader)
    return loaded


@cache
def entries() -> list[Entry]:
    return [entry for file in FILES for entry in entries_of(file)]


def codes() -> Iterator[tuple[Entry, dict[str, str]]]:
    return ((entry, code) for entry in entries() for code in entry["codes"])


def repeated(items: Iterator[object]) -> list[object]:
    return [item for item, count in Counter(items).items() if count > 1]


@cache
def stored() -> tuple[frozenset[int], frozenset[str]]:
    """The codes as numbers, where they are numbers, and as they are written."""
    numbers = frozenset(int(code["value"], 0) for _, code in codes() if code["namespace"] != "name")
    return numbers, frozenset(code["value"] for _, code in codes())


@cache
def validator() -> Any:
    schema = json.loads((kb.errors_dir() / "schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def test_there_is_a_reference() -> None:
    assert len(entries()) > 400


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_file_follows_the_schema(file: Path) -> None:
    assert [f"{list(e.path)}: {e.message}" for e in validator().iter_errors(entries_of(file))] == []


@pytest.mark.parametrize(
    "change",
    [
        {"id": "100050"},
        {"component": "coffee"},
        {"codes": [{"namespace": "hresult", "value": "0x80070005a"}]},
        {"codes": [{"namespace": "vss", "value": "0x800423f4"}]},
        {"codes": [{"namespace": "mabs", "value": "0x186D2"}]},
        {"codes": [{"namespace": "mabs", "value": "100050", "hex": "0x186D2"}]},
        {"causes": [{"text": "It happened.", "basis": "guessed"}]},
        {"causes": [{"text": "It happened."}]},
        {"sources": []},
        {"fix": ["Try again."]},
    ],
    ids=lambda change: str(change)[:40],
)
def test_the_schema_refuses_what_breaks_the_format(change: Entry) -> None:
    assert validator().is_valid([entries()[0]])
    assert not validator().is_valid([{**entries()[0], **change}])


def test_no_id_is_given_twice() -> None:
    assert repeated(entry["id"] for entry in entries()) == []


def test_no_code_is_given_twice() -> None:
    assert repeated((code["namespace"], code["value"], code.get("source")) for _, code in codes()) == []


def test_an_id_is_one_of_the_entrys_codes() -> None:
    def identifiers(entry: Entry) -> list[str]:
        return [f"{code['namespace']}-{code['value']}" for code in entry["codes"]]

    def agrees(entry: Entry) -> bool:
        wanted = entry["id"]
        return any(
            wanted == i or (wanted.startswith("event-") and wanted.startswith(i)) for i in identifiers(entry)
        )

    wrong = [e["id"] for e in entries() if e["codes"] and not agrees(e)]
    assert wrong == []


def test_only_a_message_without_a_code_has_no_codes() -> None:
    assert [e["id"] for e in entries() if e["id"].startswith("msg-") is bool(e["codes"])] == []


def test_related_entries_exist_and_are_others() -> None:
    known = {entry["id"] for entry in entries()}
    wrong = [(e["id"], r) for e in entries() for r in e.get("related", []) if r not in known or r == e["id"]]
    assert wrong == []


def test_an_entry_has_steps_or_says_that_no_action_is_documented() -> None:
    assert [e["id"] for e in entries() if bool(e["resolution"]) is e.get("no_action", False)] == []


def test_an_entry_with_steps_says_what_to_check_afterwards() -> None:
    assert [e["id"] for e in entries() if e["resolution"] and not e.get("verify")] == []


def test_an_entry_whose_steps_destroy_says_what_is_lost() -> None:
    silent = [
        e["id"]
        for e in entries()
        if "destructive" not in e and any(DESTROYING.search(step) for step in e["resolution"])
    ]
    assert silent == []


def test_dates_are_iso_dates() -> None:
    for entry in entries():
        for source in entry["sources"]:
            assert date(2015, 1, 1) < date.fromisoformat(source["date"]) < date(2030, 1, 1), entry["id"]


def test_an_edition_of_an_article_has_one_title() -> None:
    titles = {(s["path"], s["date"], s["document"]) for entry in entries() for s in entry["sources"]}
    assert repeated((path, day) for path, day, _ in titles) == []


def test_hexadecimal_and_decimal_of_a_code_agree() -> None:
    wrong = [c for _, c in codes() if "hex" in c and int(c["hex"], 16) != int(c["value"])]
    assert wrong == []


def test_an_id_is_not_stored_in_hexadecimal_as_well() -> None:
    decimal = {
        int(c["value"]) for _, c in codes() if c["namespace"] == "mabs" and int(c["value"]) >= FOLD_FROM
    }
    hexadecimal = {int(c["value"], 16) for _, c in codes() if c["namespace"] in {"hresult", "vss"}}
    assert decimal & hexadecimal == set()


def test_a_vss_code_is_one_of_vss() -> None:
    vss = re.compile("0x800423[0-9A-F]{2}|0x800424[0-9A-F]{2}")
    for _, code in codes():
        if code["namespace"] in {"vss", "hresult"}:
            assert bool(vss.fullmatch(code["value"])) is (code["namespace"] == "vss"), code


def test_tables_exist() -> None:
    assert {e["table"] for e in entries() if "table" in e} <= set(TABLES)


@pytest.mark.parametrize("code", ["50004", "50005", "50006"])
def test_codes_of_connectivity_and_subscription_point_to_the_table(code: str) -> None:
    (entry,) = [e for e, c in codes() if c["namespace"] == "mabs" and c["value"] == code]
    assert entry["table"] == "connectivity"


@every("fact", FACTS)
def test_a_code_of_the_facts_has_an_entry(fact: str) -> None:
    numbers, texts = stored()
    assert fact in texts or (fact.startswith("0x") and int(fact, 16) in numbers)


def test_the_facts_are_whole() -> None:
    assert len(FACTS) == len(set(FACTS)) == 460


def test_the_notice_attributes_every_repository() -> None:
    notice = NOTICE.read_text("utf-8")
    assert "CC-BY-4.0" in notice
    for repository in {source["path"].split(":")[0] for e in entries() for source in e["sources"]}:
        assert repository in notice


def test_a_cause_names_a_source_that_its_entry_has() -> None:
    wrong = [
        entry["id"]
        for entry in entries()
        for cause in entry["causes"]
        if not 0 <= cause.get("source", 0) <= len(entry["sources"])
    ]
    assert wrong == []
