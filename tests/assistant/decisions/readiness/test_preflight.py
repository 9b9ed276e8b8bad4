"""The readiness check: facts, items, the overall verdict, the schema and the script that gathers them."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest
from hypothesis import given
from hypothesis import strategies as st

import assistant.decisions.readiness
from assistant.decisions.network import ENTRIES
from assistant.decisions.readiness import prerequisites
from assistant.decisions.readiness.checks import Status
from assistant.decisions.readiness.facts import FACTS, schema, validate
from assistant.decisions.readiness.preflight import PreflightReport, Readiness, preflight
from assistant.decisions.types import DecisionInputError, Strength

FOLDER = Path(assistant.decisions.readiness.__path__[0])
READY: dict[str, Any] = {
    "vm_size": "Standard_A2",
    "os": "Windows Server 2016 Datacenter",
    "dedicated": True,
    "domain_controller": False,
    "application_server_role": False,
    "exchange_running": False,
    "cluster_node": False,
    "domain_joined": True,
    "installer_domain_user": True,
    "installer_administrator": True,
    "dotnet_version": "4.7",
    "sql_instance": "bundled",
    "same_virtual_network": True,
    "same_subscription": True,
    "extraction_free_gb": 40,
    "scratch_gb": 400,
    "azure_data_gb": 8000,
    "backup_disks": 4,
    "local_retention_days": 5,
    "subscription_state": "Active",
    "vault": True,
    "vault_credentials": True,
    "passphrase": True,
    "passphrase_location": True,
    "strong_password": True,
    "internet": "direct",
    "limited_internet": False,
    "separate_storage_account": True,
    "cache_drive": "C:",
    "staging_drive": "D:",
    "installer_exe_files": 1,
    "installer_bin_files": 7,
    "installer_one_folder": True,
    "microsoft_update": True,
}
FAILS = [
    ("vm_size", "A1", "vm-size"),
    ("domain_controller", True, "host-role"),
    ("application_server_role", True, "host-role"),
    ("exchange_running", True, "host-role"),
    ("cluster_node", True, "host-role"),
    ("domain_joined", False, "domain"),
    ("installer_domain_user", False, "installer-account"),
    ("installer_administrator", False, "installer-account"),
    ("dotnet_version", "3.5", "dotnet"),
    ("sql_instance", "remote", "sql-instance"),
    ("same_virtual_network", False, "virtual-network"),
    ("same_subscription", False, "same-subscription"),
    ("extraction_free_gb", 3.9, "extraction"),
    ("scratch_gb", 399, "scratch"),
    ("backup_disks", 0, "backup-storage"),
    ("backup_disks", 5, "data-disks"),
    ("subscription_state", "Expired", "subscription-state"),
    ("subscription_state", "Deprovisioned", "subscription-state"),
    ("vault", False, "vault"),
    ("vault_credentials", False, "vault-credentials"),
    ("passphrase", False, "passphrase"),
    ("passphrase_location", False, "passphrase"),
    ("strong_password", False, "strong-password"),
    ("internet", "none", "internet"),
    ("installer_exe_files", 0, "installer-files"),
    ("installer_bin_files", 6, "installer-files"),
    ("installer_one_folder", False, "installer-files"),
    ("azure_connection", False, "azure-connection"),
]
WARNS = [
    ("vm_size", "Basic_A2", "vm-size"),
    ("os", "Windows Server 2019 Datacenter", "host-image"),
    ("dedicated", False, "dedicated"),
    ("sql_instance", "own local", "sql-instance"),
    ("local_retention_days", 10, "local-retention"),
    ("separate_storage_account", False, "storage-account"),
    ("microsoft_update", False, "microsoft-update"),
]


def statuses(report: PreflightReport) -> dict[str, Status]:
    return {item.id: item.status for item in report.items}


def test_a_machine_that_meets_everything_is_ready() -> None:
    report = preflight(READY)

    assert (report.overall, report.exit_code, report.headline) == (Readiness.READY, 0, "Ready.")
    assert {status for name, status in statuses(report).items() if name != "azure-connection"} == {
        Status.PASS
    }


def test_every_prerequisite_is_an_item_in_the_same_order() -> None:
    assert [item.id for item in preflight({}).items] == [item.id for item in prerequisites.ALL]


@pytest.mark.parametrize(("fact", "value", "item"), FAILS)
def test_each_requirement_not_met_fails_alone(fact: str, value: object, item: str) -> None:
    report = preflight({**READY, fact: value})

    assert (report.overall, report.exit_code) == (Readiness.NOT_READY, 1)
    assert [failed.id for failed in report.with_status(Status.FAIL)] == [item]
    failed = report.with_status(Status.FAIL)[0]
    assert failed.fix
    assert failed.reason
    assert failed.sources


@pytest.mark.parametrize(("fact", "value", "item"), WARNS)
def test_each_recommendation_not_followed_only_warns(fact: str, value: object, item: str) -> None:
    report = preflight({**READY, fact: value})

    assert (report.overall, report.exit_code) == (Readiness.READY, 0)
    assert [(w.id, w.strength) for w in report.with_status(Status.WARN)] == [(item, Strength.RECOMMENDATION)]
    assert report.headline == "Ready, with 1 item against the guide's advice."


@pytest.mark.parametrize(("fact", "value"), [("cache_drive", "E:"), ("staging_drive", "F:")])
def test_a_possibility_not_used_is_no_fault(fact: str, value: str) -> None:
    assert preflight({**READY, fact: value}).headline == "Ready."


@pytest.mark.parametrize("fact", READY)
def test_each_unknown_fact_leaves_its_item_unknown(fact: str) -> None:
    report = preflight({**READY, fact: None})
    unknown = [i for i in report.items if i.status is Status.UNKNOWN and i.id != "azure-connection"]

    assert unknown or fact == "azure_connection"
    needed = any(i.strength is Strength.REQUIREMENT and not i.later for i in unknown)
    assert report.overall is (Readiness.UNSETTLED if needed else Readiness.READY)
    assert all(item.fix.endswith("?") for item in unknown)


def test_nothing_known_is_unsettled_and_fails_weigh_more() -> None:
    assert preflight({}).exit_code == 3
    assert preflight({"domain_controller": True}).exit_code == 1


def test_limited_internet_is_held_against_the_list() -> None:
    limited = {**READY, "limited_internet": True}

    assert preflight({**limited, "allowed_destinations": list(ENTRIES)}).exit_code == 0
    report = preflight({**limited, "allowed_destinations": [e for e in ENTRIES if e != "*.windows.net"]})
    assert "*.windows.net" in report.with_status(Status.FAIL)[0].reason
    assert preflight({**limited, "allowed_destinations": None}).exit_code == 3


@pytest.mark.parametrize(("details", "code"), [(True, 0), (False, 1), (None, 3)])
def test_a_proxy_needs_its_details(details: bool | None, code: int) -> None:
    assert preflight({**READY, "internet": "proxy", "proxy_details": details}).exit_code == code


def test_a_size_of_another_series_goes_by_its_figures() -> None:
    other = {**READY, "vm_size": "Standard_D2_v2"}

    assert preflight(other).exit_code == 3
    assert preflight({**other, "cores": 2, "memory_gb": 7}).exit_code == 0
    assert preflight({**other, "cores": 1, "memory_gb": 3.5}).exit_code == 1


def test_no_data_for_azure_needs_no_scratch_space() -> None:
    report = preflight({**READY, "azure_data_gb": 0, "scratch_gb": None})

    assert statuses(report)["scratch"] is Status.PASS


@pytest.mark.parametrize(
    ("facts", "message"),
    [
        ({"vm_sise": "A2"}, "'vm_size'"),
        ({"colour": "blue"}, "no fact named 'colour'"),
        ({"cores": "two"}, "whole number"),
        ({"cores": 2.5}, "whole number"),
        ({"cores": -1}, "from 0"),
        ({"cores": True}, "whole number"),
        ({"memory_gb": float("nan")}, "from 0"),
        ({"scratch_gb": 1e30}, "from 0"),
        ({"dedicated": "yes"}, "true or false"),
        ({"dedicated": 1}, "true or false"),
        ({"os": 2016}, "a text"),
        ({"sql_instance": "cloud"}, "bundled, own local, remote"),
        ({"allowed_destinations": "*.x.com"}, "list of texts"),
        ({"allowed_destinations": [1]}, "list of texts"),
        ({"limited_internet": True, "allowed_destinations": ["a b"]}, "not a name"),
        ({"dotnet_version": "newest"}, "not a version"),
    ],
)
def test_unusable_facts_are_refused_with_the_reason(facts: dict[str, object], message: str) -> None:
    with pytest.raises(DecisionInputError, match=re.escape(message)) as caught:
        preflight(facts)
    assert caught.value.name in {*facts}


@pytest.mark.parametrize("facts", [[], "x", 3, None])
def test_facts_must_be_one_object(facts: object) -> None:
    with pytest.raises(DecisionInputError, match="one JSON object"):
        validate(facts)


def test_the_report_is_json() -> None:
    report = json.loads(json.dumps(preflight({**READY, "vm_size": "A1"}).to_dict()))

    assert report["overall"] == "not_ready"
    assert sum(report["counts"].values()) == len(report["items"])


VALUES = (
    st.none()
    | st.booleans()
    | st.integers(-5, 20)
    | st.floats(0, 100)
    | st.text(max_size=5)
    | st.lists(st.text(max_size=4))
)
FACT_VALUES = st.dictionaries(st.sampled_from([f.name for f in FACTS] + ["nonsense"]), VALUES, max_size=4)


@given(FACT_VALUES)
def test_schema_and_validation_agree(facts: dict[str, object]) -> None:
    by_schema = jsonschema.Draft202012Validator(schema()).is_valid(facts)
    try:
        validate(facts)
    except DecisionInputError:
        assert not by_schema
    else:
        assert by_schema


def test_the_schema_file_is_the_schema_of_the_code() -> None:
    shipped = json.loads((FOLDER / "preflight.schema.json").read_text("utf-8"))

    assert shipped == schema()
    jsonschema.Draft202012Validator.check_schema(shipped)
    jsonschema.validate(READY, shipped)


SCRIPT = (FOLDER / "Get-MabsFacts.ps1").read_text("utf-8")
CODE = re.sub(r"<#.*?#>|#[^\n]*", "", SCRIPT, flags=re.DOTALL)


def test_the_script_emits_every_fact_in_order_and_no_other() -> None:
    table = CODE.split("[ordered]@{")[1].split("\n}")[0]

    assert re.findall(r"^\s+(\w+)\s+=", table, flags=re.MULTILINE) == [fact.name for fact in FACTS]
    assert set(re.findall(r"\$facts\.(\w+)", CODE)) <= {fact.name for fact in FACTS}


def test_the_script_only_reads() -> None:
    verbs = {verb.lower() for verb, _ in re.findall(r"\b([A-Z][a-z]+)-([A-Z]\w+)", CODE)}

    reading = {
        "assert",
        "get",
        "test",
        "read",
        "invoke",
        "measure",
        "where",
        "split",
        "write",
        "convertto",
        "application",
    }
    assert verbs <= reading
    assert set(re.findall(r"\b(?:Invoke|Write)-\w+", CODE)) <= {
        "Invoke-RestMethod",
        "Invoke-WebRequest",
        "Write-Verbose",
    }
    assert not re.search(r"-Method\b|\biex\b|Start-|Out-File|Set-Content|>>|\bdel\b|\brm\b", CODE)


def test_the_script_is_plain_windows_powershell() -> None:
    assert SCRIPT.startswith("#Requires -Version 5.1")
    assert SCRIPT.isascii()
    assert not re.search(r"\?\?|\?\.|&&|\|\||-AsHashtable|-Parallel", CODE)  # PowerShell 7 only
    for opening, closing in ("{}", "()", "[]"):
        assert CODE.count(opening) == CODE.count(closing)


def test_a_query_that_failed_is_never_read_as_zero_or_false() -> None:
    assert not re.search(r"(?<!Read )\$(?:system|windows|processors)\b(?! =)", CODE)
